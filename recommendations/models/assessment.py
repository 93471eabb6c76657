"""What the officers, and partners, make of a version against what the panel said."""

from django.db import models
from django.db.models import Q

from pcp_scrutiny.history.models import Recorded
from plans.models import PlanVersion

from .recommendation import OnThePageOfItsRecommendation, Recommendation


class Assessment(OnThePageOfItsRecommendation, Recorded):
    """The officer's view of a recommendation against a version. ``suggested_wording`` is what
    officers put forward for the plan, ``wording_place`` where in it ("4.3.4, page 43")."""

    class View(models.TextChoices):
        MET = "met", "Met"
        PARTLY_MET = "partly met", "Partly met"
        NOT_MET = "not met", "Not met"
        CANNOT_TELL = "cannot tell", "Cannot tell"

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="assessments"
    )
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="assessments")
    view = models.CharField(max_length=12, choices=View)
    comment = models.TextField(blank=True)
    questions = models.TextField("questions the panel may wish to ask", blank=True)
    suggested_wording = models.TextField("wording suggested for the plan", blank=True)
    wording_place = models.CharField("where the wording would go", max_length=100, blank=True)

    class Meta:
        ordering = ["recommendation", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "version"], name="assessment_once_per_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.get_view_display()}"


class PartnerComment(Recorded):
    """What a partner said on a point, and who said it: a safeguarding board, a council."""

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="partner_comments"
    )
    source = models.CharField("who commented", max_length=200)
    text = models.TextField("what they said")

    class Meta:
        ordering = ["assessment", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(source="") & ~Q(text=""), name="partner_comment_names_its_source"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} on {self.assessment.recommendation}"

    def get_absolute_url(self) -> str:
        return self.assessment.get_absolute_url()

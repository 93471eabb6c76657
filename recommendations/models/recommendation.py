"""What the panel said, and by when it wants an answer."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from meetings.models import MinuteEntry
from pcp_scrutiny.history.models import Recorded
from plans.models import PlanVersion

from ..querysets import RecommendationQuerySet


class Recommendation(Recorded):
    """What the panel said. ``route`` is the section of the Police Reform and Social
    Responsibility Act 2011 under which it said it. ``due_on`` is the day the panel asked for a
    response by (s.29 sets no default), kept as first set: see :class:`DueDateRevision`. ``owner``
    is who is to act on it, where that is not the scrutinised office itself."""

    class Kind(models.TextChoices):
        RECOMMENDATION = "recommendation", "Recommendation"
        CONCERN = "concern", "Concern"
        INFORMATION = "request for information", "Request for information"
        COMMENT = "comment", "Comment"

    class Route(models.TextChoices):
        PLAN = "s.28(3)", "Plan or variation: section 28(3)"
        ANNUAL_REPORT = "s.28(4)", "Annual report: section 28(4)"
        DECISIONS = "s.28(6)", "Decisions and general functions: section 28(6)"
        PRECEPT = "Sch 5", "Precept: Schedule 5"
        SENIOR_APPOINTMENT = "Sch 1", "Senior appointment: Schedule 1"
        CHIEF_CONSTABLE = "Sch 8", "Chief constable: Schedule 8"

    reference = models.CharField(max_length=30, unique=True)
    kind = models.CharField(max_length=24, choices=Kind, default=Kind.RECOMMENDATION)
    route = models.CharField("made under", max_length=10, choices=Route, default=Route.PLAN)
    text = models.TextField()
    suggested_wording = models.TextField(blank=True)
    theme = models.CharField(max_length=100, blank=True)
    owner = models.CharField("who is to act on it", max_length=150, blank=True)
    raised_in = models.ForeignKey(
        MinuteEntry, on_delete=models.PROTECT, related_name="recommendations"
    )
    version = models.ForeignKey(
        PlanVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="recommendations",
        verbose_name="version of the plan it is about",
    )
    sent_on = models.DateField("sent on", null=True, blank=True)
    due_on = models.DateField("response due by", null=True, blank=True)
    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["reference"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__isnull=True)
                | Q(sent_on__isnull=True)
                | Q(due_on__gte=models.F("sent_on")),
                name="recommendation_due_after_sent",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("recommendations:detail", args=[self.pk])


class OnThePageOfItsRecommendation:
    """A record that is read where its recommendation is."""

    def get_absolute_url(self) -> str:
        return reverse("recommendations:detail", args=[self.recommendation_id])


class DueDateRevision(OnThePageOfItsRecommendation, Recorded):
    """A later day that the panel agreed for the response: the latest one counts, the first is
    kept in ``Recommendation.due_on``. ``decided_on`` is the day the panel agreed it."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="due_date_revisions"
    )
    due_on = models.DateField("response now due by")
    decided_on = models.DateField("agreed on")
    reason = models.TextField("why the date was revised")

    class Meta:
        ordering = ["recommendation", "decided_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="due_date_revision_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation}: response due by {self.due_on.day} {self.due_on:%B %Y}"

"""The Commissioner's letters, the answers in them, and the places that texts name."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from pcp_scrutiny.documents.models import ReceivedFile
from pcp_scrutiny.history.models import Recorded
from plans.models import Paragraph, PlanVersion

from ..querysets import ResponseLetterQuerySet
from .recommendation import OnThePageOfItsRecommendation, Recommendation


class ResponseLetter(Recorded):
    """The Commissioner's letter as received (PRSRA 2011 s.5(6), s.28): what it answers, and
    the text it was read from. Without a version it answers on matters that are not of a plan."""

    version = models.ForeignKey(
        PlanVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="response_letters",
        verbose_name="version of the plan it answers on",
    )
    dated = models.DateField()
    reference = models.CharField(max_length=100, blank=True)
    source = models.ForeignKey(ReceivedFile, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    objects = ResponseLetterQuerySet.as_manager()

    class Meta:
        ordering = ["-dated", "-pk"]

    def __str__(self) -> str:
        return f"Letter of {self.dated.day} {self.dated:%B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("recommendations:letter", args=[self.pk])


class Response(OnThePageOfItsRecommendation, Recorded):
    """The answer to one recommendation. ``point`` is the panel's point as the letter repeats it;
    ``reason`` the words that decide it, which a refusal must have."""

    class Decision(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        IN_PART = "accepted in part", "Accepted in part"
        NOT_ACCEPTED = "not accepted", "Not accepted"
        ALREADY_COVERED = "already covered", "Already covered"
        DEFERRED = "deferred", "Deferred to a later refresh"
        NOTED = "noted", "Noted"

    letter = models.ForeignKey(ResponseLetter, on_delete=models.PROTECT, related_name="responses")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="responses"
    )
    position = models.PositiveIntegerField()
    point = models.TextField(blank=True)
    text = models.TextField()
    decision = models.CharField(max_length=20, choices=Decision)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["letter", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "recommendation"], name="response_once_per_letter"
            ),
            models.CheckConstraint(
                condition=~Q(decision="not accepted") | ~Q(reason=""),
                name="response_refusal_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_decision_display()}: {self.recommendation}"


class Citation(Recorded):
    """A place named in a recommendation or a response: the words as written, the document they
    point to, the labels in the form ``46(e)``, and the paragraphs those are in the version that
    the recommendation is about."""

    class Document(models.TextChoices):
        PLAN = "plan", "The plan"
        MINUTES = "minutes", "Minutes"
        REPORT = "report", "A report"
        STATUTE = "statute", "An Act or regulations"
        OTHER = "other", "Another document"

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    response = models.ForeignKey(
        Response, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    position = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=300)
    document = models.CharField(max_length=8, choices=Document, default=Document.PLAN)
    labels = models.JSONField(default=list, blank=True)
    paragraphs = models.ManyToManyField(Paragraph, blank=True, related_name="citations")

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(recommendation__isnull=False, response__isnull=True)
                | Q(recommendation__isnull=True, response__isnull=False),
                name="citation_is_of_one_text",
            ),
        ]

    def __str__(self) -> str:
        return self.words

"""What the panel decided about what it had said."""

from django.db import models

from meetings.models import MinuteEntry
from pcp_scrutiny.history.models import Recorded

from .recommendation import OnThePageOfItsRecommendation, Recommendation


class Judgement(OnThePageOfItsRecommendation, Recorded):
    """What the panel decided about a recommendation, at a meeting: the minute is named."""

    class Decision(models.TextChoices):
        OPEN = "open", "Still open"
        SATISFIED = "satisfied", "Satisfied"
        NOT_SATISFIED = "not satisfied", "Not satisfied"
        SUPERSEDED = "superseded", "Superseded"
        WITHDRAWN = "withdrawn", "Withdrawn"

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="judgements"
    )
    entry = models.ForeignKey(MinuteEntry, on_delete=models.PROTECT, related_name="judgements")
    decision = models.CharField(max_length=16, choices=Decision)
    comment = models.TextField(blank=True)

    class Meta:
        ordering = ["recommendation", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "entry"], name="judgement_once_per_minute"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.get_decision_display()}"

"""What a recommendation led to in the plan."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from pcp_scrutiny.components.wording import lower_first
from pcp_scrutiny.history.models import Recorded
from plans import labels
from plans.models import PlanVersion, Revision

from ..outcomes.verdicts import NO_PLACE
from ..querysets import OutcomeQuerySet
from .letters import Response
from .recommendation import OnThePageOfItsRecommendation, Recommendation


class Outcome(OnThePageOfItsRecommendation, Recorded):
    """What a recommendation led to in a later version: the link this system exists for.

    ``place`` is the label or named part it concerns, ``claim`` what the response says was done
    there, in ``words`` of which ``phrase`` decides, ``verdict`` what the comparison shows, and
    ``evidence`` the sentence that says why."""

    class Basis(models.TextChoices):
        CITED = "cited", "Cited in the response"
        COMPARISON = "comparison", "Found by comparison"
        OFFICER = "officer", "Entered by an officer"

    class Verdict(models.TextChoices):
        BORNE_OUT = "borne out", "Borne out"
        NOT_BORNE_OUT = "not borne out", "Not borne out"
        AS_STATED = "as stated", "As stated"
        NOT_FOUND = "not found", "Not found"
        UNCLAIMED = "changed without being claimed", "Changed without being claimed"

    class State(models.TextChoices):
        PROPOSED = "proposed", "To confirm"
        CONFIRMED = "confirmed", "Confirmed"
        REJECTED = "rejected", "Rejected"

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="outcomes"
    )
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="outcomes")
    response = models.ForeignKey(
        Response, on_delete=models.PROTECT, null=True, blank=True, related_name="outcomes"
    )
    revision = models.ForeignKey(
        Revision, on_delete=models.PROTECT, null=True, blank=True, related_name="outcomes"
    )
    place = models.CharField(max_length=100)
    claim = models.CharField(max_length=20, blank=True)
    words = models.TextField("the words that claim it", blank=True)
    phrase = models.TextField("of those, the ones that decide", blank=True)
    basis = models.CharField(max_length=10, choices=Basis)
    verdict = models.CharField(max_length=32, choices=Verdict)
    evidence = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True)
    objects = OutcomeQuerySet.as_manager()

    class Meta:
        ordering = ["recommendation", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "version", "place"], name="outcome_once_per_place"
            ),
            models.CheckConstraint(
                condition=Q(revision__isnull=False) | Q(verdict__in=["not found", "not borne out"]),
                name="outcome_verdict_points_to_a_revision",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed")
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="outcome_decided_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(state="rejected") | ~Q(note=""), name="outcome_rejection_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation}, {self.place}: {self.get_verdict_display()}"

    def clean(self) -> None:
        """What is borne out rests on a change (the kind is in another table than the verdict, so
        no constraint of the database can say so)."""
        claims_a_change = self.verdict == self.Verdict.BORNE_OUT and self.revision is not None
        if claims_a_change and self.revision.kind in Revision.SAME_WORDS:
            raise ValidationError(
                f"{self.place_in_words} is word for word the same, so it bears nothing out."
            )

    @property
    def place_in_words(self) -> str:
        """The place as people say it: "paragraph 46(e)", "Foreword"."""
        return f"paragraph {self.place}" if labels.is_label(self.place) else self.place

    @property
    def is_placeless(self) -> bool:
        """Whether the response claims a change and names no place for it."""
        return self.place == NO_PLACE

    @property
    def basis_in_words(self) -> str:
        """How the link was found, as a clause: "cited by the Commissioner"."""
        return lower_first(self.get_basis_display())

    @property
    def in_words(self) -> str:
        """The outcome in one breath, for those who hear a button and not what stands above it."""
        verdict = self.get_verdict_display().lower()
        return f"{self.recommendation.reference}, {self.place_in_words}: {verdict}"

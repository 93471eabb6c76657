"""Named questions about recommendations. Every list starts from ``visible_to``."""

import hashlib
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from pcp_scrutiny.history.models import RecordQuerySet

from . import searching, standing


class RecommendationQuerySet(RecordQuerySet):
    """What the panel said. ``in_response``, ``in_effect``, ``in_judgement`` and ``in_schedule``
    ask for a state by its words in states.py, on a day; they agree with the functions there."""

    def in_response(self, state: str, on: date) -> "RecommendationQuerySet":
        """Those whose response stands so: "overdue", or a decision."""
        return self.alias(state=standing.response(self.model, on)).filter(state=state)

    def in_effect(self, state: str, on: date) -> "RecommendationQuerySet":
        """Those with that effect on the plan."""
        return self.alias(state=standing.effect(self.model, on)).filter(state=state)

    def in_judgement(self, state: str, on: date) -> "RecommendationQuerySet":
        """Those that the panel judged so, or "open"."""
        return self.alias(state=standing.judgement(self.model, on)).filter(state=state)

    def in_schedule(self, state: str, on: date) -> "RecommendationQuerySet":
        """Those that stand so against the day a response is due."""
        return self.alias(state=standing.schedule(self.model, on)).filter(state=state)

    def public(self) -> "RecommendationQuerySet":
        """Those anyone may read: none raised under a restricted item."""
        return self.filter(raised_in__item__restricted_under__isnull=True)

    def _related(self, name: str) -> models.QuerySet:
        return self.model._meta.get_field(name).related_model._default_manager.all()

    def matching(self, words: str) -> "RecommendationQuerySet":
        """Those that hold every one of ``words``, in what was said or in an answer."""
        return searching.narrow(self, self._related("responses"), words)

    def unanswered(self) -> "RecommendationQuerySet":
        """Those without a response."""
        return self.filter(responses__isnull=True)

    def overdue(self, on: date) -> "RecommendationQuerySet":
        """Those whose response was due before ``on`` and has not come."""
        return self.in_response("overdue", on)

    def with_verdict(self, verdict: str) -> "RecommendationQuerySet":
        """Those with an outcome of that verdict that nobody has rejected."""
        with_outcome = models.Q(outcomes__verdict=verdict) & ~models.Q(outcomes__state="rejected")
        return self.filter(with_outcome).distinct()

    def unsent(self) -> "RecommendationQuerySet":
        """Those that have not gone to the Commissioner."""
        return self.filter(sent_on__isnull=True)

    def about(self, version: Any) -> "RecommendationQuerySet":
        """Those made on a version of a plan."""
        return self.filter(version=version)


class OutcomeQuerySet(RecordQuerySet):
    """What recommendations led to."""

    def with_evidence(self) -> "OutcomeQuerySet":
        """With the recommendation, who decided, and the paragraphs before and after."""
        related = self.select_related("recommendation", "decided_by", "revision", "version")
        return related.prefetch_related("revision__earlier", "revision__later")

    def standing(self) -> "OutcomeQuerySet":
        """Those not rejected."""
        return self.exclude(state="rejected")

    def proposed(self) -> "OutcomeQuerySet":
        """Those waiting for an officer."""
        return self.filter(state="proposed")

    def decided(self) -> "OutcomeQuerySet":
        """Those an officer has confirmed or rejected."""
        return self.filter(~Q(state="proposed"))


class ResponseLetterQuerySet(RecordQuerySet):
    """Letters from the Commissioner."""

    def with_content(self, data: bytes) -> "ResponseLetterQuerySet":
        """Those that came as the very same bytes."""
        return self.filter(source__sha256=hashlib.sha256(data).hexdigest())

    def with_counts(self) -> "ResponseLetterQuerySet":
        """With ``points``, how many answers each gives; newest first."""
        # Counting sets aside the order that the model gives.
        return self.annotate(points=models.Count("responses")).order_by("-dated", "-pk")

    def visible_to(self, user: Any) -> "ResponseLetterQuerySet":
        """The letters someone may know of."""
        return super().visible_to(user).select_related("version__plan", "source")

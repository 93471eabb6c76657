"""Named questions about recommendations. Every list starts from ``visible_to``."""

import hashlib
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from pcp_scrutiny.history.models import RecordQuerySet

MOST_WORDS = 8
"""Each word of a search is one more condition on every row."""


class RecommendationQuerySet(RecordQuerySet):
    """What the panel said."""

    def public(self) -> "RecommendationQuerySet":
        """Those anyone may read: none raised under a restricted item."""
        return self.filter(raised_in__item__restricted_under__isnull=True)

    def with_loop(self) -> "RecommendationQuerySet":
        """With all that their position is derived from, in a fixed number of queries."""
        judgements = self._related("judgements").select_related("entry__item__meeting")
        return self.select_related("raised_in__item__meeting", "version").prefetch_related(
            "responses__letter", "outcomes", models.Prefetch("judgements", judgements)
        )

    def _related(self, name: str) -> models.QuerySet:
        return self.model._meta.get_field(name).related_model._default_manager.all()

    def matching(self, words: str) -> "RecommendationQuerySet":
        """Those that contain every one of ``words``, in part or whole, in any of their texts; of
        many words the first few count."""
        found = self
        for word in words.split()[:MOST_WORDS]:
            answers = self._related("responses").filter(text__icontains=word)
            found = found.filter(
                Q(reference__icontains=word)
                | Q(text__icontains=word)
                | Q(theme__icontains=word)
                | models.Exists(answers.filter(recommendation=models.OuterRef("pk")))
            )
        return found

    def answered(self) -> "RecommendationQuerySet":
        """Those with a response."""
        return self.filter(responses__isnull=False).distinct()

    def unanswered(self) -> "RecommendationQuerySet":
        """Those without a response."""
        return self.filter(responses__isnull=True)

    def overdue(self, on: date) -> "RecommendationQuerySet":
        """Those whose response was due before ``on`` and has not come."""
        return self.unanswered().filter(sent_on__isnull=False, due_on__lt=on)

    def decided(self, decision: str) -> "RecommendationQuerySet":
        """Those whose latest answer is a decision."""
        answers = self._related("responses").filter(recommendation=models.OuterRef("pk"))
        latest = answers.order_by("-letter__dated", "-pk").values("decision")[:1]
        return self.alias(latest=models.Subquery(latest)).filter(latest=decision)

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

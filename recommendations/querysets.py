"""Named questions about recommendations. Every list starts from ``visible_to``."""

import hashlib
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, F, Q
from django.db.models.functions import Coalesce

from meetings.querysets import RestrictedQuerySet
from pcp_scrutiny.history.models import RecordQuerySet

from . import searching, standing, taken_in


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
        """Those anyone may read: none raised in private, and none that was used or corrected with
        words that are withheld now."""
        open_minute = self.filter(
            raised_in__restricted_under__isnull=True, raised_in__item__restricted_under__isnull=True
        )
        return open_minute.exclude(Exists(taken_in.withheld(self.model)))

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


class ScrutinyReviewQuerySet(RecordQuerySet):
    """Scrutiny reviews."""

    def visible_to(self, user: Any) -> "ScrutinyReviewQuerySet":
        """The reviews someone may know of, with the item under which each was adopted."""
        return super().visible_to(user).select_related("adopted_under__meeting")


class ReviewPartQuerySet(RestrictedQuerySet):
    """Parts of a review. What rests on exempt matter is exempt itself."""

    belongs_to = "review"

    def withheld(self) -> models.QuerySet:
        """The key of each that the public may not read, with the paragraph of Schedule 12A."""
        first, *others = self.restricted_by
        why = Coalesce(first, *others) if others else F(first)
        return self.annotate(why=why).exclude(why=None).values_list("pk", "why")


class TestimonyQuerySet(ReviewPartQuerySet):
    """Witnesses and evidence. Who was invited is exempt with what they sent or said."""

    restricted_by = ("restricted_under", "invitation__restricted_under")


class InvitationQuerySet(ReviewPartQuerySet):
    """Those invited to give evidence."""

    def public(self) -> "InvitationQuerySet":
        """Those that anyone may read of: none whose own answer is exempt, because who gave it is
        exempt too. An open call is answered by many, and says of none who they are."""
        exempt = Q(evidence__restricted_under__isnull=False)
        exempt |= Q(witnesses__restricted_under__isnull=False)
        theirs = self.model.objects.filter(exempt, manner="letter")
        return super().public().exclude(pk__in=theirs.values("pk"))


def _within(path: str) -> tuple[str, ...]:
    return tuple(f"{path}__{name}" for name in TestimonyQuerySet.restricted_by)


class ReviewQuestionQuerySet(ReviewPartQuerySet):
    """Questions that were put."""

    belongs_to = "subject__review"
    restricted_by = ("restricted_under", *_within("put_to"))


class AnswerPointQuerySet(ReviewPartQuerySet):
    """Points of answers."""

    belongs_to = "question__subject__review"
    restricted_by = (
        "question__restricted_under",
        *_within("question__put_to"),
        *_within("evidence"),
        *_within("said_by"),
    )


class OpenReviewPartQuerySet(RecordQuerySet):
    """Parts of a review that nothing restricts."""

    def visible_to(self, user: Any) -> "OpenReviewPartQuerySet":
        """Those of the reviews someone may know of."""
        return super().visible_to(user).select_related("review")

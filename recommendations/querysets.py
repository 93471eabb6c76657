"""Named questions about recommendations. Every list starts from ``visible_to``."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q


class RecommendationQuerySet(models.QuerySet):
    """What the panel said."""

    def visible_to(self, user: Any) -> "RecommendationQuerySet":
        """The recommendations someone may know of."""
        return self if user.has_a_role else self.none()

    def public(self) -> "RecommendationQuerySet":
        """Those anyone may read: none raised under a restricted item."""
        return self.filter(raised_in__item__restricted_under__isnull=True)

    def answered(self) -> "RecommendationQuerySet":
        """Those with a response."""
        return self.filter(responses__isnull=False).distinct()

    def unanswered(self) -> "RecommendationQuerySet":
        """Those without a response."""
        return self.filter(responses__isnull=True)

    def overdue(self, on: date) -> "RecommendationQuerySet":
        """Those whose response was due before ``on`` and has not come."""
        return self.unanswered().filter(sent_on__isnull=False, due_on__lt=on)

    def about(self, version: Any) -> "RecommendationQuerySet":
        """Those made on a version of a plan."""
        return self.filter(version=version)


class OutcomeQuerySet(models.QuerySet):
    """What recommendations led to."""

    def visible_to(self, user: Any) -> "OutcomeQuerySet":
        """The outcomes someone may know of."""
        return self if user.has_a_role else self.none()

    def standing(self) -> "OutcomeQuerySet":
        """Those not rejected."""
        return self.exclude(state="rejected")

    def proposed(self) -> "OutcomeQuerySet":
        """Those waiting for an officer."""
        return self.filter(state="proposed")

    def decided(self) -> "OutcomeQuerySet":
        """Those an officer has confirmed or rejected."""
        return self.filter(~Q(state="proposed"))


class ResponseLetterQuerySet(models.QuerySet):
    """Letters from the Commissioner."""

    def visible_to(self, user: Any) -> "ResponseLetterQuerySet":
        """The letters someone may know of."""
        return self.select_related("version__plan", "source") if user.has_a_role else self.none()

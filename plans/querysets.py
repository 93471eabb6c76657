"""Named questions about plans. Every list starts from ``visible_to``."""

from typing import Any

from django.db import models


class PlanQuerySet(models.QuerySet):
    """Plans."""

    def visible_to(self, user: Any) -> "PlanQuerySet":
        """The plans someone may know of: all of them, for those with a role."""
        return self if user.has_a_role else self.none()


class PlanVersionQuerySet(models.QuerySet):
    """Versions of plans."""

    def visible_to(self, user: Any) -> "PlanVersionQuerySet":
        """The versions someone may know of."""
        return self.select_related("plan", "revises") if user.has_a_role else self.none()

    def open(self) -> "PlanVersionQuerySet":
        """Those still being corrected."""
        return self.filter(locked_at__isnull=True)

    def locked(self) -> "PlanVersionQuerySet":
        """Those whose text stands."""
        return self.filter(locked_at__isnull=False)


class ParagraphQuerySet(models.QuerySet):
    """Paragraphs of versions."""

    def visible_to(self, user: Any) -> "ParagraphQuerySet":
        """The paragraphs someone may know of."""
        return self.select_related("version__plan") if user.has_a_role else self.none()

    def unsure(self) -> "ParagraphQuerySet":
        """Those that the reading asks an officer to look at."""
        return self.exclude(unsure="")


class ComparisonQuerySet(models.QuerySet):
    """Comparisons of versions."""

    def visible_to(self, user: Any) -> "ComparisonQuerySet":
        """The comparisons someone may know of."""
        return self.select_related("earlier__plan", "later") if user.has_a_role else self.none()


class RevisionQuerySet(models.QuerySet):
    """What happened to paragraphs."""

    def visible_to(self, user: Any) -> "RevisionQuerySet":
        """The revisions someone may know of."""
        return self if user.has_a_role else self.none()

    def changes(self) -> "RevisionQuerySet":
        """Those after which the plan says something else, or says it elsewhere."""
        return self.exclude(kind__in=self.model.SAME_WORDS)

    def confirmed(self) -> "RevisionQuerySet":
        """Those an officer vouches for."""
        return self.filter(confirmed_at__isnull=False)

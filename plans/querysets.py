"""Named questions about plans. Every list starts from ``visible_to``."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q

from pcp_scrutiny.history.models import RecordQuerySet


class PlanQuerySet(RecordQuerySet):
    """Plans."""

    def with_timeline(self, versions: "PlanVersionQuerySet") -> "PlanQuerySet":
        """Each with ``timeline``: those of its versions that are among ``versions``, in order."""
        return self.prefetch_related(Prefetch("versions", versions, to_attr="timeline"))


class PlanVersionQuerySet(RecordQuerySet):
    """Versions of plans."""

    def visible_to(self, user: Any) -> "PlanVersionQuerySet":
        """The versions someone may know of."""
        return super().visible_to(user).select_related("plan", "revises")

    def open(self) -> "PlanVersionQuerySet":
        """Those still being corrected."""
        return self.filter(locked_at__isnull=True)

    def locked(self) -> "PlanVersionQuerySet":
        """Those whose text stands."""
        return self.filter(locked_at__isnull=False)

    def with_counts(self) -> "PlanVersionQuerySet":
        """Each with ``paragraph_count``, and ``unsure_count`` of those an officer should check."""
        return self.annotate(
            paragraph_count=Count("paragraphs"),
            unsure_count=Count("paragraphs", filter=~Q(paragraphs__unsure="")),
        )


class ReadingQuerySet(RecordQuerySet):
    """Files being read in the background."""

    def visible_to(self, user: Any) -> "ReadingQuerySet":
        """The readings someone may know of."""
        return super().visible_to(user).select_related("plan", "source", "version")

    def under_way(self) -> "ReadingQuerySet":
        """Those that have not ended."""
        return self.filter(state__in=["waiting", "reading"])

    def to_look_at(self, since: date) -> "ReadingQuerySet":
        """Those that have not ended, and those sent in since a day that failed."""
        under_way = Q(state__in=["waiting", "reading"])
        return self.filter(under_way | Q(state="failed", asked_at__date__gte=since))


class ParagraphQuerySet(RecordQuerySet):
    """Paragraphs of versions."""

    def visible_to(self, user: Any) -> "ParagraphQuerySet":
        """The paragraphs someone may know of."""
        return super().visible_to(user).select_related("version__plan")

    def unsure(self) -> "ParagraphQuerySet":
        """Those that the reading asks an officer to look at."""
        return self.exclude(unsure="")

    def before(self, paragraph: Any) -> Any:
        """The nearest one that stands before a paragraph, or None."""
        return self.filter(position__lt=paragraph.position).order_by("position").last()

    def after(self, paragraph: Any) -> Any:
        """The nearest one that stands after a paragraph, or None."""
        return self.filter(position__gt=paragraph.position).order_by("position").first()


class ComparisonQuerySet(RecordQuerySet):
    """Comparisons of versions."""

    def visible_to(self, user: Any) -> "ComparisonQuerySet":
        """The comparisons someone may know of."""
        return super().visible_to(user).select_related("earlier__plan", "later")


class RevisionQuerySet(RecordQuerySet):
    """What happened to paragraphs."""

    def changes(self) -> "RevisionQuerySet":
        """Those after which the plan says something else, or says it elsewhere."""
        return self.exclude(kind__in=self.model.SAME_WORDS)

    def counts(self, versions: Iterable[Any]) -> dict[int, dict[str, int]]:
        """How many of each kind led to each version, by the version's primary key."""
        rows = (
            self.filter(comparison__later__in=versions)
            .order_by()
            .values_list("comparison__later", "kind")
            .annotate(number=Count("pk"))
        )
        found: dict[int, dict[str, int]] = defaultdict(dict)
        for version, kind, number in rows:
            found[version][kind] = number
        return dict(found)

    def confirmed(self) -> "RevisionQuerySet":
        """Those an officer vouches for."""
        return self.filter(confirmed_at__isnull=False)

"""Named questions about meetings. Every list starts from ``visible_to``."""

from datetime import date, datetime
from typing import Any

from django.db import models

from pcp_scrutiny.history.models import RecordQuerySet


class PanelMemberQuerySet(RecordQuerySet):
    """The panel's membership."""

    def serving(self, on: Any) -> "PanelMemberQuerySet":
        """Those who are members on that day."""
        return self.filter(models.Q(ended__isnull=True) | models.Q(ended__gte=on), started__lte=on)

    def not_serving(self, on: Any) -> "PanelMemberQuerySet":
        """Those who are members no longer, or not yet."""
        return self.filter(models.Q(ended__lt=on) | models.Q(started__gt=on))

    def in_order_of_office(self) -> "PanelMemberQuerySet":
        """As a front sheet lists them: the chair, the vice-chair, councillors by council, and
        co-opted members last."""
        first = models.Case(
            models.When(position="chair", then=0),
            models.When(position="vice-chair", then=1),
            default=2,
        )
        return self.order_by(first, "is_co_opted", "authority", "name")


class MeetingQuerySet(RecordQuerySet):
    """Meetings of the panel."""

    def upcoming(self, now: datetime) -> "MeetingQuerySet":
        """Those still to come, soonest first."""
        return self.filter(starts_at__gte=now).order_by("starts_at")

    def past(self, now: datetime) -> "MeetingQuerySet":
        """Those that have begun, latest first."""
        return self.filter(starts_at__lt=now).order_by("-starts_at")

    def in_preparation(self, now: datetime) -> "MeetingQuerySet":
        """Those still to come whose agenda is not published."""
        return self.upcoming(now).filter(state="planned")

    def with_minutes_to_finish(self, now: datetime) -> "MeetingQuerySet":
        """Those that have begun and whose minutes are not approved, latest first."""
        return self.past(now).exclude(state="approved minutes")

    def last_with_standing_items(self, meeting: Any) -> Any:
        """The last meeting before this one whose agenda has standing items, or None."""
        before = self.filter(starts_at__lt=meeting.starts_at, items__standing__gt="")
        return before.order_by("-starts_at").first()

    def before(self, meeting: Any) -> Any:
        """The latest meeting before this one, or None."""
        return self.filter(starts_at__lt=meeting.starts_at).order_by("-starts_at", "-pk").first()

    def between(self, first: datetime, last: datetime) -> "MeetingQuerySet":
        """Those that begin from one moment until before another, soonest first."""
        return self.filter(starts_at__gte=first, starts_at__lt=last).order_by("starts_at")

    def with_finished_minutes(self, before: datetime) -> "MeetingQuerySet":
        """Those held before that moment whose minutes are a finished draft or approved, latest
        first."""
        return self.past(before).filter(state__in=("draft minutes", "approved minutes"))


class MeetingPartQuerySet(RecordQuerySet):
    """Parts of a meeting's record that nothing restricts."""

    def visible_to(self, user: Any) -> "MeetingPartQuerySet":
        """Those of the meetings someone may know of."""
        return super().visible_to(user).select_related("meeting")


class AttendanceQuerySet(MeetingPartQuerySet):
    """Who was at meetings."""

    def as_recorded(self) -> "AttendanceQuerySet":
        """With the items during which they came and went, and in whose place they sat; the chair
        first, then the members by council, their substitutes, and others by name."""
        order = ("member", "substitute", "office", "officer", "other")
        capacity = models.Case(
            *(models.When(capacity=each, then=place) for place, each in enumerate(order)),
        )
        office = models.Case(
            models.When(member__position="chair", then=0),
            models.When(member__position="vice-chair", then=1),
            default=2,
        )
        rows = self.select_related("joined_at", "left_at", "substitute_for")
        return rows.order_by(capacity, office, "member__is_co_opted", "role", "name")


class RestrictedQuerySet(RecordQuerySet):
    """Things that may be restricted, themselves or through the item they belong to."""

    restricted_by: tuple[str, ...] = ("restricted_under",)
    belongs_to: str = "meeting"

    def visible_to(self, user: Any) -> "RestrictedQuerySet":
        """What someone may know of: members, officers and clerks see exempt matter."""
        return super().visible_to(user).select_related(self.belongs_to)

    def public(self) -> "RestrictedQuerySet":
        """What anyone may read: nothing that is, or belongs to what is, restricted."""
        return self.filter(**{f"{path}__isnull": True for path in self.restricted_by})


class AgendaItemQuerySet(RestrictedQuerySet):
    """Items of agendas."""

    def withheld(self) -> models.QuerySet:
        """The number of each restricted item and its place, why it is withheld, and what the
        public may know of it; nothing else."""
        return self.exclude(restricted_under=None).values_list(
            "number", "position", "restricted_under", "public_summary"
        )


class PaperQuerySet(RestrictedQuerySet):
    """Papers under items."""

    restricted_by = ("restricted_under", "item__restricted_under")
    belongs_to = "item__meeting"

    def withheld(self) -> models.QuerySet:
        """For each restricted paper of a public item: that item, and why it is withheld."""
        return (
            self.filter(item__restricted_under=None)
            .exclude(restricted_under=None)
            .values_list("item_id", "restricted_under")
        )


class MinuteEntryQuerySet(RestrictedQuerySet):
    """Entries of minutes. An entry carries what restricts it; its item is asked all the same."""

    restricted_by = ("restricted_under", "item__restricted_under")
    belongs_to = "item__meeting"


class DeclarationQuerySet(RestrictedQuerySet):
    """Interests declared. One in a restricted item would say what the item is about."""

    restricted_by = ("item__restricted_under",)


class EntryPartQuerySet(RestrictedQuerySet):
    """What belongs to one minute entry: its vote, its action. It is public where the entry is."""

    restricted_by = tuple(f"entry__{path}" for path in MinuteEntryQuerySet.restricted_by)
    belongs_to = "entry__item__meeting"


BY_DAY = (models.F("due_on").asc(nulls_last=True), "pk")
"""The next due first, those without a day last, on every database."""


class ActionQuerySet(EntryPartQuerySet):
    """Actions and undertakings."""

    def by_day(self) -> "ActionQuerySet":
        """The next due first."""
        return self.order_by(*BY_DAY)

    def open(self) -> "ActionQuerySet":
        """Those that are not done."""
        return self.filter(done_on=None)

    def overdue(self, on: date) -> "ActionQuerySet":
        """Those that are not done though their day has passed."""
        return self.open().filter(due_on__lt=on)

    def done(self) -> "ActionQuerySet":
        """Those that are done."""
        return self.exclude(done_on=None)

    def without_owner(self) -> "ActionQuerySet":
        """Those that nobody is named for yet."""
        return self.filter(owner="")

    def in_finished_minutes(self) -> "ActionQuerySet":
        """Those whose minutes are more than notes."""
        finished = ("draft minutes", "approved minutes")
        return self.filter(entry__item__meeting__state__in=finished)

    def arising_at(self, meeting: Any) -> "ActionQuerySet":
        """Those of earlier meetings that were not done by its day, the earliest meeting first."""
        not_done = models.Q(done_on=None) | models.Q(done_on__gt=meeting.day)
        before = self.filter(not_done, entry__item__meeting__starts_at__lt=meeting.starts_at)
        return before.order_by("entry__item__meeting__starts_at", *BY_DAY)


class PackQuerySet(RecordQuerySet):
    """Agenda packs."""

    def visible_to(self, user: Any) -> "PackQuerySet":
        """The packs someone may know of: what is not published is for those who make packs."""
        known = super().visible_to(user).select_related("meeting")
        return known if user.is_officer or user.is_clerk else known.exclude(published_at=None)

    def in_the_making(self) -> "PackQuerySet":
        """Those asked for and not yet made."""
        return self.filter(state__in=("waiting", "making"))

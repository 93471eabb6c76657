"""What the pages of approving and correcting minutes show: where it can have been agreed, which
minutes there are, and how they read before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from pcp_scrutiny import history
from plans.comparison.words import Run, word_changes

from . import minutes
from .minuting import corrections
from .models import Correction, Meeting, MinuteEntry


@dataclass(frozen=True, slots=True)
class Known:
    """A minute as it can be corrected: its number, how it reads now, and what tells whether it was
    changed since."""

    entry: MinuteEntry
    number: str
    reads: str
    stamp: str


Readings = Iterable[tuple[Known, str]]


def places(meeting: Meeting, *, on: date) -> list[Meeting]:
    """The meetings that can have approved or corrected the minutes of one: held after it, and
    their own minutes not approved. The earliest first, with their items."""
    tomorrow = timezone.make_aware(datetime.combine(on + timedelta(days=1), time.min))
    later = Meeting.objects.filter(starts_at__gt=meeting.starts_at, starts_at__lt=tomorrow)
    open_ = later.exclude(state=Meeting.State.APPROVED_MINUTES)
    return list(open_.order_by("starts_at", "pk").prefetch_related("items"))


def known(meeting: Meeting) -> list[Known]:
    """The minutes of a meeting as they read now, in their order. Of approved ones that is with
    what was corrected since."""
    numbers = minutes.of_meeting(meeting).entries
    entries = MinuteEntry.objects.filter(pk__in=numbers).select_related("item__meeting")
    by_pk = {entry.pk: entry for entry in entries}
    if meeting.minutes_are_approved:
        states = _corrected(meeting)
    else:
        stamps = history.stamps(list(by_pk.values()))
        states = {pk: (entry.text, stamps[pk]) for pk, entry in by_pk.items()}
    return [
        Known(by_pk[pk], number, *states.get(pk, (by_pk[pk].text, "none")))
        for pk, number in numbers.items()
        if pk in by_pk
    ]


def _corrected(meeting: Meeting) -> dict[int, tuple[str, str]]:
    """How corrected minutes read now, and which correction says so."""
    rows = Correction.objects.filter(entry__item__meeting=meeting).order_by("pk")
    return {row.entry_id: (row.reads, str(row.pk)) for row in rows}


@dataclass(frozen=True, slots=True)
class Shown:
    """A correction before it is agreed to: the minute, and its words before and after."""

    number: str
    runs: Sequence[Run]
    is_public: bool


def shown(readings: Readings) -> list[Shown]:
    """What would change, word by word."""
    return [
        Shown(known.number, word_changes(known.reads, reads), is_public(known.entry))
        for known, reads in readings
    ]


def points(readings: Readings, others: Iterable[str] = ()) -> list[str]:
    """What the minutes of the agreeing meeting will say of them."""
    corrected = [
        corrections.Point(known.number, reads, is_public(known.entry)) for known, reads in readings
    ]
    return corrections.points(corrected, others)


def is_public(entry: MinuteEntry) -> bool:
    """Whether anyone may read a minute; its item comes with it."""
    return not (entry.restricted_under or entry.item.restricted_under)

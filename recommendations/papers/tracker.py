"""The tracker: what is new since the last meeting, overdue, open, and closed since.

It says how things stand on the last day to publish the agenda, as far as the record goes: before
the agenda is published as it goes now, after that as it went then, from history. So it says the
same ever after, and publishing the pack that it is in changes nothing in it.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone

from meetings import notice
from meetings.models import Meeting
from pcp_scrutiny.panel.models import Panel

from .. import register, states
from ..models import DueDateRevision, Recommendation, Response
from ..register.past import rows_at
from .minuted import Minuted, minuted

MOST_LETTERS = 320
"""Of a promise that is not told by the words that decide it."""


CLOSED = "closed"


class Slip(NamedTuple):
    """A revision of the due date, the day it was agreed, and why."""

    due_on: date
    decided_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Line:
    """One recommendation. ``promise`` are the words of the answer that decide it. The panel's
    judgement may be less public than what it judges."""

    position: register.Position
    minuted: Minuted | None
    slips: Sequence[Slip]
    promise: str
    judgement_is_public: bool = True

    @property
    def url(self) -> str:
        """The recommendation's page."""
        return reverse("recommendations:detail", args=[self.position.pk])

    @property
    def restricted_under(self) -> int | None:
        """The paragraph of Schedule 12A under which it is not for publication."""
        return self.minuted.restricted_under if self.minuted else None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the tracker: ``key`` tells it apart, ``what`` says what is in it, ``none`` is said
    where nothing is."""

    key: str
    title: str
    what: str
    none: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Tracker:
    """All that the tracker says. ``since`` is the day of the last meeting, if there was one."""

    on: date
    since: date | None
    parts: Sequence[Part]

    @property
    def open(self) -> int:
        """How many of those shown the Panel has not closed."""
        return sum(len(part.lines) for part in self.parts if part.key != CLOSED)

    @property
    def total(self) -> int:
        """How many recommendations it shows."""
        return sum(len(part.lines) for part in self.parts)


def read(meeting: Meeting, *, is_public: bool) -> Tracker:
    """The tracker for a meeting, for the public or in full."""
    on, as_at = moment_of(meeting)
    book = register.book(on=on, as_at=as_at, is_public=is_public)
    openly = book if is_public else register.book(on=on, as_at=as_at, is_public=True)
    since = _last_meeting(meeting, on)
    grouped: dict[str, list[register.Position]] = defaultdict(list)
    for position in book:
        if position.raised_on <= on and (key := _part_of(position, since)):
            grouped[key].append(position)
    lines = _lines([p for found in grouped.values() for p in found], openly, on=on, as_at=as_at)
    parts = [
        Part(key, title, what, none, [lines[position.pk] for position in grouped[key]])
        for key, title, what, none in PARTS
    ]
    return Tracker(on, since, parts)


PARTS = (
    ("overdue", "Overdue", "No response by the day it was due", "No response is overdue."),
    (
        "new",
        "New since the last meeting",
        "Raised at the last meeting or since, and not overdue",
        "Nothing that was raised at the last meeting or since waits in time.",
    ),
    (
        "open",
        "Open from earlier meetings",
        "Raised before the last meeting, and not closed",
        "Nothing raised before the last meeting is still open.",
    ),
    (
        CLOSED,
        "Closed since the last meeting",
        "Closed by the Panel at the last meeting or since",
        "The Panel closed nothing at the last meeting or since.",
    ),
)


def moment_of(meeting: Meeting) -> tuple[date, datetime | None]:
    """The day whose positions are shown, and the moment whose record they are worked out from:
    None for the record as it now stands."""
    panel = Panel.current()
    day = notice.last_day_to_publish(meeting.day, days=panel.notice_days, nation=panel.nation)
    if meeting.published_on is None:
        return day, None
    return day, _published_at(meeting, meeting.published_on)


def _published_at(meeting: Meeting, day: date) -> datetime:
    """When the agenda was recorded as published on that day. The end of the day where that was
    recorded on another: a meeting brought in from an archive, or entered the morning after."""
    told = meeting.history.filter(published_on=day).order_by("history_id")
    at = told.values_list("history_date", flat=True).first()
    if at is not None and timezone.localtime(at).date() == day:
        return at
    return timezone.make_aware(datetime.combine(day, time.max))


def _last_meeting(meeting: Meeting, on: date) -> date | None:
    """The day of the last meeting that was held, which is one with minutes."""
    before = Meeting.objects.filter(starts_at__lt=meeting.starts_at, items__entries__isnull=False)
    starts = before.order_by("-starts_at").values_list("starts_at", flat=True).distinct()
    days = (timezone.localtime(start).date() for start in starts)
    return next((day for day in days if day <= on), None)


def _part_of(position: register.Position, since: date | None) -> str:
    """The part it stands in: one only. Empty for what was closed before."""
    if not position.is_open:
        closed_since = since is None or (position.judged_on or since) >= since
        return "closed" if closed_since else ""
    if position.response == states.Response.OVERDUE:
        return "overdue"
    return "new" if since is None or position.raised_on >= since else "open"


def _lines(
    found: Sequence[register.Position],
    openly: register.Book,
    *,
    on: date,
    as_at: datetime | None,
) -> Mapping[int, Line]:
    pks = [position.pk for position in found]
    minutes = _minutes(pks)
    slips = _slips(pks, on=on, as_at=as_at)
    promises = _promises([p.answer for p in found if p.answer is not None], as_at)
    return {
        position.pk: Line(
            position=position,
            minuted=minutes.get(position.pk),
            slips=slips.get(position.pk, ()),
            promise=promises.get(position.answer or 0, ""),
            judgement_is_public=position.pk not in openly
            or _judged(openly[position.pk]) == _judged(position),
        )
        for position in found
    }


def _judged(position: register.Position) -> tuple[str, date | None]:
    """What the line says of the judgement: what was decided, and the day."""
    return position.judgement, position.judged_on


def _minutes(pks: Collection[int]) -> Mapping[int, Minuted]:
    raised = Recommendation.objects.filter(pk__in=pks).select_related("raised_in__item__meeting")
    entries = {recommendation.pk: recommendation.raised_in for recommendation in raised}
    known = minuted(entries.values())
    return {pk: known[entry.pk] for pk, entry in entries.items()}


def _slips(
    pks: Collection[int], *, on: date, as_at: datetime | None
) -> Mapping[int, Sequence[Slip]]:
    told = DueDateRevision.objects.order_by() if as_at is None else rows_at(DueDateRevision, as_at)
    rows = told.filter(recommendation__in=pks, decided_on__lte=on).order_by("decided_on", "id")
    found: dict[int, list[Slip]] = defaultdict(list)
    for pk, *slip in rows.values_list("recommendation_id", "due_on", "decided_on", "reason"):
        found[pk].append(Slip(*slip))
    return found


def _promises(answers: Collection[int], as_at: datetime | None) -> Mapping[int, str]:
    told = Response.objects.order_by() if as_at is None else rows_at(Response, as_at)
    rows = told.filter(id__in=answers).values_list("id", "reason", "text")
    return {pk: reason or _shortened(text) for pk, reason, text in rows}


def _shortened(text: str) -> str:
    """The beginning of a text, cut between words."""
    words = " ".join(text.split())
    if len(words) <= MOST_LETTERS:
        return words
    return f"{words[:MOST_LETTERS].rpartition(' ')[0]} …"

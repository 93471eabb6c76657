"""A meeting's life as it stands in the record: the facts that ``life.py`` decides on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from pcp_scrutiny.panel.models import Panel

from . import life, minutes
from .actions import voting
from .agenda import publication
from .models import (
    Action,
    AgendaItem,
    Attendance,
    Declaration,
    Exclusion,
    Meeting,
    MinuteEntry,
    PanelMember,
)
from .people import quorum

COUNTING = (Attendance.Capacity.MEMBER, Attendance.Capacity.SUBSTITUTE)


def facts(meeting: Meeting, *, now: datetime) -> life.Facts:
    """What the rules ask about a meeting; one query."""
    return life.Facts(
        state=meeting.state,
        starts_at=meeting.starts_at,
        day=meeting.day,
        now=now,
        today=timezone.localdate(now),
        has_entries=MinuteEntry.objects.filter(item__meeting=meeting).exists(),
    )


def sitting(meeting: Meeting) -> life.Sitting:
    """A meeting as the rules on approval ask about it."""
    return life.Sitting(meeting.pk, meeting.starts_at, meeting.day, meeting.state)


def missing(meeting: Meeting) -> list[str]:
    """What a meeting's draft minutes still lack, in sentences."""
    panel = Panel.current()
    numbers = minutes.of_meeting(meeting, panel=panel).entries
    nobody = Action.objects.filter(entry__item__meeting=meeting, owner="")
    ending = Exclusion.objects.filter(entry__item__meeting=meeting, until=None)
    return life.missing(
        life.Draft(
            without_owner=_numbered(numbers, nobody),
            still_excluding=_numbered(numbers, ending),
            without_summary=_without_summary(meeting),
            without_circumstances=_without_circumstances(meeting, panel),
            has_attendance=meeting.attendances.filter(sent_apologies=False).exists(),
            is_closed=meeting.closed_at is not None,
            quorum=inquorate(meeting, panel=panel),
            numbered_alike=[
                f"{other.day.day} {other.day:%B %Y}"
                for other in minutes.numbered_alike(meeting, panel=panel)
            ],
        )
    ) + [
        f"Minute {numbers[pk]}: {sentence}"
        for pk, sentences in voting.doubts_at(meeting).items()
        for sentence in sentences
        if pk in numbers
    ]


def _numbered(numbers: Mapping[int, str], parts: QuerySet) -> list[str]:
    """The numbers of the minutes that these belong to, in the order of the minutes."""
    entries = set(parts.values_list("entry_id", flat=True))
    return [number for pk, number in numbers.items() if pk in entries]


def _without_summary(meeting: Meeting) -> list[str]:
    """The items of which something is minuted in private, and that the public is told nothing
    of."""
    private = meeting.items.filter(public_summary="", entries__restricted_under__isnull=False)
    rows = private.order_by("position").values_list("position", "number").distinct()
    return [number for _, number in rows]


def _without_circumstances(meeting: Meeting, panel: Panel) -> list[str]:
    """The items that were urgent, or published too late for anything else, without a word of
    why."""
    clock = publication.clock_of(meeting, panel)
    late = meeting.items.filter(Q(is_urgent=True) | Q(published_on__isnull=False))
    return [
        item.number
        for item in late.order_by("position", "pk")
        if not item.special_circumstances.strip()
        and (item.is_urgent or clock.short_by(item.published_on))
    ]


def out_since(meeting: Meeting) -> str:
    """The number of the minute by which the public is out of a meeting in progress; empty where
    they are not. One query, and the numbers where someone excluded them."""
    if meeting.state != Meeting.State.IN_PROGRESS:
        return ""
    running = Exclusion.objects.filter(entry__item__meeting=meeting, until=None)
    if not running.exists():
        return ""
    return next(iter(_numbered(minutes.of_meeting(meeting).entries, running)), "")


def inquorate(meeting: Meeting, *, panel: Panel | None = None) -> str:
    """That a meeting was not quorate, or at which items it was not; empty where it was, and where
    nobody is recorded yet."""
    return quorum.shortfall(quorum_of(meeting, panel=panel or Panel.current()))


def quorum_of(meeting: Meeting, *, panel: Panel) -> quorum.Quorum:
    """How it stood with the quorum of a meeting; four queries."""
    return reckon(
        meeting,
        list(meeting.items.order_by("position", "pk")),
        meeting.attendances.all(),
        Declaration.objects.filter(meeting=meeting, withdrew=True),
        panel=panel,
    )


def reckon(
    meeting: Meeting,
    items: Sequence[AgendaItem],
    attendances: Iterable[Attendance],
    declarations: Iterable[Declaration],
    *,
    panel: Panel,
) -> quorum.Quorum:
    """The same where they are read already, the items in their order; one query."""
    places = {item.pk: place for place, item in enumerate(items)}
    withdrew = _withdrew(declarations, items)
    seats = [
        quorum.Seat(
            joined=places.get(row.joined_at_id),
            left=places.get(row.left_at_id),
            withdrew=withdrew.get(_bare(row.name), frozenset()),
        )
        for row in attendances
        if row.capacity in COUNTING and not row.sent_apologies
    ]
    return quorum.reckon(
        [quorum.Item(place, item.number) for place, item in enumerate(items)],
        seats,
        members=PanelMember.objects.serving(meeting.day).count(),
        one_in=panel.quorum_one_in,
        least=panel.quorum_least,
    )


def _withdrew(
    declarations: Iterable[Declaration], items: Iterable[AgendaItem]
) -> dict[str, set[int]]:
    """The places of the items that people left for a declared interest, by name. Who leaves for
    an item leaves for its parts."""
    left: dict[int, set[str]] = {}
    for declared in declarations:
        if declared.withdrew:
            left.setdefault(declared.item_id, set()).add(_bare(declared.name))
    by_name: dict[str, set[int]] = {}
    of_whole: set[str] = set()
    for place, item in enumerate(items):
        own = left.get(item.pk, set())
        of_whole = of_whole if item.is_part else own
        for name in own | of_whole:
            by_name.setdefault(name, set()).add(place)
    return by_name


def _bare(name: str) -> str:
    return " ".join(name.split()).casefold()

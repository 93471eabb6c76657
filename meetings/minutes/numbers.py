"""The numbers of minutes as the record has them, in the panel's style (numbering.py)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from django.db.models import Q

from pcp_scrutiny.panel.models import Panel

from .. import numbering
from ..models import AgendaItem, Meeting, MinuteEntry
from ..numbering import BY_ITEM, BY_YEAR, Item, Numbers, Sitting


def numbers_of(entries: Iterable[MinuteEntry], *, panel: Panel | None = None) -> dict[int, str]:
    """The number of each minute by its primary key: "7.2", "12/26.1", "58". The entries come with
    their item and its meeting. Two queries however many they are, three where minutes are numbered
    on from meeting to meeting; one less with the ``panel``."""
    known = list(entries)
    if not known:
        return {}
    of = {entry.item.meeting_id: entry.item.meeting for entry in known}
    found = _numbers(of.values(), panel, only={entry.item_id for entry in known})
    every = {pk: number for numbers in found.values() for pk, number in numbers.entries.items()}
    return {entry.pk: every[entry.pk] for entry in known if entry.pk in every}


def of_meeting(meeting: Meeting, *, panel: Panel | None = None) -> Numbers:
    """The numbers of all the minutes of a meeting, and of its items. As many queries."""
    return _numbers([meeting], panel)[meeting.pk]


def style_of(meeting: Meeting, panel: Panel) -> str:
    """How the minutes of a meeting are numbered: as they were when their draft was finished, or as
    the panel does now."""
    return meeting.numbered or panel.minute_numbers


def first_of(meeting: Meeting, *, panel: Panel | None = None) -> int | None:
    """The number of a meeting's first minute; None where each item begins anew."""
    panel = panel or Panel.current()
    if style_of(meeting, panel) == BY_ITEM:
        return None
    return _numbers([meeting], panel)[meeting.pk].first


def following_of(meeting: Meeting, *, panel: Panel | None = None) -> str:
    """The number of a meeting's first minute if it goes on from the meeting before, as it is
    written; "" where each item begins anew."""
    panel = panel or Panel.current()
    style = style_of(meeting, panel)
    first = str(_numbers([meeting], panel, anew=meeting.pk)[meeting.pk].first)
    return {BY_ITEM: "", BY_YEAR: f"{first}/{meeting.day.year % 100:02}"}.get(style, first)


def numbered_alike(meeting: Meeting, *, panel: Panel | None = None) -> list[Meeting]:
    """The later meetings whose minutes are finished, and have some of the numbers that the minutes
    of this one have: they were finished before its own were all there. One query where each item
    begins anew, four otherwise."""
    panel = panel or Panel.current()
    own = _sitting(meeting, panel)
    if own.style == BY_ITEM:
        return []
    finished = Meeting.objects.filter(starts_at__gt=meeting.starts_at, numbered=own.style)
    later = [
        one
        for one in finished.exclude(first_number=None).order_by("starts_at", "pk")
        if one.minutes_are_finished and _sitting(one, panel).series == own.series
    ]
    found = _numbers([meeting, *later], panel)
    return [one for one in later if _overlap(found[meeting.pk], found[one.pk])]


def _overlap(some: Numbers, others: Numbers) -> bool:
    return max(some.first, others.first) < min(some.then, others.then)


def settle(meeting: Meeting, *, panel: Panel | None = None) -> Meeting:
    """Fix how the minutes of a meeting are numbered, from which number on, and how they name the
    office, when their draft is finished: what people quote stays what it was. The meeting is not
    saved."""
    panel = panel or Panel.current()
    meeting.office_title = meeting.office_title or panel.office_title
    meeting.first_number = first_of(meeting, panel=panel)
    meeting.numbered = style_of(meeting, panel)
    return meeting


def _numbers(
    meetings: Iterable[Meeting],
    panel: Panel | None,
    *,
    only: Collection[int] | None = None,
    anew: int | None = None,
) -> dict[int, Numbers]:
    """The numbers of these meetings; ``only`` under those items, where the others do not count.
    The first number set for the meeting ``anew`` is passed over."""
    panel = panel or Panel.current()
    sittings = [_sitting(meeting, panel) for meeting in {one.pk: one for one in meetings}.values()]
    by_item = {sitting.pk for sitting in sittings if sitting.style == BY_ITEM}
    if len(by_item) < len(sittings):
        everything = [_sitting(one, panel) for one in _in_order()]
        everything = [replace(one, first=None) if one.pk == anew else one for one in everything]
        needed = numbering.to_count(everything, {sitting.pk for sitting in sittings})
        sittings = [sitting for sitting in everything if sitting.pk in needed]
    counted = {sitting.pk for sitting in sittings} - by_item
    which = Q(meeting__in=by_item) if only is None else Q(pk__in=only)
    return numbering.number_all(sittings, _items(which | Q(meeting__in=counted)))


def _in_order() -> Iterable[Meeting]:
    fields = ("starts_at", "numbered", "first_number")
    return Meeting.objects.order_by("starts_at", "pk").only(*fields)


def _sitting(meeting: Meeting, panel: Panel) -> Sitting:
    style = style_of(meeting, panel)
    return Sitting(meeting.pk, meeting.day.year, style, meeting.first_number)


def _items(which: Q) -> Mapping[int, list[Item]]:
    """Items by their meeting, in order, with their entries. One query."""
    rows = (
        AgendaItem.objects.filter(which)
        .order_by("meeting", "position", "pk", "entries__position", "entries__pk")
        .values_list("meeting", "pk", "number", "is_part", "entries__pk", "entries__level")
    )
    items: dict[int, list[Item]] = defaultdict(list)
    for (meeting, *item), said in groupby(rows, key=lambda row: row[:4]):
        entries = tuple((pk, level) for *_, pk, level in said if pk is not None)
        items[meeting].append(Item(*item, entries))
    return items

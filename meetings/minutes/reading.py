"""The minutes of a meeting as people read them: one reading for the screen, print and Word.

The public's reading is made from ``.public()`` querysets; of what is restricted it holds only the
place, the paragraph of Schedule 12A, and the summary that was written for the public (Local
Government Act 1972 s.100C(2)).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from django.db.models import QuerySet

from pcp_scrutiny.panel.models import Panel

from ..minuting import agreed, votes
from ..models import (
    AgendaItem,
    Correction,
    Declaration,
    Meeting,
    MinuteEntry,
)
from ..numbering import Numbers
from ..people import offices
from . import words
from .numbers import numbers_of, of_meeting
from .parts import Corrected, Minute, MinutedItem, Minutes, Run, out_since_after


@dataclass(frozen=True, slots=True)
class _Said:
    """What the items of a meeting are read with."""

    numbers: Numbers
    entries: Mapping[int, Sequence[MinuteEntry]]
    declared: Mapping[int | None, Sequence[Declaration]]
    corrected: Mapping[int, tuple[Corrected, ...]]
    withheld: Mapping[int, Mapping[int, int]]


def read(meeting: Meeting, *, is_public: bool, office: str, panel: Panel | None = None) -> Minutes:
    """The minutes as the public, or as those who work with the record, may read them.

    ``office`` is the title of the office that the panel scrutinises."""
    numbers = of_meeting(meeting, panel=panel)
    items, declared = meeting.items.all(), meeting.declarations.all()
    every = MinuteEntry.objects.filter(item__meeting=meeting)
    corrections = Correction.objects.filter(entry__item__meeting=meeting)
    entries, hidden, places = every, {}, []
    if is_public:
        places = list(_places(items, numbers))
        hidden = _withheld(every)
        items, declared, entries = items.public(), declared.public(), every.public()
        corrections = corrections.filter(
            entry__in=entries, agreed_in__in=MinuteEntry.objects.public()
        )
    # What comes while this is read has no number yet, and is left for the next reading.
    known = {item.pk: item for item in items if item.pk in numbers.items}
    whole = entries.select_related("vote", "action", "exclusion", "readmission")
    entries = [
        entry
        for entry in whole.order_by("position", "pk")
        if entry.item_id in known and entry.pk in numbers.entries
    ]
    _put_under(entries, known, meeting)
    agreed.as_agreed(meeting, entries)
    corrected, approved_by = _agreed(corrections, meeting, panel)
    said = _Said(numbers, _by_item(entries), _by_item(declared), corrected, hidden)
    attendances = list(
        meeting.attendances.select_related("member", "substitute_for", "joined_at", "left_at")
    )
    minuted = [_item(item, said, is_public=is_public) for item in known.values()]
    return Minutes(
        meeting=meeting,
        present=words.present(
            attendances,
            meeting.office_title or office,
            positions=offices.positions(meeting, attendances),
        ),
        apologies=[words.person(row) for row in attendances if row.sent_apologies],
        declarations=said.declared.get(None, ()),
        items=_since_out(_in_order([*minuted, *places], meeting), meeting),
        numbers=numbers,
        approved_by=approved_by,
        is_public=is_public,
        entries=entries,
        attendances=attendances,
    )


def _in_order(items: Iterable[MinutedItem], meeting: Meeting) -> list[MinutedItem]:
    """The items in their order; of those without minutes it is said, unless their parts follow."""
    order = sorted(items, key=lambda minuted: minuted.position)
    has_parts = [
        following.is_part and not minuted.is_part for minuted, following in pairwise(order)
    ]
    return [
        minuted
        if minuted.item is None or minuted.runs or minuted.declarations or has_part
        else replace(minuted, nothing=words.nothing(meeting))
        for minuted, has_part in zip(order, [*has_parts, False], strict=False)
    ]


def _since_out(items: Iterable[MinutedItem], meeting: Meeting) -> list[MinutedItem]:
    """Each item with the minute by which the public is out as it begins, until the minutes are
    finished."""
    if meeting.minutes_are_finished:
        return list(items)
    since, found = "", []
    for minuted in items:
        found.append(replace(minuted, out_since=since) if since else minuted)
        since = out_since_after(minuted.minutes, since)
    return found


def _places(items: Iterable[AgendaItem], numbers: Numbers) -> Iterator[MinutedItem]:
    """The restricted items as the public may know of them."""
    fields = ("pk", "position", "restricted_under", "public_summary", "is_part")
    withheld = items.exclude(restricted_under=None)
    for pk, position, why, summary, is_part in withheld.values_list(*fields):
        if number := numbers.items.get(pk):
            yield MinutedItem(
                number,
                position,
                restricted_under=why,
                public_summary=summary,
                is_part=is_part,
            )


def _withheld(entries: Iterable[MinuteEntry]) -> dict[int, dict[int, int]]:
    """Of each open item, the entries that are withheld, and under which paragraph."""
    hidden: dict[int, dict[int, int]] = defaultdict(dict)
    rows = entries.filter(item__restricted_under=None).exclude(restricted_under=None)
    for item, pk, why in rows.values_list("item", "pk", "restricted_under"):
        hidden[item][pk] = why
    return hidden


def _put_under(
    entries: Iterable[MinuteEntry], items: Mapping[int, AgendaItem], meeting: Meeting
) -> None:
    """Let entries and items know the item and the meeting they belong to: they are there."""
    for item in items.values():
        item.meeting = meeting
    for entry in entries:
        entry.item = items[entry.item_id]


def _by_item(things: Iterable) -> dict[int | None, list]:
    under: dict[int | None, list] = defaultdict(list)
    for thing in things:
        under[thing.item_id].append(thing)
    return under


def _agreed(
    corrections: QuerySet[Correction], meeting: Meeting, panel: Panel | None
) -> tuple[dict[int, tuple[Corrected, ...]], str]:
    """What later meetings corrected, by entry, and the number of the minute that approved."""
    # Most meetings have none, and the question for all that belongs to one is long.
    there = list(corrections.order_by("pk").values_list("pk", flat=True))
    whole = Correction.objects.select_related("entry", "agreed_in__item__meeting")
    rows = list(whole.filter(pk__in=there).order_by("pk")) if there else []
    later = [row.agreed_in for row in rows]
    if meeting.approved_in_id:
        later.append(
            MinuteEntry.objects.select_related("item__meeting").get(pk=meeting.approved_in_id)
        )
    numbers = numbers_of(later, panel=panel)
    found: dict[int, tuple[Corrected, ...]] = defaultdict(tuple)
    for row in rows:
        is_made = row.entry.text.strip() == row.reads.strip()
        found[row.entry_id] += (
            Corrected(
                words.corrected(row, numbers.get(row.agreed_in_id, "")),
                row.said if is_made else row.reads,
                is_made,
                row.agreed_in.get_absolute_url(),
            ),
        )
    return found, numbers.get(meeting.approved_in_id or 0, "")


def _item(item: AgendaItem, said: _Said, *, is_public: bool) -> MinutedItem:
    minutes = [_minute(entry, said) for entry in said.entries.get(item.pk, ())]
    runs = _left_out(item, minutes, said) if is_public else _runs(item, minutes)
    return MinutedItem(
        number=said.numbers.items[item.pk],
        position=item.position,
        item=item,
        restricted_under=item.restricted_under,
        public_summary=item.public_summary,
        runs=runs,
        declarations=said.declared.get(item.pk, ()),
        is_part=item.is_part,
    )


def _runs(item: AgendaItem, minutes: Iterable[Minute]) -> list[Run]:
    """For those who may read everything; what its item withholds is no run of its own."""
    runs, summary = [], item.public_summary
    for why, run in groupby(
        minutes, key=lambda m: None if item.restricted_under else m.entry.restricted_under
    ):
        said = list(run)
        place = words.span([minute.number for minute in said])
        runs.append(Run(said, why, place, summary if why else ""))
        summary = "" if why else summary
    return runs


def _left_out(item: AgendaItem, minutes: Sequence[Minute], said: _Said) -> list[Run]:
    """For the public: in the place of what is withheld its numbers and why; the first time, what
    the public may know of it."""
    hidden = said.withheld.get(item.pk, {})
    public = {minute.entry.pk: minute for minute in minutes}
    order = [pk for pk in said.numbers.under[item.pk] if pk in public or pk in hidden]
    runs, summary = [], item.public_summary
    for why, run in groupby(order, key=hidden.get):
        pks = list(run)
        if why is None:
            runs.append(Run([public[pk] for pk in pks]))
        else:
            place = words.span([said.numbers.entries[pk] for pk in pks])
            runs.append(Run((), why, place, summary))
            summary = ""
    return runs


def _minute(entry: MinuteEntry, said: _Said) -> Minute:
    lead, text = words.lead_and_text(entry)
    vote = getattr(entry, "vote", None)
    return Minute(
        number=said.numbers.entries[entry.pk],
        entry=entry,
        lead=lead,
        text=text,
        vote=votes.of(vote) if vote else "",
        action=getattr(entry, "action", None),
        public=words.of_the_public(entry),
        corrections=said.corrected.get(entry.pk, ()),
    )

"""The minutes of a meeting as people read them: one reading for the screen and for print.

The public's reading is made from ``.public()`` querysets; of what is restricted it holds only the
item's place and the paragraph of Schedule 12A.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from . import numbering, votes
from .models import Action, AgendaItem, Attendance, Declaration, Meeting, MinuteEntry

LEADS = {
    MinuteEntry.Kind.ADVICE: "Advice:",
    MinuteEntry.Kind.RESOLUTION: "RESOLVED:",
    MinuteEntry.Kind.RECOMMENDATION: "Recommendation:",
    MinuteEntry.Kind.ACTION: "Action:",
    MinuteEntry.Kind.UNDERTAKING: "Undertaking:",
}
TYPED_LEAD = re.compile(
    r"\s*\**(?:(?:it was )?resolved|advice|recommendation|action|undertaking)\**\s*:\**\s*",
    re.IGNORECASE,
)
RESOLVED = re.compile(r"\bRESOLVED\b:?")
# In the order the minutes name them; {office} is the title of the office scrutinised.
PRESENT = {
    Attendance.Capacity.MEMBER: "Members present",
    Attendance.Capacity.SUBSTITUTE: "Substitute members",
    Attendance.Capacity.OFFICE: "{office} and staff",
    Attendance.Capacity.OFFICER: "Officers supporting the panel",
    Attendance.Capacity.OTHER: "Also present",
}


@dataclass(frozen=True, slots=True)
class Minute:
    """An entry with its number. ``lead`` stands in bold before ``text``."""

    number: str
    entry: MinuteEntry
    lead: str
    text: str
    vote: str = ""
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class MinutedItem:
    """An item with its minutes. One withheld has no ``item``, only ``restricted_under`` and
    ``public_summary``. ``position`` is its place on the agenda."""

    number: str
    position: int
    item: AgendaItem | None = None
    restricted_under: int | None = None
    public_summary: str = ""
    minutes: Sequence[Minute] = ()
    declarations: Sequence[Declaration] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything the minutes of a meeting say."""

    meeting: Meeting
    present: Sequence[tuple[str, Sequence[Attendance]]]
    apologies: Sequence[Attendance]
    declarations: Sequence[Declaration]
    items: Sequence[MinutedItem]
    entries: Sequence[MinuteEntry] = field(default=())

    @property
    def is_draft(self) -> bool:
        """Whether they can still change."""
        return not self.meeting.minutes_are_approved


def read(meeting: Meeting, *, is_public: bool, office: str) -> Minutes:
    """The minutes as the public, or as those who work with the record, may read them.

    ``office`` is the title of the office that the panel scrutinises."""
    items, declared = meeting.items.all(), meeting.declarations.select_related("item")
    entries = MinuteEntry.objects.filter(item__meeting=meeting)
    withheld: list[tuple[str, int, int, str]] = []
    if is_public:
        withheld = list(items.withheld())
        items, declared, entries = items.public(), declared.public(), entries.public()
    entries = list(entries.select_related("item", "vote", "action").order_by("position", "pk"))
    declared = list(declared)
    attendances = list(meeting.attendances.all())
    return Minutes(
        meeting=meeting,
        present=_present(attendances, office),
        apologies=[row for row in attendances if row.sent_apologies],
        declarations=[row for row in declared if row.item_id is None],
        items=_items(items, entries, declared, withheld),
        entries=entries,
    )


def lead_and_text(entry: MinuteEntry) -> tuple[str, str]:
    """The bold words before an entry, said once even where the text was typed with them; a
    resolution that comes to RESOLVED after some other words has it bold where it stands."""
    kind = MinuteEntry.Kind(entry.kind)
    if entry.level or kind not in LEADS:
        return "", entry.text
    if typed := TYPED_LEAD.match(entry.text):
        return LEADS[kind], entry.text[typed.end() :]
    if kind == MinuteEntry.Kind.RESOLUTION and RESOLVED.search(entry.text):
        return "", RESOLVED.sub(r"**\g<0>**", entry.text)
    return LEADS[kind], entry.text


def _present(attendances: Iterable[Attendance], office: str) -> list[tuple[str, list[Attendance]]]:
    groups: dict[str, list[Attendance]] = {capacity: [] for capacity in PRESENT}
    for row in attendances:
        if not row.sent_apologies:
            groups[row.capacity].append(row)
    return [
        (PRESENT[Attendance.Capacity(key)].format(office=office), rows)
        for key, rows in groups.items()
        if rows
    ]


def _items(
    items: Iterable[AgendaItem],
    entries: Iterable[MinuteEntry],
    declarations: Iterable[Declaration],
    withheld: Iterable[tuple[str, int, int, str]],
) -> list[MinutedItem]:
    under: dict[int, list[MinuteEntry]] = defaultdict(list)
    for entry in entries:
        under[entry.item_id].append(entry)
    declared: dict[int | None, list[Declaration]] = defaultdict(list)
    for declaration in declarations:
        declared[declaration.item_id].append(declaration)
    read = [
        MinutedItem(
            number=item.number,
            position=item.position,
            item=item,
            restricted_under=item.restricted_under,
            public_summary=item.public_summary,
            minutes=_minutes(item.number, under[item.pk]),
            declarations=declared[item.pk],
        )
        for item in items
    ]
    read += [
        MinutedItem(number, position, restricted_under=why, public_summary=summary)
        for number, position, why, summary in withheld
    ]
    return sorted(read, key=lambda minuted: minuted.position)


def _minutes(item: str, entries: Sequence[MinuteEntry]) -> list[Minute]:
    numbers = numbering.numbers(item, (entry.level for entry in entries))
    return [_minute(number, entry) for number, entry in zip(numbers, entries, strict=True)]


def _minute(number: str, entry: MinuteEntry) -> Minute:
    lead, text = lead_and_text(entry)
    vote = getattr(entry, "vote", None)
    return Minute(
        number=number,
        entry=entry,
        lead=lead,
        text=text,
        vote=votes.of(vote) if vote else "",
        action=getattr(entry, "action", None),
    )

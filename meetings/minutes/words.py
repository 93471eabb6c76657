"""The words of the minutes: what stands before an entry, who was there and for how long, what was
withheld and what was corrected."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .. import exempt
from ..minuting import votes
from ..models import (
    AgendaItem,
    Attendance,
    Correction,
    Exclusion,
    Meeting,
    MinuteEntry,
    PanelMember,
)

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
OFFICES = (PanelMember.Position.CHAIR, PanelMember.Position.VICE_CHAIR)
# In the order the minutes name them; {office} is the title of the office scrutinised.
PRESENT = {
    Attendance.Capacity.MEMBER: "Members present",
    "co-opted": "Co-opted members present",
    Attendance.Capacity.SUBSTITUTE: "Substitute members present",
    Attendance.Capacity.OFFICE: "{office} and staff",
    Attendance.Capacity.OFFICER: "Officers supporting the panel",
    Attendance.Capacity.OTHER: "Also in attendance",
}


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who was there or sent apologies, and what is to be said of that: "for Councillor
    A", "joined during item 5"."""

    name: str
    role: str = ""
    remarks: str = ""
    is_in_the_chair: bool = False

    @property
    def named(self) -> str:
        """The name, and that they were in the chair."""
        return f"{self.name} (in the Chair)" if self.is_in_the_chair else self.name

    def __str__(self) -> str:
        if self.is_in_the_chair:  # no bracket after a bracket
            return f"{self.named}{f', {self.role}' if self.role else ''}"
        return self.name + (f" ({self.role})" if self.role else "")


def lead_and_text(entry: MinuteEntry) -> tuple[str, str]:
    """The bold words before an entry, said once even where the text was typed with them; a
    resolution that comes to RESOLVED after some other words has it bold where it stands."""
    kind = MinuteEntry.Kind(entry.kind)
    if entry.level or kind not in LEADS:
        return "", entry.text
    if kind == MinuteEntry.Kind.RESOLUTION and not votes.is_resolved(entry):
        return _not_carried(entry)
    if typed := TYPED_LEAD.match(entry.text):
        return LEADS[kind], entry.text[typed.end() :]
    if kind == MinuteEntry.Kind.RESOLUTION and RESOLVED.search(entry.text):
        return "", RESOLVED.sub(r"**\g<0>**", entry.text)
    return LEADS[kind], entry.text


def _not_carried(entry: MinuteEntry) -> tuple[str, str]:
    """A motion that was lost was moved, and not resolved."""
    typed = TYPED_LEAD.match(entry.text)
    text = entry.text[typed.end() :] if typed else entry.text
    return votes.lead(votes.cast_of(entry.vote)), RESOLVED.sub("moved", text)


def present(
    attendances: Iterable[Attendance], office: str, *, positions: Mapping[int, str] | None = None
) -> list[tuple[str, Sequence[Person]]]:
    """Those who were there, under the heading of each capacity, members in the order of their
    office. They come with the members and items that they name; ``positions`` are the offices of
    members on the day, by primary key, where those may be others than now."""
    there = [row for row in attendances if not row.sent_apologies]
    ranks = {row.pk: _rank(row, positions or {}) for row in there}
    there.sort(key=lambda row: ranks[row.pk])
    groups: dict[str, list[Person]] = {capacity: [] for capacity in PRESENT}
    for place, row in enumerate(there):
        presides = place == 0 and ranks[row.pk] < len(OFFICES)
        group = groups["co-opted" if row.is_co_opted else row.capacity]
        group.append(replace(person(row), is_in_the_chair=presides))
    return [(PRESENT[key].format(office=office), rows) for key, rows in groups.items() if rows]


def _rank(row: Attendance, positions: Mapping[int, str]) -> int:
    """The place of an office: the chair's first, then the vice-chair's."""
    if row.member is None or row.capacity != Attendance.Capacity.MEMBER:
        return len(OFFICES)
    position = positions.get(row.member.pk, row.member.position)
    return OFFICES.index(position) if position in OFFICES else len(OFFICES)


def person(row: Attendance) -> Person:
    """Someone as the minutes name them."""
    return Person(row.name, row.role, came_and_went(row))


def came_and_went(row: Attendance) -> str:
    """In whose place someone sat, during which items they joined and left, and what else is noted:
    "for Councillor A, joined during item 5 (Held up by floods)". The row comes with the member and
    the items."""
    remarks = [
        f"for {row.stands_in_for}" if row.stands_in_for else "",
        f"joined during item {row.joined_at.number}" if row.joined_at else "",
        f"left during item {row.left_at.number}" if row.left_at else "",
    ]
    said, note = ", ".join(filter(None, remarks)), row.note.strip().rstrip(".")
    return f"{said} ({note})" if said and note else said or row.note.strip()


def urgency(item: AgendaItem) -> str:
    """Why an item that was not published in time could be considered, as the minutes have to say
    (Local Government Act 1972 s.100B(4)(b)); empty for others."""
    circumstances = item.special_circumstances.strip()
    if not circumstances:
        return ""
    end = "" if circumstances.endswith((".", "!", "?")) else "."
    return (
        "The Chair was of the opinion that this item should be considered as a matter of urgency "
        f"because of special circumstances: {circumstances}{end}"
    )


def nothing(meeting: Meeting) -> str:
    """What stands under an item that has no minutes."""
    if meeting.minutes_are_finished:
        return "Nothing was minuted under this item."
    return "Nothing is minuted under this item yet."


def of_the_public(entry: MinuteEntry) -> str:
    """What an entry did to the public's place at the meeting; "" for most."""
    exclusion: Exclusion | None = getattr(entry, "exclusion", None)
    said = []
    if getattr(entry, "readmission", None) is not None:
        said.append("The public was let in again.")
    if exclusion is not None:
        paragraph = exempt.paragraph(exclusion.paragraph)
        said.append(f"The public was excluded from here on, under {paragraph}.")
    return " ".join(said)


def span(numbers: Sequence[str]) -> str:
    """The minutes left out, by number: "Minute 7.3", "Minutes 7.3 to 7.5"."""
    if len(numbers) == 1:
        return f"Minute {numbers[0]}"
    return f"Minutes {numbers[0]} to {numbers[-1]}"


def corrected(correction: Correction, number: str) -> str:
    """That a later meeting corrected a minute, and which."""
    day = correction.agreed_in.item.meeting.day
    by = f"Corrected by the meeting on {day.day} {day:%B %Y}"
    return f"{by} (minute {number})" if number else by

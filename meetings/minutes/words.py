"""The words of the minutes: what stands before an entry, who was there and for how long, what was
withheld and what was corrected."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .. import exempt
from ..minuting import votes
from ..models import Attendance, Correction, Exclusion, MinuteEntry

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

    def __str__(self) -> str:
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


def present(attendances: Iterable[Attendance], office: str) -> list[tuple[str, Sequence[Person]]]:
    """Those who were there, under the heading of each capacity. They come with the members and
    items that they name."""
    groups: dict[str, list[Person]] = {capacity: [] for capacity in PRESENT}
    for row in attendances:
        if not row.sent_apologies:
            groups["co-opted" if row.is_co_opted else row.capacity].append(person(row))
    return [(PRESENT[key].format(office=office), rows) for key, rows in groups.items() if rows]


def person(row: Attendance) -> Person:
    """Someone as the minutes name them."""
    return Person(row.name, row.role, came_and_went(row))


def came_and_went(row: Attendance) -> str:
    """In whose place someone sat, during which items they joined and left, and what else is noted:
    "for Councillor A, joined during item 5". The row comes with the member and the items."""
    remarks = [
        f"for {row.stands_in_for}" if row.stands_in_for else "",
        f"joined during item {row.joined_at.number}" if row.joined_at else "",
        f"left during item {row.left_at.number}" if row.left_at else "",
        row.note.strip(),
    ]
    return ", ".join(filter(None, remarks))


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

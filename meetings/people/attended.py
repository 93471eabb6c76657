"""Who was at a meeting, as its pages need them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from ..models import Attendance, Meeting

MEMBER, SUBSTITUTE = Attendance.Capacity.MEMBER, Attendance.Capacity.SUBSTITUTE


@dataclass(frozen=True, slots=True)
class Seat:
    """A member's place at a meeting as it is recorded: the member's row, and the row of whoever
    sat there instead."""

    row: Attendance | None = None
    substitute: Attendance | None = None

    @property
    def values(self) -> dict[str, str]:
        """What the form shows of it."""
        row, sitting = self.row, self.substitute or self.row
        return {
            "mark": "" if row is None else "apologies" if row.sent_apologies else "present",
            "note": row.note if row else "",
            "substitute": self.substitute.name if self.substitute else "",
            "joined": str(sitting.joined_at_id or "") if sitting else "",
            "left": str(sitting.left_at_id or "") if sitting else "",
        }


def seats(rows: Iterable[Attendance]) -> dict[int, Seat]:
    """The members' places at a meeting, by the member's primary key."""
    own: dict[int, Attendance] = {}
    instead: dict[int, Attendance] = {}
    for row in rows:
        if row.member_id and row.capacity == MEMBER:
            own[row.member_id] = row
        if row.substitute_for_id:
            instead[row.substitute_for_id] = row
    return {pk: Seat(own.get(pk), instead.get(pk)) for pk in {*own, *instead}}


def beside(rows: Sequence[Attendance], members: Iterable[int]) -> list[Attendance]:
    """Those recorded at a meeting who are not on the list of these members: who serves no longer,
    officers, the office, others."""
    listed = set(members)
    return [
        row for row in rows if row.member_id not in listed and row.substitute_for_id not in listed
    ]


def of_the_last(meeting: Meeting, rows: Iterable[Attendance]) -> QuerySet[Attendance]:
    """Those who were at the meeting before, are no members of the panel, and are not recorded at
    this one."""
    others = Attendance.objects.exclude(capacity__in=(MEMBER, SUBSTITUTE))
    before = others.filter(meeting__starts_at__lt=meeting.starts_at, sent_apologies=False)
    last = before.order_by("-meeting__starts_at").values_list("meeting_id", flat=True).first()
    there = [row.name for row in rows]
    return before.filter(meeting=last).exclude(name__in=there).order_by("capacity", "name")

"""Recording who was at a meeting, and who sat in whose place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.db import transaction

from pcp_scrutiny import history

from ..models import AgendaItem, Attendance, Meeting, PanelMember
from .locking import hold_open

CAME_AND_WENT = ("joined_at", "left_at")


@dataclass(frozen=True, slots=True)
class Mark:
    """How one member's seat is marked: present, apologies, or "" for neither. ``substitute`` is
    who sat there instead. ``joined_at`` and ``left_at`` are of whoever sat there."""

    member: PanelMember
    was: Literal["present", "apologies", ""]
    note: str = ""
    substitute: str = ""
    joined_at: AgendaItem | None = None
    left_at: AgendaItem | None = None


@transaction.atomic
def record_attendance(
    meeting: Meeting, *, marks: Iterable[Mark] = (), others: Iterable[Attendance] = (), by: Any
) -> int:
    """Record how members are marked, and who else was there; answer with how many records changed.
    Someone else who is recorded already is left as they are."""
    changed = mark_members(meeting, marks, by=by)
    there = {(row.capacity, row.name) for row in meeting.attendances.all()}
    for other in others:
        if (other.capacity, other.name) not in there:
            there.add((other.capacity, other.name))
            add_attendance(other, by=by)
            changed += 1
    return changed


@transaction.atomic
def mark_members(meeting: Meeting, marks: Iterable[Mark], *, by: Any) -> int:
    """Record how these members are marked, and who sat in their place; answer with how many
    records changed."""
    held = hold_open(meeting)
    rows = list(held.attendances.all())
    known = {row.member_id: row for row in rows if row.capacity == Attendance.Capacity.MEMBER}
    seated = {row.substitute_for_id: row for row in rows if row.substitute_for_id}
    changed = 0
    for mark in marks:
        _check(mark, held)
        member = mark.member.pk
        changed += _mark_member(held, known.get(member), mark, by=by)
        changed += _seat(held, seated.get(member), mark, by=by)
    return changed


def _check(mark: Mark, meeting: Meeting) -> None:
    if mark.substitute and mark.was != "apologies":
        raise ValidationError(
            f"{mark.member} cannot be stood in for by {mark.substitute} and be present as well. "
            "Mark their apologies, or take the substitute away."
        )
    who = mark.substitute or str(mark.member)
    check_order(who, mark.joined_at, mark.left_at, meeting)


def check_order(
    who: str, joined: AgendaItem | None, left: AgendaItem | None, meeting: Meeting
) -> None:
    """Refuse that someone left before they joined, or during an item of another meeting."""
    for item in (joined, left):
        if item is not None and item.meeting_id != meeting.pk:
            raise ValidationError(f"Item {item.number} is on the agenda of another meeting.")
    if said := left_too_early(who, joined, left):
        raise ValidationError(said)


def left_too_early(who: str, joined: AgendaItem | None, left: AgendaItem | None) -> str:
    """What is wrong where someone left before they joined; empty where they did not."""
    if joined is None or left is None or joined.position <= left.position:
        return ""
    return f"{who} cannot have left during item {left.number} and joined during {joined.number}"


def _mark_member(meeting: Meeting, row: Attendance | None, mark: Mark, *, by: Any) -> bool:
    if not mark.was:
        return _take_back(row, by=by)
    row = row or Attendance(
        meeting=meeting,
        member=mark.member,
        name=mark.member.name,
        capacity=Attendance.Capacity.MEMBER,
        role=_council(mark.member),
        is_co_opted=mark.member.is_co_opted,
    )
    fields: dict[str, Any] = {"sent_apologies": mark.was == "apologies", "note": mark.note}
    fields |= dict.fromkeys(CAME_AND_WENT)
    if mark.was == "present":
        fields |= {name: getattr(mark, name) for name in CAME_AND_WENT}
    why = "Apologies recorded" if fields["sent_apologies"] else "Marked present"
    return _keep(row, fields, why=why, by=by)


def _seat(meeting: Meeting, row: Attendance | None, mark: Mark, *, by: Any) -> bool:
    """Keep who sat in a member's place: for the member's council, as a member."""
    if not mark.substitute:
        return _take_back(row, by=by)
    row = row or Attendance(
        meeting=meeting,
        capacity=Attendance.Capacity.SUBSTITUTE,
        substitute_for=mark.member,
        stands_in_for=mark.member.name,
        role=_council(mark.member),
    )
    fields = {name: getattr(mark, name) for name in CAME_AND_WENT} | {"name": mark.substitute}
    return _keep(row, fields, why=f"Substitute for {mark.member}", by=by)


def _council(member: PanelMember) -> str:
    return member.authority or ("Co-opted member" if member.is_co_opted else "")


def _take_back(row: Attendance | None, *, by: Any) -> bool:
    if row is not None:
        history.delete(row, by=by, why="Attendance taken back")
    return row is not None


def _keep(row: Attendance, fields: dict[str, Any], *, why: str, by: Any) -> bool:
    if row.pk and all(getattr(row, name) == value for name, value in fields.items()):
        return False
    for name, value in fields.items():
        setattr(row, name, value)
    history.save(row, by=by, why=why)
    return True


@transaction.atomic
def add_attendance(attendance: Attendance, *, by: Any) -> Attendance:
    """Record someone who is not a serving member: a substitute, the office, an officer."""
    _check_row(attendance)
    return history.save(attendance, by=by, why="Attendance recorded")


@transaction.atomic
def change_attendance(attendance: Attendance, *, by: Any, seen: str | None = None) -> Attendance:
    """Change what is recorded of someone. Raises history.Stale."""
    _check_row(attendance)
    return history.save(attendance, by=by, why="Attendance changed", seen=seen)


def _check_row(row: Attendance) -> None:
    held = hold_open(row.meeting)
    check_order(row.name, row.joined_at, row.left_at, held)
    row.stands_in_for = row.substitute_for.name if row.substitute_for else ""
    if row.substitute_for_id is None:
        return
    others = held.attendances.exclude(pk=row.pk)
    if others.filter(member=row.substitute_for, sent_apologies=False).exists():
        raise ValidationError(
            f"{row.substitute_for} is marked as present, so {row.name} did not stand in for them. "
            "Mark their apologies first."
        )
    if there := others.filter(substitute_for=row.substitute_for).first():
        raise ValidationError(f"{there.name} is recorded as standing in for {row.substitute_for}.")


@transaction.atomic
def remove_attendance(attendance: Attendance, *, by: Any) -> None:
    """Take back that someone was there."""
    hold_open(attendance.meeting)
    history.delete(attendance, by=by, why="Attendance taken back")


def who_came_or_went(item: AgendaItem) -> str:
    """Who keeps an item on the agenda by having joined or left during it, in a sentence; empty
    where nobody did."""
    rows = item.meeting.attendances.all()
    names = [row.name for row in rows if item.pk in (row.joined_at_id, row.left_at_id)]
    if not names:
        return ""
    return (
        f"This item cannot be taken off the agenda: {', '.join(names)} joined or left during it. "
        "Change that on the attendance page first."
    )

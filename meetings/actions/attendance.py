"""Recording who was at a meeting."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from django.db import transaction

from pcp_scrutiny import history

from ..models import Attendance, Declaration, Meeting, PanelMember
from .locking import hold_open


@dataclass(frozen=True, slots=True)
class Mark:
    """How one member is marked: present, apologies, or "" for neither."""

    member: PanelMember
    was: Literal["present", "apologies", ""]
    note: str = ""


@transaction.atomic
def mark_members(meeting: Meeting, marks: Iterable[Mark], *, by: Any) -> int:
    """Record how these members are marked; answer with how many records changed."""
    held = hold_open(meeting)
    known = {row.member_id: row for row in held.attendances.filter(capacity="member")}
    return sum(_mark(held, known.get(mark.member.pk), mark, by=by) for mark in marks)


def _mark(meeting: Meeting, row: Attendance | None, mark: Mark, *, by: Any) -> bool:
    if not mark.was:
        if row is not None:
            history.delete(row, by=by, why="Attendance taken back")
        return row is not None
    new = row is None
    row = row or Attendance(
        meeting=meeting,
        member=mark.member,
        name=mark.member.name,
        capacity=Attendance.Capacity.MEMBER,
        role=mark.member.authority or ("Co-opted member" if mark.member.is_co_opted else ""),
    )
    before = (row.sent_apologies, row.note)
    row.sent_apologies, row.note = mark.was == "apologies", mark.note
    if not new and (row.sent_apologies, row.note) == before:
        return False
    history.save(row, by=by, why="Apologies recorded" if row.sent_apologies else "Marked present")
    return True


@transaction.atomic
def add_attendance(attendance: Attendance, *, by: Any) -> Attendance:
    """Record someone who is not a serving member: a substitute, the office, an officer."""
    hold_open(attendance.meeting)
    return history.save(attendance, by=by, why="Attendance recorded")


@transaction.atomic
def remove_attendance(attendance: Attendance, *, by: Any) -> None:
    """Take back that someone was there."""
    hold_open(attendance.meeting)
    history.delete(attendance, by=by, why="Attendance taken back")


@transaction.atomic
def add_declaration(declaration: Declaration, *, by: Any) -> Declaration:
    """Record an interest that someone declared."""
    hold_open(declaration.meeting)
    return history.save(declaration, by=by, why="Interest declared")


@transaction.atomic
def remove_declaration(declaration: Declaration, *, by: Any) -> None:
    """Take a declaration back."""
    hold_open(declaration.meeting)
    history.delete(declaration, by=by, why="Declaration taken back")

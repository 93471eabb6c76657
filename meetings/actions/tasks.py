"""What someone is to do: who, by when, and what was done. The minutes it was agreed in may be
approved by then: they go on saying what was agreed there (``meetings/minuting/agreed.py``)."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel

from ..models import Action, Meeting, MinuteEntry
from .locking import hold


def due_after(meeting: Meeting, due_on: date | None) -> None:
    """Raise ValidationError where something is to be done before the meeting it was agreed at."""
    if due_on and due_on < meeting.day:
        raise ValidationError(
            {"due_on": "It is to be done on or after the day of the meeting it was agreed at."}
        )


@transaction.atomic
def change_action(action: Action, *, by: Any, why: str = "", seen: str | None = None) -> Action:
    """Say who is to do it and by when. An undertaking that names nobody is the office's. Raises
    history.Stale, and ValidationError where the day is before the meeting it was agreed at."""
    meeting = hold(action.entry.item.meeting)
    due_after(meeting, action.due_on)
    if not action.owner and action.entry.kind == MinuteEntry.Kind.UNDERTAKING:
        action.owner = Panel.current().office_title
    history.save(action, by=by, why=why.strip() or "Who is to do it, or by when", seen=seen)
    if not meeting.minutes_are_approved:  # whoever minutes is sent the entry anew
        entry = MinuteEntry.objects.get(pk=action.entry_id)
        history.save(entry, by=by, why="Who is to do it, or by when")
    return action

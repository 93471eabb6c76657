"""What became of what was minuted: actions that are done."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from pcp_scrutiny import history

from ..models import Action


@transaction.atomic
def complete_action(action: Action, *, by: Any, seen: str | None = None) -> Action:
    """Record what was done and when. The minutes may be approved by then: it is no part of
    them."""
    if action.done_on and action.done_on < action.entry.item.meeting.day:
        raise ValidationError("It cannot have been done before the meeting it was agreed at.")
    return history.save(action, by=by, why="Recorded that it is done", seen=seen)

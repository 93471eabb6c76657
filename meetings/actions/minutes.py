"""Minutes as a whole: the meeting begun, their draft finished, their approval; actions done."""

from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from pcp_scrutiny import history

from ..models import Action, Meeting, MinuteEntry
from .locking import hold, hold_open


@transaction.atomic
def complete_action(action: Action, *, by: Any, seen: str | None = None) -> Action:
    """Record what was done and when. The minutes may be approved by then: it is no part of
    them."""
    if action.done_on and action.done_on < action.entry.item.meeting.day:
        raise ValidationError("It cannot have been done before the meeting it was agreed at.")
    return history.save(action, by=by, why="Recorded that it is done", seen=seen)


@transaction.atomic
def begin_meeting(meeting: Meeting, *, by: Any, now: datetime | None = None) -> Meeting:
    """Say that the meeting has begun."""
    held = hold(meeting)
    if held.state != Meeting.State.AGENDA_PUBLISHED:
        raise ValidationError("Only a meeting whose agenda is published and is to come can begin.")
    if held.day > timezone.localdate(now or history.now()):
        raise ValidationError("The meeting cannot begin before its day.")
    held.state = Meeting.State.IN_PROGRESS
    return history.save(held, by=by, why="Meeting begun")


@transaction.atomic
def finish_minutes(meeting: Meeting, *, by: Any, now: datetime | None = None) -> Meeting:
    """Say that the minutes are a complete draft, for the next meeting to approve."""
    held = hold_open(meeting)
    if held.state == Meeting.State.DRAFT_MINUTES:
        raise ValidationError("These minutes are a finished draft already.")
    if held.starts_at > (now or history.now()):
        raise ValidationError("The meeting has not been held yet.")
    if not MinuteEntry.objects.filter(item__meeting=held).exists():
        raise ValidationError("Nothing is minuted yet.")
    held.state = Meeting.State.DRAFT_MINUTES
    return history.save(held, by=by, why="Draft minutes finished")


@transaction.atomic
def approve_minutes(meeting: Meeting, *, on: date, by: Any) -> Meeting:
    """Record that the panel approved the minutes on that day. They never change after."""
    held = hold(meeting)
    if held.state != Meeting.State.DRAFT_MINUTES:
        raise ValidationError("Only minutes that are a finished draft can be approved.")
    if on < held.day:
        raise ValidationError("Minutes cannot be approved before the meeting they are of.")
    held.state = Meeting.State.APPROVED_MINUTES
    held.approved_at = timezone.make_aware(datetime.combine(on, time.min))
    return history.save(held, by=by, why=f"Minutes approved on {on.day} {on:%B %Y}")

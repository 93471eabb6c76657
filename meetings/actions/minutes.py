"""Taking minutes, and having them approved."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, ProtectedError
from django.utils import timezone

from pcp_scrutiny import history

from ..models import Action, Meeting, MinuteEntry, Vote
from .locking import hold, hold_open, next_position

Fields = Mapping[str, Any]


@transaction.atomic
def add_entry(
    entry: MinuteEntry, *, by: Any, vote: Fields | None = None, task: Fields | None = None
) -> MinuteEntry:
    """Minute something at the end of its item, with its vote or with who is to do it."""
    hold_open(entry.item.meeting)
    entry.position = next_position(entry.item.entries)
    history.save(entry, by=by, why="Minuted")
    _keep(Vote, entry, vote, by=by)
    _keep(Action, entry, task, by=by)
    return entry


@transaction.atomic
def change_entry(
    entry: MinuteEntry,
    *,
    by: Any,
    seen: str | None = None,
    vote: Fields | None = None,
    task: Fields | None = None,
) -> MinuteEntry:
    """Change a minute, its vote and its action; None takes the vote or the action away."""
    hold_open(entry.item.meeting)
    history.save(entry, by=by, why="Minute changed", seen=seen)
    _keep(Vote, entry, vote, by=by)
    _keep(Action, entry, task, by=by)
    return entry


@transaction.atomic
def remove_entry(entry: MinuteEntry, *, by: Any) -> None:
    """Take a minute away, unless something was recorded from it."""
    hold_open(entry.item.meeting)
    _keep(Vote, entry, None, by=by)
    _keep(Action, entry, None, by=by)
    try:
        history.delete(entry, by=by, why="Minute removed")
    except ProtectedError as protected:
        raise ValidationError(
            f"This minute cannot be removed: {history.referring(protected)} to it. Change its "
            "words instead. A judgement can be made to name another minute, on the page of its "
            "recommendation."
        ) from protected


def _keep(model: type[Model], entry: MinuteEntry, fields: Fields | None, *, by: Any) -> None:
    """Make the entry's record of that kind hold these fields, or be gone."""
    record = model.objects.filter(entry=entry).first()
    name = model._meta.verbose_name
    if fields is None:
        if record is not None:
            history.delete(record, by=by, why=f"{name.capitalize()} taken back")
        return
    changed = record is None
    record = record or model(entry=entry)
    for field, value in fields.items():
        changed = changed or getattr(record, field) != value
        setattr(record, field, value)
    if changed:
        history.save(record, by=by, why=f"{name.capitalize()} recorded")


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

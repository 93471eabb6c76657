"""The steps of a meeting's life: begun, closed, its draft finished, or back to notes."""

from datetime import datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from pcp_scrutiny import history
from pcp_scrutiny.components.templatetags.formats import time_gds

from .. import life, minutes, stages
from ..life import Step
from ..models import Meeting
from .locking import hold


def hold_for(step: Step, meeting: Meeting, *, now: datetime | None = None) -> Meeting:
    """Lock the meeting and answer with it as it now is, where it can take that step."""
    held = hold(meeting)
    if said := life.obstacle(step, stages.facts(held, now=now or history.now())):
        raise ValidationError(said)
    return held


@transaction.atomic
def begin_meeting(meeting: Meeting, *, by: Any, now: datetime | None = None) -> Meeting:
    """Say that the meeting has begun."""
    held = hold_for(Step.BEGIN, meeting, now=now)
    held.state = Meeting.State.IN_PROGRESS
    return history.save(held, by=by, why="Meeting begun")


@transaction.atomic
def close_meeting(
    meeting: Meeting,
    *,
    at: time,
    by: Any,
    seen: str | None = None,
    now: datetime | None = None,
) -> Meeting:
    """Say when the meeting closed, or put that right. Raises history.Stale."""
    held = hold_for(Step.CLOSE, meeting)
    began = timezone.localtime(_began(held))
    if said := life.obstacle_to_closing_at(at, began, now=now or history.now()):
        raise ValidationError({"closed_at": said})
    held.closed_at = at
    return history.save(held, by=by, why=f"Meeting closed at {time_gds(at)}", seen=seen)


def _began(meeting: Meeting) -> datetime:
    """When it began: at its time, or when that was said on its day before its time."""
    rows = meeting.history.filter(state=Meeting.State.IN_PROGRESS).order_by("history_id")
    said = rows.values_list("history_date", flat=True).first()
    if said and timezone.localdate(said) == meeting.day:
        return min(said, meeting.starts_at)
    return meeting.starts_at


@transaction.atomic
def finish_minutes(meeting: Meeting, *, by: Any, now: datetime | None = None) -> Meeting:
    """Say that the minutes are a complete draft, for the next meeting to approve. Their numbers
    are fixed, so that what people quote stays what it was."""
    held = hold_for(Step.FINISH, meeting, now=now)
    minutes.settle(held)
    held.state = Meeting.State.DRAFT_MINUTES
    return history.save(held, by=by, why="Draft minutes finished")


@transaction.atomic
def reopen_minutes(meeting: Meeting, *, why: str, by: Any) -> Meeting:
    """Make a finished draft notes again, and say why. They go by the panel's way of numbering
    again, from the number they had: it may have been set by hand."""
    held = hold_for(Step.REOPEN, meeting)
    held.state, held.numbered = Meeting.State.IN_PROGRESS, ""
    return history.save(held, by=by, why=f"Back to notes: {why}")

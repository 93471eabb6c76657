"""What stands around the entries: the summary for the public, the number minutes begin with."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from pcp_scrutiny import history

from ..models import AgendaItem, Meeting
from .locking import hold_open


@transaction.atomic
def summarise_item(item: AgendaItem, *, by: Any, seen: str | None = None) -> AgendaItem:
    """Keep what the public is told of what was minuted in private under an item (Local Government
    Act 1972 s.100C(2)). Raises history.Stale."""
    hold_open(item.meeting)
    return history.save(item, by=by, why="Summary for the public written", seen=seen)


@transaction.atomic
def number_minutes(meeting: Meeting, *, by: Any, seen: str | None = None) -> Meeting:
    """Set the number that a meeting's minutes begin with, until their draft is finished. Raises
    history.Stale."""
    if hold_open(meeting).minutes_are_finished:
        raise ValidationError(
            "The draft is finished, so its numbers are fixed: people may have quoted them."
        )
    return history.save(meeting, by=by, why="First number of its minutes set", seen=seen)

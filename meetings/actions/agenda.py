"""Calling a meeting and building its agenda."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel

from .. import obstacles
from ..agenda import publication
from ..models import AgendaItem, Meeting
from .arranging import arrange, insert
from .attendance import who_came_or_went
from .locking import hold, hold_open


@transaction.atomic
def call_meeting(meeting: Meeting, *, by: Any) -> Meeting:
    """Put a new meeting into the calendar."""
    return history.save(meeting, by=by, why="Meeting called")


@transaction.atomic
def change_meeting(meeting: Meeting, *, by: Any, seen: str | None = None) -> Meeting:
    """Change when or where it is. Raises history.Stale if someone else did meanwhile, and
    ValidationError where what was built on its day does not let it move (``obstacles``)."""
    held = hold_open(meeting)
    if said := obstacles.to_moving(held, meeting.day):
        raise ValidationError(said)
    return history.save(meeting, by=by, why="Meeting changed", seen=seen)


@transaction.atomic
def publish_agenda(meeting: Meeting, *, on: date, by: Any) -> Meeting:
    """Record that the agenda was published on that day (Local Government Act 1972 s.100B)."""
    held = hold(meeting)
    if held.state != Meeting.State.PLANNED:
        raise ValidationError("The agenda of this meeting has been published already.")
    if not held.items.exists():
        raise ValidationError("There is nothing on the agenda yet. Add an item first.")
    held.state, held.published_on = Meeting.State.AGENDA_PUBLISHED, on
    return history.save(held, by=by, why=f"Agenda published on {on.day} {on:%B %Y}")


@transaction.atomic
def add_item(item: AgendaItem, *, by: Any, after: int | None = None) -> AgendaItem:
    """Put an item on its meeting's agenda: after the item of that key, at the head for 0, at the
    end for None. One that comes after the agenda was published must have been published in time
    itself, or be urgent."""
    _refuse(publication.faults_of_item(item, _clock(hold_open(item.meeting))))
    return insert(item, after=after, by=by, why="Item added to the agenda")


@transaction.atomic
def change_item(
    item: AgendaItem, *, by: Any, seen: str | None = None, opening: str = ""
) -> AgendaItem:
    """Change an item's words, its restriction, or whether it is a part of the one before.
    ``opening`` says why what was minuted under it in private may become public."""
    held = hold_open(item.meeting)
    # Its place is not this form's to change: it may have been moved since the form was opened.
    now = AgendaItem.objects.get(pk=item.pk)
    item.position, item.number = now.position, now.number
    if _when(item) != _when(now):
        _refuse(publication.faults_of_item(item, _clock(held)))
    history.save(item, by=by, why="Agenda item changed", seen=seen)
    arrange(item.meeting, by=by, why="Numbered again: an item changed", opening=opening)
    item.refresh_from_db(fields=["position", "number", "is_part"])
    return item


@transaction.atomic
def remove_item(item: AgendaItem, *, by: Any) -> None:
    """Take an item off the agenda, and number the rest again."""
    hold_open(item.meeting)
    if item.papers.exists() or item.entries.exists() or item.declarations.exists():
        if named := history.referring_to(item):
            raise ValidationError(
                f"This item cannot be taken off the agenda: {named} to its minutes. Change its "
                "title or its place instead."
            )
        raise ValidationError(
            "This item has papers, minutes or declarations. Remove those first, then the item."
        )
    following = item.meeting.items.filter(position__gt=item.position).order_by("position").first()
    if following and following.is_part and not item.is_part:
        raise ValidationError(
            f"This item has parts, the first of them {following.number}, {following.title}. "
            "Remove those first, or move them to another item."
        )
    if said := who_came_or_went(item):
        raise ValidationError(said)
    meeting = item.meeting
    try:
        history.delete(item, by=by, why="Item taken off the agenda")
    except ProtectedError as error:
        raise ValidationError(
            f"This item cannot be taken off the agenda: {history.referring(error)} to it."
        ) from error
    arrange(meeting, by=by, why="Numbered again: an item was taken off")


def _clock(meeting: Meeting) -> publication.Clock:
    return publication.clock_of(meeting, Panel.current())


def _when(item: AgendaItem) -> tuple[Any, ...]:
    """What says how an item came onto the agenda."""
    return item.is_urgent, item.special_circumstances, item.published_on


def _refuse(faults: publication.Faults) -> None:
    if faults:
        raise ValidationError(faults)

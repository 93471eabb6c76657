"""Calling a meeting and building its agenda."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from pcp_scrutiny import history

from .. import obstacles
from ..models import AgendaItem, Meeting, Paper
from .arranging import arrange, number_at_the_end
from .locking import hold, hold_open, next_position


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
def add_item(item: AgendaItem, *, by: Any) -> AgendaItem:
    """Put an item at the end of its meeting's agenda."""
    item.position = next_position(hold_open(item.meeting).items)
    item.number = number_at_the_end(item)
    return history.save(item, by=by, why="Item added to the agenda")


@transaction.atomic
def change_item(item: AgendaItem, *, by: Any, seen: str | None = None) -> AgendaItem:
    """Change an item's words or its restriction."""
    hold_open(item.meeting)
    # Its place is not this form's to change: it may have been moved since the form was opened.
    now = AgendaItem.objects.only("position", "number").get(pk=item.pk)
    item.position, item.number = now.position, now.number
    history.save(item, by=by, why="Agenda item changed", seen=seen)
    arrange(item.meeting, by=by, why="Numbered again: an item changed")
    return item


@transaction.atomic
def move_item(item: AgendaItem, *, up: bool, by: Any) -> bool:
    """Change an item's place with its neighbour's; False where it is first or last already."""
    hold_open(item.meeting)
    order = list(item.meeting.items.order_by("position", "pk"))
    if item not in order:
        raise ValidationError("This item has been taken off the agenda meanwhile.")
    here = order.index(item)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(order):
        return False
    order[here], order[there] = order[there], order[here]
    arrange(item.meeting, order, by=by, why="Item moved up" if up else "Item moved down")
    return True


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
    meeting = item.meeting
    history.delete(item, by=by, why="Item taken off the agenda")
    arrange(meeting, by=by, why="Numbered again: an item was taken off")


@transaction.atomic
def add_paper(paper: Paper, *, by: Any) -> Paper:
    """Put a paper under an item, after those that are there."""
    hold_open(paper.item.meeting)
    paper.position = next_position(paper.item.papers)
    return history.save(paper, by=by, why="Paper added")


@transaction.atomic
def change_paper(paper: Paper, *, by: Any, seen: str | None = None) -> Paper:
    """Change a paper's words or its restriction."""
    hold_open(paper.item.meeting)
    return history.save(paper, by=by, why="Paper changed", seen=seen)


@transaction.atomic
def remove_paper(paper: Paper, *, by: Any) -> None:
    """Take a paper away from its item."""
    hold_open(paper.item.meeting)
    history.delete(paper, by=by, why="Paper removed")

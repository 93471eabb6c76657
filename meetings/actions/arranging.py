"""The order of an agenda, and the numbers that follow from it."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from pcp_scrutiny import history

from .. import numbering
from ..agenda import ordering
from ..models import AgendaItem, Meeting
from .labelling import label_papers
from .locking import hold_open
from .withholding import withhold


class Rearranged(Exception):
    """Someone else changed the order, or what is on the agenda, after the page was opened.

    ``order`` is the order as it now is; ``who`` changed something last (or None)."""

    def __init__(self, order: ordering.Order, who: Any) -> None:
        super().__init__("The agenda was arranged by someone else.")
        self.order = order
        self.who = who


def arrange(
    meeting: Meeting,
    order: Sequence[AgendaItem] | None = None,
    *,
    by: Any,
    why: str,
    opening: str = "",
) -> None:
    """Put the items of a meeting into that order, or keep theirs, number them by it, and let the
    labels of papers follow. The first is never a part. ``opening`` says why what was minuted in
    private may become public."""
    items = list(meeting.items.order_by("position", "pk")) if order is None else list(order)
    kept = {
        pk: place for pk, *place in meeting.items.values_list("pk", "position", "number", "is_part")
    }
    for item in items[:1]:
        item.is_part = False
    numbers = numbering.of_agenda(item.is_part for item in items)
    for position, (item, number) in enumerate(zip(items, numbers, strict=True), start=1):
        item.position, item.number = position, number
        if kept[item.pk] != [position, number, item.is_part]:
            history.save(item, by=by, why=why)
    label_papers(meeting, by=by)
    withhold(meeting, by=by, opening=opening)


@transaction.atomic
def rearrange(meeting: Meeting, order: ordering.Order, *, seen: ordering.Order, by: Any) -> bool:
    """Put the agenda into an order made on a page that showed ``seen``; False where it has that
    order already. Raises Rearranged if it is not ``seen`` any more."""
    hold_open(meeting)
    items = {item.pk: item for item in meeting.items.order_by("position", "pk")}
    there = order_of(items.values())
    if there != seen:
        last = AgendaItem.history.filter(meeting_id=meeting.pk).order_by("-history_id").first()
        raise Rearranged(there, last.history_user if last else None)
    if {place.key for place in order} != set(items):
        raise ValidationError("This is not the order of what is on the agenda. Arrange it again.")
    if order == there:
        return False
    for place in order:
        items[place.key].is_part = place.is_part
    arrange(meeting, [items[place.key] for place in order], by=by, why="Agenda rearranged")
    return True


@transaction.atomic
def move_item(item: AgendaItem, *, up: bool, by: Any) -> bool:
    """Move an item with its parts, or a part, by one place; False where it can go no further."""
    hold_open(item.meeting)
    items = {each.pk: each for each in item.meeting.items.order_by("position", "pk")}
    if item.pk not in items:
        raise ValidationError("This item has been taken off the agenda meanwhile.")
    there = order_of(items.values())
    order = ordering.moved(there, item.pk, "up" if up else "down")
    if order == there:
        return False
    for place in order:
        items[place.key].is_part = place.is_part
    why = "Item moved up" if up else "Item moved down"
    arrange(item.meeting, [items[place.key] for place in order], by=by, why=why)
    return True


def order_of(items: Any) -> ordering.Order:
    """The order of items that come in it."""
    return tuple(ordering.Place(item.pk, item.is_part) for item in items)


def insert(item: AgendaItem, *, after: int | None, by: Any, why: str) -> AgendaItem:
    """Put a new item on its meeting's agenda: after the one of that key and its parts, at the head
    for 0, at the end for None or for one that has been taken off."""
    items = list(item.meeting.items.order_by("position", "pk"))
    place = _place_after(items, after, is_part=item.is_part)
    items.insert(place, item)
    item.is_part = item.is_part and place > 0
    numbers = list(numbering.of_agenda(each.is_part for each in items))
    item.position, item.number = place + 1, numbers[place]
    history.save(item, by=by, why=why)
    arrange(item.meeting, items, by=by, why="Numbered again: an item was added")
    return item


def _place_after(items: Sequence[AgendaItem], after: int | None, *, is_part: bool) -> int:
    if after == 0:
        place = 0
    else:
        found = (at for at, item in enumerate(items) if item.pk == after)
        place = next(found, len(items) - 1) + 1
    while not is_part and place < len(items) and items[place].is_part:
        place += 1  # an item comes between items, not between the parts of one
    return place

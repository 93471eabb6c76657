"""The order of an agenda, and the numbers that follow from it."""

from collections.abc import Sequence
from typing import Any

from pcp_scrutiny import history

from .. import numbering
from ..models import AgendaItem, Meeting
from .withholding import withhold


def arrange(
    meeting: Meeting, order: Sequence[AgendaItem] | None = None, *, by: Any, why: str
) -> None:
    """Put the items of a meeting into that order, or keep theirs, and number them by it."""
    items = list(meeting.items.order_by("position", "pk")) if order is None else order
    numbers = numbering.of_agenda(item.is_part for item in items)
    for position, (item, number) in enumerate(zip(items, numbers, strict=True), start=1):
        if (item.position, item.number) != (position, number):
            item.position, item.number = position, number
            history.save(item, by=by, why=why)
    withhold(meeting, by=by)


def number_at_the_end(item: AgendaItem) -> str:
    """The number of a new item after those that its meeting has."""
    parts = item.meeting.items.order_by("position", "pk").values_list("is_part", flat=True)
    *_, last = numbering.of_agenda([*parts, item.is_part])
    return last

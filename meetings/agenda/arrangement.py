"""The page on which an agenda is arranged: each item in the order that is being made."""

from collections.abc import Iterable
from dataclasses import dataclass

from .. import numbering
from ..models import AgendaItem
from . import ordering

WAYS = {
    "up": "Up",
    "down": "Down",
    "in": "In",
    "out": "Out",
}


@dataclass(frozen=True, slots=True)
class Move:
    """A button: which way, its word, and whether there is anywhere to go. ``has_focus`` where it
    was just pressed, so that it can be pressed again."""

    way: str
    word: str
    is_possible: bool
    has_focus: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An item in its new place, with the number it has there and the ways it can go."""

    item: AgendaItem
    number: str
    is_part: bool
    moves: tuple[Move, ...]


def rows(
    items: Iterable[AgendaItem], order: ordering.Order, *, pressed: tuple[int, str] | None = None
) -> list[Row]:
    """The items in that order; ``pressed`` is the key and the way of the button just pressed."""
    by_key = {item.pk: item for item in items}
    numbers = numbering.of_agenda(place.is_part for place in order)
    return [
        Row(
            by_key[place.key],
            number,
            place.is_part,
            tuple(
                Move(
                    way,
                    word,
                    ordering.can_move(order, place.key, way),
                    pressed == (place.key, way),
                )
                for way, word in WAYS.items()
            ),
        )
        for place, number in zip(order, numbers, strict=True)
        if place.key in by_key
    ]


def ways(order: ordering.Order) -> dict[int, list[str]]:
    """Which of up and down each item can go, by its key."""
    return {
        place.key: [way for way in ("up", "down") if ordering.can_move(order, place.key, way)]
        for place in order
    }

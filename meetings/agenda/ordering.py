"""The order of an agenda while it is being arranged: items, and the parts that follow their item.

A part moves with its item and may move to another; the first of all is never a part. An order is
written as "12,15p,13": the keys in their order, each part with a p.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

WRITTEN = re.compile(r"(?P<key>\d{1,18})(?P<part>p?)")


@dataclass(frozen=True, slots=True)
class Place:
    """An item or a part, by its key."""

    key: int
    is_part: bool = False


Order = tuple[Place, ...]


def written(order: Sequence[Place]) -> str:
    """An order in writing: what pages send, and what tells one order from another."""
    return ",".join(f"{place.key}{'p' if place.is_part else ''}" for place in order)


def read(text: str) -> Order:
    """The order of a writing. Raises ValueError for anything else, or a key that comes twice."""
    found = [WRITTEN.fullmatch(part) for part in text.split(",")] if text else []
    if None in found:
        raise ValueError(f"Not an order: {text[:80]}")
    places = [Place(int(each["key"]), bool(each["part"])) for each in found]
    if len({place.key for place in places}) < len(places):
        raise ValueError("Something comes twice.")
    return begun(places)


def begun(order: Sequence[Place]) -> Order:
    """The order with an item at its head."""
    return tuple(
        replace(place, is_part=False) if here == 0 else place for here, place in enumerate(order)
    )


def fitted(order: Sequence[Place], there: Sequence[Place]) -> Order:
    """An order that someone made, fitted to what is there now: what has gone is left out, and what
    has come stands at the end."""
    keys = {place.key for place in there}
    known = {place.key for place in order}
    kept = [place for place in order if place.key in keys]
    return begun([*kept, *(place for place in there if place.key not in known)])


def end_of(order: Sequence[Place], start: int) -> int:
    """Where the item or part that starts there ends: after its parts."""
    end = start + 1
    if not order[start].is_part:
        while end < len(order) and order[end].is_part:
            end += 1
    return end


def moved(order: Order, key: int, way: str) -> Order:
    """The order with one item or part moved up, down, in (to be a part of the item above) or out
    (to be an item of its own); as it was where it cannot go that way."""
    here = next((at for at, place in enumerate(order) if place.key == key), None)
    ways = {"up": _up, "down": _down, "in": _in, "out": _out}
    return order if here is None or way not in ways else begun(ways[way](order, here))


def can_move(order: Order, key: int, way: str) -> bool:
    """Whether there is anywhere to go that way."""
    return moved(order, key, way) != order


def _up(order: Order, here: int) -> Order:
    end = end_of(order, here)
    if here == 0:
        return order
    above = here - 1
    if order[here].is_part:  # past the part above, or to the end of the item before
        if above == 0:
            return order
    else:
        above = _item_before(order, here)
    return order[:above] + order[here:end] + order[above:here] + order[end:]


def _down(order: Order, here: int) -> Order:
    end = end_of(order, here)
    if end == len(order):
        return order
    # A part that is the last of its item goes to the head of the next one's.
    after = end + 1 if order[here].is_part else end_of(order, end)
    return order[:here] + order[end:after] + order[here:end] + order[after:]


def _in(order: Order, here: int) -> Order:
    if here == 0 or order[here].is_part:
        return order
    return (*order[:here], replace(order[here], is_part=True), *order[here + 1 :])


def _out(order: Order, here: int) -> Order:
    if not order[here].is_part:
        return order
    end = end_of(order, _item_before(order, here))
    own = replace(order[here], is_part=False)  # the other parts stay with their item
    return (*order[:here], *order[here + 1 : end], own, *order[end:])


def _item_before(order: Order, here: int) -> int:
    return next(at for at in range(here - 1, -1, -1) if not order[at].is_part)

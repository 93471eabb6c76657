"""The numbers of a report: subject 3, its second question 3.2, the first point of that 3.2.1."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def numbers(keys: Sequence[Key], *, under: str = "") -> Mapping[Key, str]:
    """The number of each thing by its place among its siblings, under its parent's number."""
    lead = f"{under}." if under else ""
    return {key: f"{lead}{place}" for place, key in enumerate(keys, start=1)}


def moved(keys: Sequence[Key], key: Key, *, up: bool) -> list[Key]:
    """The order with one thing a place further up or down; as it was where it is first or last.
    Raises ValueError where it is not among them."""
    order = list(keys)
    here = order.index(key)
    there = here - 1 if up else here + 1
    if 0 <= there < len(order):
        order[here], order[there] = order[there], order[here]
    return order

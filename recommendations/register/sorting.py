"""The register in order. Pure; every order is total, and ties stand in the order of references."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from .. import states
from .positions import Position

Key = Callable[[Position], Any]
Part = tuple[int, int, str]

_DIGITS = re.compile(r"([0-9]+)")


@lru_cache(maxsize=65536)
def natural(reference: str) -> tuple[tuple[Part, ...], str]:
    """References as people count them: 2026/7 before 2026/10, A2 before B1."""
    parts = tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in _DIGITS.split(reference)
        if part
    )
    return parts, reference


def _place(*order: str) -> Callable[[str], int]:
    places = {str(state): place for place, state in enumerate(order)}
    return lambda state: places.get(state, len(places))


# What calls for someone to act comes first.
_RESPONSE = _place(
    *("overdue", "awaiting", "not sent"),
    *("not accepted", "deferred", "accepted in part", "accepted", "already covered", "noted"),
)
_EFFECT = _place(
    states.Effect.NOT_BORNE_OUT,
    states.Effect.NO_PLACE,
    states.Effect.UNCLAIMED,
    states.Effect.NOT_ESTABLISHED,
    states.Effect.AWAITING_RESPONSE,
    states.Effect.AWAITING,
    states.Effect.NO_CHANGE,
    states.Effect.IN_PART,
    states.Effect.INCORPORATED,
    states.Effect.NOT_A_PLAN_MATTER,
)
_JUDGEMENT = _place("open", "not satisfied", "satisfied", "superseded", "withdrawn")
_SCHEDULE = _place("overdue", "due soon", "date revised", "answered late", "on time", "no date set")

SORTS: Mapping[str, Key] = {
    "reference": lambda position: natural(position.reference),
    "raised": lambda position: position.raised_on,
    "sent": lambda position: position.sent_on,
    "due": lambda position: position.due_on,
    "answered": lambda position: position.answered_on,
    "judged": lambda position: position.judged_on,
    "response": lambda position: _RESPONSE(position.response),
    "effect": lambda position: _EFFECT(position.effect),
    "judgement": lambda position: _JUDGEMENT(position.judgement),
    "schedule": lambda position: _SCHEDULE(position.schedule),
    "kind": lambda position: position.kind,
    "theme": lambda position: position.theme.casefold() or None,
    "owner": lambda position: position.owner.casefold() or None,
}
"""What the register can be sorted by, and by what of a position. None stands last either way."""


def in_order(positions: Iterable[Position], sort: str = "reference") -> Sequence[Position]:
    """The positions sorted by a name of ``SORTS``, downwards where "-" stands before it. They come
    by reference, as a book has them: equals, and those without what is sorted by, keep to that."""
    by, downwards = SORTS[sort.removeprefix("-")], sort.startswith("-")
    if sort == "reference":
        return list(positions)
    keyed = [(by(position), position) for position in positions]
    have = [(key, position) for key, position in keyed if key is not None]
    have.sort(key=itemgetter(0), reverse=downwards)  # stable downwards too: equals keep their order
    return [*(p for _, p in have), *(p for key, p in keyed if key is None)]

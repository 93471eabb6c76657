"""Which of the open recommendations a member should hear of first, and which are promises."""

from collections.abc import Iterable

from ..register.positions import Position
from ..states import NOT_SATISFIED, Effect, Response

ACCEPTS = ("accepted", "accepted in part")

TELLING = (Effect.NOT_BORNE_OUT, Effect.NO_PLACE, Effect.UNCLAIMED, Effect.IN_PART)
"""The effects that say more than the response does."""

SETTLED = ("already covered", "noted")
"""Answers that leave the panel nothing to chase, unless the plan shows otherwise."""

PROMISED = (Effect.AWAITING, Effect.NOT_ESTABLISHED, Effect.NO_CHANGE, Effect.NOT_A_PLAN_MATTER)
"""Under these an accepted recommendation is a promise: there is nothing to show for it yet."""


def first(positions: Iterable[Position]) -> list[Position]:
    """The same with the most pressing first; those that press alike keep their order."""
    return sorted(positions, key=_rank)


def _rank(position: Position) -> int:
    presses = [
        position.effect == Effect.NOT_BORNE_OUT,
        position.effect == Effect.NO_PLACE,
        position.effect == Effect.UNCLAIMED,
        position.response == Response.OVERDUE,
        position.judgement == NOT_SATISFIED,
        position.decision == "not accepted",
        position.effect == Effect.IN_PART,
        not is_settled(position),
        True,
    ]
    return presses.index(True)


def is_promise(position: Position) -> bool:
    """Whether the answer accepts or puts off, and there is nothing to show for it yet."""
    accepted = position.decision in ACCEPTS and position.effect in PROMISED
    return accepted or (position.decision == "deferred" and position.effect not in TELLING)


def is_settled(position: Position) -> bool:
    """Whether nothing is to be chased, because it is in the plan or nothing is to be done: the
    panel has only to say whether it is satisfied. Where it said it is not, that is not settled."""
    if position.judgement == NOT_SATISFIED or position.effect in TELLING:
        return False
    return position.effect == Effect.INCORPORATED or position.decision in SETTLED


def telling_state(position: Position) -> str:
    """The one of its states that tells most."""
    return str(position.effect if position.effect in TELLING else position.response)

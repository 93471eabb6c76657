"""The recommendations before and after one, in the register as someone has narrowed it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .. import register
from ..models import Recommendation
from ..register.narrowing import read
from ..register.shown import shown


@dataclass(frozen=True)
class Neighbours:
    """What stands before and after, ``place`` of ``number``. ``query`` is the register's address
    from the question mark on, "" where it is not narrowed; it is passed on from page to page."""

    previous: register.Position | None = None
    next: register.Position | None = None
    place: int = 0
    number: int = 0
    query: str = ""


def neighbours(
    recommendation: Recommendation,
    user: Any,
    *,
    on: date,
    query: Mapping[str, Sequence[str]] | None = None,
) -> Neighbours:
    """The neighbours in the register that ``query`` asks for; in the whole register where it asks
    for nothing, or for what the recommendation is not among. A day in the past is not passed on:
    the page is of today."""
    if not user.has_a_role:
        return Neighbours()
    asked = read(query or {})[0].but(as_at="")
    found = _beside(recommendation, shown(asked, on=on).positions)
    if found is not None:
        passed_on = asked.query if asked.pairs else ""
        return Neighbours(*found, query=passed_on)
    everything = shown(read({})[0], on=on).positions
    return Neighbours(*(_beside(recommendation, everything) or ()))


def _beside(
    recommendation: Recommendation, positions: Sequence[register.Position]
) -> tuple[register.Position | None, register.Position | None, int, int] | None:
    place = next((i for i, p in enumerate(positions) if p.pk == recommendation.pk), None)
    if place is None:
        return None
    before = positions[place - 1] if place else None
    after = positions[place + 1] if place + 1 < len(positions) else None
    return before, after, place + 1, len(positions)

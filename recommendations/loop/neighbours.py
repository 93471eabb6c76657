"""The recommendations before and after one, in the register as someone has narrowed it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from ..models import Recommendation
from ..register import natural
from ..register.narrowing import read
from ..register.shown import shown


class Beside(NamedTuple):
    """A recommendation by its number and its reference."""

    pk: int
    reference: str


@dataclass(frozen=True)
class Neighbours:
    """What stands before and after, ``place`` of ``number``. ``query`` is the register's address
    from the question mark on, "" where it is not narrowed; it is passed on from page to page."""

    previous: Beside | None = None
    next: Beside | None = None
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
    if asked.pairs:
        listed = [Beside(p.pk, p.reference) for p in shown(asked, on=on).positions]
        if found := _beside(recommendation, listed):
            return Neighbours(*found, query=asked.query)
    # The whole register by its references alone, which is quick however long it is.
    every = Recommendation.objects.visible_to(user).values_list("pk", "reference").order_by()
    listed = sorted((Beside(*one) for one in every), key=lambda one: natural(one.reference))
    return Neighbours(*(_beside(recommendation, listed) or ()))


def _beside(
    recommendation: Recommendation, listed: Sequence[Beside]
) -> tuple[Beside | None, Beside | None, int, int] | None:
    place = next((i for i, one in enumerate(listed) if one.pk == recommendation.pk), None)
    if place is None:
        return None
    before = listed[place - 1] if place else None
    after = listed[place + 1] if place + 1 < len(listed) else None
    return before, after, place + 1, len(listed)

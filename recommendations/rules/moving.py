"""When a meeting can be moved to another day: what it raised and what it judged keep their order.

Each broken rule is a sentence that names the recommendations and says which day can be entered.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .dates import in_words


@dataclass(frozen=True, order=True)
class Happened:
    """What happened to a recommendation, and when: "sent on", "due by"."""

    on: date
    reference: str
    what: str


def against(
    day: date, *, afterwards: Sequence[Happened], judged: Sequence[Happened], today: date
) -> list[str]:
    """Why a meeting cannot be moved to ``day``. ``afterwards`` is what became of those
    raised there; ``judged`` are those it judged, each with the day it was raised, which for one
    that was raised at the same meeting is ``day`` itself."""
    sentences = []
    moved = f"The meeting cannot be moved to {in_words(day)}"
    if too_soon := _first_of_each(found for found in afterwards if found.on < day):
        sentences.append(
            f"{moved}, after what became of the recommendations that were raised there: "
            f"{_told(too_soon)}. Enter {in_words(too_soon[0].on)} or an earlier day."
        )
    if too_late := sorted(found for found in judged if found.on > day):
        sentences.append(
            f"{moved}, before the recommendations that were judged there: {_told(too_late)}. "
            f"Enter {in_words(too_late[-1].on)} or a later day."
        )
    if judged and day > today:
        references = ", ".join(sorted({found.reference for found in judged}))
        sentences.append(
            f"{moved}, which is still to come, because these were judged there: {references}. "
            "Enter the day on which it was held."
        )
    return sentences


def _first_of_each(found: Iterable[Happened]) -> list[Happened]:
    """The first of what happened to each recommendation, in order of time."""
    first: dict[str, Happened] = {}
    for one in sorted(found):
        first.setdefault(one.reference, one)
    return list(first.values())


def _told(found: Sequence[Happened]) -> str:
    return ", ".join(f"{one.reference} was {one.what} {in_words(one.on)}" for one in found)

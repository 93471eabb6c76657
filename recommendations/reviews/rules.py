"""What adopting a report keeps to, each broken rule as a sentence."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


class Where(NamedTuple):
    """The meeting and the item at which a report is said to have been adopted, and the day on
    which its review was agreed, where that is known."""

    begun_on: date | None
    held_on: date
    minutes_are_approved: bool
    is_restricted: bool


def against_adopting(where: Where, *, today: date) -> str:
    """Why the report cannot have been adopted there; "" where it can."""
    if where.held_on > today:
        return "That meeting has not been held yet. Record the adoption when it has."
    if where.begun_on and where.held_on < where.begun_on:
        return "That meeting was held before the review was agreed. Choose a later one."
    if where.minutes_are_approved:
        return (
            "The minutes of that meeting are approved, so nothing can be minuted there any more. "
            "Choose the meeting whose minutes are still being written."
        )
    if where.is_restricted:
        return (
            "That item is not for publication, and the panel must publish its reports and "
            "recommendations (section 28(7) of the Act). Choose an item that is open to the public."
        )
    return ""


def references_after(last: str, number: int) -> list[str]:
    """The references that follow on: "2026/23" and the next, as many as are needed, the first of
    which is ``last``. One that ends in no number is not counted on."""
    head, _, tail = last.rpartition("/")
    if not tail.isdigit():
        return [last, *[""] * (number - 1)][:number]
    return [f"{head}/{int(tail) + more:0{len(tail)}}" for more in range(number)]


def twice(references: Sequence[str]) -> set[str]:
    """Those given more than once."""
    return {one for one in references if one and references.count(one) > 1}

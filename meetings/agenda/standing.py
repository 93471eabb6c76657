"""Standing items: what they are usually called, and where on an agenda they stand."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

OPENING = ("apologies", "declarations", "minutes", "matters arising")
CLOSING = ("urgent", "next meeting")
ORDER = (*OPENING, *CLOSING)
A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

PURPOSES = {
    "apologies": "To receive apologies for absence and notice of substitutes.",
    "declarations": "To receive declarations of interest in the business on this agenda.",
    "minutes": "To approve the minutes of the previous meeting.",
    "matters arising": "To consider what arises from the minutes and is not on this agenda.",
    "urgent": "To consider any item that the chair takes as urgent, with the special "
    "circumstances.",
    "next meeting": "To note the date of the next meeting.",
}


def in_order(kinds: Iterable[str]) -> list[str]:
    """The kinds in the order in which an agenda has them."""
    return sorted(kinds, key=ORDER.index)


def place(kinds: Sequence[str], new: str) -> int:
    """Where a standing item of the kind ``new`` comes among items of these kinds ("" for other
    business): at the head after those that open a meeting before it, or at the end before those
    that close it after it."""
    rank = ORDER.index(new)
    if new in OPENING:
        before = [at for at, kind in enumerate(kinds) if kind in ORDER[:rank]]
        return before[-1] + 1 if before else 0
    after = [at for at, kind in enumerate(kinds) if kind in ORDER[rank + 1 :]]
    return after[0] if after else len(kinds)


def place_of_business(kinds: Sequence[str]) -> int:
    """Where other business comes: at the end, before what closes the meeting."""
    end = len(kinds)
    while end and kinds[end - 1] in CLOSING:
        end -= 1
    return end


def place_of_late_business(kinds: Sequence[str], exempt: Sequence[bool]) -> int:
    """Where business comes that is put on an agenda after it was published: after the standing
    item for urgent business, else before what is exempt, for which the public leaves."""
    if "urgent" in kinds:
        return kinds.index("urgent") + 1
    usual = place_of_business(kinds)
    return min(exempt.index(True), usual) if True in exempt else usual


def title_of_minutes(held_on: date) -> str:
    """The title of the item that approves the minutes of a meeting."""
    return f"Minutes of the meeting held on {held_on.day} {held_on:%B %Y}"


def names_a_year(words: str) -> bool:
    """Whether words are of one time, and so wrong at another."""
    return A_YEAR.search(words) is not None

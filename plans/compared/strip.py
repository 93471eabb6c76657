"""A strip down the side of a long page that maps where something is to be seen.

    marks = strip([Row(weight=len(p.text), kind="reworded", href="#p12", words="Paragraph 46")])

Pure: rows in the order of the page, marks in percent of its height. A row without a kind only
takes up its room. What would be too small to see or to hit is drawn together with what is near.
"""

from collections.abc import Iterable
from dataclasses import dataclass

LEAST = 0.7
"""Percent of the height; on a strip as high as a laptop's window some 4 to 5 pixels."""


@dataclass(frozen=True, slots=True)
class Row:
    """What stands somewhere on the page: how much room it takes (letters will do), the ``kind`` of
    thing there is to see ("" for nothing), where the mark leads, and what it says when pointed
    at."""

    weight: int
    kind: str = ""
    href: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the strip; ``top`` and ``height`` are percent of the whole."""

    top: float
    height: float
    kind: str
    href: str
    words: str


@dataclass(slots=True)
class _Drawn:
    """Marks being drawn as one: the first leads the way, the heaviest lends its kind."""

    top: float
    bottom: float
    rows: list[Row]


def strip(rows: Iterable[Row]) -> list[Mark]:
    """The marks of the rows that have a kind, from the top down, none over another and each at
    least ``LEAST`` high where there is room."""
    weighed = [(row, max(row.weight, 1)) for row in rows]
    whole = sum(weight for _, weight in weighed) or 1
    drawn: list[_Drawn] = []
    at = 0
    for row, weight in weighed:
        top, at = 100 * at / whole, at + weight
        if not row.kind:
            continue
        bottom = 100 * at / whole
        if drawn and bottom - top < LEAST and top < drawn[-1].top + LEAST:
            drawn[-1].bottom = max(drawn[-1].bottom, bottom)
            drawn[-1].rows.append(row)
        else:
            drawn.append(_Drawn(top, bottom, [row]))
    following = [one.top for one in drawn[1:]] + [100.0] * bool(drawn)
    marks: list[Mark] = []
    for one, end in zip(drawn, following, strict=True):
        above = marks[-1].top + marks[-1].height if marks else 0.0
        marks.append(_mark(one, above, end))
    return marks


def _mark(drawn: _Drawn, above: float, end: float) -> Mark:
    """A mark in the room between the one above it and the next, or the end of the strip."""
    first, others = drawn.rows[0], len(drawn.rows) - 1
    heaviest = max(drawn.rows, key=lambda row: row.weight)
    words = f"{first.words}, and {others} more" if others else first.words
    # What begins near the end finds no room below, and reaches up instead.
    top = max(above, min(drawn.top, 100 - LEAST))
    bottom = max(drawn.bottom, min(drawn.top + LEAST, end))
    return Mark(round(top, 2), round(bottom - top, 2), heaviest.kind, first.href, words)

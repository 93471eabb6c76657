"""The rows of a page or of a side of it, and whether they are prose."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from .sheets import Piece

Row = list[Piece]

FEWEST_LINES = 3
"""A column has at least so many lines; fewer are cells or labels."""
NARROWEST = 0.2
"""Of the width of the text: a column is no narrower."""
_PROSE = 0.6
"""Of the column's width: the usual line of prose fills at least this much."""
PROSE_LETTERS = 20
"""The usual line of prose has at least so many; the cells of a list of figures have fewer."""


def rows(pieces: Iterable[Piece]) -> list[Row]:
    """Pieces that stand on one line together, from the top down, each row from the left."""
    found: list[Row] = []
    for piece in sorted(pieces, key=lambda p: (-p.base, p.left)):
        if found and abs(found[-1][0].base - piece.base) <= 0.35 * min(
            found[-1][0].size, piece.size
        ):
            found[-1].append(piece)
        else:
            found.append([piece])
    return [sorted(row, key=lambda p: p.left) for row in found]


def usual_step(ordered: list[Row]) -> float:
    steps = [a[0].base - b[0].base for a, b in pairwise(ordered)]
    return median(steps) if steps else 0.0


def rows_of_sides(run: list[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    left = [[p for p in row if p.left < gutter] for row in run]
    right = [[p for p in row if p.left >= gutter] for row in run]
    return [row for row in left if row], [row for row in right if row]


def letters(side: list[Row]) -> float:
    return median(sum(len(piece.text) for piece in row) for row in side)


def is_prose(side: list[Row]) -> bool:
    if len(side) < FEWEST_LINES or letters(side) < PROSE_LETTERS:
        return False
    return _fills(side) or _is_two_columns(side)


def _fills(side: list[Row]) -> bool:
    return median(row[-1].right - row[0].left for row in side) >= _PROSE * _width(side)


def _is_two_columns(side: list[Row]) -> bool:
    """Whether a side is itself parted, so that no line of it fills its width."""
    times = Counter(round(piece.left) for row in side for piece in row)
    start = min(row[0].left for row in side) + NARROWEST * _width(side)
    inner = [place for place, count in times.items() if place > start and count >= len(side) / 5]
    halves = [rows_of_sides(side, place - 1.0) for place in inner]
    return any(left and right and _fills(left) and _fills(right) for left, right in halves)


def _width(side: list[Row]) -> float:
    return max(row[-1].right for row in side) - min(row[0].left for row in side)

"""Tables whose cells run over several lines, told by where their text begins.

A table's row is a band of lines with white above and below; its cells begin level, each where
those of the rows around it do, and none reaches into the next. A table of single lines needs no
such care: each of its lines is a row, with tabs between the cells.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

from .prose import Row
from .sheets import Piece

_WHITE = 1.2
"""In usual distances between lines."""
_SAME_PLACE = 3.0
"""Points: cells that begin no further apart are in one column."""
_FEWEST_ROWS = 2
_LABEL = re.compile(r"\W*(?:\d{1,4}(?:\.\d{1,3})*|[a-z]|[ivxl]{1,6}|[A-Z]\.?\d{1,3})?\W*")
"""What stands before an item of a list: such a list is no table of two columns."""


@dataclass(slots=True)
class Part:
    """Consecutive rows of a region: of plain text, or the bands of a table."""

    bands: list[list[Row]]
    columns: tuple[float, ...] = ()


def parts(ordered: list[Row]) -> list[Part]:
    """The rows of a region, tables told from what stands around them."""
    bands = _bands(ordered)
    found: list[Part] = []
    at = 0
    while at < len(bands):
        columns, end = _table(bands, at)
        if end - at >= _FEWEST_ROWS and _is_worth_it(bands[at:end], columns):
            found.append(Part(bands[at:end], columns))
            at = end
            continue
        if not found or found[-1].columns:
            found.append(Part([]))
        found[-1].bands.append(bands[at])
        at += 1
    return found


def cells(band: list[Row], columns: Sequence[float]) -> Iterator[tuple[int, list[Row]]]:
    """The cells of a table's row, each with its column from 1 and its lines."""
    for number, start in enumerate(columns, start=1):
        end = columns[number] if number < len(columns) else float("inf")
        lines = [
            [p for p in row if start - _SAME_PLACE <= p.left < end - _SAME_PLACE] for row in band
        ]
        if any(lines):
            yield number, [line for line in lines if line]


def _bands(ordered: list[Row]) -> list[list[Row]]:
    steps = sorted(a[0].base - b[0].base for a, b in pairwise(ordered))
    usual = quantiles(steps, n=4)[0] if len(steps) > 1 else 0.0
    found: list[list[Row]] = []
    for index, row in enumerate(ordered):
        step = ordered[index - 1][0].base - row[0].base if index else 0.0
        if not found or step > max(_WHITE * usual, row[0].size):
            found.append([])
        found[-1].append(row)
    return found


def _table(bands: list[list[Row]], at: int) -> tuple[tuple[float, ...], int]:
    """The columns of the table that begins with a band, and the band after its last."""
    columns = tuple(piece.left for piece in bands[at][0])
    end = at
    while end < len(bands) and len(columns) > 1 and _fits(bands[end], columns):
        end += 1
    return columns, end


def _fits(band: list[Row], columns: tuple[float, ...]) -> bool:
    if len(band[0]) < 2:
        return False
    ends = (*columns[1:], float("inf"))
    return all(
        any(
            start - _SAME_PLACE <= p.left and p.right <= end - _SAME_PLACE
            for start, end in zip(columns, ends, strict=True)
        )
        for row in band
        for p in row
    ) and all(_begins(p, columns) for p in band[0])


def _begins(piece: Piece, columns: tuple[float, ...]) -> bool:
    return any(abs(piece.left - start) <= _SAME_PLACE for start in columns)


def _is_worth_it(bands: list[list[Row]], columns: tuple[float, ...]) -> bool:
    """Whether some cell has several lines, and the table is more than a list with its labels."""
    if all(len(band) == 1 for band in bands):
        return False
    firsts = [piece for band in bands for row in band for piece in row if _is_first(piece, columns)]
    return len(columns) > 2 or not all(_LABEL.fullmatch(piece.text) for piece in firsts)


def _is_first(piece: Piece, columns: tuple[float, ...]) -> bool:
    return piece.left < columns[1] - _SAME_PLACE

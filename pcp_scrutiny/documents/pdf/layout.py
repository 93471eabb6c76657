"""The order in which a page is read: its pieces as lines, column by column.

A page is cut into bands where white runs across it, and a band into columns where white runs
down it with prose on both sides (the recursive X-Y cut of Nagy and Seth, 1984).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from .sheets import Piece

_DEEPEST = 4
_MOST_PIECES = 5_000
_BAND_GAP = 1.35
"""In usual distances between lines: more than this is white that runs across."""
_FEWEST_LINES = 3
"""A column has at least so many lines; fewer are cells or labels."""
_NARROWEST = 0.2
"""Of the width of the text: a column is no narrower."""
_PROSE = 0.6
"""Of the column's width: the usual line of prose fills at least this much."""
_PROSE_LETTERS = 20
"""The usual line of prose has at least so many; the cells of a list of figures have fewer."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as read. ``column`` tells lines of one column of one page from all others.

    ``stops`` are where the line goes on after wide gaps: at cells, or after a label.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    italic: bool
    page: int
    column: tuple[int, ...]
    stops: tuple[float, ...] = ()

    def is_row_with(self, other: "Line") -> bool:
        """Whether the two lines go on at the same place after a gap, as rows of a table do."""
        return any(abs(a - b) < 2 for a in self.stops for b in other.stops)


def rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces that stand on one line together, from the top down, each row from the left."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (-p.base, p.left)):
        if found and abs(found[-1][0].base - piece.base) <= 0.35 * min(
            found[-1][0].size, piece.size
        ):
            found[-1].append(piece)
        else:
            found.append([piece])
    return [sorted(row, key=lambda p: p.left) for row in found]


def lines(pieces: list[Piece], page: int) -> list[Line]:
    """The lines of a page in reading order."""
    # Far more than on any page of text: a drawing or a trap, in which columns are not looked for.
    regions = _regions(pieces, 0) if len(pieces) <= _MOST_PIECES else [pieces]
    return [
        _line(row, page, (page, number))
        for number, region in enumerate(regions)
        for row in rows(region)
    ]


def _line(row: list[Piece], page: int, column: tuple[int, ...]) -> Line:
    widest = max(row, key=lambda p: len(p.text))
    return Line(
        text="\t".join(piece.text for piece in row),
        left=row[0].left,
        right=row[-1].right,
        base=widest.base,
        size=widest.size,
        bold=all(piece.bold for piece in row),
        italic=all(piece.italic for piece in row),
        page=page,
        column=column,
        stops=tuple(piece.left for piece in row[1:]),
    )


def _regions(pieces: list[Piece], depth: int) -> list[list[Piece]]:
    """Groups of pieces that are read one after the other."""
    found: list[list[Piece]] = []
    for band in _joined(_bands(pieces)):
        gutter = _gutter(band) if depth < _DEEPEST else None
        if gutter is None:
            if found and depth == 0 and found[-1] and not _was_cut(found):
                found[-1].extend(band)
            else:
                found.append(list(band))
        else:
            for side in _sides(band, gutter):
                found.extend(_regions(side, depth + 1))
            found.append([])
    return [region for region in found if region]


def _was_cut(found: list[list[Piece]]) -> bool:
    """Columns end with an empty group, so that what follows them begins its own."""
    return not found[-1]


def _bands(pieces: list[Piece]) -> list[list[Piece]]:
    ordered = rows(pieces)
    if not ordered:
        return []
    steps = [a[0].base - b[0].base for a, b in pairwise(ordered)]
    usual = median(steps) if steps else 0.0
    bands = [list(ordered[0])]
    for row, step in zip(ordered[1:], steps, strict=True):
        if step > max(_BAND_GAP * usual, row[0].size):
            bands.append([])
        bands[-1].extend(row)
    return bands


def _joined(bands: list[list[Piece]]) -> list[list[Piece]]:
    """Bands of the same two columns as one: their paragraphs only happened to end level.

    In a table the cells of a row rarely end level, so its rows stay apart.
    """
    found: list[list[Piece]] = []
    for band in bands:
        if found and _is_same_columns(found[-1], band):
            found[-1] = found[-1] + band
        else:
            found.append(band)
    return found


def _is_same_columns(above: list[Piece], below: list[Piece]) -> bool:
    if _gutter(above) is None or _gutter(below) is None:
        return False
    gutter = _gutter(above + below)
    if gutter is None:
        return False
    left, right = _sides(above, gutter)
    size = above[0].size
    return abs(min(p.base for p in left) - min(p.base for p in right)) < 0.5 * size


def _sides(band: list[Piece], gutter: float) -> tuple[list[Piece], list[Piece]]:
    return [p for p in band if p.left < gutter], [p for p in band if p.left >= gutter]


def _gutter(band: list[Piece]) -> float | None:
    """Where a band is cut into two columns of prose; None where it is not."""
    start, end = min(p.left for p in band), max(p.right for p in band)
    best: tuple[float, float] | None = None
    reach = start
    for piece in sorted(band, key=lambda p: p.left):
        gap = piece.left - reach
        if gap > 0.8 * piece.size and (best is None or gap > best[0]):
            wide_enough = min(reach - start, end - piece.left) >= _NARROWEST * (end - start)
            if wide_enough and all(_is_prose(side) for side in _sides(band, piece.left)):
                best = (gap, piece.left)
        reach = max(reach, piece.right)
    return None if best is None else best[1]


def _is_prose(side: list[Piece]) -> bool:
    ordered = rows(side)
    if len(ordered) < _FEWEST_LINES:
        return False
    if median(sum(len(piece.text) for piece in row) for row in ordered) < _PROSE_LETTERS:
        return False
    width = max(p.right for p in side) - min(p.left for p in side)
    return median(row[-1].right - row[0].left for row in ordered) >= _PROSE * width

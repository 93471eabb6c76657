"""The lines of a page in the order in which they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import grids
from .columns import Region, regions
from .prose import rows
from .sheets import Piece


@dataclass(frozen=True, slots=True)
class Line:
    """One line as read. ``column`` tells lines of one column of one page from all others.

    ``stops`` are where the line goes on after wide gaps: at cells, or after a label.
    ``reach`` is how far a line may go that has a box on its right, 0 for any other. ``aside`` is
    set in such a box; ``cell`` tells the lines of a table's cell from all others: its page,
    region, table, row and column.
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
    reach: float = 0.0
    aside: bool = False
    cell: tuple[int, ...] = ()

    def is_row_with(self, other: "Line") -> bool:
        """Whether the two lines go on at the same place after a gap, as rows of a table do."""
        return any(abs(a - b) < 2 for a in self.stops for b in other.stops)


def lines(pieces: list[Piece], page: int, gutters: Sequence[float] = ()) -> list[Line]:
    """The lines of a page in reading order; ``gutters`` are those of the other pages."""
    return [
        line
        for number, region in enumerate(regions(pieces, gutters))
        for line in _of_region(region, (page, number))
    ]


def _of_region(region: Region, column: tuple[int, ...]) -> Iterator[Line]:
    for number, part in enumerate(grids.parts(rows(region.pieces))):
        for index, band in enumerate(part.bands, start=1):
            if not part.columns:
                yield from (_line(row, column, region) for row in band)
                continue
            for place, lines_of_cell in grids.cells(band, part.columns):
                cell = (*column, number, index, place)
                yield from (_line(row, cell, region, cell=cell) for row in lines_of_cell)


def _line(
    row: list[Piece], column: tuple[int, ...], region: Region, *, cell: tuple[int, ...] = ()
) -> Line:
    widest = max(row, key=lambda p: len(p.text))
    return Line(
        text="\t".join(piece.text for piece in row),
        left=row[0].left,
        right=row[-1].right,
        base=widest.base,
        size=widest.size,
        bold=all(piece.bold for piece in row),
        italic=all(piece.italic for piece in row),
        page=column[0],
        column=column,
        stops=tuple(piece.left for piece in row[1:]),
        reach=region.reach(widest.base),
        aside=region.aside,
        cell=cell,
    )

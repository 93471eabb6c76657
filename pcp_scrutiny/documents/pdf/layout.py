"""The lines of a page in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass

from .columns import regions, rows
from .sheets import Piece


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
    aside: bool = False

    def is_row_with(self, other: "Line") -> bool:
        """Whether the two lines go on at the same place after a gap, as rows of a table do."""
        return any(abs(a - b) < 2 for a in self.stops for b in other.stops)


def lines(pieces: list[Piece], page: int, gutters: Sequence[float] = ()) -> list[Line]:
    """The lines of a page in reading order; ``gutters`` are those of the other pages."""
    return [
        _line(row, page, (page, number), aside=region.aside)
        for number, region in enumerate(regions(pieces, gutters))
        for row in rows(region.pieces)
    ]


def _line(row: list[Piece], page: int, column: tuple[int, ...], *, aside: bool) -> Line:
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
        aside=aside,
    )

"""What is taken out of a PDF: on each page, pieces of text with their place and look.

Lengths are in points, from the page's lower left corner as it is read (turned if it is turned).
"""

from typing import NamedTuple


class Piece(NamedTuple):
    """Text on one line with no wide gap in it. ``left`` to ``right``, standing on ``base``."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    italic: bool

    @property
    def top(self) -> float:
        return self.base + 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.base - 0.25 * self.size


class Sheet(NamedTuple):
    """One page with its pieces in the order in which the file draws them."""

    width: float
    height: float
    pieces: list[Piece]


class Contents(NamedTuple):
    """All that is taken out of a PDF; ``problem`` is "" or what stopped it."""

    problem: str
    title: str
    sheets: list[Sheet]

"""The register: where each recommendation stands, narrowed, counted and printed."""

from .books import Book, book, position_of
from .colours import COLOURS
from .positions import Position
from .sorting import natural

__all__ = ["COLOURS", "Book", "Position", "book", "natural", "position_of"]

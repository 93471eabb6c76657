"""Reading a Commissioner's letter into points and responses (start at :mod:`.reading`)."""

from .decisions import DECISIONS
from .letter import Letter, Pair
from .reading import read_letter

__all__ = ["DECISIONS", "Letter", "Pair", "read_letter"]

"""What a response claims was done to the plan, and the words that say so: pure functions."""

from .phrases import CHANGES, KEEPS, Kind
from .reading import Claim, read
from .wording import at, in_words, named

__all__ = ["CHANGES", "KEEPS", "Claim", "Kind", "at", "in_words", "named", "read"]

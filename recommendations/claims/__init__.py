"""What a response claims was done to the plan, and the words that say so: pure functions."""

from .phrases import CHANGES, KEEPS, Kind
from .reading import Claim, read

__all__ = ["CHANGES", "KEEPS", "Claim", "Kind", "read"]

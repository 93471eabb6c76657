"""Reading minutes that were written elsewhere into items and entries (start at :mod:`.reading`)."""

from .minutes import KINDS, Entry, Item, Kind, Minutes
from .reading import read_minutes

__all__ = ["KINDS", "Entry", "Item", "Kind", "Minutes", "read_minutes"]

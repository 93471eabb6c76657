"""Whether a record is restricted, by the marks on it and on what it belongs to."""

from typing import Any


def is_restricted(*things: Any) -> bool:
    """Whether any of these carries a paragraph of Schedule 12A."""
    return any(thing.restricted_under is not None for thing in things)


def entry_is_restricted(entry: Any) -> bool:
    """Whether a minute is withheld, by itself or with its item."""
    return is_restricted(entry, entry.item)

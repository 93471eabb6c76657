"""Headings that are drawn at the top of a part's first page."""

from collections.abc import Sequence

from .parts import Heading


def band(headings: Sequence[Heading], *, is_wide: bool = False) -> float:
    """The millimetres that headings take at the top of a part's first page, below the margin;
    ``is_wide`` where that page lies across (A4 landscape)."""
    return 14.0 * len(headings)

"""What is minuted in private: under an exempt item, or while the public is excluded.

Local Government Act 1972 s.100A(4): the public is excluded by a resolution that names the paragraph
of Schedule 12A; s.100C(1)(a): the minutes of what was done meanwhile are not open to inspection.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """An entry: the paragraph that restricts its item, the one under which it excludes the public,
    and whether the public is let in again with it."""

    pk: int
    item_under: int | None = None
    excludes_under: int | None = None
    readmits: bool = False


def restrictions(entries: Iterable[Said]) -> Iterator[tuple[int, int | None]]:
    """For each entry of a meeting, in the order of the minutes, the paragraph that keeps it from
    the public, or None. The resolution that excludes the public is public itself, and so is the
    entry that lets them in again, unless their item is exempt."""
    under: int | None = None
    for entry in entries:
        if entry.readmits or entry.excludes_under:
            under = None
        yield entry.pk, entry.item_under or under
        under = entry.excludes_under or under

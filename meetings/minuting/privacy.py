"""What is minuted in private: under an exempt item, or while the public is excluded.

Local Government Act 1972 s.100A(4), (5): the public is excluded by a resolution that names the
paragraph of Schedule 12A and the business it is for; s.100C(1)(a): the minutes of what was done
meanwhile are not open to inspection.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .. import exempt


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


def excluded_by(entries: Iterable[Said], pk: int) -> int | None:
    """The resolution by which the public is out just before the entry ``pk``, or None."""
    by: int | None = None
    for entry in entries:
        if entry.pk == pk:
            return by
        if entry.readmits:
            by = None
        if entry.excludes_under:
            by = entry.pk
    return None


def is_out_after(entries: Iterable[Said]) -> bool:
    """Whether the public is out once these have been said."""
    is_out = False
    for entry in entries:
        is_out = bool(entry.excludes_under) or (is_out and not entry.readmits)
    return is_out


def resolution(paragraph: int, *, business: str) -> str:
    """Words for a resolution that excludes the public from some business, to be put right by
    whoever minutes it. They say what s.100A(4) and (5) and paragraph 10 of the Schedule ask for."""
    return (
        f"That, under section 100A(4) of the Local Government Act 1972, members of the press and "
        f"public leave the meeting while “{business}” is considered: if they stayed, exempt "
        f"information as described in {exempt.paragraph(paragraph)} would probably be disclosed to "
        f"them ({exempt.INFORMATION[paragraph]}), and the public interest in keeping it private is "
        "greater than that in disclosing it."
    )

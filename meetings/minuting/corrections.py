"""The words in which a panel approves minutes and puts them right.

The meeting that approves gets a minute of it, and a point under that for each correction. What a
correction says of a minute that is not for publication stays out of that point, which is public.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

AS_DRAFTED = "be approved as a correct record"


@dataclass(frozen=True, slots=True)
class Point:
    """A minute as corrected: its number, how it reads, and whether the public may know."""

    number: str
    reads: str
    is_public: bool = True


def in_full(day: date) -> str:
    """A day as minutes name it: 12 June 2026."""
    return f"{day.day} {day:%B %Y}"


def approval(held_on: date, *, has_points: bool) -> str:
    """The resolution by which minutes are approved."""
    said = f"That the minutes of the meeting held on {in_full(held_on)} {AS_DRAFTED}"
    return f"{said}, with these corrections:" if has_points else f"{said}."


def correction(held_on: date, *, one: bool) -> str:
    """The resolution by which approved minutes are corrected."""
    what = "this correction" if one else "these corrections"
    return f"That {what} be made to the minutes of the meeting held on {in_full(held_on)}:"


def points(corrected: Iterable[Point], others: Iterable[str] = ()) -> list[str]:
    """What stands under the resolution, one text for each correction."""
    said = [_point(point) for point in corrected]
    return said + [text if text.endswith((".", "?", "!", "”")) else f"{text}." for text in others]


def _point(point: Point) -> str:
    if point.is_public:
        return f"Minute {point.number} to read: “{point.reads}”"
    return (
        f"Minute {point.number}, which is not for publication, to read as the full minutes of "
        "that meeting have it."
    )

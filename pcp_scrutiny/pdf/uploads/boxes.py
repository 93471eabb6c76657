"""What of a page is seen, and which way up."""

from dataclasses import dataclass
from typing import Any

from .objects import dictionary, number, numbers, whole

_A4 = (0.0, 0.0, 595.276, 841.89)
_MOST_ANCESTORS = 100


@dataclass(frozen=True, slots=True)
class Visible:
    """The visible part of a page in its own coordinates, the turn (0, 90, 180, 270 degrees,
    clockwise) in which it is shown, and the size of its unit in points."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0
    unit: float = 1.0

    @property
    def width(self) -> float:
        """In units, before the turn."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """In units, before the turn."""
        return self.top - self.bottom

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, as it is shown."""
        wide, high = self.width * self.unit, self.height * self.unit
        return (high, wide) if self.turn in (90, 270) else (wide, high)


def visible(page: Any) -> Visible:
    """What is seen of a page: its crop box as far as it is on the sheet (ISO 32000-1, 14.11.2)."""
    media = _box(inherited(page, "/MediaBox")) or _A4
    crop = _box(inherited(page, "/CropBox")) or media
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if right <= left or top <= bottom:  # a crop box beside the sheet counts for nothing
        left, bottom, right, top = media
    turn = whole(inherited(page, "/Rotate")) or 0
    unit = number(page.get("/UserUnit")) or 1.0
    return Visible(left, bottom, right, top, turn // 90 * 90 % 360, unit if unit > 0 else 1.0)


def inherited(page: Any, key: str) -> Any:
    """An entry of a page, or of the nearest of its ancestors that has it."""
    node = page
    for _ in range(_MOST_ANCESTORS):
        if node is None or (found := node.get(key)) is not None:
            return None if node is None else found
        node = dictionary(node.get("/Parent"))
    return None


def _box(value: Any) -> tuple[float, float, float, float] | None:
    read = numbers(value, 4)
    if read is None:
        return None
    across, up = sorted((read[0], read[2])), sorted((read[1], read[3]))
    return across[0], up[0], across[1], up[1]

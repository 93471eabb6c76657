"""Where things are drawn on a page of any size, offset and turn."""

from dataclasses import dataclass
from typing import Any

from pcp_scrutiny.pdf.uploads.boxes import visible

MM = 72 / 25.4  # points in a millimetre


@dataclass(frozen=True, slots=True)
class Frame:
    """A page as it is seen: its size in points, and the matrix that takes points from its lower
    left corner to the page's own coordinates."""

    width: float
    height: float
    matrix: tuple[float, ...] = (1, 0, 0, 1, 0, 0)

    @property
    def is_wide(self) -> bool:
        """Whether it lies across."""
        return self.width > self.height

    @property
    def transform(self) -> bytes:
        """The operator that sets the matrix; nothing where it is not needed."""
        if self.matrix == (1, 0, 0, 1, 0, 0):
            return b""
        return b" ".join(number(value) for value in self.matrix) + b" cm\n"


def frame(page: Any) -> Frame:
    """The frame of a page."""
    seen = visible(page)
    scale = 1 / seen.unit
    turned = {
        0: (scale, 0, 0, scale, seen.left, seen.bottom),
        90: (0, scale, -scale, 0, seen.right, seen.bottom),
        180: (-scale, 0, 0, -scale, seen.right, seen.top),
        270: (0, -scale, scale, 0, seen.left, seen.top),
    }
    return Frame(*seen.size, turned[seen.turn])


def number(value: float) -> bytes:
    """A number as a content stream writes it."""
    return f"{value:.3f}".rstrip("0").rstrip(".").encode()

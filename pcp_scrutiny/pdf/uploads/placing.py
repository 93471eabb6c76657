"""Where a page of any size goes on A4, so that numbers and heads have their place."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .boxes import Visible
from .limits import POINTS_PER_MM

A4 = (595.276, 841.89)
"""Width and height of an upright sheet in points."""

HEAD_BAND = 18.0
"""Millimetres at the top of every page, for the two lines of a running head (from 9 mm)."""
FOOT_BAND = 18.0
"""Millimetres at the bottom, for the number and the running foot (at 15 mm) and air above them."""
TOP_MARGIN = 20.0
"""Millimetres above the headings that are drawn on a first page: the top margin of our own pages
(static/scss/documents.scss)."""
SIDE = 10.0
"""Millimetres left free at the sides by what comes from wider pages without being made smaller."""

_NEARLY = 3.0
"""Points: a page so little larger than A4 is A4."""
_STEPS = 200
"""Scales are rounded down to halves of a hundredth, so that pages alike come out alike."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """As in a PDF: (x, y) becomes (ax + cy + e, bx + dy + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, scale: float, x: float, y: float) -> "Matrix":
        """This one, then made larger by ``scale`` and moved."""
        return Matrix(
            self.a * scale,
            self.b * scale,
            self.c * scale,
            self.d * scale,
            self.e * scale + x,
            self.f * scale + y,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def values(self) -> tuple[float, float, float, float, float, float]:
        """The six of them in their order."""
        return self.a, self.b, self.c, self.d, self.e, self.f

    @property
    def is_identity(self) -> bool:
        """Whether it leaves everything where it is."""
        return self == Matrix()


@dataclass(frozen=True, slots=True)
class Ink:
    """What of an upright page is drawn on, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Place:
    """The size of the sheet in points, and how the upright page is scaled and moved onto it."""

    width: float
    height: float
    scale: float
    x: float
    y: float


def upright(box: Visible) -> Matrix:
    """From a page's own coordinates to points of the page as it is shown, from its lower left."""
    unit = box.unit
    return {
        0: Matrix(unit, 0, 0, unit, -box.left * unit, -box.bottom * unit),
        90: Matrix(0, -unit, unit, 0, -box.bottom * unit, box.right * unit),
        180: Matrix(-unit, 0, 0, -unit, box.right * unit, box.top * unit),
        270: Matrix(0, unit, -unit, 0, box.top * unit, -box.left * unit),
    }[box.turn]


Size = tuple[float, float]


def place_all(pages: Sequence[tuple[Size, Ink | None]], *, first_band: float = 0.0) -> list[Place]:
    """Where each page of a file goes (``place``).

    Pages of one size that have to be made smaller are made equally small, so that the letters do
    not change from page to page; the first one, above which headings take room, may be smaller.
    """
    bands = [first_band, *[0.0] * (len(pages) - 1)]
    placed = [
        place(size, ink, first_band=band) for (size, ink), band in zip(pages, bands, strict=True)
    ]
    alike = [_alike(size, found) for (size, _), found in zip(pages, placed, strict=True)]
    smallest: dict[Size, float] = {}
    for key, found in zip(alike[1:], placed[1:], strict=True):
        smallest[key] = min(found.scale, smallest.get(key, 1.0))
    return [
        place(size, ink, first_band=band, most=smallest[key])
        if smallest.get(key, 1.0) < found.scale < 1
        else found
        for (size, ink), band, key, found in zip(pages, bands, alike, placed, strict=True)
    ]


def _alike(size: Size, found: Place) -> Size:
    """The same for pages of about one size; ``found`` tells which way the sheet lies."""
    across, up = (round(side / _NEARLY) * _NEARLY for side in size)
    return (across, up) if found.height > found.width else (-across, up)


def place(size: Size, ink: Ink | None, *, first_band: float = 0.0, most: float = 1.0) -> Place:
    """Where an upright page of this size (points) goes.

    ``first_band`` is how many millimetres headings take on it, below the top margin. A page whose
    bands are free stays as it is; else it is moved, and made smaller where moving is not enough.
    One that is smaller than the sheet stands at its top, below what is stamped there. ``most`` is
    the scale that it has at most.
    """
    drawn = ink or Ink(size[0] / 2, size[1] / 2, size[0] / 2, size[1] / 2)
    wide = size[0] > size[1] and not _fits(size, drawn, A4, first_band)
    sheet = (A4[1], A4[0]) if wide else A4
    bottom, top = _free(sheet, first_band)
    scale = min(_scale(size, drawn, sheet, top - bottom), most)
    x = (sheet[0] - scale * size[0]) / 2
    y = sheet[1] - scale * size[1]
    if scale == 1 and abs(x) < _NEARLY and abs(y) < _NEARLY:
        x = y = 0.0
    edge = SIDE * POINTS_PER_MM if size[0] > sheet[0] + _NEARLY else 0.0
    x = _moved(x, scale * drawn.left, scale * drawn.right, edge, sheet[0] - edge)
    y = _moved(y, scale * drawn.bottom, scale * drawn.top, bottom, top)
    return Place(*sheet, scale, x, y)


def _free(sheet: tuple[float, float], first_band: float) -> tuple[float, float]:
    """From where to where, upwards, a sheet may be drawn on."""
    head = max(HEAD_BAND, TOP_MARGIN + first_band) if first_band else HEAD_BAND
    return FOOT_BAND * POINTS_PER_MM, sheet[1] - head * POINTS_PER_MM


def _fits(
    size: tuple[float, float], ink: Ink, sheet: tuple[float, float], first_band: float
) -> bool:
    bottom, top = _free(sheet, first_band)
    return size[0] <= sheet[0] + _NEARLY and _scale(size, ink, sheet, top - bottom) == 1


def _scale(size: tuple[float, float], ink: Ink, sheet: tuple[float, float], height: float) -> float:
    wide, high = ink.right - ink.left, ink.top - ink.bottom
    scale = 1.0
    if size[0] > sheet[0] + _NEARLY and wide > sheet[0] - 2 * SIDE * POINTS_PER_MM:
        scale = min(scale, sheet[0] / size[0])
    if size[1] > sheet[1] + _NEARLY and high > height:
        scale = min(scale, sheet[1] / size[1])
    if scale * high > height:
        scale = height / high
    rounded = math.floor(scale * _STEPS) / _STEPS
    return rounded or scale


def _moved(at: float, start: float, end: float, least: float, most: float) -> float:
    """``at`` changed as little as brings what is from ``start`` to ``end`` within the limits."""
    if at + end > most:
        at = most - end
    return max(at, least - start)

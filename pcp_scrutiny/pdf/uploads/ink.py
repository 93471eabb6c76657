"""How far the pages are drawn on, measured on small pictures of them. A picture counts whole, the
white margins of a scan included: nothing is to be stamped on it."""

from collections.abc import Iterator
from typing import Any

import pypdfium2

from . import painted
from .boxes import Visible
from .placing import Ink, upright

_PIXELS = 421
"""The longer side of the picture: of A4 a pixel is two points."""
_NEARLY_WHITE = 250
"""Of 255: what is lighter is paper."""
_WHITE = b"\xff"
_BLACK_AND_WHITE = bytes(255 if value >= _NEARLY_WHITE else 0 for value in range(256))


def measured(data: bytes, boxes: list[Visible]) -> Iterator[Ink | None]:
    """For each page what of it is drawn on as it is shown upright, None for an empty one."""
    document = pypdfium2.PdfDocument(data)
    for index, box in enumerate(boxes):
        page = document[index]
        width, height = box.size
        scale = _PIXELS / max(page.get_width(), page.get_height())
        bitmap = page.render(scale=scale, grayscale=True, draw_annots=False, may_draw_forms=False)
        found = _bounds(bitmap)
        across, up = width / bitmap.width, height / bitmap.height
        bitmap.close()
        areas = [_shown(area, box) for area in painted.pictures(page)]
        page.close()
        if found is not None:
            left, upper, right, lower = found
            areas.append(
                Ink(left * across, height - lower * up, right * across, height - upper * up)
            )
        yield _all_of([area for area in areas if area is not None])


def _shown(area: painted.Area, box: Visible) -> Ink | None:
    """What is seen of an area of the page, upright."""
    left, right = max(area[0], box.left), min(area[2], box.right)
    bottom, top = max(area[1], box.bottom), min(area[3], box.top)
    if left >= right or bottom >= top:
        return None
    corners = [upright(box).point(x, y) for x, y in ((left, bottom), (right, top))]
    across, up = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return Ink(across[0], up[0], across[1], up[1])


def _all_of(areas: list[Ink]) -> Ink | None:
    if not areas:
        return None
    return Ink(
        min(area.left for area in areas),
        min(area.bottom for area in areas),
        max(area.right for area in areas),
        max(area.top for area in areas),
    )


def _bounds(bitmap: Any) -> tuple[int, int, int, int] | None:
    """The columns and rows of pixels from and to which there is ink, downwards."""
    pixels = bytes(bitmap.buffer).translate(_BLACK_AND_WHITE)
    white = _WHITE * bitmap.width
    rows = [
        pixels[start : start + bitmap.width]
        for start in range(0, bitmap.height * bitmap.stride, bitmap.stride)
    ]
    drawn = [number for number, row in enumerate(rows) if row != white]
    if not drawn:
        return None
    inked = [rows[number] for number in drawn]
    left = min(len(row) - len(row.lstrip(_WHITE)) for row in inked)
    right = max(len(row.rstrip(_WHITE)) for row in inked)
    return left, drawn[0], right, drawn[-1] + 1

"""How far the pages are drawn on, measured on small pictures of them."""

from collections.abc import Iterator
from typing import Any

import pypdfium2

from .placing import Ink

_PIXELS = 421
"""The longer side of the picture: of A4 a pixel is two points."""
_NEARLY_WHITE = 250
"""Of 255: what is lighter is paper."""
_WHITE = b"\xff"
_BLACK_AND_WHITE = bytes(255 if value >= _NEARLY_WHITE else 0 for value in range(256))


def measured(data: bytes, sizes: list[tuple[float, float]]) -> Iterator[Ink | None]:
    """For each page what of it is drawn on, None for an empty one. ``sizes``: of the upright
    pages, in points."""
    document = pypdfium2.PdfDocument(data)
    for index, (width, height) in enumerate(sizes):
        page = document[index]
        scale = _PIXELS / max(page.get_width(), page.get_height())
        bitmap = page.render(scale=scale, grayscale=True, draw_annots=False, may_draw_forms=False)
        found = _bounds(bitmap)
        across, up = width / bitmap.width, height / bitmap.height
        bitmap.close()
        page.close()
        if found is None:
            yield None
        else:
            left, upper, right, lower = found
            yield Ink(left * across, height - lower * up, right * across, height - upper * up)


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

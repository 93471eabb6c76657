"""Where on a page there are pictures, whatever is to be seen of them."""

from collections.abc import Iterator
from ctypes import c_float
from typing import Any

import pypdfium2
from pypdfium2 import raw

Area = tuple[float, float, float, float]
"""Left, bottom, right, top, in the page's own coordinates."""

_DEEPEST = 15
"""Levels of forms within forms."""


def pictures(page: pypdfium2.PdfPage) -> Iterator[Area]:
    """The areas of a page that its pictures take, each as far as it is not clipped."""
    kinds = [raw.FPDF_PAGEOBJ_IMAGE]
    for picture in page.get_objects(filter=kinds, max_depth=_DEEPEST):
        area: Area | None = _clipped(picture, picture.get_bounds())
        # What is in a form is in the form's coordinates.
        form = picture.container
        while form is not None and area is not None:
            area = _clipped(form, _turned(form, area))
            form = form.container
        if area is not None:
            yield area


def _turned(form: Any, area: Area) -> Area:
    matrix = form.get_matrix()
    corners = [matrix.on_point(x, y) for x in (area[0], area[2]) for y in (area[1], area[3])]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(up), max(across), max(up)


def _clipped(drawn: Any, area: Area) -> Area | None:
    """What of an area is within the bounds of each path that the object is clipped to."""
    clip = raw.FPDFPageObj_GetClipPath(drawn)
    left, bottom, right, top = area
    for path in range(max(raw.FPDFClipPath_CountPaths(clip), 0) if clip else 0):
        points = list(_points(clip, path))
        if points:
            left = max(left, min(x for x, _ in points))
            right = min(right, max(x for x, _ in points))
            bottom = max(bottom, min(y for _, y in points))
            top = min(top, max(y for _, y in points))
    return (left, bottom, right, top) if left < right and bottom < top else None


def _points(clip: Any, path: int) -> Iterator[tuple[float, float]]:
    x, y = c_float(), c_float()
    for number in range(max(raw.FPDFClipPath_CountPathSegments(clip, path), 0)):
        segment = raw.FPDFClipPath_GetPathSegment(clip, path, number)
        if segment and raw.FPDFPathSegment_GetPoint(segment, x, y):
            yield x.value, y.value

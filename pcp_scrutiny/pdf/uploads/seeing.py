"""What of a fitted page is seen: what its author cropped away is still drawn, but cut off."""

import io
import re
from typing import Any

import pikepdf
from pikepdf import Array, Stream

from .objects import several
from .placing import Matrix

CUT = re.compile(rb"q((?: \S+){6}) cm((?: \S+){4}) re W n\n")
"""How ``fitting`` begins a page that it moved."""


def trim(fitted: bytes) -> bytes:
    """The same pages, each as large as what is seen of it: for reading, not for printing."""
    with pikepdf.open(io.BytesIO(fitted)) as pdf:
        for page in pdf.pages:
            if (box := _seen(page.obj)) is not None:
                page.obj.MediaBox = Array(box)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _seen(page: Any) -> list[float] | None:
    """The edges of what is seen, on the sheet; None for a page that stands as it was."""
    first = next(iter(several(page.get("/Contents"))), None)
    cut = CUT.match(first.read_bytes()) if isinstance(first, Stream) else None
    if cut is None:
        return None
    matrix = Matrix(*map(float, cut[1].split()))
    left, bottom, width, height = map(float, cut[2].split())
    corners = [matrix.point(x, y) for x in (left, left + width) for y in (bottom, bottom + height)]
    across, up = zip(*corners, strict=True)
    return [round(edge, 3) for edge in (min(across), min(up), max(across), max(up))]

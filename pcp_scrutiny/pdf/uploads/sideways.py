"""Whether the words of a page run as they are read."""

from math import ceil

import pypdfium2
from pypdfium2 import raw

from .boxes import Visible
from .placing import upright

_SAMPLE = 400
"""Characters of a page that are looked at, evenly spread."""
_FEW = 20
"""Fewer may be the labels of a drawing."""
_MOSTLY = 0.6


def is_sideways(text: pypdfium2.PdfTextPage, box: Visible) -> bool:
    """Whether most of a page's characters, as it is shown, run up, down or upside down."""
    shown = upright(box)
    matrix = raw.FS_MATRIX()
    count = text.count_chars()
    looked_at = turned = 0
    for index in range(0, count, ceil(count / _SAMPLE) or 1):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue  # a space that PDFium put in
        if not raw.FPDFText_GetMatrix(text, index, matrix):
            continue
        across = shown.a * matrix.a + shown.c * matrix.b
        up = shown.b * matrix.a + shown.d * matrix.b
        looked_at += 1
        turned += across < abs(up)
    return looked_at >= _FEW and turned > _MOSTLY * looked_at

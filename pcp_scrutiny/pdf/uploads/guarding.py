"""Content that may leave the state of the graphics behind, made to put it back."""

from typing import Any

import pikepdf

_WATCHED = "q Q BT ET BDC BMC EMC"


def guard(page: Any) -> tuple[bytes, bytes]:
    """Instructions to put before and after a page's content, so that what comes after them is
    drawn as on an empty page, even if the content saves, restores, or begins too much."""
    depth = lowest = marks = 0
    in_text = False
    try:
        instructions = pikepdf.parse_content_stream(page, _WATCHED)
    except (pikepdf.PdfError, TypeError):
        instructions = []  # what cannot be read is not drawn
    for each in instructions:
        operator = str(each.operator)
        if operator == "q":
            depth += 1
        elif operator == "Q":
            depth -= 1
            lowest = min(lowest, depth)
        elif operator in ("BT", "ET"):
            in_text = operator == "BT"
        else:
            marks = max(marks + (-1 if operator == "EMC" else 1), 0)
    before = b"q\n" * (1 - lowest)
    after = b"\n" + b"ET\n" * in_text + b"EMC\n" * marks + b"Q\n" * (1 - lowest + depth)
    return before, after

"""Running headers, footers and page numbers: what stands at a page's edge on page after page."""

import re
from collections import Counter
from collections.abc import Sequence

from .layout import rows
from .sheets import Piece, Sheet

_EDGE = 0.12
"""Of the page's height, at the top and at the foot."""
_SHARE = 0.5
"""Of the pages: what is repeated on so many is furniture, and so is what is on three or more."""
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)


def without(sheets: Sequence[Sheet]) -> list[list[Piece]]:
    """The pieces of each page that are its own."""
    edges = [_edge_rows(sheet) for sheet in sheets]
    counts = Counter(key for page in edges for key in {key for key, _ in page})
    enough = max(2, min(3, _SHARE * len(sheets)))
    kept: list[list[Piece]] = []
    for number, (sheet, page) in enumerate(zip(sheets, edges, strict=True), start=1):
        dropped = {
            piece
            for key, row in page
            if counts[key] >= enough or _is_page_number(row, number)
            for piece in row
        }
        kept.append([piece for piece in sheet.pieces if piece not in dropped])
    return kept


def _edge_rows(sheet: Sheet) -> list[tuple[str, list[Piece]]]:
    """The rows at the top and the foot, each under what it has in common with other pages."""
    found = []
    for row in rows(sheet.pieces):
        height = row[0].base / sheet.height if sheet.height else 0.5
        if height < _EDGE or height > 1 - _EDGE:
            words = re.sub(r"\d+|\b[ivxlc]+\b", "#", _text(row).lower())
            found.append((f"{'foot' if height < _EDGE else 'top'} {words}", row))
    return found


def _is_page_number(row: list[Piece], page: int) -> bool:
    match = _PAGE_NUMBER.fullmatch(_text(row))
    return match is not None and int(match[1]) == page


def _text(row: list[Piece]) -> str:
    return " ".join(" ".join(piece.text for piece in row).split())

"""What belongs to the pages and not to the plan: running headers, page numbers, the contents."""

import re
from collections import Counter
from collections.abc import Sequence

from pcp_scrutiny.documents import contents

from .piece import Piece

CONTENTS_ENTRY = re.compile(r"\S.*?(?:\.{3,}|…+|\s{3,}|\t)\s*\d{1,3}$")

_PAGE_NUMBER = re.compile(r"\d{1,3}")
_PAGE_OF = re.compile(r"page\s+\d{1,3}(?:\s+of\s+\d{1,3})?", re.IGNORECASE)
_CONTENTS = ("contents", "table of contents", "contents page")
_LONGEST_HEADER = 80
_OFTEN = 3


def without_furniture(found: Sequence[Piece], title: str) -> list[Piece]:
    """A line that comes again and again is a running header only if page numbers stand beside
    it, or if it is the title: plans repeat headings too ("What we will do")."""
    headers = _headers(found, title)
    seen: set[str] = set()
    kept: list[Piece] = []
    for at, piece in enumerate(found):
        text = piece.printed
        if _PAGE_OF.fullmatch(text):
            continue
        if text in headers:
            if text == title and text not in seen:
                kept.append(piece)
            seen.add(text)
        elif not (_is_page_number(piece) and _beside(found, at, headers)):
            kept.append(piece)
    return _without_contents(kept)


def _headers(found: Sequence[Piece], title: str) -> set[str]:
    short = [p.printed for p in found if p.kind == "text" and len(p.printed) <= _LONGEST_HEADER]
    often = {text for text, times in Counter(short).items() if times >= _OFTEN}
    often = {text for text in often if not _PAGE_NUMBER.fullmatch(text)}
    numbers = (at for at, piece in enumerate(found) if _is_page_number(piece))
    beside = {found[n].printed for at in numbers for n in (at - 1, at + 1) if 0 <= n < len(found)}
    return {text for text in often if text == title or text in beside}


def _is_page_number(piece: Piece) -> bool:
    return piece.kind == "text" and bool(_PAGE_NUMBER.fullmatch(piece.printed))


def _beside(found: Sequence[Piece], at: int, headers: set[str]) -> bool:
    return any(p.printed in headers for p in found[max(0, at - 1) : at + 2])


def _without_contents(found: Sequence[Piece]) -> list[Piece]:
    """Without the contents list, which repeats the headings, each with its page."""
    listed = contents.listed([piece.printed for piece in found])
    found = [piece for at, piece in enumerate(found) if at not in listed]
    kept: list[Piece] = []
    inside = False
    for piece in found:
        text = piece.printed.strip()
        if text.strip(" :").lower() in _CONTENTS:
            inside = True
        elif not (inside and _is_in_contents(text)):
            inside = False
            kept.append(piece)
    return kept


def _is_in_contents(text: str) -> bool:
    return bool(
        text.lower() == "page"
        or CONTENTS_ENTRY.match(text)
        or re.search(r"\D\s\d{1,3}$", text)
        or _PAGE_NUMBER.fullmatch(text)
    )

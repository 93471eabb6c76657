"""What is on the pages of a PDF beside its text: running headers, page numbers, contents."""

import re
from collections import Counter
from collections.abc import Sequence

from .. import contents
from .layout import Line
from .prose import rows
from .sheets import Piece, Sheet

_EDGE = 0.12
"""Of the page's height, at the top and at the foot."""
_WHITE = 1.7
"""In sizes of the type: furniture is at least so far from the text of the page."""
_SHARE = 0.5
"""Of the pages: what is repeated on so many is furniture, and so is what is on three or more."""
_NUMERAL = re.compile(r"\b(?:[0-9]{1,4}|[ivxlc]{1,8})\b")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMBER_BEFORE = re.compile(r"(?:page )?([0-9]{1,4}|[ivxlc]{1,8})(?: \||\s|$)", re.IGNORECASE)
_NUMBER_AFTER = re.compile(r"(?:^|\s)([0-9]{1,4}|[ivxlc]{1,8})$", re.IGNORECASE)
_LONGEST = 120
"""Characters of a running header."""
_FEWEST_NUMBERED = 3
"""Pages: on fewer, numbers may agree by chance."""
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,8})\s*$")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)


def without(sheets: Sequence[Sheet]) -> list[list[Piece]]:
    """The pieces of each page that are its own."""
    edges = [_edge_rows(sheet, number) for number, sheet in enumerate(sheets, start=1)]
    counts = Counter(key for page in edges for key in {key for keys, _ in page for key in keys})
    enough = max(2, min(3, _SHARE * len(sheets)))
    offsets = _offsets(edges)
    kept: list[list[Piece]] = []
    for number, (sheet, page) in enumerate(zip(sheets, edges, strict=True), start=1):
        dropped = {
            piece
            for keys, row in page
            if any(counts[key] >= enough for key in keys)
            or _is_page_number(row, number)
            or offsets & _own_numbers(row, number)
            for piece in row
        }
        kept.append([piece for piece in sheet.pieces if piece not in dropped])
    return kept


def _edge_rows(sheet: Sheet, number: int) -> list[tuple[set[str], list[Piece]]]:
    """The rows at the top and the foot, each with what it may have in common with other pages."""
    ordered = rows(sheet.pieces)
    top = _apart_from_body(ordered, [r for r in ordered if r[0].base > (1 - _EDGE) * sheet.height])
    upwards = ordered[::-1]
    foot = _apart_from_body(upwards, [r for r in upwards if r[0].base < _EDGE * sheet.height])
    return [
        ({f"{edge} {words}" for words in _variants(_text(row), number)}, row)
        for edge, found in (("top", top), ("foot", foot))
        for row in found
    ]


def _apart_from_body(inwards: list[list[Piece]], at_edge: list[list[Piece]]) -> list[list[Piece]]:
    """Of the rows at an edge, those that white parts from what follows towards the middle."""
    if len(inwards) == 1:
        return at_edge
    for index in range(min(len(at_edge), len(inwards) - 1), 0, -1):
        outer, inner = inwards[index - 1][0], inwards[index][0]
        if abs(outer.base - inner.base) > _WHITE * max(outer.size, inner.size):
            return at_edge[:index]
    return []


def _offsets(edges: Sequence[list[tuple[set[str], list[Piece]]]]) -> set[int]:
    """How far the numbers printed on the pages are ahead of the pages, if most print theirs."""
    counts = Counter(
        offset
        for number, page in enumerate(edges, start=1)
        for offset in {offset for _, row in page for offset in _own_numbers(row, number)}
    )
    enough = max(_FEWEST_NUMBERED, 0.6 * len(edges))
    return {offset for offset, times in counts.items() if times >= enough}


def _own_numbers(row: list[Piece], page: int) -> set[int]:
    """What the number at either end of a short row is ahead of the page's, as in "Victims 12".

    "12. Victims" is the heading of a chapter, which may well begin on the twelfth page.
    """
    text = _text(row)
    if len(text) > _LONGEST:
        return set()
    found = (_NUMBER_BEFORE.match(text), _NUMBER_AFTER.search(text))
    return {_worth(match[1].lower()) - page for match in found if match}


def _variants(text: str, page: int) -> set[str]:
    """The words as they stand, and with one number told by how far it is from the page's.

    So "Page 3 of 9" is the same on every page, and "3. Aims" is not the same as "5. Aims".
    """
    words = text.lower()
    return {words} | {
        f"{words[: match.start()]}{_worth(match[0]) - page:+}{words[match.end() :]}"
        for match in _NUMERAL.finditer(words)
    }


def _worth(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    worths = [_ROMAN[letter] for letter in numeral]
    return sum(
        -worth if any(later > worth for later in worths[index:]) else worth
        for index, worth in enumerate(worths)
    )


def _is_page_number(row: list[Piece], page: int) -> bool:
    match = _PAGE_NUMBER.fullmatch(_text(row))
    return match is not None and int(match[1]) == page


def _text(row: list[Piece]) -> str:
    return " ".join(" ".join(piece.text for piece in row).split())


def without_contents(lines: Sequence[Line]) -> list[Line]:
    """The lines without those of a contents list: dots lead them to a page number, or they come
    again further down as headings."""
    led = [_LEADERS.search(line.text) is not None for line in lines]
    listed = contents.listed([line.text for line in lines])
    return [
        line
        for index, line in enumerate(lines)
        if not led[index]
        and index not in listed
        and not (any(led[index + 1 : index + 2]) and contents.is_heading(line.text))
    ]

"""A table's rows: lines of the text above it, or numbered paragraphs, where a plan is laid out as
a table."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pcp_scrutiny.documents import Block

from . import marks
from .piece import Piece

# A numbered cell of so many characters is no line of a table within a paragraph.
_PARAGRAPH = 80
_NUMBERS = re.compile(
    r"(?:para(?:gra(?:ph|ff))?s?\.?\s*)?(?:no|number|rhif|#)?[.:]?", re.IGNORECASE
)
"""What stands over a column of paragraph numbers: "No.", "Para", "Paragraph number"."""


def rows(cells: Sequence[Block]) -> Iterator[Piece]:
    """The rows of one table in pieces: those that are no paragraphs together as lines, any other
    as one piece of text that begins with its number, or has it as its mark."""
    lines: list[str] = []
    page = cells[0].page
    has_numbers = False
    for at, (_, row) in enumerate(groupby(cells, key=lambda cell: cell.row)):
        texts = _cells(list(row))
        has_numbers = has_numbers or (at == 0 and bool(_NUMBERS.fullmatch(texts[0] or "-")))
        numbered = _bare_number(texts, page) if has_numbers else None
        numbered = numbered or _numbered(texts, page)
        if numbered is None:
            lines.append(" | ".join(texts))
            continue
        if lines:
            yield Piece("\n".join(lines), "table", page=page)
            lines = []
        yield numbered
    if lines:
        yield Piece("\n".join(lines), "table", page=page)


def _bare_number(texts: list[str], page: int | None) -> Piece | None:
    """A row whose first cell holds a number and nothing else, under a head that says so."""
    mark, left = marks.read(f"{texts[0]}. X")
    if len(texts) < 2 or mark is None or left != "X":
        return None
    return Piece(" | ".join(texts[1:]), mark=mark, page=page)


def _numbered(texts: list[str], page: int | None) -> Piece | None:
    """A row that is a numbered paragraph: its number has a cell to itself, or begins a cell that
    is alone in its row or as long as a paragraph."""
    if len(texts) > 1 and marks.stands_alone(texts[0]):
        return Piece(f"{texts[0]} {' | '.join(texts[1:])}", page=page)
    first, _ = marks.read(texts[0])
    if first is None or first.weak or (len(texts) > 1 and len(texts[0]) < _PARAGRAPH):
        return None
    return Piece(" | ".join(texts), page=page)


def _cells(row: list[Block]) -> list[str]:
    return [
        " ".join(" ".join(f"{b.label} {b.text}".split()) for b in cell)
        for cell in (list(blocks) for _, blocks in groupby(row, key=lambda b: b.column))
    ]

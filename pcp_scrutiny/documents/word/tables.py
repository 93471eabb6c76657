"""The shape of a Word table: rows, and cells with the column they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from .names import number, val, w

_WRAPPERS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_WIDEST = 63
"""Columns that Word allows in a table."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its content; row and column count from 1."""

    row: int
    column: int
    element: etree._Element


def cells(table: etree._Element) -> list[Cell]:
    """The cells in order, a merged one once, at its first row and column."""
    found: list[Cell] = []
    row = 0
    for tr in _unwrapped(table, "tr"):
        properties = tr.find(w("trPr"))
        if properties is not None and properties.find(w("del")) is not None:
            continue
        row += 1
        column = 1 + _count(None if properties is None else properties.find(w("gridBefore")))
        for tc in _unwrapped(tr, "tc"):
            shape = tc.find(w("tcPr"))
            if shape is None or not _continues(shape):
                found.append(Cell(row, column, tc))
            column += max(1, _count(None if shape is None else shape.find(w("gridSpan"))))
    return found


def is_frame(found: list[Cell]) -> bool:
    """A table of one column is a frame around ordinary text."""
    return len({cell.column for cell in found}) <= 1


def _continues(shape: etree._Element) -> bool:
    """Whether the cell is part of a merged one that began before, or was deleted."""
    if shape.find(w("cellDel")) is not None:
        return True
    merges = (shape.find(w("vMerge")), shape.find(w("hMerge")))
    return any(m is not None and (val(m) or "continue") == "continue" for m in merges)


def _count(element: etree._Element | None) -> int:
    return min(max(number(element) or 0, 0), _WIDEST)


def _unwrapped(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == w(name):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child, name)

"""How the text of a paragraph is laid out: its lines, and the tables in it.

The reading (``reading/pieces.py``) writes the rows of a table as lines with " | " between cells.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

BETWEEN_CELLS = " | "


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that belong together, one under the other."""

    lines: list[str]
    is_table: bool = field(default=False, init=False)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells each; the first row names the columns."""

    head: list[str]
    rows: list[list[str]]
    is_table: bool = field(default=True, init=False)


def lay_out(text: str) -> list[Lines | Table]:
    """The blocks of a text in order. Two or more lines with cells make a table."""
    return list(_blocks(text)) or [Lines([""])]


def _blocks(text: str) -> Iterator[Lines | Table]:
    for block in text.split("\n\n"):
        lines = [line for line in block.split("\n") if line.strip()]
        for has_cells, run in groupby(lines, key=lambda line: BETWEEN_CELLS in line):
            found = list(run)
            if has_cells and len(found) > 1:
                yield _table(found)
            else:
                yield Lines(found)


def _table(lines: list[str]) -> Table:
    rows = [[cell.strip() for cell in line.split(BETWEEN_CELLS)] for line in lines]
    width = max(map(len, rows))
    head, *others = [row + [""] * (width - len(row)) for row in rows]
    return Table(head, others)

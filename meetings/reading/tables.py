"""Tables in minutes: of actions, of attendance, or with an item in each row."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from pcp_scrutiny.documents import Block

from . import furniture, numbers

RowKind = Literal["", "titles", "action", "row"]

_ACTION = re.compile(
    r"(?:agreed\s+)?actions?(?:\s+(?:required|agreed|point|item|to\s+be\s+taken|details?|description))?s?"
    r"|cam(?:au)?\s+gweithredu|what",
    re.IGNORECASE,
)
_WHO_OR_WHEN = re.compile(
    r"(?:action\s+)?(?:owners?|leads?|by|by\s+whom|who|responsib\w+(?:\s+\w+)?|assigned\s+to|officer|"
    r"by\s+when|when|due(?:\s+date)?|deadline|target(?:\s+date)?|date|timescale|status|progress|"
    r"update|person\s+responsible|lead\s+officer)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:item|minute|action|ref|agenda\s+item)?\s*(?:no\.?|number|ref\.?|#|rhif)?", re.IGNORECASE
)
_TEXT = re.compile(
    r"(?:agenda\s+)?items?|minutes?|subject|discussion|details?|notes?|summary|topic|eitem|description|"
    r"discussion\s+and\s+decisions?|decisions?|minute\s*/\s*discussion",
    re.IGNORECASE,
)
_LONG = 12
"""Words in a cell above which the cells of a row are paragraphs of their own."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as lines of text, with what kind of row it is."""

    lines: tuple[str, ...]
    kind: RowKind = ""


def cells_of(line: str) -> list[str]:
    """The cells of a line drawn with pipes."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def rows_of(blocks: Sequence[Block]) -> list[list[str]]:
    """The rows of a table of the file."""
    found = []
    for _, row in groupby(blocks, key=lambda block: block.row):
        cells: dict[int, list[str]] = {}
        for block in row:
            cells.setdefault(block.column, []).append(f"{block.label} {block.text}".strip())
        found.append(["\n".join(cells[column]) for column in sorted(cells)])
    return found


def laid_out(rows: Iterable[Sequence[str]]) -> Iterator[Row]:
    """The rows in reading order, each as its lines."""
    titles: list[str] = []
    for cells in rows:
        filled = [cell for cell in cells if cell.strip(" -:|—–")]
        if not filled:
            rule = "".join(cells).strip()
            yield Row((rule,), "titles") if rule else Row(())
        elif is_titles(filled):
            titles = list(cells)
            yield Row((" | ".join(filled),), "titles")
        elif _is_of_actions(titles):
            yield Row((" | ".join(_one_line(cell) for cell in filled),), "action")
        else:
            yield from _of_row(cells, titles)


def is_titles(cells: Sequence[str]) -> bool:
    """Whether the cells name the columns and say nothing themselves."""
    known = (_ACTION, _WHO_OR_WHEN, _NUMBER, _TEXT)
    return len(cells) > 1 and all(
        any(words.fullmatch(cell.strip(" :.")) for words in known) or cell.strip(" -:") == ""
        for cell in cells
    )


def _is_of_actions(titles: Sequence[str]) -> bool:
    plain = [title.strip(" :.") for title in titles]
    has_text = any(_TEXT.fullmatch(title) for title in plain)
    return (
        any(_ACTION.fullmatch(title) for title in plain)
        and any(_WHO_OR_WHEN.fullmatch(title) for title in plain)
        and not has_text
    )


def _of_row(cells: Sequence[str], titles: Sequence[str]) -> Iterator[Row]:
    """A row with an item in it, or a row of short cells that belong together."""
    rest = list(cells)
    names = [title.strip(" :.") for title in titles] + [""] * len(rest)
    actions = [
        cell
        for cell, name in zip(rest, names, strict=False)
        if cell.strip() and _is_action_column(name, titles)
    ]
    rest = [
        cell
        for cell, name in zip(rest, names, strict=False)
        if cell.strip() and not _is_action_column(name, titles)
    ]
    if len(rest) > 1 and _is_number(rest[0]):
        rest[:2] = [f"{rest[0].strip()} {rest[1].lstrip()}"]
    short = all(len(cell.split()) <= _LONG and "\n" not in cell for cell in rest)
    labelled = any(furniture.label(part) for cell in rest for part in furniture.apart(cell))
    if len(rest) > 1 and short and not labelled:
        yield Row((" | ".join(rest),), "row")
    elif rest:
        yield Row(tuple(line for cell in rest for line in cell.split("\n") if line.strip()))
    yield from (Row((_one_line(cell),), "action") for cell in actions)


def _is_action_column(name: str, titles: Sequence[str]) -> bool:
    beside_text = any(_TEXT.fullmatch(title.strip(" :.")) for title in titles)
    return beside_text and bool(
        _ACTION.fullmatch(name) or (name and _WHO_OR_WHEN.fullmatch(name) and "ction" in name)
    )


def _is_number(cell: str) -> bool:
    number = numbers.at_start(f"{cell.strip()} ")
    return number is not None and number.family != "bullet" and number.end >= len(cell.strip())


def _one_line(cell: str) -> str:
    return " ".join(cell.split())

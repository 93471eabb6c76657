"""The lines of a PDF joined to paragraphs, and its headings told by the size of their type."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from ..blocks import Block, BlockKind
from ..characters import sign, trim
from .hyphens import Joiner
from .layout import Line

_BULLET = re.compile(r"[•◦▪‣●○■□➢➔→✓❖–*-]\s")
# A number of four figures is a year, unless it is small: "2012." ends many a sentence.
_NUMBER = re.compile(
    r"(?:(?:1[0-8]\d\d|\d{1,3})[.)]|[(\[]\d{1,3}[)\]]|[A-Z]?\d{1,3}(?:\.\d{1,3})+[.:]?"
    r"|[A-Z]\.?\d{1,2}[.):]|\(?[a-z]\)|\([ivxl]{1,6}\)|[ivxl]{1,6}[.)])\s",
    re.IGNORECASE,
)
_SIGN = re.compile("[\ue000-\uf8ff]")
_NUMBER_ALONE = re.compile(r"[A-Z]?\d{1,4}\t")
_ENDS = (".", "!", "?", ":", ";", ".”", ".’", '."', ".'", ".)")
_HEADING_SIZE = 1.15
"""Times the size of the running text."""
_LONGEST_HEADING = 250
_LEVELS = 6


@dataclass(slots=True)
class _Column:
    """How far the lines of a column of a page reach, and how far apart they are by size."""

    right: float = 0.0
    steps: dict[float, list[float]] = field(default_factory=dict)

    def step(self, size: float) -> float:
        """The usual distance between lines of the size; at most one and a half times the size."""
        known = self.steps.get(_rounded(size))
        return min(median(known), 1.5 * size) if known else 1.25 * size


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    text: str


def blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Headings, list items and paragraphs. A line that ended early on purpose keeps its break.

    Bullets and numbers stay in the text, as they are in the file; a tab follows them where the
    file sets them apart. Tables of single lines are lines with tabs between their cells.
    """
    lines = [_readable(line) for line in lines]
    body = _body_size(lines)
    levels = _heading_levels(lines, body)
    tables: dict[tuple[int, ...], int] = {}
    found = []
    for paragraph in _paragraphs(lines):
        first = paragraph.lines[0]
        text = trim(paragraph.text)
        may_be_heading = len(text) <= _LONGEST_HEADING and not first.cell
        level = levels.get(_rounded(first.size), 0) if may_be_heading else 0
        item = _BULLET.match(first.text) is not None and not level
        found.append(
            Block(
                text=" ".join(text.split("\n")) if level else text,
                kind=_kind(first, level=level, item=item),
                level=level or int(item and not first.cell),
                page=first.page,
                bold=all(line.bold for line in paragraph.lines),
                aside=first.aside,
                table=_table_number(first, tables),
                row=first.cell[-2] if first.cell else 0,
                column=first.cell[-1] if first.cell else 0,
                italic=all(line.italic for line in paragraph.lines),
            )
        )
    return tuple(block for block in found if block.text)


def _kind(first: Line, *, level: int, item: bool) -> BlockKind:
    if first.cell:
        return "cell"
    return "heading" if level else "item" if item else "paragraph"


def _table_number(first: Line, tables: dict[tuple[int, ...], int]) -> int:
    """The tables of the document, counted from 1 as they come."""
    return tables.setdefault(first.cell[:-2], len(tables) + 1) if first.cell else 0


def _readable(line: Line) -> Line:
    if not _SIGN.search(line.text):
        return line
    return replace(line, text=_SIGN.sub(lambda found: sign(found[0]) or "•", line.text))


def _paragraphs(lines: Sequence[Line]) -> list[_Paragraph]:
    columns = _columns(lines)
    joiner = Joiner(line.text for line in lines)
    found: list[_Paragraph] = []
    open_ones: dict[bool, _Paragraph] = {}  # the running text goes on after what stands beside it
    for line in lines:
        last = open_ones.get(line.aside)
        how = None if last is None else _join(last, line, columns)
        if last is None or how is None:
            open_ones[line.aside] = _Paragraph([line], line.text)
            found.append(open_ones[line.aside])
        else:
            last.text = joiner.join(last.text, line.text, how)
            last.lines.append(line)
    return found


def _join(paragraph: _Paragraph, line: Line, columns: dict[tuple[int, ...], _Column]) -> str | None:
    """What goes between a paragraph and the next line: a space or a line break; None to part."""
    last, column = paragraph.lines[-1], columns[line.column]
    if line.cell or last.cell:
        inside = line.cell == last.cell
        broken = _BULLET.match(line.text) or _ended_early(last, line, column)
        return ("\n" if broken else " ") if inside else None
    if _differs(last, line) or _BULLET.match(line.text):
        return None
    ended = last.text.rstrip().endswith(_ENDS)
    numbered = _NUMBER.match(line.text) or _NUMBER_ALONE.match(line.text)
    if last.column != line.column:
        if numbered or last.bold != line.bold:
            return None
        return " " if _goes_on(last, line, columns[last.column], ended=ended) else None
    if last.base - line.base > 1.3 * column.step(line.size):
        return None
    early = _ended_early(last, line, column) or last.is_row_with(line)
    if last.bold != line.bold and (ended or early):
        return None
    if numbered and (ended or early or line.left < last.left - 0.5 * line.size):
        return None
    if ended and (early or _is_indented(paragraph, line)):
        return None
    return "\n" if early else " "


def _goes_on(last: Line, line: Line, column: _Column, *, ended: bool) -> bool:
    """Whether a paragraph goes on in the next column or on the next page. That a sentence ends
    there says little where its line is full: a paragraph's last line seldom is."""
    full = len(last.text) > 20 and not _ended_early(last, line, column)
    if ended:
        over = line.page != last.page or line.base > last.base
        return over and full and not last.text.rstrip().endswith((":", ";"))
    return full or line.text[:1].islower() or last.text.endswith(("-", ","))


def _differs(last: Line, line: Line) -> bool:
    """Another size of type."""
    return abs(last.size - line.size) > 0.1 * line.size


def _ended_early(last: Line, line: Line, column: _Column) -> bool:
    """Whether the next line's first word would still have had room: the break was meant."""
    word = len(line.text.split(None, 1)[0]) if line.text.strip() else 0
    width = (line.right - line.left) / max(len(line.text), 1) * word
    return last.right + width + 0.8 * line.size < (last.reach or column.right)


def _is_indented(paragraph: _Paragraph, line: Line) -> bool:
    """Whether the line starts further in than the ones before it, as a new paragraph does."""
    first, last = paragraph.lines[0], paragraph.lines[-1]
    hangs = len(paragraph.lines) == 1 and (
        _BULLET.match(first.text) or _NUMBER.match(first.text) or _NUMBER_ALONE.match(first.text)
    )
    return not hangs and line.left > last.left + 0.8 * line.size


def _columns(lines: Sequence[Line]) -> dict[tuple[int, ...], _Column]:
    found: dict[tuple[int, ...], _Column] = {}
    for line in lines:
        column = found.setdefault(line.column, _Column())
        column.right = max(column.right, line.right)
    for last, line in pairwise(lines):
        step = last.base - line.base
        if last.column == line.column and step > 0 and not _differs(last, line):
            found[line.column].steps.setdefault(_rounded(line.size), []).append(step)
    return found


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[_rounded(line.size)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def _heading_levels(lines: Sequence[Line], body: float) -> dict[float, int]:
    """Sizes that are well above the running text's, the largest being level 1."""
    larger = sorted(
        {_rounded(line.size) for line in lines if line.size >= _HEADING_SIZE * body}, reverse=True
    )
    return {size: min(rank, _LEVELS) for rank, size in enumerate(larger, start=1)}

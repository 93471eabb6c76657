"""A document's blocks as lines of minutes: labels told apart, furniture left out, tables laid
out row by row."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from pcp_scrutiny.documents import Block

from . import furniture, tables

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = str.maketrans(_LIGATURES)
_HEADING_MARK = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|lt|gt|ndash|mdash|rsquo|lsquo|pound);")
_MARKDOWN = re.compile(r"\s*(#{1,4})\s+(?=\S)")
_TOP = 6
"""Lines: a header that stands so high up runs, if it comes again word for word."""
_TAB = 8
"""Columns of a tab, in text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with what the file says of it.

    ``label`` is set where the line is a label of the web page and no text. ``opens`` says that a
    block of the file begins here, ``ends_row`` that a row of a table ended before it, ``depth``
    how deep in a list of the file it is, and ``row`` that its cells are those of one row.
    """

    text: str
    label: furniture.Label | None = None
    indent: int = 0
    opens: bool = False
    heading: int = 0
    bold: bool = False
    depth: int = 0
    has_file: bool = False
    ends_row: bool = False
    kind: tables.RowKind = ""
    page: int | None = None
    whole: bool = False
    """Whether the file says that this is a paragraph, so that no other line goes on from it."""


@dataclass(slots=True)
class Lines:
    """The lines of a document, and the words left out of them."""

    lines: list[Line] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def of(blocks: Sequence[Block], *, structured: bool) -> Lines:
    """The lines in order. ``structured`` says that the file itself knows its paragraphs (Word),
    which text and PDF do not."""
    found = Lines()
    raw = list(_raw(blocks, found, structured=structured))
    running = furniture.running(
        [line.text for line in raw], paged=any((line.page or 0) > 1 for line in raw)
    )
    top = {line.text for line in raw[:_TOP] if furniture.may_run(line.text)}
    seen: set[str] = set()
    for line in raw:
        words = furniture.key(line.text)
        repeated = words in seen and (words in running or line.text in top)
        seen.add(words)
        if not line.text and not line.label:
            found.lines.append(line)
        elif not line.label and (repeated or furniture.is_furniture(line.text)):
            found.left_out.append(line.text)
        else:
            found.lines.append(line)
            if line.label:
                found.left_out.append(line.text)
    if found.lines and furniture.is_signature(found.lines[-1].text):
        found.left_out.append(found.lines.pop().text)
    return found


def _raw(blocks: Sequence[Block], found: Lines, *, structured: bool) -> Iterator[Line]:
    for table, group in groupby(blocks, key=lambda block: block.table):
        if table:
            yield from _of_rows(tables.rows_of(list(group)), found)
            continue
        for block in group:
            yield from _of_block(block, found, structured=structured)


def _of_block(block: Block, found: Lines, *, structured: bool) -> Iterator[Line]:
    rows: list[list[str]] = []
    above = ""
    base = Line(
        "",
        heading=block.level if block.kind == "heading" else 0,
        bold=block.bold,
        page=block.page,
        depth=block.level if block.kind == "item" and structured else 0,
        whole=structured,
    )
    for index, written in enumerate(block.text.translate(_LIGATURE).split("\n")):
        text = f"{block.label}\t{written}" if index == 0 and block.label else written
        if text.count("|") > 1 or (text.rstrip().endswith("|") and "|" in text):
            rows.append(tables.cells_of(text))
            continue
        if rows:
            yield from _of_rows(rows, found)
            rows = []
        if index < 3 and furniture.is_note_at_top(text.strip(), before=above):
            found.left_out.append(text)
            continue
        above = text
        yield from _of_line(replace(base, opens=index == 0), text, found)
    if rows:
        yield from _of_rows(rows, found)


def _of_rows(rows: Iterable[list[str]], found: Lines) -> Iterator[Line]:
    for row in tables.laid_out(rows):
        if row.kind == "titles":
            found.left_out.extend(row.lines)
            continue
        for index, text in enumerate(row.lines):
            first = index == 0
            base = Line("", opens=True, kind=row.kind, whole=row.kind != "", ends_row=first)
            yield from _of_line(base, text, found)
        if not row.lines:
            yield Line("", ends_row=True)


def _of_line(base: Line, written: str, found: Lines) -> Iterator[Line]:
    found.left_out.extend(_ENTITY.findall(written))
    text, taken, has_file = furniture.strip(html.unescape(written).replace("**", ""))
    if heading := _MARKDOWN.match(text):
        text = text[heading.end() :]
        base = replace(base, heading=len(heading[1]), opens=True)
    marks = (_HEADING_MARK.match(mark) for mark in taken)
    if heading := next(filter(None, marks), None):
        base = replace(base, heading=int(heading[1]), opens=True)
    if any(mark.lower().startswith("<li") for mark in taken):
        text = f"• {text.strip()}"
    tag = next((mark for mark in taken if furniture.label(mark) == "tag"), None)
    if tag:
        yield replace(base, text=tag, label="tag")
        taken.remove(tag)
    found.left_out.extend(taken)
    expanded = text.expandtabs(_TAB)
    indent = len(expanded) - len(expanded.lstrip())
    for index, part in enumerate(furniture.apart(text)):
        yield replace(
            base,
            text=_even(part),
            label=furniture.label(part),
            indent=indent,
            opens=base.opens or index > 0,
            ends_row=base.ends_row and index == 0,
            has_file=has_file,
        )


def _even(text: str) -> str:
    """White space made even, but two spaces or a tab after the first word are kept as one tab:
    they set a number or a bullet apart."""
    first = re.match(r"\S{1,3}(?=\s{2,}|\t)", plain := text.strip())
    if first is None:
        return " ".join(plain.split())
    rest = " ".join(plain[first.end() :].split())
    return f"{first[0]}\t{rest}"

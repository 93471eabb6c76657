"""A document's blocks as the pieces a plan is made of: headings, numbered lines, bullets, rows."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pcp_scrutiny.documents import Block, Document

from . import marks, tables
from .furniture import CONTENTS_ENTRY, without_furniture
from .headings import is_like_heading
from .piece import Kind, Piece

# Lines of more characters than this were not broken by a typesetter: each is a paragraph.
_WIDEST = 160
# A list within a sentence: it is introduced by a colon and goes on after a semicolon or "and".
_INLINE = re.compile(r"(?<=[:;,.])\s+(?:(?:and|or)\s+)?(?=\(([a-z]|[ivx]{2,4})\)\s*\S)")
_ENDS = tuple(".!?:;”’\"'")
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def pieces(document: Document) -> list[Piece]:
    found: list[Piece] = []
    lines = _LineBreaks(document.blocks)
    for (aside, table), group in groupby(_with_boxes(document.blocks), key=_place):
        blocks = list(group)
        if aside:
            found += _box(blocks)
        elif table:
            found += _table(blocks)
        else:
            for block in blocks:
                found += _block(block, lines)
    return _with_numbers_that_stand_alone(without_furniture(found, document.title))


def _place(block: Block) -> tuple[bool, int]:
    return block.aside, block.table if block.kind == "cell" and not block.aside else 0


def _with_boxes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with boxes that hold the text itself, and not a word beside it, read as such:
    numbered paragraphs, or most of the document."""
    letters = sum(len(b.text) for b in blocks)
    boxed = sum(len(b.text) for b in blocks if b.aside)
    found: list[Block] = []
    for aside, group in groupby(blocks, key=lambda b: b.aside):
        box = list(group)
        if aside and (2 * boxed > letters or any(map(_is_numbered, box))):
            box = [replace(block, aside=False) for block in box]
        found += box
    return found


def _is_numbered(block: Block) -> bool:
    mark, _ = marks.read(block.text)
    mark = marks.supplied(block.label, block.level) if block.label else mark
    return mark is not None and not mark.weak and mark.style in ("number", "decimal", "full")


def _box(blocks: Sequence[Block]) -> Iterator[Piece]:
    """What stands in a box beside the text, a line for each of its paragraphs."""
    lines = (f"{block.label} {block.text}".strip() for block in blocks)
    yield Piece("\n".join(lines), page=blocks[0].page, aside=True)


def _block(block: Block, breaks: "_LineBreaks") -> Iterator[Piece]:
    if block.kind == "heading":
        text = " ".join(block.text.split())
        mark = marks.supplied(block.label, block.level) if block.label else None
        if mark is None:
            mark, text = marks.read(text)
        yield Piece(text, "heading", max(1, block.level), mark, block.page)
        return
    for at, text in enumerate(breaks.paragraphs(block)):
        piece = Piece(text, page=block.page, bold=block.bold)
        if at == 0 and block.label:
            yield from _labelled(piece, block)
        elif block.kind == "item" and at == 0:
            yield from _read(piece, otherwise="bullet")
        else:
            yield from _read(piece)


def _labelled(piece: Piece, block: Block) -> Iterator[Piece]:
    mark = marks.supplied(block.label, block.level)
    if mark is None and marks.is_bullet(block.label):
        yield replace(piece, kind="bullet")
    elif mark is None:
        yield from _read(replace(piece, text=f"{block.label} {piece.text}"))
    else:
        yield from _inline(replace(piece, mark=mark))


def _read(piece: Piece, otherwise: Kind = "text") -> Iterator[Piece]:
    """A line told by what it begins with."""
    after = marks.bullet(piece.text)
    if after is not None:
        yield replace(piece, text=after, kind="bullet")
        return
    mark, text = marks.read(piece.text)
    text = " ".join(text.split())
    yield from _inline(replace(piece, mark=mark, text=text, kind="text" if mark else otherwise))


def _inline(piece: Piece) -> Iterator[Piece]:
    """A line in which several numbered paragraphs follow one another, or lettered parts."""
    for numbered in _run_on(piece):
        yield from _lettered(numbered)


def _run_on(piece: Piece) -> Iterator[Piece]:
    """Paragraphs that lost their line breaks: after "1." comes "2." at a sentence's end."""
    while piece.mark and piece.mark.style == "number" and not piece.mark.weak:
        found = re.search(rf"(?<=[.:;!?])\s+(?={piece.mark.number + 1}\.\s+[A-Z])", piece.text)
        if not found:
            break
        yield replace(piece, text=piece.text[: found.start()])
        mark, text = marks.read(piece.text[found.end() :])
        piece = replace(piece, mark=mark, text=text)
    yield piece


def _lettered(piece: Piece) -> Iterator[Piece]:
    """Lettered parts within a line, where they begin with (a) or (i) after a colon and go on
    without a gap."""
    text = piece.text
    cuts: list[int] = []
    series: tuple[str, ...] = ()
    for found in _INLINE.finditer(text):
        if not cuts and text[found.start() - 1] == ":":
            series = next((s for s in (_LETTERS, _ROMANS) if s[0] == found[1]), ())
        if len(cuts) < len(series) and found[1] == series[len(cuts)]:
            cuts.append(found.end())
    if len(cuts) < 2:
        yield piece
        return
    yield replace(piece, text=text[: cuts[0]].strip())
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        mark, part = marks.read(text[start:end].strip())
        yield Piece(part, mark=mark, page=piece.page)


class _LineBreaks:
    """Tells the line breaks a typesetter made from those that begin a new paragraph."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        lengths = [len(line) for b in blocks if "\n" in b.text for line in b.text.split("\n")]
        self.width = max((n for n in lengths if n <= _WIDEST), default=0)
        self.set_in_lines = bool(lengths) and max(lengths) <= _WIDEST
        self.words = Counter(word.lower() for b in blocks for word in re.findall(r"\w+", b.text))

    def paragraphs(self, block: Block) -> list[str]:
        found: list[str] = []
        previous, was_titled = "", False
        raws = [raw for raw in block.text.split("\n") if raw.strip()]
        for at, raw in enumerate(raws):
            line = raw.strip()
            titled = _is_heading_between(previous, line, raws[at + 1 : at + 2])
            if found and not (titled or was_titled or self._begins(previous, line)):
                found[-1] = self._join(found[-1], line)
            else:
                found.append(line)
            previous, was_titled = raw, titled
        return found

    def _begins(self, previous: str, line: str) -> bool:
        mark, _ = marks.read(line)
        if marks.bullet(line) is not None or (mark and not mark.weak) or CONTENTS_ENTRY.match(line):
            return True
        if not self.set_in_lines or marks.stands_alone(previous):
            return True
        if mark and previous.rstrip().endswith((".", ":", ";", "!", "?")):
            return True
        # The next word would have fitted: whoever broke the line there meant to.
        return len(previous) + 1 + len(line.split(maxsplit=1)[0]) <= 0.88 * self.width

    def _join(self, text: str, line: str) -> str:
        """A word cut in two is made whole if the document has the whole word elsewhere."""
        if re.search(r"[a-z]-$", text) and line[0].islower():
            halves = re.findall(r"\w+", text)[-1] + re.findall(r"\w+", line)[0]
            return text[:-1] + line if halves.lower() in self.words else text + line
        return f"{text} {line}"


def _is_heading_between(previous: str, line: str, following: Sequence[str]) -> bool:
    """Whether a line without white around it is like a heading: after a sentence's end, and in
    capitals or with a number right below it."""
    if previous.rstrip()[-1:] not in _ENDS or not is_like_heading(line):
        return False
    if line.isupper() and len(line.split()) > 1:
        return True
    below, _ = marks.read(following[0].strip()) if following else (None, "")
    return below is not None and not below.weak and marks.read(line)[0] is None


def _table(cells: list[Block]) -> Iterator[Piece]:
    for piece in tables.rows(cells):
        if piece.kind == "table" or piece.mark:
            yield piece
        else:
            yield from _read(piece)


def _with_numbers_that_stand_alone(found: Iterable[Piece]) -> list[Piece]:
    """A number on a line of its own goes before the text that follows it."""
    kept: list[Piece] = []
    number: Piece | None = None
    for piece in found:
        if number and piece.kind == "text" and piece.mark is None:
            kept += _read(replace(piece, text=f"{number.text} {piece.text}"))
            number = None
            continue
        if number:
            kept.append(number)
            number = None
        if piece.kind == "text" and piece.mark is None and marks.stands_alone(piece.text):
            number = piece
        else:
            kept.append(piece)
    return kept + ([number] if number else [])

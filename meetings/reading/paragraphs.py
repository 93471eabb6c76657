"""Lines joined to paragraphs: wrapped lines together, numbered and bulleted ones apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from . import furniture, numbers, wording
from .lines import Line
from .tables import RowKind

_ENDS = re.compile(r"[.?!:;][\"'”’)\]]*$")
_LEFT_OPEN = re.compile(
    r"(?:\b(?:the|a|an|of|to|and|or|in|for|with|by|from|on|at|as|this|its|their|his|her)|-)$",
    re.IGNORECASE,
)
_BULLETS_WITHIN = re.compile(r"\s(?=[•▪●◦■➢❖]\s*\S)")
_ONLY_A_NUMBER = re.compile(r"[0-9]{1,3}")
_LOWER = re.compile(r"[\"'“‘(]*[a-z]")
_BROKEN_WORD = re.compile(r"[A-Za-z]-$")
"""The end of a line where a word was broken. Its hyphen stays: "re-arranged" may have had one."""
_WIDEST_WRAP = 160
_WRAPPED = 0.2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that stands together, with the number or bullet it was given.

    ``parts`` are the lines it was joined from. ``alone`` says that white space or the file sets
    it apart from what comes before.
    """

    text: str
    number: numbers.Number | None = None
    label: furniture.Label | None = None
    indent: int = 0
    depth: int = 0
    heading: int = 0
    bold: bool = False
    has_file: bool = False
    ends_row: bool = False
    alone: bool = False
    kind: RowKind = ""
    page: int | None = None
    marked: str = ""
    """The bullet as it stands in the file; it is no word, but is part of what was there."""

    as_written: str = ""
    """The number with what parts it from the text: "Minute 14 –"."""
    broken: tuple[str, ...] = ()
    """Words that were broken at the end of a line, joined with their hyphens."""

    @property
    def printed(self) -> str:
        """The number as printed, "" where none is or it is a bullet."""
        return self.number.printed if self.number else ""

    @property
    def whole(self) -> str:
        """The number and the text, as they stand in the document."""
        return f"{self.printed} {self.text}".strip()


def of(lines: Sequence[Line]) -> tuple[list[Paragraph], list[str]]:
    """The paragraphs in order, and the page numbers that were left out."""
    lines = [part for line in lines for part in _taken_apart(line)]
    lines, left_out = _without_page_numbers(lines)
    wrapped = _is_wrapped(lines)
    found: list[Paragraph] = []
    before: Line | None = None
    for line in lines:
        if not line.text:
            before = line
            continue
        last = found[-1] if found else None
        number = _number(line, last, before, wrapped=wrapped)
        if last and before and _joins(last, before, line, number, wrapped=wrapped):
            found[-1] = _joined(last, line, number)
        else:
            found.append(_begun(line, number, ends_row=_row_ended(before, line)))
        before = line
    return found, left_out


def _row_ended(before: Line | None, line: Line) -> bool:
    return line.ends_row or (before is not None and not before.text and before.ends_row)


def _taken_apart(line: Line) -> list[Line]:
    """Bullets that follow one another in one line each begin one."""
    if line.label or len(_BULLETS_WITHIN.findall(line.text)) < 1:
        return [line]
    first, *others = _BULLETS_WITHIN.split(line.text)
    return [
        replace(line, text=first.strip()),
        *(replace(line, text=other.strip(), opens=False, ends_row=False) for other in others),
    ]


def _without_page_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """A number alone in its line is a page's, unless it stands over the title of an item."""
    numbered = any(
        (n := numbers.at_start(line.text)) and n.family == "coded" for line in lines if line.text
    )
    kept: list[Line] = []
    left_out = []
    for index, line in enumerate(lines):
        after = next((other for other in lines[index + 1 :] if other.text), None)
        if _ONLY_A_NUMBER.fullmatch(line.text) and (
            numbered
            or after is None
            or after.label
            or numbers.at_start(after.text)
            or not wording.is_title(after.text)
        ):
            left_out.append(line.text)
        else:
            kept.append(line)
    return kept, left_out


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether someone, or a program, broke the lines at a width."""
    following = [
        (before, line)
        for before, line in pairwise(lines)
        if line.text and not line.opens and not line.label and not line.whole
    ]
    if not following or max(len(before.text) for before, _ in following) > _WIDEST_WRAP:
        return False
    going_on = [
        line
        for before, line in following
        if _LOWER.match(line.text)
        and not numbers.at_start(line.text)
        and not _ENDS.search(before.text)
    ]
    return len(going_on) >= _WRAPPED * len(following)


def _number(
    line: Line, last: Paragraph | None, before: Line | None, *, wrapped: bool
) -> numbers.Number | None:
    """The number a line begins with, if it is one and not a figure in running text."""
    if line.label or line.kind:
        return None
    if _ONLY_A_NUMBER.fullmatch(line.text):
        return numbers.Number(line.text, "integer", (int(line.text),), len(line.text))
    after = last.number if last else None
    number = numbers.at_start(line.text, after)
    if number is None or line.opens or last is None or before is None:
        return number
    if not wrapped or not _is_full(before, line):
        return number
    ended = _ENDS.search(before.text) or not last.text or len(before.text.split()) < 4
    goes_on = after is not None and number.follows == after.follows
    bullet = number.family == "bullet" and number.style not in ("-", "–", "—")
    titled = wording.is_title(before.text) and not _LEFT_OPEN.search(before.text)
    if (
        bullet
        or goes_on
        or ended
        or titled
        or re.search(r"(?:[,–—-]|\b(?:and|or|that))$", before.text)
    ):
        return number
    return None


def _joins(
    last: Paragraph, before: Line, line: Line, number: numbers.Number | None, *, wrapped: bool
) -> bool:
    if line.label or last.label or line.kind or last.kind:
        return False
    if not last.text:  # a number, or a bullet, alone in its line
        return number is None or (number.family != "bullet" and last.number is None)
    if number or line.ends_row or line.has_file or last.has_file or line.heading != last.heading:
        return False
    if wording.opens_kind(line.text):
        return False
    if line.opens or line.whole:
        over = line.page != last.page or not before.text
        return (
            over
            and bool(_LOWER.match(line.text))
            and not _ENDS.search(last.text)
            and not line.heading
            and not line.whole
        )
    return _goes_on(last, before, line, wrapped=wrapped)


def _goes_on(last: Paragraph, before: Line, line: Line, *, wrapped: bool) -> bool:
    """Whether a line without a mark goes on from the one above it."""
    if wording.is_capitals(last.text) and last.number and wording.is_capitals(line.text):
        return True
    if _LEFT_OPEN.search(last.text):
        return True
    if _ENDS.search(last.text) and not wrapped:
        return False
    if _LOWER.match(line.text):
        one_line = last.text == " ".join(before.text.split())
        listed = one_line and line.indent == last.indent > 0 and last.number is None
        if listed and not _is_full(before, line):
            return False  # points whose bullets were lost
        return not last.text.endswith((":", ";", "–", "—"))
    return wrapped and _is_full(before, line)


def _is_full(before: Line, line: Line) -> bool:
    """Whether the next line's first word would not have fitted into the line before."""
    return len(before.text) > 55 and len(before.text) + len(line.text.split()[0]) > 68


def _begun(line: Line, number: numbers.Number | None, *, ends_row: bool) -> Paragraph:
    end = number.end if number else 0
    return Paragraph(
        text=" ".join(line.text[end:].split()),
        number=number,
        label=line.label,
        indent=line.indent,
        depth=line.depth,
        heading=line.heading,
        bold=line.bold,
        has_file=line.has_file,
        ends_row=ends_row,
        alone=line.opens,
        kind=line.kind,
        page=line.page,
        as_written=line.text[:end].strip(),
        marked=line.text[:end].strip() if number and number.family == "bullet" else "",
    )


def _joined(last: Paragraph, line: Line, number: numbers.Number | None) -> Paragraph:
    if not last.text:
        begun = _begun(line, number, ends_row=False)
        inner = line.text[: number.end].strip() + " " if number and last.number else ""
        return replace(
            last,
            text=f"{inner}{begun.text}",
            heading=last.heading or line.heading,
            bold=last.bold or line.bold,
            has_file=last.has_file or line.has_file,
            indent=min(last.indent, line.indent) if last.indent else line.indent,
        )
    if not (_BROKEN_WORD.search(last.text) and _LOWER.match(line.text)):
        return replace(last, text=f"{last.text} {line.text}")
    word = last.text.split()[-1] + line.text.split()[0]
    return replace(last, text=f"{last.text}{line.text}", broken=(*last.broken, word))

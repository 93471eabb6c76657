"""A letter as its paragraphs, each with what the layout says of how it is set off.

Bullets, numbers and labels begin a paragraph, hard line wraps do not; one that a page break cut in
two is joined again, and several that were run together are taken apart where a label, a number or
a bullet still shows. Page numbers and running headers are left out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from pcp_scrutiny.documents import Block

from . import letterhead, marks

SetOff = Literal["sentence", "paragraph", "item", "number", "heading", "label"]

JOINED_UP = 250
"""Words in a paragraph above which it must be several that were run together."""
LONGEST_HEADING = 12
WIDEST_WRAP = 140
"""Characters in a line above which no one wrapped it: its end is the end of a paragraph."""
NEVER_WRAPPED = 0.6
"""Where more of a block's lines than this end sentences, each is a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that stands together. ``set_off`` is how it is set off from what came before."""

    text: str
    set_off: SetOff = "paragraph"
    number: str = ""
    voice: marks.Voice | None = None
    stressed: bool = False


_BULLET = re.compile("\\s*(?:[•·▪●○◦■□➢✓\uf0b7\uf0a7\uf02d\uf0d8]\\s*|[*–—-]\\s+|o\\s+(?=[A-Z]))")
_ITEM_NUMBER = re.compile(
    r"\s*(?:\(?(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})?)[.)]|\((?P<sub>[a-z]|[ivxl]{1,4})\)"
    r"|(?P<sub2>[a-z]|[ivx]{1,4})\))\s+(?=\S)"
)
_FURNITURE = re.compile(
    r"\s*(?:page\s+\d+(?:\s+of\s+\d+)?|\d+\s+of\s+\d+|-?\s*\d{1,3}\s*-?|\[?page break\]?|"
    r"https?://\S+|www\.\S+|not\s+protectively\s+marked|official(?:\s*-?\s*sensitive)?)\s*",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|will|would|should|could|must|needs?|welcomes?|notes?d?|"
    r"asks?|suggests?|recommends?|agreed?|accept(?:s|ed)?)\b",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[.?!:;][\"'”’)]*$")
_EMPHASIS = re.compile(r"\*\*|__")
_RUN_IN_HEADING = re.compile(  # "1. Visible policing The Panel would like": the break was lost
    r"(?P<heading>[A-Z][^.?!:]{2,70}?)\s+(?=(?:The\s+(?:[\w,&]+\s+){0,5}?Panel|It\s+(?:is|was)|"
    r"(?:Panel\s+)?Members|With\s+regard|That\s+(?:the|an?))\b)"
)
_NUMBER_WITHIN = re.compile(r"(?<=[.?!:;)”\"'’])\s+(?=\(?[0-9]{1,2}[.)]\s+[A-Z])")
_BULLET_WITHIN = re.compile(
    "(?<=[.?!:;)”\"'’])\\s+(?=(?:[•·▪●○◦■□➢\uf0b7\uf0a7]\\s*|[-–]\\s+)[A-Z'‘])"
)

_LEAD_IN_WITHIN = re.compile(  # "... each in turn: The Panel welcomes"
    r"\b(?:in\s+turn|below|follows|(?:each|every)\s+(?:point|recommendation))\s*:\s+(?=[A-Z'‘“\"])"
)


def of(blocks: Sequence[Block]) -> list[Paragraph]:
    """The paragraphs of a letter, in order, without page numbers and running headers."""
    repeated = _running_headers(blocks)
    found: list[Paragraph] = []
    for block in blocks:
        if block.text.strip() in repeated:
            continue
        for paragraph in _of_block(block):
            if found and _continues(found[-1], paragraph):
                found[-1] = replace(found[-1], text=f"{found[-1].text} {paragraph.text}")
            else:
                found.append(paragraph)
    return [part for paragraph in found for part in _taken_apart(paragraph)]


def _running_headers(blocks: Iterable[Block]) -> frozenset[str]:
    """Short texts that come back on page after page."""
    counts = Counter(b.text.strip() for b in blocks if len(b.text) < 100)
    return frozenset(
        t for t, times in counts.items() if times > 2 and not marks.at_start(t, alone=True)
    )


def _of_block(block: Block) -> Iterator[Paragraph]:
    stressed = block.bold or block.italic
    if block.kind == "heading" and not marks.at_start(tidy(block.text), alone=True):
        yield _numbered(f"{block.label} {tidy(block.text)}".strip(), "heading")
        return
    for index, line in enumerate(_lines(block.text)):
        text = f"{block.label} {line}".strip() if index == 0 else line
        paragraph = _marked(text)
        if index == 0 and block.kind == "item" and paragraph.set_off == "paragraph":
            paragraph = replace(paragraph, set_off="item")
        if paragraph.text or paragraph.voice:
            yield replace(paragraph, stressed=stressed)


def _lines(text: str) -> Iterator[str]:
    """The paragraphs within a block: wrapped lines joined, marked ones apart."""
    lines = [line for line in text.split("\n") if line.strip() and not _FURNITURE.fullmatch(line)]
    ended = sum(bool(_ENDS_SENTENCE.search(tidy(line))) for line in lines)
    widest = max((len(line) for line in lines), default=0)
    if ended > NEVER_WRAPPED * len(lines):
        widest = WIDEST_WRAP * 10
    held = ""
    for line in lines:
        if held and (_starts_one(line) or _ends_one(held.rsplit("\n", 1)[-1], widest)):
            yield tidy(held)
            held = line
        else:
            held = f"{held}\n{line}" if held else line
    if held:
        yield tidy(held)


def _starts_one(line: str) -> bool:
    plain = tidy(line)
    if _BULLET.match(line) or marks.at_start(plain, alone=True):
        return True
    return bool(_ITEM_NUMBER.match(plain))


def _ends_one(line: str, widest: int) -> bool:
    """Whether a line is the last of its paragraph: too long for a wrap, or ended well short."""
    plain = tidy(line)
    if marks.at_start(plain, alone=True) and len(plain.split()) < 6:
        return True
    if _is_heading(_numbered(plain)):
        return bool(_ITEM_NUMBER.match(plain))
    if letterhead.is_greeting(plain):
        return True
    if not _ENDS_SENTENCE.search(plain):
        return False
    return len(line) > WIDEST_WRAP or len(line) < widest * 0.75


def _marked(text: str, *, flowing: bool = False) -> Paragraph:
    """A paragraph with its bullet, number or label taken off and remembered."""
    unmarked = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
    mark = marks.at_start(unmarked, alone=True, flowing=flowing)
    if mark:
        return Paragraph(unmarked[mark.end :].strip(), "label", mark.number, mark.voice)
    if unmarked != text:
        return replace(_numbered(unmarked), set_off="item")
    paragraph = _numbered(text)
    if _is_heading(paragraph):
        return replace(paragraph, set_off="heading")
    return paragraph


def _numbered(text: str, set_off: SetOff | None = None) -> Paragraph:
    found = _ITEM_NUMBER.match(text)
    if not found:
        return Paragraph(text, set_off or "paragraph")
    rest = text[found.end() :]
    mark = marks.at_start(rest)
    if mark:
        return Paragraph(
            rest[mark.end :].strip(), "label", found["number"] or mark.number, mark.voice
        )
    if found["number"]:
        return Paragraph(rest, set_off or "number", found["number"])
    return Paragraph(rest, set_off or "item")


def _is_heading(paragraph: Paragraph) -> bool:
    """A few words, numbered, without a full stop: "1. Visible policing"."""
    words = paragraph.text.split()
    return (
        paragraph.set_off == "number"
        and 0 < len(words) <= LONGEST_HEADING
        and not re.search(r"[.?!;,][\"'”’)]*$", paragraph.text)
        and not _VERB.search(paragraph.text)
    )


def _continues(before: Paragraph, after: Paragraph) -> bool:
    """Whether a page break cut one paragraph into these two."""
    return (
        after.set_off == "paragraph"
        and before.set_off != "heading"
        and after.text[:1].islower()
        and not _ENDS_SENTENCE.search(before.text)
    )


def _taken_apart(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Labels, numbers and bullets inside text whose line breaks were lost start paragraphs too."""
    if paragraph.set_off == "heading":
        yield paragraph
        return
    text = paragraph.text
    cuts = set(marks.starts_within(text))
    for within in (_BULLET_WITHIN, _LEAD_IN_WITHIN):
        cuts.update(gap.end() for gap in within.finditer(text))
    if len(text.split()) > JOINED_UP or letterhead.runs_into_text(text):
        cuts.update(gap.end() for gap in _NUMBER_WITHIN.finditer(text))
    edges = [0, *sorted(cuts), len(text)]
    first, *others = (text[low:high].strip() for low, high in pairwise(edges))
    yield from _without_run_in_heading(replace(paragraph, text=first))
    for other in others:
        yield from _without_run_in_heading(_marked(other, flowing=True))


def _without_run_in_heading(paragraph: Paragraph) -> Iterator[Paragraph]:
    found = _RUN_IN_HEADING.match(paragraph.text) if paragraph.set_off == "number" else None
    if found and len(found["heading"].split()) <= LONGEST_HEADING:
        yield replace(paragraph, text=found["heading"], set_off="heading")
        yield Paragraph(paragraph.text[found.end() :])
    else:
        yield paragraph


def tidy(text: str) -> str:
    """Text without emphasis marks, its white space made even."""
    return " ".join(_EMPHASIS.sub("", text).split())

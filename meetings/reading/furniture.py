"""What stands on a page of minutes and is no part of them: links, labels of the web page, page
numbers, running headers, lines to sign on, marks of an export."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

Label = Literal["agenda item", "minutes", "documents", "supporting", "tag"]

_PAGE = r"(?:page|tudalen)\s*\d{1,4}(?:\s*(?:of|/|o)\s*\d{1,4})?"
_LINE = re.compile(
    rf"""(?:
      {_PAGE} | [-–—|\s]*\d{{1,4}}\s*[-–—|]+ | [-–—|]+\s*\d{{1,4}}[-–—|\s]* |
         \d{{1,4}}\s+of\s+\d{{1,4}}
    | \(?pages?\s*\d+\s*(?:[-–—]|to)\s*\d+\)? | \(?tudalennau\s*\d+\s*[-–—]\s*\d+\)?
    | \[?page\s+break\]?
    | (?:https?://|www\.)\S+
    | [•\s]*(?:share\s+this\s+item|rhannwch\s+yr\s+eitem\s+hon|share|tweet|back\s+to\s+top
      |skip\s+to\s+(?:main\s+)?content|print\s+this\s+page|rss\s+feeds?)
    | media | items | eitemau | business | no\.?\s*(?:\|\s*)?item | rhif\s+eitem
    | (?:agendas?,\s*meetings\s+and\s+minutes\s*-\s*.{{0,30}}) | issue\s*-\s*meetings
    | issue\s+details | agenda\s+and\s+(?:draft\s+)?minutes | agenda\s+item\s+details |
       agenda\s+a\s+chofnodion
    | our\s+use\s+of\s+cookies | we\s+use\s+.{{0,40}}\bcookies\b.* | (?:accept|reject|
      manage)\s+.{{0,30}}cookies.*
    | not\s+protectively\s+marked | official(?:\s*[-–]?\s*sensitive)? | unrestricted | draft
    | (?:view|hide)\s+(?:the\s+)?(?:full\s+text|background|declarations?|additional)\b.{{0,60}}
    | (?:signed|chair(?:man|person|woman)?|cadeirydd|date|dated)?\s*:?\s*[._…]{{4,}}.*
    | [._…\-–—=*\s]{{3,}} | \|[\s|]* | (?:[-:]*\|)+[-:|\s]*
    | \[?end(?:\s+of\s+(?:minutes|document))?\]?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_NOTE_AT_TOP = re.compile(r"#\s+\S.*")
_STATUS = re.compile(
    r"(?:these)?(?:draft|unconfirmed|unapproved|confirmed)?minutes(?:are)?(?:[-–—:,(]*)"
    r"(?:draft|unconfirmed|unapproved)?(?:until|subjectto|tobe)(?:amendment|confirm|approv|"
    r"correction|agree|change).*",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?P<size>\s*(?:\bpdf\s+icon\s+|\beicon\s+pdf\s+)?\bPDF\s+[\d.,]+\s*[KM]B\b)"
    r"|(?P<pages>\s*\((?:Pages?|Tudalennau)\s*:?\s*\d+\s*(?:(?:[-–—]|to)\s*\d+)?\)\s*$)"
    r"|(?P<mark></?[A-Za-z][A-Za-z0-9_]*(?:\s[^<>]*)?/?>)"
)
_TAG = re.compile(r"<AI\d+>")
_LABELS: tuple[tuple[Label, str], ...] = (
    ("documents", r"additional\s+documents\s*:|dogfennau\s+ychwanegol\s*:"),
    (
        "supporting",
        r"(?:supporting\s+documents|background\s+papers|dogfennau\s+(?:ategol|atodol))\s*:",
    ),
    ("minutes", r"(?:draft\s+)?minutes\s*:|cofnodion\s*:"),
    ("agenda item", r"agenda\s+item|eitem\s+(?:ar\s+yr\s+)?agenda"),
)
_LABEL_ALONE = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _LABELS)
_LABEL_WITHIN = re.compile(
    r"(?:Additional\s+documents|Supporting\s+documents|Dogfennau\s+ychwanegol)\s*:"
    r"|(?:(?<=documents: )|(?<=documents:)|(?<=ychwanegol: )|(?:^)|(?<=KB )|(?<=MB )|(?<=\. ))"
    r"(?:Minutes|Cofnodion)\s*:(?=\s|$)"
)
_MAY_RUN = re.compile(
    r"\b(?:panel|committee|council|board|minutes|police|commissioner|page|meeting|heddlu)\b",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:chair(?:man|person|woman)?|cadeirydd)(?:['’]s\s+signature)?\s*:?", re.IGNORECASE
)
_LONGEST_RUNNING = 100
_OFTEN = 3


def is_furniture(line: str) -> bool:
    """Whether a line by itself says nothing of the meeting."""
    return bool(_LINE.fullmatch(line.strip()) or _STATUS.fullmatch(re.sub(r"\s+", "", line)))


def is_note_at_top(line: str, *, before: str) -> bool:
    """Whether a line is what whoever saved the page noted above it, rather than a title: it
    follows the page's address, or goes on like no title does."""
    noted = _NOTE_AT_TOP.fullmatch(line)
    return bool(noted) and (";" in line or bool(_ADDRESS.fullmatch(before.strip())))


def is_signature(line: str) -> bool:
    """Whether the last line of a document is where its chair signs."""
    return bool(_SIGNATURE.fullmatch(line.strip()))


def label(line: str) -> Label | None:
    """The label of a web page that a line is, and no more."""
    plain = line.strip()
    if _TAG.fullmatch(plain):
        return "tag"
    return next((name for name, words in _LABEL_ALONE if words.fullmatch(plain)), None)


def apart(line: str) -> list[str]:
    """A line taken apart at the labels within it."""
    parts, start = [], 0
    for found in _LABEL_WITHIN.finditer(line):
        parts += [line[start : found.start()], found[0]]
        start = found.end()
    parts.append(line[start:])
    return [part for part in parts if part.strip()]


def strip(line: str) -> tuple[str, list[str], bool]:
    """A line without the sizes of files, page ranges and marks in it; what was taken out; and
    whether a file hung on it, as one does on the title of an item."""
    taken = [found[0].strip() for found in _INLINE.finditer(line)]
    has_file = any(found["size"] for found in _INLINE.finditer(line))
    return _INLINE.sub(" " if not has_file else "", line).rstrip(), taken, has_file


def running(lines: Sequence[str], *, paged: bool) -> frozenset[str]:
    """Lines that come back page after page, told by :func:`key`.

    Only what could be a header is taken for one: a resolution may well stand in minutes thrice.
    """
    counts = Counter(key(line) for line in lines if may_run(line))
    enough = _OFTEN - 1 if paged else _OFTEN
    return frozenset(words for words, times in counts.items() if times >= enough)


def key(line: str) -> str:
    """A line without its numbers, which change from page to page."""
    return re.sub(r"[\W\d_]+", " ", line).strip().lower()


def may_run(line: str) -> bool:
    """Whether a line could be a running header: it names the body, the document or the page."""
    plain = line.strip()
    if len(plain) > _LONGEST_RUNNING or plain.endswith((".", ";", ":", ",")):
        return False
    return bool(_MAY_RUN.search(plain)) and not re.match(
        r"(?:that|to|the|it|members|resolved|agreed|noted|[(\[•·–-]|\d+[.)])\b",
        plain,
        re.IGNORECASE,
    )

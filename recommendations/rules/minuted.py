"""What minutes say that belongs into the register.

An entry that is a recommendation and no point under another is a recommendation of its own. The
points under it belong to its text, as far as they are words of the panel: an action, an
undertaking, advice or a resolution minuted there is none. A recommendation typed as a point under
something else is part of that, and no recommendation of its own.

Its text ends where the public went out or came in: at the first point that something else keeps
from them than keeps the recommendation itself (Local Government Act 1972 s.100C(1)(a)).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

RECOMMENDATION, CONCERN = "recommendation", "concern"
ITS_WORDS = (RECOMMENDATION, "discussion", "key point")
TYPED_LEAD = re.compile(
    r"\s*\**(?:\d{0,3}\.?\s*)?(?P<kind>recommendation|concern)\**\s*:\**\s*", re.IGNORECASE
)
IN_TITLES = (
    ("Sch 8", r"\bchief constable\b"),
    ("Sch 5", r"\bprecept\b"),
    ("Sch 1", r"\b(?:deputy|chief executive|chief finance officer)\b.*\bappointment\b"),
    ("Sch 1", r"\bappointment\b.*\b(?:deputy|chief executive|chief finance officer)\b"),
    ("s.28(4)", r"\bannual report\b"),
    ("s.28(3)", r"\bplan\b"),
)
OTHERWISE = "s.28(6)"


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of the minutes of an item, with the paragraph that keeps it from the public."""

    pk: int
    kind: str
    level: int
    text: str
    restricted_under: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a minute records that the panel said; ``kind`` is that of a recommendation."""

    kind: str
    text: str


def recommended(lines: Iterable[Line]) -> Mapping[int, Said]:
    """What an item's minutes record that the panel recommended, by the key of the entry. ``lines``
    come in their order."""
    found: dict[int, Said] = {}
    head: Line | None = None
    for line in lines:
        if line.level == 0:
            head = line if line.kind == RECOMMENDATION else None
            if head is not None:
                found[head.pk] = _said(line.text)
        elif head is not None and line.restricted_under != head.restricted_under:
            head = None
        elif head is not None and line.kind in ITS_WORDS:
            under = found[head.pk]
            found[head.pk] = Said(under.kind, f"{under.text}\n{_point(line)}")
    return found


def _said(text: str) -> Said:
    """What is said without the word that it was announced with."""
    typed = TYPED_LEAD.match(text)
    if typed is None or not text[typed.end() :].strip():
        return Said(RECOMMENDATION, text)
    return Said(typed["kind"].lower(), text[typed.end() :])


def _point(line: Line) -> str:
    before = "  " * (line.level - 1)
    text = line.text.strip().replace("\n", f"\n{before}  ")
    return f"{before}- {text}"


def route(title: str) -> str:
    """Under which section of the Police Reform and Social Responsibility Act 2011 the panel most
    likely said something about an item of that title: its other decisions, where it names none."""
    for section, words in IN_TITLES:
        if re.search(words, title, re.IGNORECASE):
            return section
    return OTHERWISE

"""The labels a letter may put before a point or a response: "Recommendation 3:", "PCC response:".

Whose label it is decides where both sides "comment": "Panel comment" opens a point, "Commissioner's
comment" a response. A label of its own line needs no colon; within running text it does, so that
"I accept recommendation 3" is not taken for one.
"""

import re
from dataclasses import dataclass
from typing import Literal

from .phrases import OFFICE

Voice = Literal["panel", "office"]

_WORD_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13",
    "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18",
}  # fmt: skip
_NUMBER = (
    r"(?:no\.?\s*|number\s*|#\s*)?"
    rf"(?P<number>[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?[a-z]?|[A-Z]|{'|'.join(_WORD_NUMBERS)})"
    r"(?![0-9A-Za-z])"
)
_OF_THE_PANEL = r"(?:(?:the\s+)?(?:(?:police|fire|and|&|crime|,)\s*){0,6}panel(?:['’]s)?\s+)"
_OF_THE_OFFICE = (
    rf"(?:(?:the|my)\s+)?(?:{OFFICE}(?:['’]s)?\s+)(?:office(?:['’]s)?\s+)?|(?:my|our)\s+|formal\s+"
)
_POINT = re.compile(
    rf"(?:{_OF_THE_PANEL})?(?:recommendation|proposal|suggestion|concern|question|query|"
    rf"observation|issue|point|request|comment|view)s?(?:\s+of\s+the\s+panel)?(?:\s+{_NUMBER})?",
    re.IGNORECASE,
)
_RESPONSE = re.compile(
    rf"(?:(?:{_OF_THE_OFFICE})?(?:response|reply|answer)|(?:{_OF_THE_OFFICE})(?:comment|position|"
    rf"feedback|view|action)|action\s+taken)s?(?:\s+to\s+\w+(?:\s+{_NUMBER})?|"
    r"\s+[0-9]{1,2}(?![0-9]))?",
    re.IGNORECASE,
)
_LETTERED_SIDES = re.compile(r"(?P<side>[QA])(?P<number>[0-9]{1,2})?(?=\s*[.:])")
_SEPARATOR = re.compile(r"\s*(?:[:–—]|-(?=\s)|\.(?=\s))\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A label found: who speaks after it, the number it gives, and where it ends."""

    voice: Voice
    number: str
    end: int


def at_start(text: str, *, alone: bool = False, flowing: bool = False) -> Mark | None:
    """The label that ``text`` begins with.

    ``alone`` if it may be all there is of the text; ``flowing`` if the text lost its line breaks,
    so that a label without a colon may be followed by what stood on the next line.
    """
    for voice, pattern in (("office", _RESPONSE), ("panel", _POINT), ("", _LETTERED_SIDES)):
        found = pattern.match(text)
        if not found:
            continue
        number = _number(found)
        separator = _SEPARATOR.match(text, found.end())
        rest = text[found.end() :]
        if separator or (alone and not rest.strip(" .:")):
            end = separator.end() if separator else len(text)
        elif _runs_on(voice, number, rest, flowing=flowing):
            end = found.end() + 1
        else:
            continue
        return Mark(voice or ("panel" if found["side"] == "Q" else "office"), number, end)
    return None


def _runs_on(voice: str, number: str, rest: str, *, flowing: bool) -> bool:
    """Whether a label without a colon is one all the same: "Recommendation 3 That the ..."."""
    if voice == "panel" and number and re.match(r"\s+(?:That|The|To)\b", rest):
        return True
    return flowing and bool(number or voice == "office") and bool(re.match(r"\s+[A-Z]", rest))


_WITHIN = re.compile(
    r"(?<=[.?!:;)\]”\"'’])\s+(?=[A-Z][\w'’,&]*\s*(?:[\w'’,&]+\s+){0,6}?[\w'’.]{1,16}\s*[:–—-]\s)"
)
_NUMBERED_WITHIN = re.compile(r"\s(?=Recommendation\s+[0-9]{1,2}[a-z]?\s+[A-Z])")
_RESPONSE_WITHIN = re.compile(
    rf"(?<=[.?!)\]”\"'’])\s+(?=(?:(?:The\s+)?{OFFICE}(?:['’]s)?\s+)?(?:Response|Reply)\s+[A-Z])"
)


def starts_within(text: str) -> list[int]:
    """Where labels begin inside running text whose line breaks were lost.

    Labels without a colon are taken for such only where both sides have them.
    """
    found = [gap.end() for gap in _WITHIN.finditer(text) if at_start(text[gap.end() :][:200])]
    points = [gap.end() for gap in _NUMBERED_WITHIN.finditer(text)]
    responses = [gap.end() for gap in _RESPONSE_WITHIN.finditer(text)]
    return found + (points + responses if points and responses else [])


def is_point_title(words: str) -> bool:
    """Whether a table column so titled holds the panel's points."""
    return bool(_POINT.match(words.strip())) or bool(
        re.search(r"\bpanel\b|\brecommendations?\b|\bconcerns?\b|\bissues?\s+raised\b", words, re.I)
    )


def is_response_title(words: str) -> bool:
    """Whether a table column so titled holds the responses."""
    return bool(_RESPONSE.match(words.strip())) or bool(
        re.search(
            rf"\bresponses?\b|\breply\b|\breplies\b|{OFFICE}(?:['’]s)?\s+\w*comment", words, re.I
        )
    )


def _number(found: re.Match[str]) -> str:
    number = found.groupdict().get("number") or ""
    return _WORD_NUMBERS.get(number.lower(), number)

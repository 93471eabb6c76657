"""What the words of an item show to have been lost on the way into the file."""

import re
from collections.abc import Iterable
from itertools import pairwise

from . import doubts
from .minutes import Item

_FUNCTION = "the|of|to|and|from|for|with|which|that|by|in|on|at|was|were|be|is|an"
_TWO = re.compile(
    rf"(?:{_FUNCTION})(?:the|from|which|that|of|and|were|was|to)|(?:to|of|for|from|with|which|that|by)(?:a|an|be|is|are)",
)
_REAL = frozenset(
    [
        "into",
        "onto",
        "unto",
        "within",
        "without",
        "whereof",
        "whereby",
        "whereto",
        "thereof",
        "thereby",
        "thereto",
        "hereto",
        "hereby",
        "thewas",
        "beat",
        "fora",
        "ofan",
        "tobe",
        "toto",
        "forthat",
        "bean",
        "beis",
        "than",
        "that",
        "isan",
        "tois",
        "andis",
        "inand",
        "befor",
        "forthe",
    ]
) - {"ofan", "tobe", "forthat", "forthe", "toto"}
_GLUED_END = re.compile(
    r"(?P<word>[A-Za-z]{3,})(?P<end>the|to|and|from|of|for|which|that|with|receiveda|a)$"
)
_GLUED_START = re.compile(r"(?P<start>the|which|from|that|with|and|to|of)(?P<word>[A-Za-z]{3,})$")
_CAMEL = re.compile(r"[a-z]{2,}[A-Z][a-z]+")
_CAMEL_NAME = re.compile(r"(?:Mc|Mac|Fitz|De|La|Le|Di|O|Van|Ap)[A-Z][a-z]+|i[A-Z]\w+")
_AFTER_STOP = re.compile(r"[a-z]{2,}[.;,][A-Z][a-z]+")
_LETTERS = re.compile(r"[A-Za-z]+(?:[.;,][A-Za-z]+)?")
_NUMBER_WITHIN = re.compile(r"(?:^|(?<=[\w.;:,)])\s)([0-9]{1,2})\.\s+(?=[A-Z])")
_UNREAD = re.compile(r"\S*\ufffd\S*|\b\w+\(cid:\d+\)\w*")
_HOST = re.compile(r"\S*(?:@|www\.|https?:|\.(?:uk|com|org|net|gov|aspx|pdf))\S*", re.IGNORECASE)


def run_together(texts: Iterable[str]) -> list[str]:
    """Words of an item that look as if the spaces between them were lost."""
    found: list[str] = []
    texts = [_HOST.sub(" ", text) for text in texts]
    known = {word.lower() for text in texts for word in re.findall(r"[A-Za-z]+", text)}
    for text in texts:
        for match in _LETTERS.finditer(text):
            word = match[0]
            if word not in found and _is_run_together(word, known):
                found.append(word)
    return found


def _is_run_together(word: str, known: set[str]) -> bool:
    if _AFTER_STOP.fullmatch(word):
        return True
    if _CAMEL.search(word) and not _CAMEL_NAME.fullmatch(word):
        return True
    lower = word.lower()
    if lower in _REAL or len(word) < 4:
        return False
    if _TWO.fullmatch(lower):
        return True
    if (found := _GLUED_END.fullmatch(lower)) and _is_word(found["word"], known, found["end"]):
        return True
    found = _GLUED_START.fullmatch(lower)
    return bool(found) and _is_word(found["word"], known, found["start"])


_COMMON = frozenset(
    [
        "panel",
        "police",
        "crime",
        "clerk",
        "plan",
        "report",
        "meeting",
        "members",
        "member",
        "council",
        "councillor",
        "chair",
        "set",
        "received",
        "raised",
        "following",
        "issues",
        "arising",
        "subject",
        "voted",
        "each",
        "group",
        "working",
        "commissioner",
        "recommendation",
        "recommendations",
        "priorities",
        "appendix",
        "agenda",
        "precept",
        "question",
        "questions",
    ]
)
_NO_GLUE = frozenset(
    [
        "whichever",
        "thereafter",
        "another",
        "together",
        "offset",
        "reset",
        "panels",
        "meetings",
        "upset",
        "onset",
        "agendas",
        "offence",
        "often",
        "tosh",
        "toward",
        "towards",
        "therein",
        "themes",
        "offer",
        "officer",
        "theory",
        "withdraw",
        "withhold",
        "android",
        "anderson",
        "offend",
        "thematic",
        "offset",
    ]
)


def _is_word(word: str, known: set[str], glue: str) -> bool:
    """Whether the rest of a word is a word of its own: one of those that minutes are full of, or
    a longer one that stands elsewhere in the text."""
    if f"{word}{glue}" in _NO_GLUE or f"{glue}{word}" in _NO_GLUE:
        return False
    if glue == "a":
        return word in ("appendix", "received") or (word.endswith("ed") and word in known)
    return word in _COMMON or (len(word) > 4 and len(glue) > 2 and word in known)


def runs_on(text: str) -> bool:
    """Whether numbers that should begin lines follow one another in running text."""
    values = [int(found[1]) for found in _NUMBER_WITHIN.finditer(text)]
    return any(b == a + 1 for a, b in pairwise(values))


def unread(texts: Iterable[str]) -> list[str]:
    """Words with letters that the file does not give."""
    return list(dict.fromkeys(word for text in texts for word in _UNREAD.findall(text)))


def of_item(item: Item, place: str) -> list[str]:
    """What the words of an item themselves show to be damaged."""
    texts = [item.title, *(entry.text for entry in item.entries)]
    found = []
    whole = " ".join(texts).strip()
    if runs_on(whole) or any(runs_on(f"{e.number} {e.text}") for e in item.entries):
        words = doubts.first_words(whole)
        found.append(doubts.LINES_LOST.format(place=place, words=words))
    if glued := run_together(texts):
        found.append(
            doubts.RUN_TOGETHER.format(place=place, words=", ".join(f"“{w}”" for w in glued[:6]))
        )
    if lost := unread(texts):
        found.append(
            doubts.LOST_LETTERS.format(place=place, words=", ".join(f"“{w}”" for w in lost[:6]))
        )
    return found

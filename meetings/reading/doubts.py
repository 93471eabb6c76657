"""What could not be known, in sentences that name the place."""

import re
from collections.abc import Iterable, Sequence

from . import numbers
from .minutes import Item

NO_DATE = "The document does not say when the meeting was."
SEVERAL_DATES = "Above the items stand several dates ({dates}); {date} was taken as the meeting’s."
OTHER_WEEKDAY = "The date {date} was not a {weekday}, as the document says; check which is right."
NO_BODY = "The document does not say which panel’s minutes these are."
NO_MINUTES = (
    "The text does not look like minutes: {why}. Nothing was read from it; check that it is the"
    " right document."
)
ONLY_AGENDA = "This looks like an agenda: it has items, but nothing is minuted under any of them."
NO_TITLE = "The title of {place} is not in the document."
NO_TITLE_BEGINS = "An item has no title in the document; it begins “{words}”."
NO_NUMBER = "{place} has no number, though other items have."
NOTHING_MINUTED = "Nothing is minuted under {place} in the document."
LIST_LOST = "In {place}, what should follow “{words}” is not in the document."
BREAKS_OFF = "In {place}, the text breaks off after “{words}”; what follows may be lost."
BARE_NUMBER = "In {place}, {number} stands alone; its text may be lost."
BEGINS_LATE = "In {place}, a list begins at {number}; what came before may be lost."
LOST_BULLETS = "In {place}, points of a list have no bullets; where it ends was told by the layout."
RUN_TOGETHER = "In {place}, words run together ({words}); they were left as they are."
LOST_LETTERS = "In {place}, letters are missing or could not be read ({words})."
TITLE_IN_DOUBT = "The title of an item may be lost: “{words}” stands in its place."

TOLD = {
    "stripped": "In {place}, “{words}” reads as a resolution, but no word says that it is one.",
    "noted": "In {place}, “{words}” was taken for a resolution; no word says that it is one.",
    "vote": "In {place}, “{words}” tells of a vote; the words of what was resolved may be elsewhere.",
    "promised without the word": (
        "In {place}, “{words}” was taken for an undertaking; no word says that it is one."
    ),
}
_WORDS = 8
_MANY = 4


def first_words(text: str) -> str:
    """The opening of a text, for a sentence."""
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def last_words(text: str) -> str:
    """The end of a text, for a sentence."""
    words = text.split()
    return ("… " if len(words) > _WORDS else "") + " ".join(words[-_WORDS:])


def place_of(number: str, title: str) -> str:
    """How sentences name an item."""
    if number:
        named = number.rstrip(".")
        named = named if " " in named else f"item {named}"
        return f"{named} ({first_words(title)})" if title else named
    return f"“{first_words(title)}”" if title else "the item without a title"


def missing(place: str, lost: Sequence[str], before: numbers.Number, after: numbers.Number) -> str:
    """That numbers are missing between two."""
    return (
        f"In {place}, {_listed(lost)} {'is' if len(lost) == 1 else 'are'} missing"
        f" between {before.printed} and {after.printed.rstrip('.')}."
    )


def missing_items(before: numbers.Number | None, after: numbers.Number | None) -> list[str]:
    """That items are missing between two that follow one another in the document."""
    if before is None or after is None or not (lost := numbers.gap(before, after)):
        return []
    one = len(lost) == 1
    return [
        f"{'Item' if one else 'Items'} {_listed(lost)} {'is' if one else 'are'} missing between"
        f" {before.printed.rstrip('.')} and {after.printed.rstrip('.')}."
    ]


def _listed(lost: Sequence[str]) -> str:
    if len(lost) > _MANY:
        return f"{lost[0]} to {lost[-1]}"
    return lost[0] if len(lost) == 1 else f"{', '.join(lost[:-1])} and {lost[-1]}"


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


def unread(texts: Iterable[str]) -> list[str]:
    """Words with letters that the file does not give."""
    return list(dict.fromkeys(word for text in texts for word in _UNREAD.findall(text)))


def of_item(item: Item, place: str) -> list[str]:
    """What the words of an item themselves show to be damaged."""
    texts = [item.title, *(entry.text for entry in item.entries)]
    found = []
    if glued := run_together(texts):
        found.append(RUN_TOGETHER.format(place=place, words=", ".join(f"“{w}”" for w in glued[:6])))
    if lost := unread(texts):
        found.append(LOST_LETTERS.format(place=place, words=", ".join(f"“{w}”" for w in lost[:6])))
    return found

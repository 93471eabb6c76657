"""What could not be known, in sentences that name the place."""

import re
from collections.abc import Sequence

from . import numbers

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
CLOSE = "“{words}” was taken for the close of the meeting, and is no entry of the last item."
LINES_LOST = (
    "In {place}, line breaks were lost in “{words}”; items or points in it could not be told apart."
)
RUN_TOGETHER = "In {place}, words run together ({words}); they were left as they are."
BROKEN_WORDS = (
    "In {place}, words were broken at the ends of lines ({words}); their hyphens were left."
)
ONLY_WHO = "In {place}, “{words}” is all that a column of actions says; what is to be done is not."
LOST_LETTERS = "In {place}, letters are missing or could not be read ({words})."
TITLE_IN_DOUBT = "The title of an item may be lost: “{words}” stands in its place."

RECOMMENDED = (
    "In {place}, “{words}” was resolved, and recommends something; it was taken for a"
    " recommendation."
)
TOLD = {
    "stripped": "In {place}, “{words}” reads as a resolution, but no word says that it is one.",
    "noted": "In {place}, “{words}” was taken for a resolution; no word says that it is one.",
    "vote": "In {place}, “{words}” tells of a vote; the words resolved may be elsewhere.",
    "recommended": RECOMMENDED,
    "to do": "In {place}, “{words}” was taken for an action; no word says that it is one.",
    "promised without the word": (
        "In {place}, “{words}” was taken for an undertaking; no word says that it is one."
    ),
}
_WORDS = 8
_MANY = 4


def breaks_off(text: str) -> bool:
    """Whether a text ends as only one does that should go on."""
    return bool(re.search(r"[;,]\s*$|\b(?:and|or)\s*$", text, re.IGNORECASE))


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

"""The minutes of a meeting as people read them: on the screen, in print and as a Word document."""

from .numbers import (
    first_of,
    following_of,
    numbered_alike,
    numbers_of,
    of_meeting,
    settle,
    style_of,
)
from .parts import Corrected, Minute, MinutedItem, Minutes, Run
from .reading import read
from .word import WORD, as_word
from .words import LEADS, PRESENT, Person, lead_and_text

__all__ = [
    "LEADS",
    "PRESENT",
    "WORD",
    "Corrected",
    "Minute",
    "MinutedItem",
    "Minutes",
    "Person",
    "Run",
    "as_word",
    "first_of",
    "following_of",
    "lead_and_text",
    "numbered_alike",
    "numbers_of",
    "of_meeting",
    "read",
    "settle",
    "style_of",
]

"""What some words claim was done to a place, and which of them say so."""

import re
from typing import Literal

from ..letters.decisions import phrase, signs
from ..letters.phrases import (
    ADVERBS,
    CHANGED,
    COVERED,
    COVERS,
    FOUND_AT,
    search_without_asides,
    without_asides,
)

Kind = Literal[
    "amended", "added", "moved", "removed", "already covered", "declined", "deferred", "none"
]
CHANGES: tuple[Kind, ...] = ("amended", "added", "moved", "removed")
KEEPS: tuple[Kind, ...] = ("declined", "deferred")
"""What is said of a paragraph that is to stay as it is, at least for now."""

Span = tuple[int, int]
NOWHERE: Span = (0, 0)

_NEW = r"(?:new|separate|further|additional|standalone|specific|own)"
_PART = (
    r"(?:section|paragraph|point|sentence|chapter|part|sub-?paragraph|form\s+of\s+words|passage)"
)
_FILLERS = r"(?:(?!not\b|never\b)\w+\s+){0,3}?"
_GONE = r"(?:removed|deleted|taken\s+out|omitted)"
_A_PLACE = r"(?:sub-?)?(?:paragraph|para|section|point|passage|chapter)s?"

PHRASES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "added",
        re.compile(
            rf"\b(?:added|inserted|introduced)\b|\b(?:included|created|written)\s+(?:\w+\s+)?{_NEW}\s"
            rf"|\b(?:an?|its)\s+{_NEW}\s+(?:\w+\s+){{0,2}}{_PART}\b|\b{_PART}\s+to\s+itself\b"
            rf"|\b{_NEW}\s+{_PART}\s+(?:of\s+its\s+own|has\s+been)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "moved",
        re.compile(r"\b(?:has|have)\s+(?:\w+\s+)?(?:been\s+)?(?:moved|relocated)\b", re.IGNORECASE),
    ),
    (
        "removed",  # the place itself: to remove words from a paragraph is to amend it
        re.compile(
            rf"\b{_GONE}\s+(?:(?:the|this|that|all|whole|entire|of)\s+)*{_A_PLACE}\b(?!['’])"
            rf"|(?<!in\s)(?<!from\s)(?<!at\s)(?<!of\s)(?<!the\s)\b(?:the\s+)?{_A_PLACE}"
            rf"(?:\s*[\d().a-z]+(?:\s+and\s+[\d().a-z]+)?)?\s+(?:has|have|is|are)\s+{ADVERBS}"
            rf"(?:been\s+)?{ADVERBS}{_GONE}\b"
            rf"|\b(?:this|it|that)\s+has\s+{ADVERBS}been\s+{ADVERBS}{_GONE}\b(?!\s+from)",
            re.IGNORECASE,
        ),
    ),
    (
        "amended",
        re.compile(
            rf"\b(?:has|have|had|I|we|is|are|was|were)\s+{_FILLERS}(?:been\s+)?(?:\w+ly\s+)?{CHANGED}\b"
            r"|\b(?:amendment|change|correction|revision)s?\s+(?:has|have|was|were)\s+(?:\w+\s+)?(?:been\s+)?made"
            rf"|\bnow\s+(?:{COVERS}|reads|has|does\s+so|{COVERED})\b|\bwill\s+be\s+{CHANGED}\b"
            r"|\b(?:I|we)(?:['’]ll|\s+(?:will|shall))\s+(?:\w+ly\s+)?(?:amend|modify|revise|reword|"
            r"change|correct|strengthen|update|clarify|expand)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "already covered",
        re.compile(
            rf"\balready\b|\b(?:covers|addresses|deals\s+with|sets\s+out|refers\s+to|provides\s+for)\b"
            rf"|\b{FOUND_AT}\b|\b(?:is|are)\s+(?:\w+ly\s+)?{COVERED}\b",
            re.IGNORECASE,
        ),
    ),
)
NOT_THIS = re.compile(
    r"(?:(?:and|but)\s+)?not\s+(?:in\s+|at\s+)?(?=para|section|\d)", re.IGNORECASE
)
_NO = re.compile(r"no\s*[.,;:!–—]\s*(?=\D)", re.IGNORECASE)


def kind_of(words: str) -> Kind:
    """The claim that some words make. A refusal outweighs what else they say, and a change that
    is put off is none yet."""
    if opening := _NO.match(words):  # "No, paragraph 9 covers this."
        words = words[opening.end() :]
    shown = signs(words)
    if "declines" in shown or NOT_THIS.match(words):
        return "declined"
    plain = without_asides(words)
    kind = next((kind for kind, phrase in PHRASES if phrase.search(plain)), "none")
    if "puts off" in shown and "changes" not in shown and kind != "already covered":
        return "deferred"
    return kind


def phrase_of(kind: Kind, words: str) -> Span:
    """Start and end of the phrase in ``words``, in whole words, that makes a claim of that kind;
    NOWHERE where none does."""
    if kind == "declined":
        said = NOT_THIS.match(words)
        found = phrase(words, "declines") or (said.span() if said else None)
    elif kind == "deferred":
        found = phrase(words, "puts off")
    else:
        pattern = dict(PHRASES).get(kind)
        found = search_without_asides(pattern, words) if pattern else None
    return _whole_words(words, *found) if found else NOWHERE


def _whole_words(words: str, start: int, end: int) -> Span:
    found = words[start:end]
    start, end = start + len(found) - len(found.lstrip(" ,;")), start + len(found.rstrip(" ,;"))
    while end < len(words) and words[end - 1].isalnum() and words[end].isalnum():
        end += 1
    return start, end

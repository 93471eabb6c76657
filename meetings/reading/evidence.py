"""Whether a text is minutes at all: what speaks for it and what against."""

import re
from collections.abc import Sequence

from .paragraphs import Paragraph

_ENOUGH = 3
_WHO = (
    r"(?:(?:the\s*)?(?:[\w,&'’-]+\s+){0,5}?(?:panel|committee|sub-?committee|board|chair(?:man|"
    r"person|woman)?|vice-?chair(?:man)?|"
    r"commissioner|p(?:f?c{1,2}|fcc)|chief\s+constable|monitoring\s*officer|clerk|officers?|"
    r"cllr|councillor)"
    r"(?:\s+[A-Z][\w'’-]*){0,3}|(?:panel\s+|some\s+|other\s+)?members|"
    r"councillors?\s+[A-Z][\w'’ -]*|cllr\.?\s+[A-Z][\w'’ -]*|it|apologies|a\s+member|"
    r"in\s+response[^,]*,\s+[\w ]+)"
)
_REPORTED = re.compile(
    rf"^[\[(]?{_WHO}[,\s]*(?:then\s+|also\s+|further\s+|had\s+|were\s+|was\s+|"
    rf"therefore\s+)*(?:considered|received|noted|asked|queried|raised|discussed|agreed|"
    r"resolved|thanked|welcomed|explained|stated|said|reported|advised|presented|introduced|"
    r"replied|"
    r"responded|commented|highlighted|suggested|questioned|referred|expressed|voted|moved|"
    r"undertook|confirmed|informed|outlined|approved|recorded|reminded)",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"^(?:the\s+)?(?:[\w,]+\s+){0,4}?(?:panel|committee)\s+(?:unanimously\s+)?(?:resolved|agreed)\s+(?:to|that)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"RESOLVED\s*[:–—-]|"
    r"^\W*(?:it\s+was\s+)?(?:RESOLVED|PENDERFYNWYD|CYTUNWYD|(?:Resolved|RESOLVED|AGREED|Agreed|"
    r"DECISION|Decision)\s*(?:[:–—-]|that\b|That\b|$))"
    r"|^It\s+was\s+(?:unanimously\s+)?(?:resolved|agreed)\b|\b[Ii]t\s+was\s+RESOLVED\b|"
    r"^\W*recommends?\s+that"
)
_TITLE = re.compile(
    r"\bminutes\s+of\s+(?:the|a|an)\b.{0,60}\b(?:meeting|panel|committee)\b|^(?:draft\s+|"
    r"unconfirmed\s+|public\s+)?minutes$"
    r"|^minutes\s*[-–:]|\bpanel\s*[-–—:]\s*(?:draft\s+)?minutes\b|^cofnodion\b|\bagenda\s+and\s+minutes\b|^minutes\s+(?:and|of)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"^(?:members\s+)?(?:present|in\s+attendance|presennol)\b", re.IGNORECASE)
_GREETING = re.compile(
    r"^Dear\s+[A-Z][\w'’.]*(?:\s+[\w'’&]+){0,6}\s*,?\s*$|"
    r"^Dear\s+[A-Z][\w'’.]*(?:\s+[A-Z][\w'’]*){0,4},"
)
_SIGN_OFF = re.compile(
    r"\bYours\s+(?:sincerely|faithfully)|^(?:kind|best)\s+regards", re.IGNORECASE
)
_FIRST_PERSON = re.compile(r"\b(?:I|my|My|me)\b(?![.)])")
_OTHER_PAPER = re.compile(
    r"\b(?:decision\s+summary|decision\s+notice|decision\s+record|foreword|contents|"
    r"executive\s+summary|my\s+plan|"
    r"welcome\s+to\s+my|this\s+(?:analysis|guidance|plan|strategy|report\s+(?:sets|provides|"
    r"has\s+been|seeks))|chapter\s+1|"
    r"has\s+been\s+prepared|may\s+wish\s+to|(?:is|are)\s+(?:asked|recommended|invited)\s+to\b|"
    r"cookies|version\s+\d)\b",
    re.IGNORECASE,
)
_PARAGRAPH_OF_MINUTES = 6
"""Words above which a paragraph says enough for its voice to be told."""


def against(paragraphs: Sequence[Paragraph], *, items: int) -> str:
    """Why a text does not look like minutes; "" where it does. ``items`` is how many were found
    whose titles say that they are a meeting's."""
    texts = [p.text for p in paragraphs if p.text and not p.label]
    speaks_for, speaks_against = _for(paragraphs, texts) + min(items, 2), _against(texts)
    if any(_GREETING.match(text) for text in texts[:40]):
        return "" if speaks_for - speaks_against >= _ENOUGH + 6 else "it is a letter"
    if speaks_for - speaks_against >= _ENOUGH:
        return ""
    if speaks_against > 2:
        return "it is written like a plan, a report or a notice"
    return "nothing in it tells of a meeting"


def is_reported(text: str) -> bool:
    """Whether a sentence reports what someone said or did."""
    return bool(_REPORTED.match(text))


def _for(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> int:
    labels = {p.label for p in paragraphs if p.label}
    score = 3 * len(labels & {"minutes", "documents", "supporting", "tag"})
    score += 2 * ("agenda item" in labels)
    score += 3 * bool(any(_TITLE.search(text) for text in texts[:25]))
    score += 3 * any(_OUTCOME.search(text) for text in texts)
    score += 2 * any(_AGREED.match(text) for text in texts)
    score += 2 * any(_PRESENT.match(text) for text in texts[:40])
    score += 2 * any(p.has_file for p in paragraphs)
    said = [text for text in texts if len(text.split()) > _PARAGRAPH_OF_MINUTES]
    reported = sum(bool(_REPORTED.match(text)) for text in said)
    if said and reported >= 0.4 * len(said):
        score += 3
    elif reported > 1 and reported >= 0.2 * len(said):
        score += 1
    return score


def _against(texts: Sequence[str]) -> int:
    words = sum(len(text.split()) for text in texts) or 1
    own = sum(len(_FIRST_PERSON.findall(text)) for text in texts)
    score = 4 * any(_GREETING.match(text) for text in texts[:40])
    score += 2 * any(_SIGN_OFF.search(text) for text in texts)
    score += 3 * (own > 2 and own / words > 0.008) + (own > 0)
    other = {found[0].lower() for text in texts for found in _OTHER_PAPER.finditer(text)}
    return score + min(4, 2 * len(other))

"""What a response amounts to, and the sentence that says so.

Each sentence is read for the signs below; what the signs of the whole response come to is said by
:data:`RULES`: a change made beside a refusal is "accepted in part", a refusal "until the Plan is
next refreshed" is "deferred", a response with no sign at all is "noted".
"""

import re
from dataclasses import dataclass

from plans import sentences

from .phrases import (
    ADVERBS,
    CHANGE,
    CHANGED,
    COVERED,
    COVERS,
    FOUND_AT,
    IN_THE_PLAN,
    SPEAKER,
    clauses,
    search_without_asides,
    without_asides,
)

DECISIONS = (
    "accepted",
    "accepted in part",
    "not accepted",
    "already covered",
    "deferred",
    "noted",
)

_DO = r"(?:(?:do|does|did|am|are|is|have|has|will|would|can|could)\s+)?"
_THE_NEXT = (
    r"(?:next|future|subsequent|forthcoming|annual|later)\s+(?:\w+\s+){0,3}?"
    r"(?:refresh|review|revision|version|iteration|variation|update|plan)s?"
)
_AGREED_THING = r"(?:recommendation|point|suggestion|proposal|panel|comment|request)"


@dataclass(frozen=True, slots=True)
class Sign:
    """A turn of phrase that says what a response does about a point."""

    name: str
    words: re.Pattern[str]


def _sign(name: str, *words: str) -> Sign:
    return Sign(name, re.compile("|".join(words), re.IGNORECASE))


SIGNS = (
    _sign(
        "partly",
        r"\b(?:accept(?:ed|s)?|agree[sd]?)\b[^.]{0,40}\bin\s+part\b",
        r"\bpart(?:ial|ial?ly|ly)\s+(?:accept|agree)",
        r"\b(?:accept|agree)(?:ed|s)?\s+(?:the\s+)?(?:first|second)\s+(?:part|half)\b",
    ),
    _sign(
        "declines",
        rf"\b{SPEAKER}\s+(?:do|does|did|will|would|have|has)(?:\s+not|n['’]t)\s+(?:\w+\s+){{0,2}}?"
        r"(?:accept|agree|believe|consider|feel|think|intend|propose|support|see|wish|want|plan|"
        rf"{CHANGE}|made|{CHANGED})",
        rf"\b{SPEAKER}\s+(?:am|are|is)\s+(?:\w+\s+)?(?:not\s+(?:minded|able|prepared|convinced|"
        r"persuaded|willing|proposing|in\s+a\s+position)|unable\s+to|reluctant|unwilling)",
        rf"\b{SPEAKER}\s+(?:(?:cannot|can\s+not|can['’]t)(?!\s+disagree)|declines?|rejects?|disagrees?|must\s+decline|"
        r"(?:would\s+)?prefer\s+not|ha(?:ve|s)\s+decided\s+(?:not|against))",
        r"(?:^|,\s+)(?:and|but)\s+(?:do|does|am|have)\s+not\b",
        r"^no\s*(?:[.,;:!–—]|$)(?!\s*\d)",  # but not "No. 12 has been amended"
        r"\b(?:is|are|was|were)\s+(?:\w+ly\s+)?not\s+(?:being\s+)?(?:amended|changed|modified|revised|"
        r"reworded|altered|updated)\b|\bremains?\s+(?:\w+ly\s+)?unchanged\b",
        r"\b(?:is|are|has\s+been|have\s+been|was)\s+(?:not\s+accepted|rejected|declined)\b",
        r"^(?:recommendation\s+)?(?:not\s+(?:accepted|agreed)|rejected|declined|disagreed?)\b",
        r"\bno\s+(?:change|amendment)s?\s+(?:\w+\s+){0,3}?"
        r"(?:is|are|has|have|will|been|made|needed|required|necessary|proposed)\b",
        r"(?<!wording\s)(?<!words\s)(?<!text\s)(?<!meaning\s)(?<!sense\s)"
        rf"\b(?:has|have|will)\s+(?:therefore\s+)?not\s+(?:been|be)\s+(?:\w+ly\s+)?{CHANGED}",
        r"\bnot\s+(?:necessary|appropriate|needed|required|for\s+the\s+plan)\b|\binappropriate\b",
    ),
    _sign(
        "refuses",
        rf"\b{SPEAKER}\s+(?:(?:do|does|did|will|can)(?:\s+not|n['’]t)|cannot|can\s+not|am\s+unable\s+to|"
        r"is\s+unable\s+to|am\s+not\s+able\s+to)\s+(?:\w+ly\s+)?(?:accept|agree|support)\b",
        rf"\b{SPEAKER}\s+(?:decline|reject|disagree)s?\b",
        r"\bnot\s+accepted\b|^(?:recommendation\s+)?(?:rejected|declined)\b",
        r"\bnot\s+(?:believe|consider|feel|think)\s+(?:that\s+)?(?:an?|any|this)\s+(?:\w+\s+)?"
        r"(?:change|amendment)?\s*(?:is|would\s+be)\s+(?:justified|appropriate|right)\b",
    ),
    _sign(
        "puts off",
        r"\b(?:in|at|when|for|during|until|with|of|through)\b[^.]{0,40}\b" + _THE_NEXT + r"\b",
        r"\b(?:when|once|until|before)\b[^.]{0,40}\bplan\b[^.]{0,20}\b(?:refresh|review|revis|varied)",
        r"\b(?:when|once)\s+(?:I|we)\s+(?:come|next|am|are)\b[^.]{0,30}\b(?:refresh|review|revis)",
        r"\b(?:defer(?:red|ring)?|postpone[ds]?|at\s+a\s+later\s+(?:date|stage)|in\s+due\s+course|"
        r"revisit(?:ed)?)\b",
    ),
    _sign(
        "already covers",
        rf"\balready\s+(?:\w+\s+)?(?:{COVERED}|{COVERS}|in\s+the\s+plan|there|made\s+clear|part)\b",
        rf"\b(?:(?:para(?:graph)?s?|sections?|points?|pages?|chapters?)\s*[\w().]+|{IN_THE_PLAN}|"
        rf"this|which)\s+(?:(?:fully|clearly|also)\s+)?(?:covers|addresses|deals\s+with|sets\s+out|"
        r"refers\s+to|provides\s+for|makes\s+clear)\b",
        rf"\b{FOUND_AT}\b",
        rf"\b(?:is|are)\s+(?:\w+ly\s+)?{COVERED}\s+(?:at|in|under|by|within|on)\b",
    ),
    _sign(
        "changes",
        rf"\b{SPEAKER}(?:['’]ve|\s+(?:have|has))?\s+{ADVERBS}{CHANGED}\b",
        rf"\b(?:has|have|had)\s+{ADVERBS}been\s+{ADVERBS}{CHANGED}\b",
        rf"\b(?:is|are|was|were)\s+now\s+{ADVERBS}(?:{CHANGED}|{COVERED}|a\s+new|clear)\b",
        r"\bnow\s+(?:reads|refers|includes|states|says|makes|sets\s+out|contains|covers|reflects|has)\b",
        r"\b(?:amendment|change|correction|addition|revision)s?\s+ha(?:s|ve)\s+(?:now\s+)?been\s+made\b",
        rf"\bnow\s+(?:{CHANGED}|does\s+so)\b",
        rf"\b(?:and|so)\s+(?:have|has)\s+{ADVERBS}{CHANGED}\b",
        # promised rather than done
        rf"\b{SPEAKER}(?:['’]ll|\s+(?:will|shall))\s+(?:\w+ly\s+)?{CHANGE}\b[^.]{{0,80}}\b"
        + IN_THE_PLAN,
        rf"\b{IN_THE_PLAN}\s*[\d().a-z]*\s+(?:will|shall)\s+(?:\w+ly\s+)?be\s+{CHANGED}\b",
        rf"\bwill\s+be\s+{CHANGED}\s+(?:\w+\s+){{0,3}}(?:in|to|into)\s+the\s+(?:\w+\s+){{0,4}}plan\b",
    ),
    _sign(
        "accepts",
        rf"\b{SPEAKER}\s+{_DO}(?:\w+ly\s+|(?:\w+\s+)?(?:happy|pleased|content|willing|glad)\s+to\s+)?"
        r"(?:accept(?:s|ed)?|agrees?\s+(?:to|with)|endorses?|supports?)\s+"
        r"(?:this|that|the|your|it|both|these|all)\b(?!\s+(?:is|are|was|many|there|some)\b)"
        rf"(?:[^.]{{0,60}}\b{_AGREED_THING}|[^.\w]|$|\s+(?:in\s+full|fully|and)\b)",
        r"^(?:(?:this|the|your)\s+)?(?:recommendation|point|suggestion|comment|proposal)?\s*"
        r"(?:\d+\s+)?(?:(?:is|has\s+been)\s+)?(?:fully\s+|also\s+)?(?:accepted|agreed)\b",
        rf"\b{SPEAKER}\s+(?:agree|accept|concur)s?\s*(?:[.,;]|$|and\b)",
        rf"\b{SPEAKER}\s+(?:(?:do|does)(?:\s+not|n['’]t)|cannot|can['’]t)\s+disagree\b",
    ),
    _sign(
        "points to what is done",
        r"\bstatutory\s+(?:requirement|duty|obligation)\s+(?:on|upon)\b",
        r"\b(?:as\s+part\s+of|through)\s+(?:its|the|my|our)\s+(?:ongoing|existing|normal|current)\b",
        r"\b(?:existing|current)\s+(?:arrangements|processes|mechanisms)\b",
    ),
    _sign(
        "notes", r"^(?:(?:this|the|your)\s+)?(?:recommendation|point|comment)?\s*(?:is\s+)?noted\b"
    ),
)

RULES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("partly",), "accepted in part"),
    (("changes", "declines"), "accepted in part"),
    (("changes", "points to what is done"), "accepted in part"),
    (("changes",), "accepted"),
    (("refuses",), "not accepted"),
    (("already covers",), "already covered"),
    (("declines", "puts off"), "deferred"),
    (("accepts", "declines"), "accepted in part"),
    (("declines",), "not accepted"),
    (("accepts",), "accepted"),
    (("puts off",), "deferred"),
    (("notes",), "noted"),
)
"""What the signs of a whole response come to: the first rule all of whose signs it shows."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision proposed, with the sentence or sentences of the response that led to it."""

    decision: str
    reason: str


def signs(sentence: str) -> set[str]:
    """The names of the signs that a sentence shows, clause by clause.

    A refusal outweighs the change its clause speaks of ("I have not amended"), and so does putting
    it off ("this will be added when the Plan is next refreshed") unless it has been made.
    """
    found: set[str] = set()
    for low, high in clauses(sentence):
        found |= _signs_of_clause(without_asides(sentence[low:high]))
    if "changes" in found:
        found.discard("already covers")
    return found


def phrase(sentence: str, name: str) -> tuple[int, int] | None:
    """Start and end of the words of a sentence that show a sign."""
    words = next(sign.words for sign in SIGNS if sign.name == name)
    for low, high in clauses(sentence):
        if name in _signs_of_clause(without_asides(sentence[low:high])):
            start, end = search_without_asides(words, sentence[low:high]) or (0, high - low)
            return low + start, low + end
    return None


def _signs_of_clause(clause: str) -> set[str]:
    found = {sign.name for sign in SIGNS if sign.words.search(clause)}
    if "declines" in found or ("puts off" in found and not _is_done(clause)):
        found -= {"changes", "accepts"}
    return found


_DONE = re.compile(
    rf"(?<!will\s)\b(?:have|has)\s+{ADVERBS}(?:been\s+)?{ADVERBS}{CHANGED}\b", re.IGNORECASE
)
_ONLY_THEN = re.compile(r"\b(?:when|once|until|after|before|if|unless)\b", re.IGNORECASE)


def _is_done(clause: str) -> bool:
    """Whether a change is spoken of as made: "I have amended it and will look again next year"."""
    done = _DONE.search(clause)
    return bool(done) and not _ONLY_THEN.search(clause, 0, done.start())


def read(response: str, stated: str = "") -> Decision:
    """The decision of a response. ``stated`` is what a column of its own says, if there is one."""
    if stated and (outright := _outright(stated)):
        return Decision(outright, stated)
    if not response.strip():
        return Decision("", "")
    said = sentences.split(response)
    shown: dict[str, str] = {}
    for sentence in said:
        for name in signs(sentence):
            shown.setdefault(name, sentence)
    for needed, decision in RULES:
        if shown.keys() >= set(needed):
            because = sorted({shown[name] for name in needed}, key=said.index)
            return Decision(decision, " ".join(because))
    return Decision("noted", said[0])


_OUTRIGHT = (
    ("accepted in part", r"\bpart(?:ial|ly)?"),
    ("not accepted", r"\b(?:not|reject|declin|disagree|no)"),
    ("already covered", r"\balready"),
    ("deferred", r"\bdefer"),
    ("accepted", r"\b(?:accept|agree|yes)"),
    ("noted", r"\bnoted"),
)


def _outright(words: str) -> str:
    """The decision a word or two says: "Agreed", "Partially accepted"."""
    if len(words.split()) > 6:
        return ""
    return next((d for d, pattern in _OUTRIGHT if re.search(pattern, words, re.IGNORECASE)), "")

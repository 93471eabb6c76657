"""Who is speaking: the panel, whose points a letter repeats, or the office that answers them.

Each pattern has a name and a weight. A sentence leans to the panel by the weights of the panel's
patterns in it, less those of the office's; words in quotation marks are neither's. No sentence is
decided alone: :mod:`.turns` weighs each with its neighbours and with the layout.
"""

import re
from dataclasses import dataclass

from .phrases import CHANGED, COVERED, COVERS, FOUND_AT, OFFICE


@dataclass(frozen=True, slots=True)
class Pattern:
    """A turn of phrase that tells one voice from the other."""

    name: str
    weight: float
    words: re.Pattern[str]


def _pattern(name: str, weight: float, words: str, flags: int = re.IGNORECASE) -> Pattern:
    return Pattern(name, weight, re.compile(words, flags))


_PANEL_VERBS = (  # what the panel does; not what it will be told, nor that it is right
    r"(?:also\s+|therefore\s+|however\s+|strongly\s+|further\s+|fully\s+)?(?!will\b|may\b|is\s+right\b|"
    r"rightly\b|makes?\b|raises\b|and\b|or\b|meetings?\b|['’])\w+"
)
_CONNECTIVE = (
    r"(?:(?:however|therefore|furthermore|in\s+addition|additionally|finally|overall|whilst|while|"
    r"although|also|similarly|lastly|moreover)\s*,?\s*)?"
)
_REPORTED = (
    r"(?:noted|suggested|felt|questioned|queried|recommended|asked|requested|considered|proposed|"
    r"hoped|observed|highlighted|understood|disappointing|notable|recognised)"
)
_ASKED_FOR = (
    r"(?:clarified|given|made|added|included|amended|strengthened|reworded|explained|expanded|"
    r"corrected|provided|mentioned|considered|reviewed|removed|more|clear(?:er)?|a\s+\w+)"
)

PANEL = (
    _pattern(
        "the panel speaks",
        3.5,
        rf"^{_CONNECTIVE}(?:the|this|our)\s+(?:[\w,&]+\s+){{0,4}}?panel(?:\s+members)?\s+{_PANEL_VERBS}",
    ),
    _pattern(
        "the panel is reported",
        2,
        r"(?<=\s)the\s+panel(?:\s+members)?\s+(?:\w+ly\s+)?(?:would|asks|suggests|recommends|welcomes|"
        r"requests|considers|feels|believes|seeks|notes|was\s+told|is\s+concerned|is\s+not|wishes)\b",
    ),
    _pattern("members speak", 2.5, rf"^{_CONNECTIVE}(?:panel\s+|some\s+)?members\s+{_PANEL_VERBS}"),
    _pattern("it is noted", 2.5, rf"\bit\s+(?:is|was)\s+(?:also\s+|further\s+)?{_REPORTED}\b"),
    _pattern(
        "what needs doing",
        2,
        rf"\b(?:needs?\s+to|should|could|ought\s+to)\s+be\s+{_ASKED_FOR}\b|\b(?:it|the\s+plan|paragraph"
        r"\s+\S+)\s+(?:should|needs?\s+to|ought\s+to)\s+(?:say|state|explain|mention|refer|set|make|show)\b",
    ),
    _pattern(
        "what is wrong", 1.5, r"\b(?:is|are|remains?)\s+(?:unclear|ambiguous|confusing|vague)\b"
    ),
    _pattern(
        "clarification sought",
        2,
        r"^(?:further\s+|more\s+)?(?:clarification|clarity|reassurance|assurance|information|detail|"
        r"consideration)s?\b.{0,40}?\b(?:needs?|needed|required|sought|requested|should|could|be)\b",
    ),
    _pattern("the office in the third person", 1, rf"\b(?:the\s+)?{OFFICE}(?:['’]s)?\b"),
    _pattern("a resolution", 2.5, r"^that\s+(?:the|a|an|any|further|he|she|they|more)\b"),
    _pattern("an imperative", 1.5, r"^(?:to\s+)?(?:consider|clarify|provide|include|add|ensure)\b"),
    _pattern("a question", 1.5, r"\?[\"'”’)]*$"),
    _pattern(
        "what is missing",
        1.5,
        r"\b(?:there\s+(?:is|was|are)\s+(?:also\s+)?(?:no|little|insufficient)\s+(?:\w+\s+)?"
        r"(?:reference|mention|detail|information|indication)|(?:does|did)\s+not\s+(?:appear|mention|"
        r"refer|contain|include|say|explain|set|make|give)|lacks?\s)",
    ),
    _pattern(
        "concern", 1.5, r"\b(?:disappoint\w+|concern(?:s|ed)?\s+(?:was|were|that|about|is))\b"
    ),
)

OFFICE_VOICE = (
    _pattern(
        "speaks as I",
        4,
        r"(?<![\w(.])(?:I(?:['’](?:m|ve|ll|d))?|[Mm]e|[Mm]y|[Mm]yself)(?![\w)'’]|\.\S)",
        0,
    ),
    _pattern("speaks as we", 1.5, r"\b(?:we|our|us)\b"),
    _pattern("speaks to the panel", 2.5, r"\b(?:you|your|yours)\b"),
    _pattern(
        "reminds the panel",
        5,
        r"\b(?:panel|members)\s+will\s+(?:also\s+)?(?:\w+ly\s+)?(?:recall|receive|"
        r"be\s+(?:aware|provided|given|kept|able|pleased|updated)|know|see|appreciate|remember|"
        r"note)\b",
    ),
    _pattern(
        "reports a change",
        2.5,
        rf"(?<!\bthat\s)\b(?:has|have|had)\s+(?:now\s+|also\s+|since\s+|therefore\s+|not\s+)*been\s+"
        rf"(?:\w+ly\s+)?{CHANGED}\b",
    ),
    _pattern(
        "says how it now reads",
        2,
        rf"\b(?:now\s+(?:reads|has|is|appears)|(?:now|already)\s+(?:{COVERS}|{COVERED}|{CHANGED}))\b",
    ),
    _pattern(
        "points to the place",
        2,
        rf"\bplease\s+(?:see|refer)\b|\b{FOUND_AT}\b|^(?:see|refer\s+to)\b|"
        r"\b(?:is|are)\s+(?:covered|addressed|set\s+out)\s+(?:at|in|by|under)\b",
    ),
    _pattern(
        "answers in a word",
        3.5,
        r"^(?:(?:this|the|your)\s+)?(?:(?:recommendation|point|suggestion|comment|request)\s+)?"
        r"(?:(?:is|has\s+been|was)\s+)?(?:(?:not|partially|partly|fully)\s+)?"
        r"(?:agreed|accepted|noted|rejected|declined|disagreed?|thank\s+you|yes|no)\b"
        r"(?:\s*[,.;:–-]|$|\s+in\b|\s+and\b)",
    ),
    _pattern(
        "the office answers",
        4,
        rf"^{_CONNECTIVE}(?:the\s+)?{OFFICE}(?:['’]s\s+office)?\s+(?:(?:also|fully|therefore|has|is|"
        r"will)\s+)?(?:agrees?|agreed|accepts?|accepted|thanks?|notes?|noted|welcomes?|shares?|"
        r"recognises?|acknowledges?|grateful|pleased|committed|amended|revised|added|inserted|"
        r"considered|does\s+not\s+(?:accept|agree|believe|consider|intend|propose)|cannot|declines?|"
        r"continue|ensure|confirms?|confirmed|believes?|feels?)\b",
    ),
    _pattern(
        "a slip put right",
        1.5,
        r"\b(?:typographical|drafting|printing|clerical)\s+error\b|"
        r"\bby\s+mistake\b|\bin\s+error\b|\b(?:was|is)\s+(?:a\s+slip|an\s+"
        r"(?:error|oversight|omission))\b|\bput\s+right\b",
    ),
    _pattern(
        "judges the point", 3, r"^this\s+(?:is|was)\s+an?\s+\w+\s+(?:suggestion|point|question)"
    ),
)

_QUOTED = re.compile(r"[\"“][^\"“”]{0,600}[\"”]|(?<!\w)['‘][^'’‘]{0,200}['’](?!\w)")
_GOES_ON = re.compile(
    r"^(?:therefore|this|these|those|however|alternatively|even|also|such|they|it|for\s+example|"
    r"furthermore|in\s+particular|and|but|or|similarly|likewise|he|she|that\s+said)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:would\s+(?:ask|like|welcome|suggest|seek|appreciate|urge|be\s+interested)|asks?|suggests?|"
    r"recommends?|requests?|questions?|queries|considers?ation|should|could|needs?|urges?|wishes|"
    r"seeks?)\b|\?$",
    re.IGNORECASE,
)


def leaning(sentence: str) -> float:
    """How far a sentence leans to the panel (above 0) or to the office (below 0)."""
    found = found_in(sentence)
    return sum(p.weight if p in PANEL else -p.weight for p in found)


def found_in(sentence: str) -> list[Pattern]:
    """The patterns, of either voice, that a sentence shows."""
    words = _QUOTED.sub(" ", sentence)
    return [pattern for pattern in (*PANEL, *OFFICE_VOICE) if pattern.words.search(words)]


def speaks_as_i(sentence: str) -> bool:
    """Whether someone speaks in the first person, as only the office does."""
    return any(pattern.name == "speaks as I" for pattern in found_in(sentence))


def asks(sentence: str) -> bool:
    """Whether the sentence asks for something, as the last of a point tends to."""
    return bool(_ASKS.search(sentence))


def goes_on(sentence: str) -> bool:
    """Whether the sentence opens like one that goes on from the one before."""
    return bool(_GOES_ON.match(sentence))

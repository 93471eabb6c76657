"""What a response says happened to the plan, place by place.

A claim is read from the clause that cites the place, or else from those of its sentence that cite
no other: "declined" where they refuse, "deferred" where they put off, else by the first of
:data:`PHRASES` they show. A sentence that only points ("Please see Para 40.") takes its claim from
the one before. A response that says it changed the plan and names no place is about the places the
panel's own point cites; if that cites none, the claim has no label and someone must find the place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from plans import sentences
from plans.citations import Citation

from .letters.decisions import signs
from .letters.phrases import (
    ADVERBS,
    CHANGED,
    COVERED,
    COVERS,
    FOUND_AT,
    clauses,
    without_asides,
)

Kind = Literal[
    "amended", "added", "moved", "removed", "already covered", "declined", "deferred", "none"
]
CHANGES: tuple[Kind, ...] = ("amended", "added", "moved", "removed")
KEEPS: tuple[Kind, ...] = ("declined", "deferred")
"""What is said of a paragraph that is to stay as it is, at least for now."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What the response says of one place.

    ``label`` is the place ("" where none is known) and ``words`` the sentence that led to the
    claim. ``cited_by`` says whose citation the place is: the response's own, or the panel's point.
    """

    kind: Kind
    label: str
    words: str
    cited_by: Literal["response", "point", ""] = "response"


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
_NOT_THIS = re.compile(
    r"(?:(?:and|but)\s+)?not\s+(?:in\s+|at\s+)?(?=para|section|\d)", re.IGNORECASE
)
_NO = re.compile(r"no\s*[.,;:!–—]\s*(?=\D)", re.IGNORECASE)
_VERBLESS = 3
"""No clause with a verb of its own, that names a place, has so few words of three letters."""

_THIS_PLAN = re.compile(
    r"\b(?:the|my|this)\s+(?:(?:draft|revised|final)\s+)?(?:police\s+and\s+crime\s+)?plan\b",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:please\s+)?(?:see|refer\s+to)\b.{0,20}$|(?:this|it)\s+is\s+(?:now\s+)?(?:at|in)\b.{0,20}$|"
    r"(?:the\s+reference\s+is|details\s+are)\s+.{0,20}$",
    re.IGNORECASE,
)


def read(
    response: str,
    decision: str,
    citations: Sequence[Citation],
    point_citations: Sequence[Citation] = (),
) -> list[Claim]:
    """The claims of a response about the plan, in the order of its citations.

    ``citations`` must come from ``response`` itself: their offsets are used. Citations of other
    documents make no claim. A response that cites nothing and claims nothing gives no claims.
    """
    spans = sentences.spans(response)
    found: list[Claim] = []
    for citation in citations:
        if citation.document != "plan":
            continue
        kind, words = _of_place(response, spans, citation, citations)
        if kind == "none" and decision == "accepted" and _only_points(words, citation):
            kind = "amended"  # "Accepted. See Para 40."
        found.extend(Claim(kind, label, words) for label in citation.labels)
    if not any(claim.kind in CHANGES for claim in found):
        own = _about_this_plan(response, spans, citations)
        found.extend(_without_place(response, own, decision, point_citations, found))
    return list(dict.fromkeys(found))


def _of_place(
    response: str,
    spans: Sequence[tuple[int, int]],
    citation: Citation,
    citations: Sequence[Citation],
) -> tuple[Kind, str]:
    """The claim made of a cited place, and the words that make it."""
    index = next((i for i, (low, high) in enumerate(spans) if low <= citation.start < high), 0)
    low, high = spans[index]
    sentence = response[low:high]
    kind = _in_sentence(sentence, citation, [c.start - low for c in citations], at=low)
    if kind != "none":
        return kind, sentence
    if index and _only_points(sentence, citation):
        before = response[slice(*spans[index - 1])]
        return _kind(before), f"{before} {sentence}"
    return "none", sentence


def _in_sentence(sentence: str, citation: Citation, cited: Sequence[int], *, at: int) -> Kind:
    """What a sentence that begins ``at`` claims of a place: in its own clause, or in those that
    cite no place. What is said of one place is not said of another."""
    own, unplaced = "", []
    for low, high in _whole_clauses(sentence):
        if low <= citation.start - at < high:
            own = sentence[low:high]
        elif not any(low <= start < high for start in cited):
            unplaced.append(sentence[low:high])
    found = (_kind(words) for words in (own, " ".join([*unplaced, own])))
    return next((kind for kind in found if kind != "none"), "none")


def _whole_clauses(sentence: str) -> list[tuple[int, int]]:
    """The clauses of a sentence; what has no verb of its own stays with the one before
    ("I have amended paragraph 12, and paragraph 14 too")."""
    whole: list[tuple[int, int]] = []
    for low, high in clauses(sentence):
        words = re.findall(r"[A-Za-z]{3,}", sentence[low:high])
        goes_on = whole and not _NOT_THIS.match(sentence, low) and len(words) <= _VERBLESS
        whole.append((whole.pop()[0] if goes_on else low, high))
    return whole


def _kind(words: str) -> Kind:
    """The claim that some words make. A refusal outweighs what else they say, and a change that
    is put off is none yet."""
    if opening := _NO.match(words):  # "No, paragraph 9 covers this."
        words = words[opening.end() :]
    shown = signs(words)
    if "declines" in shown or _NOT_THIS.match(words):
        return "declined"
    plain = without_asides(words)
    kind = next((kind for kind, phrase in PHRASES if phrase.search(plain)), "none")
    if "puts off" in shown and "changes" not in shown and kind != "already covered":
        return "deferred"
    return kind


def _only_points(words: str, citation: Citation) -> bool:
    """Whether a sentence does no more than say where to look."""
    rest = words.replace("**", "").replace(citation.text, "", 1)
    return bool(_POINTER.match(rest.strip())) or len(re.findall(r"[A-Za-z]{2,}", rest)) <= 3


def _about_this_plan(
    response: str, spans: Sequence[tuple[int, int]], citations: Sequence[Citation]
) -> list[tuple[int, int]]:
    """The sentences without those that speak of another document only: what was addressed in
    "paragraph 22 of the Delivery Plan" says nothing of this one."""
    kept = []
    for low, high in spans:
        cited = {c.document for c in citations if low <= c.start < high} - {"statute"}
        elsewhere = bool(cited) and "plan" not in cited
        if not elsewhere or _THIS_PLAN.search(response[low:high]):
            kept.append((low, high))
    return kept


def _without_place(
    response: str,
    spans: Sequence[tuple[int, int]],
    decision: str,
    point_citations: Sequence[Citation],
    found: Sequence[Claim],
) -> list[Claim]:
    """Claims about the places the panel's point cites, where the response names none."""
    kinds: dict[Kind, str] = {}
    for low, high in spans:
        kinds.setdefault(_kind(response[low:high]), response[low:high])
    changed = next((kind for kind in CHANGES if kind in kinds), None)
    if changed and decision in ("accepted", "accepted in part"):
        kind, words = changed, kinds[changed]
    elif decision in UNCHANGING and not found:
        kind, words = UNCHANGING[decision], _refusal(response, spans)
    else:
        return []
    labels = [label for c in point_citations if c.document == "plan" for label in c.labels]
    if labels:
        return [Claim(kind, label, words, "point") for label in dict.fromkeys(labels)]
    return [Claim(kind, "", words, "")] if kind in CHANGES else []


UNCHANGING: dict[str, Kind] = {
    "not accepted": "declined",
    "deferred": "deferred",
    "already covered": "none",
    "noted": "none",
}
"""What is said of the places that the panel's point cites, by an answer that names no place and
claims no change."""


def _refusal(response: str, spans: Sequence[tuple[int, int]]) -> str:
    """The sentence that refuses or puts off; the first where none does so in plain words."""
    said = [response[low:high] for low, high in spans]
    for sign in ("declines", "puts off"):
        for sentence in said:
            if sign in signs(sentence):
                return sentence
    return said[0] if said else ""

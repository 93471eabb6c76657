"""What a response says happened to the plan, place by place.

A claim is read from the clause that cites the place, or else from its sentence: "declined" where
that refuses, else by the first of :data:`PHRASES` it shows. A sentence that only
points ("Please see Para 40.") takes its claim from the one before. A response that says it changed
the plan and names no place is about the places the panel's own point cites; if that cites none,
the claim has no label and someone must find the place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from plans import sentences
from plans.citations import Citation

from .letters.decisions import signs
from .letters.phrases import CHANGED, COVERED, COVERS, FOUND_AT, clauses, without_asides

Kind = Literal["amended", "added", "moved", "already covered", "declined", "none"]
CHANGES: tuple[Kind, ...] = ("amended", "added", "moved")


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
        "amended",
        re.compile(
            rf"\b(?:has|have|had|I|we|is|are|was|were)\s+(?:\w+\s+){{0,3}}?(?:been\s+)?(?:\w+ly\s+)?{CHANGED}\b"
            r"|\b(?:amendment|change|correction|revision)s?\s+(?:has|have|was|were)\s+(?:\w+\s+)?(?:been\s+)?made"
            rf"|\bnow\s+(?:{COVERS}|reads|has|{COVERED})\b|\bwill\s+be\s+{CHANGED}\b",
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
    cited = [c for c in citations if c.document == "plan"]
    found: list[Claim] = []
    for citation in cited:
        kind, words = _of_place(response, spans, citation)
        if kind == "none" and decision == "accepted" and _only_points(words, citation):
            kind = "amended"  # "Accepted. See Para 40."
        found.extend(Claim(kind, label, words) for label in citation.labels)
    if not any(claim.kind in CHANGES for claim in found):
        found.extend(_without_place(response, spans, decision, point_citations, found))
    return list(dict.fromkeys(found))


def _of_place(
    response: str, spans: Sequence[tuple[int, int]], citation: Citation
) -> tuple[Kind, str]:
    """The claim made of a cited place, and the words that make it."""
    index = next((i for i, (low, high) in enumerate(spans) if low <= citation.start < high), 0)
    low, high = spans[index]
    sentence = response[low:high]
    if (kind := _kind(_clause(sentence, citation.start - low))) != "none":
        return kind, sentence
    if (kind := _kind(sentence)) != "none":
        return kind, sentence
    if index and _only_points(sentence, citation):
        before = response[slice(*spans[index - 1])]
        return _kind(before), f"{before} {sentence}"
    return "none", sentence


def _kind(words: str) -> Kind:
    """The claim that some words make. A refusal outweighs what else they say."""
    if "declines" in signs(words):
        return "declined"
    plain = without_asides(words)
    return next((kind for kind, phrase in PHRASES if phrase.search(plain)), "none")


def _clause(sentence: str, at: int) -> str:
    """The clause of the sentence that holds position ``at``."""
    return next(
        (sentence[low:high] for low, high in clauses(sentence) if low <= at < high), sentence
    )


def _only_points(words: str, citation: Citation) -> bool:
    """Whether a sentence does no more than say where to look."""
    rest = words.replace("**", "").replace(citation.text, "", 1)
    return bool(_POINTER.match(rest.strip())) or len(re.findall(r"[A-Za-z]{2,}", rest)) <= 3


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
    refused = decision in ("not accepted", "deferred") and not found
    if changed and decision in ("accepted", "accepted in part"):
        kind, words = changed, kinds[changed]
    elif refused:
        kind, words = "declined", _refusal(response, spans)
    else:
        return []
    labels = [label for c in point_citations if c.document == "plan" for label in c.labels]
    if labels:
        return [Claim(kind, label, words, "point") for label in dict.fromkeys(labels)]
    return [Claim(kind, "", words, "")] if changed else []


def _refusal(response: str, spans: Sequence[tuple[int, int]]) -> str:
    """The sentence that refuses or puts off; the first where none does so in plain words."""
    said = [response[low:high] for low, high in spans]
    for sign in ("declines", "puts off"):
        for sentence in said:
            if sign in signs(sentence):
                return sentence
    return said[0] if said else ""

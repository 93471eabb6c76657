"""What a response says happened to the plan, place by place.

A claim is read from the clause that cites the place, or else from those of its sentence that cite
no other: "declined" where they refuse, "deferred" where they put off, else by the first of
:data:`~recommendations.claims.phrases.PHRASES` they show. A sentence that only points ("Please see
Para 40.") takes its claim from the one before. A response that says it changed the plan and names
no place is about the places the panel's own point cites; if that cites none, the claim has no
label and someone must find the place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from plans import sentences
from plans.citations import Citation

from ..letters.decisions import phrase, signs
from ..letters.phrases import clauses
from .phrases import CHANGES, NOT_THIS, NOWHERE, Kind, Span, kind_of, phrase_of


@dataclass(frozen=True, slots=True)
class Claim:
    """What the response says of one place.

    ``label`` is the place ("" where none is known), ``words`` the sentence that led to the claim
    and ``phrase`` where in it the words are that decided ((0, 0) where none did). ``cited_by`` says
    whose citation the place is: the response's own, or the panel's point.
    """

    kind: Kind
    label: str
    words: str
    cited_by: Literal["response", "point", ""] = "response"
    phrase: Span = NOWHERE

    @property
    def led_by(self) -> str:
        """The words that decided."""
        return self.words[slice(*self.phrase)]

    @property
    def says_something(self) -> bool:
        """Whether it is one: not where the panel cites a place and the answer passes it over."""
        return not (self.kind == "none" and self.cited_by == "point")


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
        kind, words, led_by = _of_place(response, spans, citation, citations)
        if kind == "none" and decision == "accepted" and _only_points(words, citation):
            kind = "amended"  # "Accepted. See Para 40."
            led_by = phrase(words, "accepts") or NOWHERE
        found.extend(Claim(kind, label, words, phrase=led_by) for label in citation.labels)
    if not any(claim.kind in CHANGES for claim in found):
        own = _about_this_plan(response, spans, citations)
        found.extend(_without_place(response, own, decision, point_citations, found))
    return list(dict.fromkeys(found))


def _of_place(
    response: str,
    spans: Sequence[tuple[int, int]],
    citation: Citation,
    citations: Sequence[Citation],
) -> tuple[Kind, str, Span]:
    """The claim made of a cited place, the words that make it, and where among them the phrase
    is that decides."""
    index = next((i for i, (low, high) in enumerate(spans) if low <= citation.start < high), 0)
    low, high = spans[index]
    sentence = response[low:high]
    kind, led_by = _in_sentence(sentence, citation, [c.start - low for c in citations], at=low)
    if kind != "none":
        return kind, sentence, led_by
    if index and _only_points(sentence, citation):
        before = response[slice(*spans[index - 1])]
        kind = kind_of(before)
        return kind, f"{before} {sentence}", phrase_of(kind, before)
    return "none", sentence, NOWHERE


def _in_sentence(
    sentence: str, citation: Citation, cited: Sequence[int], *, at: int
) -> tuple[Kind, Span]:
    """What a sentence that begins ``at`` claims of a place: in its own clause, or in those that
    cite no place. What is said of one place is not said of another."""
    own, unplaced = (0, 0), []
    for low, high in _whole_clauses(sentence):
        if low <= citation.start - at < high:
            own = (low, high)
        elif not any(low <= start < high for start in cited):
            unplaced.append((low, high))
    for tried in ([own], [*unplaced, own]):
        kind = kind_of(" ".join(sentence[low:high] for low, high in tried))
        if kind != "none":
            return kind, _phrase_in(sentence, tried, kind)
    return "none", NOWHERE


def _phrase_in(sentence: str, clauses: Sequence[Span], kind: Kind) -> Span:
    """Where in a sentence the first of some clauses that makes a claim of that kind does so."""
    for low, high in clauses:
        start, end = phrase_of(kind, sentence[low:high])
        if end:
            return low + start, low + end
    return phrase_of(kind, sentence)


def _whole_clauses(sentence: str) -> list[tuple[int, int]]:
    """The clauses of a sentence; what has no verb of its own stays with the one before
    ("I have amended paragraph 12, and paragraph 14 too")."""
    whole: list[tuple[int, int]] = []
    for low, high in clauses(sentence):
        words = re.findall(r"[A-Za-z]{3,}", sentence[low:high])
        goes_on = whole and not NOT_THIS.match(sentence, low) and len(words) <= _VERBLESS
        whole.append((whole.pop()[0] if goes_on else low, high))
    return whole


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
        kinds.setdefault(kind_of(response[low:high]), response[low:high])
    changed = next((kind for kind in CHANGES if kind in kinds), None)
    if changed and decision in ("accepted", "accepted in part"):
        kind, words = changed, kinds[changed]
    elif decision in UNCHANGING and not found:
        kind, words = UNCHANGING[decision], _refusal(response, spans)
    else:
        return []
    labels = [label for c in point_citations if c.document == "plan" for label in c.labels]
    if labels:
        own = dict.fromkeys(labels)
        return [Claim(kind, label, words, "point", phrase_of(kind, words)) for label in own]
    return [Claim(kind, "", words, "", phrase_of(kind, words))] if kind in CHANGES else []


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

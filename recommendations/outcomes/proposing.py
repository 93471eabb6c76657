"""Proposing outcomes: the claims of each response, held against what the comparison shows.

A response's own citations are tried in the later version's numbers and in the earlier's (ADR 5);
the places that the panel's point cites are of the version it commented on. Of several answers to
one recommendation the latest that speaks of a place counts there. What an officer has decided is
never touched; what was proposed before and is no longer so is taken back.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.db import transaction

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from plans import citations as recogniser
from plans import labels
from plans.models import Comparison, PlanVersion, Revision

from .. import claims
from ..citing import find
from ..models import Outcome, Recommendation, Response
from .places import Comparing, Found
from .verdicts import NO_PLACE, Finding, verdict

LONGEST_PLACE = Outcome._meta.get_field("place").max_length

ACCEPTS = (Response.Decision.ACCEPTED, Response.Decision.IN_PART)

# What a place that only an officer entered is taken to be claimed as.
CLAIM_OF_DECISION: dict[str, claims.Kind] = {
    Response.Decision.ACCEPTED: "amended",
    Response.Decision.IN_PART: "amended",
    Response.Decision.ALREADY_COVERED: "already covered",
    Response.Decision.NOT_ACCEPTED: "declined",
    Response.Decision.DEFERRED: "deferred",
}

UNNAMED = (
    "The panel’s point is about paragraph {label} of the earlier version. The response accepts it "
    "without naming this place, and its words are different in the later version."
)


TWICE = (
    " The later version has {number} paragraphs of this number; one that changed is taken, if any."
)

PLACELESS = (
    "The {office} says that the plan was changed, but names no place, and the panel’s point cites "
    "none."
)


@dataclass(frozen=True)
class Proposal:
    """An outcome before it is a record."""

    response: Response
    found: Found
    claim: claims.Claim
    finding: Finding

    @property
    def fields(self) -> dict[str, Any]:
        """The fields of the outcome that say what was found."""
        evidence = self.finding.evidence
        if self.found.in_earlier_numbers:
            evidence += " The number is taken to be the earlier version’s."
        if self.found.same_number > 1:
            evidence += TWICE.format(number=self.found.same_number)
        return {
            "response": self.response,
            "revision": self.found.revision,
            "claim": self.claim.kind,
            "words": self.claim.words,
            "phrase": self.claim.led_by,
            "basis": _basis(self.claim),
            "verdict": self.finding.verdict,
            "evidence": evidence,
        }


@transaction.atomic
def propose(version: PlanVersion, *, by: Any) -> list[Outcome]:
    """Propose what became of the recommendations on the version that ``version`` revises.

    Answers with the outcomes that are new. Nothing happens where the two were not compared, or
    where ``version`` is still open: its paragraphs could change under the outcomes.
    """
    comparison = Comparison.objects.filter(later=version).first()
    if comparison is None or not version.is_locked:
        return []
    # A letter that is being confirmed now waits, or is waited for: it holds the same version.
    PlanVersion.objects.select_for_update().get(pk=comparison.earlier_id)
    # So does an officer who decides at this moment: what is read below is decided or is not.
    list(Outcome.objects.select_for_update().filter(version=version).order_by("pk"))
    comparing, office = Comparing(comparison), Panel.current().office_short
    answered = Response.objects.filter(letter__version=comparison.earlier).select_related(
        "recommendation", "letter"
    )
    new, decided = [], Decided(version)
    by_date = answered.order_by("recommendation_id", "letter__dated", "pk")
    answers = [list(own) for _, own in groupby(by_date, key=lambda r: r.recommendation_id)]
    named = [_named(own, comparing, office) for own in answers]
    accounted_for = {p.found.revision for each in named for p in each.values() if p is not None}
    for own, proposals in zip(answers, named, strict=True):
        unnamed = _unnamed(own[-1], comparing, accounted_for)
        placed = {place: p for place, p in (unnamed | proposals).items() if p is not None}
        if not placed and own[-1].recommendation_id not in decided.with_a_place:
            placed = _placeless(own[-1], comparing, office)
        new.extend(_settle(own, version, placed, decided, by=by))
    return new


class Decided:
    """What officers decided of a version: the recommendations for which they found a place, and
    the places they corrected an outcome away from, which are not proposed again. Two queries."""

    def __init__(self, version: PlanVersion) -> None:
        decided = list(Outcome.objects.filter(version=version).decided())
        self.with_a_place = {
            outcome.recommendation_id
            for outcome in decided
            if outcome.state == Outcome.State.CONFIRMED and outcome.place != NO_PLACE
        }
        rows = Outcome.history.filter(id__in=[outcome.pk for outcome in decided])
        self.places = set(rows.order_by().values_list("recommendation_id", "place"))


def _named(
    answers: Iterable[Response], comparing: Comparing, office: str
) -> dict[str, Proposal | None]:
    """What the answers to one recommendation claim, by place; the latest counts, and None where
    it leaves nothing to report."""
    found: dict[str, Proposal | None] = {}
    for response in answers:
        found.update(_proposals(response, comparing, office))
    return found


def _proposals(response: Response, comparing: Comparing, office: str) -> dict[str, Proposal | None]:
    """What the response claims, by place; of two claims about one place the first counts that
    leaves something to report."""
    proposals: dict[str, Proposal | None] = {}
    accepts = response.decision in ACCEPTS
    for claim in claims_in(response, comparing.later.headings):
        if not claim.label:
            continue
        found = comparing.find(claim, accepts=accepts)
        finding = verdict(claim, found.shown, office=office, decision=response.decision)
        proposal = Proposal(response, found, claim, finding) if finding else None
        proposals[found.place] = proposals.get(found.place) or proposal
    return proposals


def _placeless(response: Response, comparing: Comparing, office: str) -> dict[str, Proposal]:
    """A change that is claimed with no place to look for it, so that it is not passed over."""
    placeless = next(
        (c for c in claims_in(response, comparing.later.headings) if not c.label), None
    )
    if placeless is None:
        return {}
    finding = Finding("not found", PLACELESS.format(office=office))
    return {NO_PLACE: Proposal(response, Found(NO_PLACE, (), exists=False), placeless, finding)}


def _unnamed(
    response: Response, comparing: Comparing, accounted_for: set[Revision | None]
) -> dict[str, Proposal]:
    """Changes where the panel's point asked for one and was accepted, though no response names
    the place."""
    if response.decision not in ACCEPTS:
        return {}
    numbered = [n for n in _plan_labels(response.recommendation) if labels.is_label(n)]
    return {
        found.place: Proposal(
            response,
            found,
            claims.Claim("amended", label, "", "point"),
            Finding("borne out", UNNAMED.format(label=label)),
        )
        for label in numbered
        for found in comparing.reworded_under(label)
        if found.revision not in accounted_for
    }


def claims_in(response: Response, headings: Sequence[str]) -> Iterator[claims.Claim]:
    """The claims of a response, about the places that were confirmed with it. ``headings`` are
    those of the version it may name."""
    confirmed = {labels.key(label): label for label in _plan_labels(response)}
    named, in_text = [], find(response.text, headings=headings)
    of_plan = {labels.key(n) for one in in_text if one.document == "plan" for n in one.labels}
    for found in in_text:
        kept = tuple(label for label in found.labels if labels.key(label) in confirmed)
        # What an officer says is of the plan is, if the text names it nowhere else.
        is_adopted = kept == found.labels and not of_plan & {labels.key(n) for n in kept}
        if found.document == "plan" or is_adopted:
            named.append(replace(found, document="plan", labels=kept))
        else:
            named.append(found)
    named = [one for one in named if one.labels or one.document != "plan"]
    point = [_cited(label) for label in _plan_labels(response.recommendation)]
    yield from claims.read(response.text, response.decision, named, point)
    known = {labels.key(label) for found in named for label in found.labels}
    for key, label in confirmed.items():
        if key not in known:
            yield claims.Claim(CLAIM_OF_DECISION.get(response.decision, "none"), label, "", "")


def _plan_labels(of: Recommendation | Response) -> list[str]:
    cited = (citation for citation in of.citations.all() if citation.document == "plan")
    return list(dict.fromkeys(label for citation in cited for label in citation.labels))


def _cited(label: str) -> recogniser.Citation:
    return recogniser.Citation(label, 0, len(label), "plan", (label,))


def _basis(claim: claims.Claim) -> str:
    by_whom = {"response": Outcome.Basis.CITED, "point": Outcome.Basis.COMPARISON}
    return by_whom.get(claim.cited_by, Outcome.Basis.OFFICER)


def _settle(
    answers: Sequence[Response],
    version: PlanVersion,
    proposals: dict[str, Proposal],
    decided: Decided,
    *,
    by: Any,
) -> list[Outcome]:
    """Make the undecided outcomes of the answers to one recommendation those proposed now."""
    recommendation = answers[0].recommendation
    proposals = {place[:LONGEST_PLACE]: proposal for place, proposal in proposals.items()}
    stored = Outcome.objects.filter(recommendation=recommendation, version=version)
    known = {o.place: o for o in stored.select_related("response", "revision")}
    own = {response.pk for response in answers}
    for place, outcome in known.items():
        if outcome.state == Outcome.State.PROPOSED and outcome.response_id in own:
            if place in proposals:
                _bring_up_to_date(outcome, proposals[place], by=by)
            else:
                history.delete(outcome, by=by, why="Looked again: no longer so")
    return [
        history.create(
            Outcome,
            by=by,
            why="Proposed by comparison",
            recommendation=recommendation,
            version=version,
            place=place,
            **proposal.fields,
        )
        for place, proposal in proposals.items()
        if place not in known and (recommendation.pk, place) not in decided.places
    ]


def _bring_up_to_date(outcome: Outcome, proposal: Proposal, *, by: Any) -> None:
    changed = {n: v for n, v in proposal.fields.items() if getattr(outcome, n) != v}
    if changed:
        for name, value in changed.items():
            setattr(outcome, name, value)
        history.save(outcome, by=by, why="Looked again: found otherwise")

"""Proposing outcomes: the claims of each response, held against what the comparison shows.

A response's own citations are of the later version's numbers first (ADR 5); the places that the
panel's point cites are of the version it commented on. What an officer has decided is never
touched; what was proposed before and is no longer so is taken back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from plans import citations as recogniser
from plans import labels
from plans.models import Comparison, Paragraph, PlanVersion, Revision

from . import claims
from .citing import Paragraphs
from .models import Outcome, Recommendation, Response
from .verdicts import Finding, Place, verdict

LONGEST_PLACE = Outcome._meta.get_field("place").max_length

# What a place that only an officer entered is taken to be claimed as.
CLAIM_OF_DECISION: dict[str, claims.Kind] = {
    Response.Decision.ACCEPTED: "amended",
    Response.Decision.IN_PART: "amended",
    Response.Decision.ALREADY_COVERED: "already covered",
    Response.Decision.NOT_ACCEPTED: "declined",
}

UNNAMED = (
    "The panel’s point is about paragraph {label} of the earlier version. The response accepts it "
    "without naming this place, and its words are different in the later version."
)


@dataclass(frozen=True)
class Found:
    """The paragraphs a claim is about: the revision they are part of, and their place's name."""

    place: str
    revision: Revision | None
    exists: bool
    in_earlier_numbers: bool = False


@dataclass(frozen=True)
class Proposal:
    """An outcome before it is a record."""

    found: Found
    claim: claims.Claim
    finding: Finding

    @property
    def fields(self) -> dict[str, Any]:
        """The fields of the outcome that say what was found."""
        evidence = self.finding.evidence
        if self.found.in_earlier_numbers:
            evidence += " The number is taken to be the earlier version’s."
        return {
            "revision": self.found.revision,
            "claim": self.claim.kind,
            "basis": _basis(self.claim),
            "verdict": self.finding.verdict,
            "evidence": evidence,
        }


class Comparing:
    """The two versions of a comparison, their paragraphs found by label, their revisions by
    paragraph. A fixed number of queries."""

    def __init__(self, comparison: Comparison) -> None:
        self.earlier = Paragraphs(comparison.earlier)
        self.later = Paragraphs(comparison.later)
        self.after: dict[int, Revision] = {}
        self.before: dict[int, Revision] = {}
        for revision in comparison.revisions.prefetch_related("earlier", "later"):
            self.after.update((p.pk, revision) for p in revision.earlier.all())
            self.before.update((p.pk, revision) for p in revision.later.all())

    def find(self, claim: claims.Claim) -> Found:
        """What a claim is about, whoever cited it."""
        if claim.cited_by == "point":
            return self._cited_by_the_panel(claim.label)
        later = self.later.find(claim.label)
        revision = _telling(self.before[p.pk] for p in later if p.pk in self.before)
        if claim.kind in claims.CHANGES and not _does(revision, claim.kind):
            other = _telling(self.after[p.pk] for p in self.earlier.find(claim.label))
            if _does(other, claim.kind):
                return Found(claim.label, other, exists=True, in_earlier_numbers=True)
        return Found(claim.label, revision, exists=bool(later))

    def reworded_under(self, label: str) -> list[Found]:
        """What changed in the paragraph of that earlier number, and in those under it."""
        wanted = labels.key(label)
        cited = [
            p for p in self.earlier.all if p.label and labels.key(p.label)[: len(wanted)] == wanted
        ]
        touched = dict.fromkeys(self.after[p.pk] for p in cited if p.pk in self.after)
        reworded = [revision for revision in touched if _does(revision, "amended")]
        return [
            Found(_name(later, label), revision, exists=True)
            for revision in reworded
            if (later := list(revision.later.all()))
        ]

    def _cited_by_the_panel(self, label: str) -> Found:
        revision = _telling(self.after[p.pk] for p in self.earlier.find(label))
        later = list(revision.later.all()) if revision else []
        return Found(_name(later, label), revision, exists=bool(later))


@transaction.atomic
def propose(version: PlanVersion, *, by: Any) -> list[Outcome]:
    """Propose what became of the recommendations on the version that ``version`` revises.

    Answers with the outcomes that are new. Nothing happens where the two were not compared, or
    where ``version`` is still open: its paragraphs could change under the outcomes.
    """
    comparison = Comparison.objects.filter(later=version).first()
    if comparison is None or not version.is_locked:
        return []
    comparing, office = Comparing(comparison), Panel.current().office_short
    answered = Response.objects.filter(letter__version=comparison.earlier).select_related(
        "recommendation", "letter"
    )
    ordered = list(answered.order_by("letter__dated", "pk"))
    named = {response: _proposals(response, comparing, office) for response in ordered}
    accounted_for = {p.found.revision for each in named.values() for p in each.values()}
    new = []
    for response in ordered:
        unnamed = _unnamed(response, comparing, accounted_for)
        new.extend(_settle(response, version, unnamed | named[response], by=by))
    return new


def _proposals(response: Response, comparing: Comparing, office: str) -> dict[str, Proposal]:
    """What the response claims, by place; of two claims about one place the first counts."""
    proposals: dict[str, Proposal] = {}
    for claim in _claims(response, comparing):
        if not claim.label:
            continue
        found = comparing.find(claim)
        finding = verdict(claim, _place(found), office=office)
        if finding is not None:
            proposals.setdefault(found.place, Proposal(found, claim, finding))
    return proposals


def _unnamed(
    response: Response, comparing: Comparing, accounted_for: set[Revision | None]
) -> dict[str, Proposal]:
    """Changes where the panel's point asked for one and was accepted, though no response names
    the place."""
    if response.decision not in (Response.Decision.ACCEPTED, Response.Decision.IN_PART):
        return {}
    numbered = [n for n in _plan_labels(response.recommendation) if labels.is_label(n)]
    return {
        found.place: Proposal(
            found,
            claims.Claim("amended", label, "", "point"),
            Finding("borne out", UNNAMED.format(label=label)),
        )
        for label in numbered
        for found in comparing.reworded_under(label)
        if found.revision not in accounted_for
    }


def _claims(response: Response, comparing: Comparing) -> Iterator[claims.Claim]:
    """The claims of a response, about the places that were confirmed with it."""
    confirmed = {labels.key(label): label for label in _plan_labels(response)}
    named = []
    for found in recogniser.find(response.text, headings=comparing.later.headings):
        kept = tuple(label for label in found.labels if labels.key(label) in confirmed)
        if found.document != "plan" or kept:
            named.append(_with_labels(found, kept if found.document == "plan" else found.labels))
    point = [_cited(label) for label in _plan_labels(response.recommendation)]
    yield from claims.read(response.text, response.decision, named, point)
    in_text = {labels.key(label) for found in named for label in found.labels}
    for key, label in confirmed.items():
        if key not in in_text:
            yield claims.Claim(CLAIM_OF_DECISION.get(response.decision, "none"), label, "", "")


def _plan_labels(of: Recommendation | Response) -> list[str]:
    cited = of.citations.filter(document="plan")
    return list(dict.fromkeys(label for citation in cited for label in citation.labels))


def _with_labels(found: recogniser.Citation, kept: tuple[str, ...]) -> recogniser.Citation:
    return recogniser.Citation(found.text, found.start, found.end, found.document, kept)


def _cited(label: str) -> recogniser.Citation:
    return recogniser.Citation(label, 0, len(label), "plan", (label,))


def _place(found: Found) -> Place:
    revision = found.revision
    return Place(
        label=found.place,
        found=found.exists,
        kind=revision.kind if revision else "",
        words_changed=revision.words_changed if revision else False,
    )


def _telling(revisions: Iterable[Revision]) -> Revision | None:
    """Of the revisions of a place the one that says most: a change before none."""
    found = list(dict.fromkeys(revisions))
    return next((r for r in found if _changed(r)), found[0] if found else None)


def _changed(revision: Revision | None) -> bool:
    return revision is not None and revision.kind not in Revision.SAME_WORDS


def _does(revision: Revision | None, claimed: str) -> bool:
    """Whether a revision is a change of the kind that is claimed."""
    if revision is None:
        return False
    if claimed == "moved":
        return revision.kind == Revision.Kind.MOVED
    return revision.words_changed or revision.kind in (Revision.Kind.SPLIT, Revision.Kind.MERGED)


def _name(paragraphs: list[Paragraph], otherwise: str) -> str:
    """What a place is called in the later version, after its first paragraph."""
    if not paragraphs:
        return otherwise
    first = paragraphs[0]
    return first.label or (first.heading[-1] if first.heading else otherwise)


def _basis(claim: claims.Claim) -> str:
    by_whom = {"response": Outcome.Basis.CITED, "point": Outcome.Basis.COMPARISON}
    return by_whom.get(claim.cited_by, Outcome.Basis.OFFICER)


def _settle(
    response: Response, version: PlanVersion, proposals: dict[str, Proposal], *, by: Any
) -> list[Outcome]:
    """Make the undecided outcomes of a response those that are proposed now."""
    proposals = {place[:LONGEST_PLACE]: proposal for place, proposal in proposals.items()}
    stored = Outcome.objects.filter(recommendation=response.recommendation, version=version)
    known = {outcome.place: outcome for outcome in stored}
    for place, outcome in known.items():
        if outcome.state == Outcome.State.PROPOSED and outcome.response_id == response.pk:
            if place in proposals:
                _bring_up_to_date(outcome, proposals[place], by=by)
            else:
                history.delete(outcome, by=by, why="Looked again: no longer so")
    return [
        history.create(
            Outcome,
            by=by,
            why="Proposed by comparison",
            recommendation=response.recommendation,
            response=response,
            version=version,
            place=place,
            **proposal.fields,
        )
        for place, proposal in proposals.items()
        if place not in known
    ]


def _bring_up_to_date(outcome: Outcome, proposal: Proposal, *, by: Any) -> None:
    changed = {n: v for n, v in proposal.fields.items() if getattr(outcome, n) != v}
    if changed:
        for name, value in changed.items():
            setattr(outcome, name, value)
        history.save(outcome, by=by, why="Looked again: found otherwise")

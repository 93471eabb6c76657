"""A letter between its reading and its confirming: what was read, as forms to correct."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Prefetch, Q
from django.forms.utils import ErrorList
from django.http import QueryDict

from pcp_scrutiny import documents
from pcp_scrutiny.documents import holding
from plans.models import PlanVersion

from .. import actions, claims
from ..citing import Paragraphs, as_typed, find, recognise
from ..forms import AnswerFormSet, LetterHeadForm
from ..letters import Letter, Pair, read_letter
from ..models import Citation, Judgement, Recommendation, ResponseLetter
from ..querysets import RecommendationQuerySet
from . import remarks
from .matching import match

MOST_OTHERS = 300
"""Recommendations that a letter cannot answer and that its points are held beside."""

PURPOSE = "letter"  # of the file that is held until it is confirmed

NOT_READ = (
    "No answer to this recommendation was read in the letter. Leave it empty if there is none, or "
    "type the answer here."
)
NOT_MATCHED = "This point resembles none of the recommendations it could answer."
NOT_SURE_WHICH = "It may answer another recommendation: check which."


@dataclass(frozen=True)
class Reading:
    """What was read from a letter that is held, and the recommendations it may answer: those on
    ``version``, or those that are not about a plan. ``paragraphs`` are those of the version and of
    what revises it; ``others`` are recommendations that this letter cannot answer."""

    held: holding.Held
    document: documents.Document
    letter: Letter
    version: PlanVersion | None
    paragraphs: Sequence[Paragraphs]
    recommendations: Sequence[Recommendation]
    others: Sequence[Recommendation]

    @property
    def headings(self) -> Sequence[str]:
        """Those of the version, which the letter may name."""
        return self.paragraphs[0].headings if self.paragraphs else ()


@dataclass(frozen=True)
class ReviewForms:
    """The head of the letter, and one form for each point."""

    head: LetterHeadForm
    answers: Any

    def are_valid(self) -> bool:
        """Both are checked, so that every error is shown at once."""
        return all([self.head.is_valid(), self.answers.is_valid()])


def read(token: str, *, by: Any) -> Reading:
    """Read a held letter. Raises NotHeldError."""
    held = holding.find(token, purpose=PURPOSE, by=by)
    version = _version(held, by=by)
    if held.about.get("pasted"):
        document = documents.read_text(held.data.decode())
    else:
        document = documents.read(held.data, held.name)
    return Reading(
        held=held,
        document=document,
        letter=read_letter(document),
        version=version,
        paragraphs=[Paragraphs(one) for one in _with_revised(version)],
        recommendations=list(_with_past(Recommendation.objects.visible_to(by).about(version))),
        others=_others(version, by=by),
    )


def _with_revised(version: PlanVersion | None) -> list[PlanVersion]:
    return [version, *version.revised_by.locked()] if version else []


def _with_past(found: RecommendationQuerySet) -> RecommendationQuerySet:
    """With the answers they had before, and what the panel judged of them."""
    judgements = Judgement.objects.select_related("entry__item__meeting")
    return found.prefetch_related("responses__letter", Prefetch("judgements", judgements))


def _others(version: PlanVersion | None, *, by: Any) -> list[Recommendation]:
    """Those on other versions of the plan, and those that are not about a plan."""
    if version is None:
        return []
    same_plan = Q(version__plan=version.plan_id) | Q(version=None)
    visible = Recommendation.objects.visible_to(by).filter(same_plan)
    return list(visible.exclude(version=version).select_related("version")[:MOST_OTHERS])


def _version(held: holding.Held, *, by: Any) -> PlanVersion | None:
    if held.about["version"] is None:
        return None
    found = PlanVersion.objects.visible_to(by).filter(pk=held.about["version"]).first()
    if found is None:
        raise holding.NotHeldError
    return found


def forms_for(reading: Reading, data: QueryDict | None) -> ReviewForms:
    """The forms, filled from what was read or from what was sent."""
    head = {"dated": reading.letter.dated, "reference": reading.letter.reference}
    options = {"form_kwargs": {"recommendations": reading.recommendations}, "prefix": "answer"}
    if data is not None:
        answers = AnswerFormSet(data, initial=_proposed(reading), **options)
        return ReviewForms(LetterHeadForm(data), answers)
    answers = AnswerFormSet(initial=_proposed(reading), **options)
    return ReviewForms(LetterHeadForm(initial=head), answers)


def _proposed(reading: Reading) -> list[dict[str, Any]]:
    """A form for each pair read, matched to its recommendation; then one for each recommendation
    that nothing was matched to, so that what was not read can be typed."""
    recommendations = reading.recommendations
    pairs = reading.letter.pairs
    matches = match(
        [pair.point for pair in pairs],
        [(r.reference, r.text) for r in recommendations],
        numbers=[pair.number for pair in pairs],
    )
    strange = [pair for pair, found in zip(pairs, matches, strict=True) if found is None]
    elsewhere = dict(
        zip(map(id, strange), remarks.of_strangers(strange, reading.others), strict=True)
    )
    rows = [
        _row(
            pair,
            recommendations[found.index] if found else None,
            sure=not found or found.sure,
            reading=reading,
            elsewhere=elsewhere.get(id(pair), ""),
        )
        for pair, found in zip(pairs, matches, strict=True)
    ]
    matched = {found.index for found in matches if found}
    unmatched = [r for i, r in enumerate(recommendations) if i not in matched]
    return rows + [
        {"recommendation": r, "point": r.text, "unsure": NOT_READ, "is_unanswered": True}
        for r in unmatched
    ]


def _row(
    pair: Pair,
    recommendation: Recommendation | None,
    *,
    sure: bool,
    reading: Reading,
    elsewhere: str,
) -> dict[str, Any]:
    doubts = [
        pair.unsure,
        NOT_MATCHED if recommendation is None else "",
        "" if sure else NOT_SURE_WHICH,
        elsewhere,
    ]
    cited = recognise(pair.response, headings=reading.headings)
    places = [label for c in cited if c.document == Citation.Document.PLAN for label in c.labels]
    known = []
    if recommendation is not None:
        known = remarks.of_recommendation(recommendation, reading.letter.dated)
    return {
        "claims": _claims(pair, reading.headings),
        "remarks": [*known, *remarks.of_places(places, reading.paragraphs)],
        "recommendation": recommendation,
        "point": pair.point,
        "text": pair.response,
        "decision": pair.decision,
        "reason": pair.reason,
        "cites": as_typed(cited),
        "elsewhere": [c for c in cited if c.document != Citation.Document.PLAN],
        "unsure": " ".join(filter(None, doubts)),
    }


def _claims(pair: Pair, headings: Sequence[str]) -> list[claims.Claim]:
    """What the answer claims, to be checked against its own words."""
    own, point = (find(text, headings=headings) for text in (pair.response, pair.point))
    found = claims.read(pair.response, pair.decision, own, point)
    return [claim for claim in found if claim.says_something]


def confirmed(forms: ReviewForms, reading: Reading, *, by: Any) -> ResponseLetter | None:
    """Keep what the officer confirmed; None when the forms must be shown again."""
    if not forms.are_valid():
        return None
    received = actions.ReceivedLetter(
        data=reading.held.data,
        name=reading.held.name,
        document=reading.document,
        dated=forms.head.cleaned_data["dated"],
        reference=forms.head.cleaned_data["reference"],
    )
    try:
        return actions.confirm_letter(
            received, _answers(forms.answers), version=reading.version, by=by
        )
    except ValidationError as refusal:
        forms.head.add_error(None, ErrorList(refusal.messages))
        return None


def _answers(formset: Any) -> Sequence[actions.Answer]:
    rows = (form.cleaned_data for form in formset)
    return [actions.Answer(**row) for row in rows if row.get("recommendation")]

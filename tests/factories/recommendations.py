"""Recommendations, letters, responses and outcomes for tests, and what they stand on."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import factory
from django.utils import timezone

from meetings.models import Meeting, MinuteEntry
from pcp_scrutiny import documents
from plans import actions as plan_actions
from plans.actions.correcting import GAP
from plans.models import Plan, PlanVersion
from recommendations import actions
from recommendations.models import (
    Assessment,
    Citation,
    Judgement,
    Outcome,
    Recommendation,
    Response,
    ResponseLetter,
)
from tests.factories.accounts import UserFactory
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, MinuteEntryFactory
from tests.factories.plans import (
    ParagraphFactory,
    PlanFactory,
    PlanVersionFactory,
    ReceivedFileFactory,
)
from tests.factories.records import RecordFactory

JUNE = datetime(2026, 6, 12, 9, tzinfo=UTC)


class ItemFactory(AgendaItemFactory):
    """An item of a meeting in June 2026, being minuted."""

    meeting = factory.SubFactory(MeetingFactory, starts_at=JUNE, state=Meeting.State.IN_PROGRESS)


class EntryFactory(MinuteEntryFactory):
    """The minute of a recommendation."""

    item = factory.SubFactory(ItemFactory)
    kind = MinuteEntry.Kind.RECOMMENDATION


class RecommendationFactory(RecordFactory):
    """A recommendation on a draft plan, raised and not yet sent."""

    class Meta:
        model = Recommendation

    reference = factory.Sequence(lambda n: f"2025/{n + 1:03}")  # clear of those of 2026 below
    text = "The plan should say how many hours officers spend on patrol."
    raised_in = factory.SubFactory(EntryFactory)
    version = factory.SubFactory(PlanVersionFactory)


class LetterFactory(RecordFactory):
    """A letter on a draft plan, without answers."""

    class Meta:
        model = ResponseLetter

    version = factory.SubFactory(PlanVersionFactory)
    dated = date(2026, 7, 20)
    source = factory.SubFactory(ReceivedFileFactory, name="response.txt")
    text = "Thank you for the panel's report."


class ResponseFactory(RecordFactory):
    """An answer that accepts, in a letter on the version that the recommendation is about."""

    class Meta:
        model = Response

    recommendation = factory.SubFactory(RecommendationFactory)
    letter = factory.LazyAttribute(
        lambda made: LetterFactory(version=made.recommendation.version or PlanVersionFactory())
    )
    position = factory.Sequence(lambda n: n + 1)
    text = "I agree."
    decision = Response.Decision.ACCEPTED


class CitationFactory(RecordFactory):
    """A place that a recommendation names; ``response=`` and ``recommendation=None`` for one
    that a response names."""

    class Meta:
        model = Citation

    recommendation = factory.SubFactory(RecommendationFactory)
    words = "Para 2"
    labels = factory.LazyFunction(lambda: ["2"])


class OutcomeFactory(RecordFactory):
    """Something the response claims and the plan does not bear out, still to be confirmed."""

    class Meta:
        model = Outcome

    recommendation = factory.SubFactory(RecommendationFactory)
    version = factory.SubFactory(PlanVersionFactory, kind=PlanVersion.Kind.ISSUED)
    place = "2"
    claim = "amended"
    basis = Outcome.Basis.CITED
    verdict = Outcome.Verdict.NOT_BORNE_OUT
    evidence = "It is word for word the same."


class AssessmentFactory(RecordFactory):
    """An officer's view that a point is met."""

    class Meta:
        model = Assessment

    recommendation = factory.SubFactory(RecommendationFactory)
    version = factory.SubFactory(PlanVersionFactory)
    view = Assessment.View.MET


class JudgementFactory(RecordFactory):
    """The panel is satisfied, in a resolution."""

    class Meta:
        model = Judgement

    recommendation = factory.SubFactory(RecommendationFactory)
    entry = factory.SubFactory(EntryFactory, kind=MinuteEntry.Kind.RESOLUTION, text="RESOLVED.")
    decision = Judgement.Decision.SATISFIED


# --- Through the product's own actions ----------------------------------------------------------

Part = tuple[str, str] | tuple[str, str, list[str]]


def version_of(
    parts: Sequence[Part],
    *,
    by: Any,
    revises: PlanVersion | None = None,
    plan: Plan | None = None,
    kind: str | None = None,
    lock: bool = True,
) -> PlanVersion:
    """A version with these paragraphs (label, text, headings), compared with what it revises, and
    locked, which proposes outcomes."""
    version = PlanVersionFactory(
        plan=revises.plan if revises else plan or PlanFactory(),
        kind=kind or (PlanVersion.Kind.ISSUED if revises else PlanVersion.Kind.DRAFT),
        dated=date(2026, 9, 1) if revises else date(2026, 5, 5),
        revises=revises,
    )
    for place, (label, text, *heading) in enumerate(parts, start=1):
        ParagraphFactory(
            version=version,
            position=place * GAP,
            label=label,
            text=text,
            heading=heading[0] if heading else ["Priorities"],
        )
    if lock:
        return plan_actions.lock_version(version, by=by)
    plan_actions.compare_with_predecessor(version, by=by)
    return version


def recommend(
    version: PlanVersion | None,
    *,
    by: Any,
    text: str = "More on patrols.",
    cites: str = "",
    **fields: Any,
) -> Recommendation:
    """Record a recommendation on a version, with what it cites."""
    item = fields.pop("item", None) or ItemFactory()
    reference = fields.pop("reference", None) or f"2026/{Recommendation.objects.count() + 1:02}"
    recommendation = Recommendation(reference=reference, text=text, version=version, **fields)
    return actions.record_recommendation(recommendation, item=item, cites=cites, by=by)


def answer(
    recommendation: Recommendation, text: str, decision: str, **fields: Any
) -> actions.Answer:
    """An answer as an officer confirms it."""
    if decision == Response.Decision.NOT_ACCEPTED:
        fields.setdefault("reason", text)
    return actions.Answer(recommendation, recommendation.text, text, decision, **fields)


def letter_with(
    *answers: actions.Answer,
    by: Any,
    version: PlanVersion | None = None,
    data: bytes = b"",
    **fields: Any,
) -> ResponseLetter:
    """Confirm a letter that gives these answers."""
    version = version or answers[0].recommendation.version
    received = received_letter(data or "\n\n".join(a.text for a in answers).encode(), **fields)
    return actions.confirm_letter(received, answers, version=version, by=by)


def received_letter(
    data: bytes, *, name: str = "letter.txt", **fields: Any
) -> actions.ReceivedLetter:
    """A letter as it came."""
    fields.setdefault("dated", date(2026, 7, 20))
    return actions.ReceivedLetter(data, name, documents.read(data, name), **fields)


def decided(state: str, **fields: Any) -> Outcome:
    """An outcome that an officer has decided on."""
    note = "It is about another paragraph." if state == Outcome.State.REJECTED else ""
    by = fields.pop("decided_by", None) or UserFactory(is_officer=True)
    return OutcomeFactory(
        state=state, note=note, decided_by=by, decided_at=timezone.now(), **fields
    )

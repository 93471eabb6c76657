"""What the database refuses, and what records say of themselves."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from pcp_scrutiny import history
from plans.models import Revision
from recommendations.models import (
    Assessment,
    Citation,
    Judgement,
    Outcome,
    Recommendation,
    Response,
)
from tests.factories.plans import ComparisonFactory, RevisionFactory
from tests.factories.recommendations import (
    AssessmentFactory,
    CitationFactory,
    EntryFactory,
    JudgementFactory,
    LetterFactory,
    OutcomeFactory,
    RecommendationFactory,
    ResponseFactory,
    decided,
)

pytestmark = pytest.mark.django_db


def refused(record, constraint=None):
    """Both the record's own check and the database say no."""
    with pytest.raises(ValidationError):
        record.full_clean()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        history.create_many(type(record), [record], by=None, why="Unchecked, for a test")


# --- Recommendations ----------------------------------------------------------------------------


def test_recommendation_reference_is_used_once():
    first = RecommendationFactory()
    refused(
        Recommendation(
            reference=first.reference, text="Another.", raised_in=first.raised_in, version=None
        )
    )


def test_recommendation_is_not_due_before_it_is_sent():
    record = Recommendation(
        reference="R1",
        text="Early.",
        raised_in=EntryFactory(),
        sent_on=date(2026, 7, 2),
        due_on=date(2026, 7, 1),
    )
    refused(record, "recommendation_due_after_sent")


@pytest.mark.parametrize(
    ("sent_on", "due_on"),
    [
        (None, None),
        (None, date(2026, 7, 1)),
        (date(2026, 7, 1), None),
        (date(2026, 7, 1), date(2026, 7, 1)),
    ],
)
def test_recommendation_may_lack_either_day(sent_on, due_on):
    assert RecommendationFactory(sent_on=sent_on, due_on=due_on).pk


def test_recommendation_names_the_minute_it_was_raised_in():
    with pytest.raises(ValidationError, match="raised_in"):
        Recommendation(reference="R1", text="Out of the blue.").full_clean()


def test_minute_of_a_recommendation_cannot_be_deleted():
    recommendation = RecommendationFactory()
    with pytest.raises(ProtectedError):
        history.delete(recommendation.raised_in, by=None, why="Gone")


# --- Responses ----------------------------------------------------------------------------------


def test_refusal_has_a_reason():
    recommendation = RecommendationFactory()
    record = Response(
        letter=LetterFactory(version=recommendation.version),
        recommendation=recommendation,
        position=1,
        text="No.",
        decision="not accepted",
    )
    refused(record, "response_refusal_has_a_reason")
    record.reason = "There is no money for it."
    record.full_clean()


@pytest.mark.parametrize("decision", [d for d in Response.Decision if d != "not accepted"])
def test_other_decisions_need_no_reason(decision):
    assert ResponseFactory(decision=decision).reason == ""


def test_recommendation_is_answered_once_by_a_letter():
    first = ResponseFactory()
    again = Response(
        letter=first.letter,
        recommendation=first.recommendation,
        position=2,
        text="Again.",
        decision="noted",
    )
    refused(again)


def test_recommendation_may_be_answered_by_two_letters():
    first = ResponseFactory()
    assert ResponseFactory(recommendation=first.recommendation).letter != first.letter


# --- Citations ----------------------------------------------------------------------------------


def test_citation_is_of_a_recommendation_or_a_response():
    response = ResponseFactory()
    refused(Citation(words="Para 2"), "citation_is_of_one_text")
    refused(
        Citation(words="Para 2", recommendation=response.recommendation, response=response),
        "citation_is_of_one_text",
    )
    assert CitationFactory(recommendation=None, response=response).pk


# --- Outcomes -----------------------------------------------------------------------------------


@pytest.fixture
def revision():
    return RevisionFactory(kind=Revision.Kind.REWORDED)


def outcome(revision=None, **fields):
    recommendation = fields.pop("recommendation", None) or RecommendationFactory()
    version = revision.comparison.later if revision else ComparisonFactory().later
    fields = {"place": "2", "basis": "cited", "verdict": "borne out", **fields}
    return Outcome(recommendation=recommendation, version=version, revision=revision, **fields)


@pytest.mark.parametrize("verdict", ["borne out", "as stated", "changed without being claimed"])
def test_verdict_on_what_is_there_points_to_a_revision(verdict):
    refused(outcome(verdict=verdict), "outcome_verdict_points_to_a_revision")


@pytest.mark.parametrize("verdict", ["not found", "not borne out"])
def test_verdict_on_what_is_not_there_needs_no_revision(verdict):
    outcome(verdict=verdict).full_clean()


@pytest.mark.parametrize("kind", Revision.SAME_WORDS)
def test_borne_out_does_not_rest_on_the_same_words(kind):
    with pytest.raises(ValidationError, match="word for word the same"):
        outcome(RevisionFactory(kind=kind, words_changed=False)).full_clean()


@pytest.mark.parametrize("kind", [k for k in Revision.Kind if k not in Revision.SAME_WORDS])
def test_borne_out_rests_on_a_change(kind):
    outcome(RevisionFactory(kind=kind)).full_clean()


def test_as_stated_rests_on_the_same_words():
    revision = RevisionFactory(kind=Revision.Kind.UNCHANGED, words_changed=False)
    outcome(revision, verdict="as stated").full_clean()


def test_place_has_one_outcome_in_a_version(revision):
    first = outcome(revision)
    history.save(first, by=None, why="The first")
    refused(outcome(revision, recommendation=first.recommendation))
    outcome(revision, recommendation=first.recommendation, place="3").full_clean()


@pytest.mark.parametrize("state", ["confirmed", "rejected"])
@pytest.mark.parametrize("missing", ["decided_by", "decided_at"])
def test_decided_outcome_says_who_and_when(officer, revision, state, missing):
    who_and_when = {"decided_by": officer, "decided_at": timezone.now(), missing: None}
    record = outcome(revision, state=state, note="Because.", **who_and_when)
    refused(record, "outcome_decided_by_someone")


def test_rejected_outcome_says_why(officer, revision):
    record = outcome(
        revision, state="rejected", note="", decided_by=officer, decided_at=timezone.now()
    )
    refused(record, "outcome_rejection_has_a_reason")


def test_revision_that_an_outcome_rests_on_cannot_be_deleted(revision):
    OutcomeFactory(revision=revision, verdict="borne out")
    with pytest.raises(ProtectedError):
        history.delete(revision, by=None, why="Gone")


# --- Assessments and judgements -----------------------------------------------------------------


def test_recommendation_is_assessed_once_against_a_version():
    first = AssessmentFactory()
    refused(Assessment(recommendation=first.recommendation, version=first.version, view="not met"))


@pytest.mark.parametrize("decision", Judgement.Decision.values)
def test_judgement_names_the_minute_that_decided_it(decision):
    record = Judgement(recommendation=RecommendationFactory(), decision=decision)
    with pytest.raises(ValidationError, match="entry"):
        record.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        history.create_many(Judgement, [record], by=None, why="Unchecked, for a test")


def test_recommendation_is_judged_once_in_a_minute():
    first = JudgementFactory()
    refused(Judgement(recommendation=first.recommendation, entry=first.entry, decision="withdrawn"))


# --- History ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make",
    [
        RecommendationFactory,
        LetterFactory,
        ResponseFactory,
        CitationFactory,
        OutcomeFactory,
        AssessmentFactory,
        JudgementFactory,
    ],
)
def test_record_does_not_change_without_a_reason(make):
    record = make()
    written = record.history.count()
    with pytest.raises(ValueError, match="Say why"), transaction.atomic():
        record.save()
    assert record.history.count() == written == 1


# --- In words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "words"),
    [("46(e)", "paragraph 46(e)"), ("54 F", "paragraph 54 F"), ("Foreword", "Foreword")],
)
def test_outcome_says_its_place_as_people_do(place, words):
    assert Outcome(place=place).place_in_words == words


def test_records_say_what_they_are():
    recommendation = RecommendationFactory(reference="2026/07")
    assert str(recommendation) == "2026/07"
    assert str(LetterFactory(dated=date(2026, 7, 3))) == "Letter of 3 July 2026"
    response = ResponseFactory(recommendation=recommendation, decision="deferred")
    assert str(response) == "Deferred to a later refresh: 2026/07"
    found = decided("confirmed", recommendation=recommendation, place="Foreword")
    assert str(found) == "2026/07, Foreword: Not borne out"
    assert found.in_words == "2026/07, Foreword: not borne out"
    assert found.basis_in_words == "cited in the response"
    assert str(AssessmentFactory(recommendation=recommendation)) == "2026/07: Met"
    assert str(JudgementFactory(recommendation=recommendation)) == "2026/07: Satisfied"

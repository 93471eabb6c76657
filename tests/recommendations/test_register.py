"""The register: positions gathered from records, and what its filter form narrows it to."""

from datetime import date, timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone

from recommendations import register
from recommendations.models import Assessment, Judgement, Outcome, Recommendation, Response
from tests.factories.meetings import MeetingFactory
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import (
    EntryFactory,
    JudgementFactory,
    LetterFactory,
    OutcomeFactory,
    RecommendationFactory,
    ResponseFactory,
    decided,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 8, 1)


def position(recommendation, on=DAY, **options):
    found = Recommendation.objects.with_loop().filter(pk=recommendation.pk)
    revised = options.pop("revised", register.versions_revised())
    [one] = register.positions(found, on=on, revised=revised, **options)
    return one


def revising(version, dated=DAY):
    """That a version, which is no record here, revises this one."""
    return [register.Revised(version=0, revises=version.pk, dated=dated)]


def test_position_of_a_new_recommendation():
    found = position(RecommendationFactory())
    assert (found.response, found.effect) == ("not sent", "awaiting a revised version")
    assert (found.judgement, found.schedule) == ("open", "no date set")
    assert found.answer is None
    assert not found.to_confirm


def test_position_of_what_is_not_about_a_plan():
    assert position(RecommendationFactory(version=None)).effect == "not a plan matter"


@pytest.mark.parametrize(
    ("on", "response", "schedule"),
    [
        (date(2026, 6, 30), "not sent", "on time"),
        (date(2026, 7, 1), "awaiting", "on time"),
        (date(2026, 7, 20), "awaiting", "due soon"),
        (date(2026, 7, 31), "awaiting", "due soon"),
        (date(2026, 8, 1), "overdue", "overdue"),
    ],
)
def test_position_moves_with_the_day(on, response, schedule):
    sent = RecommendationFactory(sent_on=date(2026, 7, 1), due_on=date(2026, 7, 31))
    found = position(sent, on=on)
    assert (found.response, found.schedule) == (response, schedule)


def test_position_rests_on_the_latest_answer():
    recommendation = RecommendationFactory(due_on=date(2026, 7, 10))
    for dated, decision in [(date(2026, 7, 15), "accepted"), (date(2026, 7, 5), "noted")]:
        letter = LetterFactory(version=recommendation.version, dated=dated)
        ResponseFactory(recommendation=recommendation, letter=letter, decision=decision)
    found = position(recommendation)
    assert (found.response, found.schedule) == ("accepted", "answered late")
    assert found.answer.letter.dated == date(2026, 7, 15)


def test_position_leaves_out_what_was_rejected():
    recommendation = decided("rejected", verdict="not found").recommendation
    ResponseFactory(recommendation=recommendation, decision="noted")
    revised = revising(recommendation.version)
    assert position(recommendation, revised=revised).effect == "no change"
    OutcomeFactory(recommendation=recommendation, place="9")
    found = position(recommendation, revised=revised)
    assert found.effect == "claimed but not borne out"
    assert found.to_confirm


def test_position_says_nothing_is_to_confirm_once_all_is_decided():
    recommendation = decided("confirmed").recommendation
    decided("rejected", recommendation=recommendation, place="9")
    assert not position(recommendation).to_confirm


def judged(recommendation, decision, *, days, **fields):
    meeting = MeetingFactory(starts_at=timezone.now() + timedelta(days=days))
    entry = EntryFactory(item__meeting=meeting, **fields)
    return JudgementFactory(recommendation=recommendation, entry=entry, decision=decision)


def test_position_takes_the_judgement_of_the_latest_meeting():
    recommendation = RecommendationFactory()
    judged(recommendation, "satisfied", days=-10)
    judged(recommendation, "not satisfied", days=-90)  # entered later, decided before
    assert position(recommendation, on=timezone.localdate()).judgement == "satisfied"


def test_position_for_the_public_leaves_out_a_judgement_under_a_restricted_item():
    recommendation = RecommendationFactory()
    judged(recommendation, "not satisfied", days=-90)
    judged(recommendation, "withdrawn", days=-10, item__restricted_under=1)
    today = timezone.localdate()
    assert position(recommendation, on=today).judgement == "withdrawn"
    assert position(recommendation, on=today, is_public=True).judgement == "not satisfied"


def test_versions_revised_are_those_with_a_locked_successor():
    draft, other = PlanVersionFactory(), PlanVersionFactory()
    issued = PlanVersionFactory(plan=draft.plan, revises=draft, locked=True)
    PlanVersionFactory(plan=other.plan, revises=other)
    assert register.versions_revised() == {(issued.pk, draft.pk, issued.dated)}


def test_position_without_an_answer_is_never_no_change():
    recommendation = RecommendationFactory()
    found = position(recommendation, revised=revising(recommendation.version))
    assert found.effect == "awaiting a response"


def test_position_shows_a_change_claimed_without_a_place():
    recommendation = ResponseFactory().recommendation
    OutcomeFactory(recommendation=recommendation, place="no place named", verdict="not found")
    found = position(recommendation, revised=revising(recommendation.version))
    assert (found.effect, found.to_confirm) == ("claimed, place not named", True)


def test_position_leaves_out_what_is_dated_later():
    draft = PlanVersionFactory()
    recommendation = RecommendationFactory(version=draft, sent_on=date(2026, 6, 15))
    issued = PlanVersionFactory(
        plan=draft.plan, revises=draft, locked=True, dated=date(2026, 7, 30)
    )
    response = ResponseFactory(recommendation=recommendation)  # of 20 July
    OutcomeFactory(recommendation=recommendation, response=response, version=issued)
    JudgementFactory(  # in a meeting in June
        recommendation=recommendation, decision="open"
    )
    judged(recommendation, "satisfied", days=3650)

    def on(day):
        found = position(recommendation, on=day)
        return found.response, found.effect, found.judgement, found.to_confirm

    assert on(date(2026, 6, 12))[2] == "open"
    assert on(date(2026, 7, 19)) == ("awaiting", "awaiting a revised version", "open", False)
    assert on(date(2026, 7, 29)) == ("accepted", "awaiting a revised version", "open", False)
    assert on(date(2026, 7, 30)) == ("accepted", "claimed but not borne out", "open", True)


def test_position_leaves_out_the_outcome_of_a_letter_that_was_still_to_come():
    draft = PlanVersionFactory()
    recommendation = RecommendationFactory(version=draft, sent_on=date(2026, 6, 15))
    issued = PlanVersionFactory(plan=draft.plan, revises=draft, locked=True, dated=date(2026, 7, 1))
    response = ResponseFactory(recommendation=recommendation)  # of 20 July
    OutcomeFactory(recommendation=recommendation, response=response, version=issued)
    found = position(recommendation, on=date(2026, 7, 19))
    assert (found.response, found.effect) == ("awaiting", "awaiting a response")
    assert not found.to_confirm


@pytest.mark.parametrize("number", [1, 3])
def test_positions_take_a_fixed_number_of_queries(django_assert_num_queries, number):
    for _ in range(number):
        recommendation = ResponseFactory().recommendation
        OutcomeFactory(recommendation=recommendation)
        JudgementFactory(recommendation=recommendation)
    found = Recommendation.objects.with_loop()
    with django_assert_num_queries(5):
        register.positions(found, on=DAY, revised=())


# --- What the filter form narrows it to ---------------------------------------------------------


def narrowed(**wanted):
    found = register.filtered(Recommendation.objects.all(), wanted, on=DAY)
    return [recommendation.reference for recommendation in found]


@pytest.fixture
def four():
    version = PlanVersionFactory()
    RecommendationFactory(reference="A", kind="concern", text="Speeding.", version=version)
    late = {"sent_on": date(2026, 6, 1), "due_on": date(2026, 7, 1)}
    RecommendationFactory(reference="B", text="Patrols.", **late)
    answered = RecommendationFactory(reference="C", text="Patrols again.", **late)
    ResponseFactory(recommendation=answered)
    OutcomeFactory(recommendation=answered)
    ResponseFactory(recommendation=RecommendationFactory(reference="D"), decision="deferred")
    return version


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, "ABCD"),
        ({"words": "", "kind": "", "answer": "", "verdict": "", "version": None}, "ABCD"),
        ({"words": "speeding"}, "A"),
        ({"kind": "concern"}, "A"),
        ({"answer": "unanswered"}, "AB"),
        ({"answer": "overdue"}, "B"),
        ({"answer": "accepted"}, "C"),
        ({"answer": "deferred"}, "D"),
        ({"answer": "not accepted"}, ""),
        ({"verdict": "not borne out"}, "C"),
        ({"verdict": "as stated"}, ""),
        ({"words": "patrols", "answer": "overdue"}, "B"),
        ({"words": "patrols", "answer": "accepted", "verdict": "not borne out"}, "C"),
        ({"kind": "concern", "answer": "accepted"}, ""),
    ],
)
def test_filter_narrows_the_register(four, wanted, expected):
    assert narrowed(**wanted) == list(expected)


def test_filter_by_version(four):
    assert narrowed(version=four) == ["A"]


@pytest.mark.parametrize("answer", [*Response.Decision.values, "unanswered", "overdue"])
def test_filter_by_answer_agrees_with_the_position(four, answer):
    found = register.positions(
        Recommendation.objects.with_loop(), on=DAY, revised=register.versions_revised()
    )
    wanted = {"unanswered": ("not sent", "awaiting", "overdue")}.get(answer, (answer,))
    agreeing = [p.recommendation.reference for p in found if p.response in wanted]
    assert narrowed(answer=answer) == agreeing


# --- Tags ---------------------------------------------------------------------------------------


def tag(state):
    template = Template("{% load positions %}{% state_tag state %}")
    return template.render(Context({"state": state}))


@pytest.mark.parametrize(
    "choices",
    [Response.Decision, Outcome.Verdict, Judgement.Decision, Assessment.View],
)
def test_state_has_one_colour_as_stored_and_as_displayed(choices):
    for state in choices:
        colour = register.COLOURS[state.value]
        assert f"govuk-tag--{colour}" in tag(state.value)
        assert f"govuk-tag--{colour}" in tag(state.label)


def test_state_begins_with_a_capital():
    assert "Claimed but not borne out" in tag("claimed but not borne out")

"""One recommendation's way round the loop, and what stands beside it."""

from datetime import UTC, date, datetime

import pytest

from recommendations import actions, loop
from recommendations.models import Outcome, Recommendation
from tests.factories.meetings import MeetingFactory
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import (
    AssessmentFactory,
    EntryFactory,
    ItemFactory,
    JudgementFactory,
    LetterFactory,
    OutcomeFactory,
    RecommendationFactory,
    ResponseFactory,
    answer,
    decided,
    letter_with,
    recommend,
    version_of,
)

pytestmark = pytest.mark.django_db
WARD = "Every ward will have a named officer whom residents can reach by telephone."
HOURS = "I will publish each quarter the number of hours that officers spend on foot patrol."
HOURS_NOW = "I will publish each month the number of hours that officers spend on foot patrol."
NEW = "A rural team will meet farm watch groups in the spring and in the autumn of each year."


def at(day):
    return MeetingFactory(starts_at=datetime.combine(day, datetime.min.time(), UTC))


# --- Steps --------------------------------------------------------------------------------------


def test_steps_begin_with_the_minute_it_was_raised_in():
    recommendation = RecommendationFactory()
    [step] = loop.steps(recommendation)
    assert (step.kind, step.on, step.record) == (
        "raised",
        date(2026, 6, 12),
        recommendation.raised_in,
    )


def test_steps_take_the_day_of_the_meeting_where_the_panel_is():
    late = datetime(2026, 6, 12, 23, 30, tzinfo=UTC)  # half past midnight in June
    entry = EntryFactory(item__meeting=MeetingFactory(starts_at=late))
    assert loop.steps(RecommendationFactory(raised_in=entry))[0].on == date(2026, 6, 13)


def test_steps_go_all_the_way_round_in_order_of_date():
    recommendation = RecommendationFactory(sent_on=date(2026, 6, 15))
    issued = PlanVersionFactory(dated=date(2026, 9, 1))
    JudgementFactory(
        recommendation=recommendation, entry=EntryFactory(item__meeting=at(date(2026, 12, 11)))
    )
    AssessmentFactory(recommendation=recommendation, version=issued)
    OutcomeFactory(recommendation=recommendation, version=issued)
    ResponseFactory(recommendation=recommendation)
    assert [(step.kind, step.on) for step in loop.steps(recommendation)] == [
        ("raised", date(2026, 6, 12)),
        ("sent", date(2026, 6, 15)),
        ("answered", date(2026, 7, 20)),
        ("changed", date(2026, 9, 1)),
        ("assessed", date(2026, 9, 1)),
        ("judged", date(2026, 12, 11)),
    ]


def test_steps_of_one_day_go_round_the_loop():
    day = date(2026, 6, 12)
    recommendation = RecommendationFactory(sent_on=day)
    letter = LetterFactory(version=recommendation.version, dated=day)
    ResponseFactory(recommendation=recommendation, letter=letter)
    OutcomeFactory(recommendation=recommendation, version=PlanVersionFactory(dated=day))
    kinds = [step.kind for step in loop.steps(recommendation)]
    assert kinds == ["raised", "sent", "answered", "changed"]


def test_steps_show_outcomes_by_version_and_none_that_was_rejected():
    recommendation = RecommendationFactory()
    first, second = (PlanVersionFactory(dated=date(2026, month, 1)) for month in (9, 10))
    for version, place in [(second, "1"), (first, "2"), (second, "3")]:
        OutcomeFactory(recommendation=recommendation, version=version, place=place)
    decided("rejected", recommendation=recommendation, version=first, place="4")
    changed = [step for step in loop.steps(recommendation) if step.kind == "changed"]
    shown = [(s.record, [found.outcome.place for found in s.outcomes]) for s in changed]
    assert shown == [(first, ["2"]), (second, ["1", "3"])]


def test_steps_show_the_paragraph_before_and_after_word_by_word(officer):
    draft = version_of([("1", WARD), ("2", HOURS)], by=officer)
    point = recommend(draft, by=officer, cites="2")
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    version_of([("1", WARD), ("2", HOURS_NOW)], revises=draft, by=officer)
    [shown] = next(s for s in loop.steps(point) if s.kind == "changed").outcomes
    runs = {run.kind: run.text.strip() for run in shown.change.runs if run.kind != "same"}
    assert runs == {"deleted": "quarter", "inserted": "month"}
    assert (shown.change.before, shown.change.after) == ("paragraph 2", "paragraph 2")


def test_outcome_without_a_revision_has_nothing_to_set_out():
    assert loop.show(OutcomeFactory(verdict="not found")).change is None


def test_position_is_that_of_the_register():
    recommendation = ResponseFactory(decision="deferred").recommendation
    assert loop.position(recommendation, on=date(2026, 8, 1)).response == "deferred"


@pytest.mark.parametrize("number", [1, 3])
def test_steps_take_a_fixed_number_of_queries(officer, number, django_assert_num_queries):
    parts = [(str(n), f"{HOURS} {n}") for n in range(1, 4)]
    draft = version_of(parts, by=officer)
    cites = ", ".join(str(n) for n in range(1, number + 1))
    made = recommend(draft, by=officer, cites=cites)
    said = f"I have amended Para {cites}."
    letter_with(answer(made, said, "accepted", cites=cites), by=officer)
    version_of([(label, HOURS_NOW + label) for label, _ in parts], revises=draft, by=officer)
    for _ in range(number):
        JudgementFactory(recommendation=made)
        AssessmentFactory(recommendation=made)
    recommendation = Recommendation.objects.get(pk=made.pk)
    with django_assert_num_queries(12):
        steps = loop.steps(recommendation)
        for citation in recommendation.citations.all():
            list(citation.paragraphs.all())
    assert len(steps) == 3 + 2 * number


# --- Neighbours ---------------------------------------------------------------------------------


def test_neighbours_are_those_of_the_register(officer, nobody):
    first, second, third = (RecommendationFactory(reference=f"R{n}") for n in (1, 2, 3))
    assert loop.neighbours(second, officer) == {"previous": first, "next": third}
    assert loop.neighbours(first, officer) == {"previous": None, "next": second}
    assert loop.neighbours(third, officer) == {"previous": second, "next": None}
    assert loop.neighbours(second, nobody) == {"previous": None, "next": None}


def test_revised_versions_are_the_locked_ones():
    recommendation = RecommendationFactory()
    draft = recommendation.version
    PlanVersionFactory(plan=draft.plan, revises=draft)
    locked = PlanVersionFactory(plan=draft.plan, revises=draft, locked=True)
    assert list(loop.revised_versions(recommendation)) == [locked]
    assert list(loop.revised_versions(RecommendationFactory(version=None))) == []


# --- What a new one most likely has -------------------------------------------------------------


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ([], "2026/01"),
        (["2026/01", "2026/02"], "2026/03"),
        (["2026/09", "2026/10"], "2026/11"),
        (["2026/7"], "2026/08"),
        (["2025/40"], "2026/01"),
        (["2026/07a", "R3"], "2026/01"),
        (["2026/99"], "2026/100"),
        (["2026/100", "2026/99"], "2026/101"),
    ],
)
def test_suggestions_number_on_from_the_highest_of_the_year(taken, expected):
    item = ItemFactory()
    for reference in taken:
        RecommendationFactory(reference=reference)
    assert loop.suggestions(item)["reference"] == expected


def test_suggestions_take_the_newest_locked_version_by_the_day_of_the_meeting():
    item = ItemFactory()
    assert loop.suggestions(item)["version"] is None
    PlanVersionFactory(dated=date(2026, 6, 1))
    expected = PlanVersionFactory(dated=date(2026, 5, 1), locked=True)
    PlanVersionFactory(dated=date(2026, 4, 1), locked=True)
    PlanVersionFactory(dated=date(2026, 6, 13), locked=True)
    assert loop.suggestions(item)["version"] == expected


# --- The page of outcomes -----------------------------------------------------------------------


def test_by_recommendation_follows_the_register():
    later, earlier = (RecommendationFactory(reference=r) for r in ("R2", "R1"))
    for recommendation, place in [(later, "1"), (earlier, "2"), (later, "3")]:
        OutcomeFactory(recommendation=recommendation, place=place)
    grouped = loop.by_recommendation(Outcome.objects.with_evidence())
    places = [(r, [shown.outcome.place for shown in found]) for r, found in grouped]
    assert places == [(earlier, ["2"]), (later, ["1", "3"])]


def test_summary_counts_what_stands():
    OutcomeFactory(verdict="not found")
    OutcomeFactory()
    decided("confirmed")
    decided("rejected", verdict="not found")
    found = loop.summary(Outcome.objects.all())
    assert found["to_confirm"] == 2
    assert [one for one in found["verdicts"] if one[1]] == [("Not borne out", 2), ("Not found", 1)]


def test_unexplained_are_the_changes_that_no_outcome_accounts_for(officer):
    draft = version_of([("1", WARD), ("2", HOURS)], by=officer)
    point = recommend(draft, by=officer, cites="2")
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    parts = [("1", WARD), ("2", HOURS_NOW), ("3", NEW)]
    issued = version_of(parts, revises=draft, by=officer)
    assert [change.title for change in loop.unexplained(issued)] == ["Paragraph 3"]


def test_unexplained_again_once_its_outcome_is_rejected(officer):
    draft = version_of([("1", WARD), ("2", HOURS)], by=officer)
    issued = version_of([("1", WARD), ("2", HOURS_NOW)], revises=draft, by=officer)
    revision = issued.comparison.revisions.changes().get()
    fields = {"version": issued, "revision": revision, "verdict": "borne out"}
    outcome = OutcomeFactory(**fields)
    assert loop.unexplained(issued) == []
    decided("rejected", **fields, place="another")
    assert loop.unexplained(issued) == []  # the first still stands
    actions.reject_outcome(outcome, note="It came from elsewhere.", by=officer)
    assert len(loop.unexplained(issued)) == 1


def test_unexplained_of_a_version_that_revises_none(officer):
    assert loop.unexplained(version_of([("1", WARD)], by=officer)) == []

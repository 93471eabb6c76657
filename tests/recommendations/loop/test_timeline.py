"""What happened to a recommendation, in order of date, in a fixed number of queries."""

from datetime import UTC, date, datetime

import pytest

from pcp_scrutiny import history
from recommendations import actions, loop
from recommendations.models import DueDateRevision, Recommendation
from tests.factories.meetings import MeetingFactory
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import (
    AssessmentFactory,
    EntryFactory,
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
HOURS = "I will publish each quarter the number of hours that officers spend on foot patrol."
HOURS_NOW = "I will publish each month the number of hours that officers spend on foot patrol."


def steps_of(recommendation):
    return loop.steps(loop.gather(recommendation))


def kinds(recommendation):
    return [(step.kind, step.on) for step in steps_of(recommendation)]


def at(day):
    return MeetingFactory(starts_at=datetime.combine(day, datetime.min.time(), UTC))


def on(year, month, day):
    return history.as_at(datetime(year, month, day, 10, tzinfo=UTC))


def test_steps_begin_with_the_minute_it_was_raised_in():
    recommendation = RecommendationFactory()
    [step] = steps_of(recommendation)
    assert (step.kind, step.on) == ("raised", date(2026, 6, 12))
    assert step.record == recommendation.raised_in


def test_steps_take_the_day_of_the_meeting_where_the_panel_is():
    late = datetime(2026, 6, 12, 23, 30, tzinfo=UTC)  # half past midnight in June
    entry = EntryFactory(item__meeting=MeetingFactory(starts_at=late))
    assert steps_of(RecommendationFactory(raised_in=entry))[0].on == date(2026, 6, 13)


def test_steps_go_all_the_way_round_in_order_of_date(officer):
    with on(2026, 6, 12):
        made = RecommendationFactory()
    with on(2026, 6, 15):
        actions.send_recommendations(
            [made], sent_on=date(2026, 6, 15), due_on=date(2026, 7, 1), by=officer
        )
    with on(2026, 6, 30):
        actions.revise_due_date(
            made,
            due_on=date(2026, 7, 15),
            decided_on=date(2026, 6, 29),
            reason="Asked for.",
            by=officer,
        )
    issued = PlanVersionFactory(dated=date(2026, 9, 1))
    JudgementFactory(recommendation=made, entry=EntryFactory(item__meeting=at(date(2026, 12, 11))))
    with on(2026, 9, 20):
        AssessmentFactory(recommendation=made, version=issued)
    OutcomeFactory(recommendation=made, version=issued)
    ResponseFactory(recommendation=made)
    made.refresh_from_db()
    made.theme = "Patrols"
    with on(2027, 1, 5):
        actions.correct_recommendation(made, cites="", by=officer, seen=None)
    assert kinds(made) == [
        ("raised", date(2026, 6, 12)),
        ("sent", date(2026, 6, 15)),
        ("due", date(2026, 6, 29)),
        ("answered", date(2026, 7, 20)),
        ("changed", date(2026, 9, 1)),
        ("assessed", date(2026, 9, 20)),
        ("judged", date(2026, 12, 11)),
        ("corrected", date(2027, 1, 5)),
    ]


def test_steps_of_one_day_go_round_the_loop():
    day = date(2026, 6, 12)
    recommendation = RecommendationFactory(sent_on=day)
    letter = LetterFactory(version=recommendation.version, dated=day)
    ResponseFactory(recommendation=recommendation, letter=letter)
    OutcomeFactory(recommendation=recommendation, version=PlanVersionFactory(dated=day))
    found = [kind for kind, _ in kinds(recommendation)]
    assert found == ["raised", "sent", "answered", "changed"]


def test_steps_show_outcomes_by_version_and_none_that_was_rejected():
    recommendation = RecommendationFactory()
    first, second = (PlanVersionFactory(dated=date(2026, month, 1)) for month in (9, 10))
    for version, place in [(second, "1"), (first, "2"), (second, "3")]:
        OutcomeFactory(recommendation=recommendation, version=version, place=place)
    decided("rejected", recommendation=recommendation, version=first, place="4")
    changed = [step for step in steps_of(recommendation) if step.kind == "changed"]
    shown = [(s.record, [found.outcome.place for found in s.outcomes]) for s in changed]
    assert shown == [(first, ["2"]), (second, ["1", "3"])]


def test_sending_says_who_recorded_it_and_the_day_first_asked_for(officer):
    made = RecommendationFactory()
    sent = {"sent_on": date(2026, 6, 15), "due_on": date(2026, 7, 1)}
    actions.send_recommendations([made], by=officer, **sent)
    records = loop.gather(made)
    assert (records.sent_by, records.due_when_sent) == (officer, date(2026, 7, 1))


def test_day_set_after_sending_is_not_told_as_asked_for_when_it_was_sent(officer):
    with on(2026, 7, 5):
        made = RecommendationFactory()
        actions.send_recommendations([made], sent_on=date(2026, 6, 15), due_on=None, by=officer)
        actions.set_due_date(
            made,
            due_on=date(2026, 8, 1),
            decided_on=date(2026, 7, 1),
            reason="Forgotten.",
            by=officer,
        )
    records = loop.gather(made)
    assert records.due_when_sent is None
    [correction] = records.corrections
    assert correction.why == "Due date set, agreed on 1 July 2026: Forgotten."
    assert [(f.name, f.old, f.new) for f in correction.fields] == [
        ("Response due by", "", "1 August 2026")
    ]


def test_each_slip_says_what_it_took_the_place_of_and_who_recorded_it(officer):
    made = RecommendationFactory(sent_on=date(2026, 6, 15), due_on=date(2026, 7, 1))
    for due_on in (date(2026, 8, 1), date(2026, 7, 20)):
        with on(2026, 7, 2):
            actions.revise_due_date(
                made, due_on=due_on, decided_on=date(2026, 7, 2), reason="Asked.", by=officer
            )
    slips = [step for step in steps_of(made) if step.kind == "due"]
    assert [(s.was, s.record.due_on, s.by) for s in slips] == [
        (date(2026, 7, 1), date(2026, 8, 1), officer),
        (date(2026, 8, 1), date(2026, 7, 20), officer),
    ]
    assert [s.title for s in slips] == [
        "More time for the response",
        "The response asked for sooner",
    ]
    assert DueDateRevision.objects.count() == 2


def test_judgement_says_what_took_its_place():
    made = RecommendationFactory()
    first = JudgementFactory(recommendation=made)
    second = JudgementFactory(
        recommendation=made, entry=EntryFactory(item__meeting=at(date(2026, 9, 1)))
    )
    judged = [step for step in steps_of(made) if step.kind == "judged"]
    assert [(step.record, step.until) for step in judged] == [(first, second), (second, None)]


def test_anchors_are_of_one_step_each(looped):
    anchors = [step.anchor for step in steps_of(looped)]
    assert len(set(anchors)) == len(anchors)


def test_restricted_where_any_of_it_is():
    made = RecommendationFactory()
    assert loop.gather(made).restricted_under is None
    JudgementFactory(recommendation=made, entry=EntryFactory(item__restricted_under=3))
    assert loop.gather(made).restricted_under == 3


@pytest.mark.parametrize("number", [1, 3])
def test_records_take_a_fixed_number_of_queries(officer, number, django_assert_num_queries):
    parts = [(str(n), f"{HOURS} {n}") for n in range(1, 4)]
    draft = version_of(parts, by=officer)
    cites = ", ".join(str(n) for n in range(1, number + 1))
    made = recommend(draft, by=officer, cites=cites)
    said = f"I have amended Para {cites}."
    letter = letter_with(answer(made, said, "accepted", cites=cites), by=officer)
    version_of([(label, HOURS_NOW + label) for label, _ in parts], revises=draft, by=officer)
    for place in range(number):
        JudgementFactory(recommendation=made)
        AssessmentFactory(recommendation=made)
        made.theme, letter.reference = f"Theme {place}", f"L{place}"
        response = letter.responses.get()
        response.decision = ("noted", "deferred", "accepted")[place]
        actions.correct_recommendation(made, cites=cites, by=officer, seen=None)
        actions.correct_letter(letter, by=officer, seen=None)
        actions.correct_response(response, cites=cites, by=officer, seen=None)
    recommendation = Recommendation.objects.get(pk=made.pk)
    with django_assert_num_queries(20):
        records = loop.gather(recommendation)
        steps = loop.steps(records)
        for citation in records.recommendation.citations.all():
            list(citation.paragraphs.all())
    assert len(steps) == 4 + 2 * number

"""What a judgement keeps to: rule by rule, and through the action."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from meetings.models import MinuteEntry
from pcp_scrutiny import history
from recommendations import actions
from recommendations.models import Judgement
from recommendations.rules import judging
from tests.factories.meetings import MeetingFactory
from tests.factories.recommendations import (
    EntryFactory,
    JudgementFactory,
    RecommendationFactory,
    answer,
    letter_with,
)

RAISED, HELD, TODAY = date(2026, 6, 12), date(2026, 9, 4), date(2026, 11, 22)
AT_SEPTEMBER = judging.Judging("R1", RAISED, HELD, TODAY)
DECISIONS = Judgement.Decision.values


# --- The rules ----------------------------------------------------------------------------------


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize("held", [RAISED, HELD, TODAY])
def test_any_decision_of_a_meeting_held_since_is_right(decision, held):
    assert judging.against(replace(AT_SEPTEMBER, meeting_on=held), decision) == {}


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"meeting_on": date(2026, 12, 11)}, "The meeting of 11 December 2026 is still to come"),
        ({"meeting_on": date(2026, 3, 6)}, "R1 was raised on 12 June 2026, after the meeting of 6"),
        ({"said_there": "satisfied"}, "R1 was judged in this minute before: satisfied. Correct"),
    ],
)
def test_minute_that_cannot_be(decision, facts, said):
    wrong = judging.against(replace(AT_SEPTEMBER, **facts), decision)
    assert list(wrong) == ["entry"]
    assert said in wrong["entry"]


@pytest.mark.parametrize("answered_on", [date(2026, 7, 20), HELD])
def test_what_was_answered_is_not_withdrawn(answered_on):
    wrong = judging.against(replace(AT_SEPTEMBER, answered_on=answered_on), "withdrawn")
    assert wrong["decision"].startswith("R1 was answered on ")
    assert "Select superseded" in wrong["decision"]


def test_what_was_withdrawn_before_its_answer_came_stays_so():
    after = replace(AT_SEPTEMBER, answered_on=date(2026, 9, 5))
    assert judging.against(after, "withdrawn") == {}


@pytest.mark.parametrize("decision", [d for d in DECISIONS if d != "withdrawn"])
def test_what_was_answered_may_be_judged_otherwise(decision):
    assert judging.against(replace(AT_SEPTEMBER, answered_on=RAISED), decision) == {}


# --- Recording ----------------------------------------------------------------------------------


@pytest.fixture
def point(db):
    return RecommendationFactory(reference="R1")


def judged_at(day, point, decision="satisfied", **fields):
    meeting = MeetingFactory(starts_at=datetime.combine(day, datetime.min.time(), UTC))
    entry = EntryFactory(item__meeting=meeting, **fields)
    return Judgement(recommendation=point, entry=entry, decision=decision)


@pytest.mark.parametrize("kind", MinuteEntry.Kind.values)
def test_any_entry_of_the_meeting_may_be_named(officer, point, kind):
    made = actions.record_judgement(judged_at(RAISED, point, kind=kind), by=officer)
    assert made.history.get().history_user == officer


def test_without_a_minute_nothing_is_recorded(officer, point):
    with pytest.raises(ValidationError, match="Record the resolution in the minutes"):
        actions.record_judgement(Judgement(recommendation=point, decision="satisfied"), by=officer)
    assert not Judgement.objects.exists()


@pytest.mark.parametrize(
    ("day", "said"), [(date(2026, 3, 6), "after the meeting of"), (HELD, "is still to come")]
)
def test_neither_before_it_was_raised_nor_before_the_meeting(officer, point, day, said):
    judgement = judged_at(day, point)
    with (
        history.as_at(datetime(2026, 7, 1, tzinfo=UTC)),
        pytest.raises(ValidationError, match=said),
    ):
        actions.record_judgement(judgement, by=officer)


def test_second_in_one_minute_says_what_was_decided_there(officer, point):
    first = JudgementFactory(recommendation=point)
    again = Judgement(recommendation=point, entry=first.entry, decision="superseded")
    with pytest.raises(ValidationError, match="judged in this minute before: satisfied"):
        actions.record_judgement(again, by=officer)


def test_withdrawn_after_the_answer_is_refused(officer, point):
    letter_with(answer(point, "I agree.", "accepted"), by=officer)
    with pytest.raises(ValidationError, match="it can no longer be withdrawn"):
        actions.record_judgement(judged_at(HELD, point, "withdrawn"), by=officer)
    assert actions.record_judgement(judged_at(HELD, point, "superseded"), by=officer).pk


# --- Correcting ---------------------------------------------------------------------------------


def test_correcting_keeps_what_it_was_in_history(officer, point):
    made = JudgementFactory(recommendation=point)
    made.decision = "not satisfied"
    actions.correct_judgement(made, by=officer, seen=history.stamp(made))
    assert [row.decision for row in made.history.all()] == ["not satisfied", "satisfied"]
    assert made.history.first().history_change_reason == "Corrected"


def test_correcting_keeps_to_the_rules(officer, point):
    made = JudgementFactory(recommendation=point)
    made.entry = judged_at(date(2026, 3, 6), point).entry
    with pytest.raises(ValidationError, match="after the meeting of"):
        actions.correct_judgement(made, by=officer, seen=None)


def test_correcting_refuses_what_someone_else_corrected_meanwhile(officer, clerk, point):
    made = JudgementFactory(recommendation=point)
    seen = history.stamp(made)
    theirs = Judgement.objects.get()
    theirs.comment = "Theirs."
    actions.correct_judgement(theirs, by=clerk, seen=seen)
    with pytest.raises(history.Stale):
        actions.correct_judgement(made, by=officer, seen=seen)
    assert Judgement.objects.get().comment == "Theirs."

"""Revising the day a response is due by: the first stays, each slip says why."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from pcp_scrutiny import history
from recommendations import actions
from recommendations.models import DueDateRevision, Recommendation
from tests.factories.recommendations import RecommendationFactory, answer, letter_with

pytestmark = pytest.mark.django_db
SENT, DUE, LATER, AGREED = date(2026, 6, 20), date(2026, 7, 31), date(2026, 9, 1), date(2026, 7, 1)


@pytest.fixture(autouse=True)
def _in_november():
    with history.as_at(datetime(2026, 11, 22, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def sent():
    return RecommendationFactory(reference="R1", sent_on=SENT, due_on=DUE)


def revise(recommendation, by, **fields):
    given = {"due_on": LATER, "decided_on": AGREED, "reason": "The office asked for time."}
    return actions.revise_due_date(recommendation, by=by, **{**given, **fields})


def test_revise_due_date_keeps_the_first_and_says_why(officer, sent):
    revision = revise(sent, officer, reason=" The office asked for time. ")
    sent.refresh_from_db()
    assert sent.due_on == DUE
    assert (revision.due_on, revision.decided_on) == (LATER, AGREED)
    assert revision.reason == "The office asked for time."
    row = revision.history.get()
    assert row.history_user == officer
    assert row.history_change_reason == "Due date revised: The office asked for time."


def test_revise_due_date_again_and_back_to_the_first_day(officer, sent):
    revise(sent, officer)
    revise(sent, officer, due_on=DUE)
    assert actions.dates_of(sent).due_on == DUE
    assert sent.due_date_revisions.count() == 2


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reason": "  "}, "Say why"),
        ({"due_on": DUE}, "due on that day already"),
        ({"due_on": date(2026, 6, 11)}, "raised at the meeting of 12 June 2026"),
        ({"due_on": date(2026, 6, 19)}, "on or after the day it was sent"),
        ({"decided_on": date(2026, 11, 23)}, "today or in the past"),
        ({"decided_on": date(2026, 6, 11)}, "raised on 12 June 2026"),
    ],
)
def test_revise_due_date_refuses(officer, sent, fields, said):
    with pytest.raises(ValidationError, match=said):
        revise(sent, officer, **fields)
    assert not DueDateRevision.objects.exists()


def test_revise_due_date_refuses_what_was_agreed_before_the_date_that_counts(officer, sent):
    theirs = revise(sent, officer, decided_on=date(2026, 7, 8))
    with pytest.raises(ValidationError, match="what it agreed last counts"):
        revise(sent, officer, due_on=date(2026, 10, 1), decided_on=date(2026, 7, 7))
    assert DueDateRevision.objects.get() == theirs
    revise(sent, officer, due_on=date(2026, 10, 1), decided_on=date(2026, 7, 8))
    assert actions.dates_of(sent).due_on == date(2026, 10, 1)


def test_revise_due_date_of_one_not_sent_says_to_send_it(officer):
    with pytest.raises(ValidationError, match="Record that it was sent"):
        revise(RecommendationFactory(), officer)


def test_revise_due_date_of_one_sent_without_says_to_set_one(officer):
    with pytest.raises(ValidationError, match="Set the first one"):
        revise(RecommendationFactory(sent_on=SENT), officer)


def test_revise_due_date_after_the_answer_says_so(officer, sent):
    letter_with(answer(sent, "I agree.", "accepted"), by=officer, dated=date(2026, 7, 20))
    with pytest.raises(ValidationError, match="was answered on 20 July 2026"):
        revise(sent, officer)


def test_revise_due_date_refuses_what_someone_else_revised_meanwhile(officer, clerk, sent):
    seen = actions.due_date_stamp(sent)
    theirs = revise(sent, clerk, seen=seen)
    with pytest.raises(history.Stale) as stale:
        revise(sent, officer, due_on=date(2026, 10, 1), seen=seen)
    assert (stale.value.theirs, stale.value.who) == (theirs, clerk)
    assert DueDateRevision.objects.get() == theirs
    revise(sent, officer, due_on=date(2026, 10, 1), seen=actions.due_date_stamp(sent))


def test_due_date_stamp_is_that_of_the_date_alone(officer, sent):
    seen = actions.due_date_stamp(sent)
    sent.theme = "Patrols"
    history.save(sent, by=officer, why="Corrected")
    assert actions.due_date_stamp(Recommendation.objects.get()) == seen


def test_set_due_date_of_one_sent_without(officer):
    made = RecommendationFactory(sent_on=SENT)
    actions.set_due_date(made, due_on=DUE, decided_on=AGREED, reason="Forgotten.", by=officer)
    made.refresh_from_db()
    assert made.due_on == DUE
    why = made.history.latest().history_change_reason
    assert why == "Due date set, agreed on 1 July 2026: Forgotten."


def test_set_due_date_twice_is_refused(officer, sent):
    with pytest.raises(ValidationError, match="Revise that date instead"):
        actions.set_due_date(sent, due_on=LATER, decided_on=AGREED, reason="More.", by=officer)
    sent.refresh_from_db()
    assert sent.due_on == DUE


@pytest.mark.parametrize(
    ("sent_on", "due_on", "said"),
    [
        (date(2026, 6, 11), None, "raised on 12 June 2026"),
        (SENT, date(2026, 6, 11), "raised at the meeting of 12 June 2026"),
        (SENT, date(2026, 6, 19), "on or after the day it was sent, 20 June 2026"),
    ],
)
def test_send_recommendations_refuses_dates_out_of_order(officer, sent_on, due_on, said):
    points = [RecommendationFactory(), RecommendationFactory()]
    with pytest.raises(ValidationError, match=said):
        actions.send_recommendations(points, sent_on=sent_on, due_on=due_on, by=officer)
    assert Recommendation.objects.unsent().count() == 2

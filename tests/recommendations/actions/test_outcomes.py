"""Deciding on outcomes."""

import pytest
from django.core.exceptions import ValidationError

from pcp_scrutiny import history
from recommendations import actions
from recommendations.models import (
    Outcome,
)
from tests.factories.recommendations import (
    OutcomeFactory,
    decided,
)
from tests.recommendations.actions.samples import last


def test_confirm_outcome_says_who_and_when(officer):
    outcome = actions.confirm_outcome(OutcomeFactory(), by=officer)
    outcome.refresh_from_db()
    assert (outcome.state, outcome.decided_by) == ("confirmed", officer)
    assert outcome.decided_at is not None
    assert last(outcome) == (officer, "Confirmed")


def test_confirm_outcome_twice_keeps_who_was_first(officer, clerk):
    outcome = actions.confirm_outcome(OutcomeFactory(), by=officer)
    actions.confirm_outcome(outcome, by=clerk)
    outcome.refresh_from_db()
    assert outcome.decided_by == officer
    assert outcome.history.count() == 2


def test_confirm_outcome_that_was_rejected_takes_the_reason_back(officer):
    outcome = actions.confirm_outcome(decided("rejected"), by=officer)
    outcome.refresh_from_db()
    assert (outcome.state, outcome.note) == ("confirmed", "")


def test_reject_outcome_says_who_and_why(officer):
    outcome = actions.reject_outcome(OutcomeFactory(), note="Another town.", by=officer)
    outcome.refresh_from_db()
    assert (outcome.state, outcome.note) == ("rejected", "Another town.")
    assert outcome.decided_by == officer
    assert last(outcome) == (officer, "Rejected: Another town.")


@pytest.mark.parametrize("note", ["", "   ", "\n"])
def test_reject_outcome_refuses_to_do_so_without_a_reason(officer, note):
    outcome = OutcomeFactory()
    with pytest.raises(ValidationError):
        actions.reject_outcome(outcome, note=note, by=officer)
    outcome.refresh_from_db()
    assert outcome.state == "proposed"
    assert outcome.history.count() == 1


def test_reject_outcome_that_was_confirmed_is_the_officers_right(officer):
    outcome = actions.reject_outcome(decided("confirmed"), note="I was wrong.", by=officer)
    assert Outcome.objects.get(pk=outcome.pk).state == "rejected"


def test_confirm_outcome_refuses_what_was_found_otherwise_meanwhile(officer, clerk):
    outcome = OutcomeFactory()
    seen = history.stamp(outcome)
    outcome.verdict = "not found"
    history.save(outcome, by=clerk, why="Looked again: found otherwise")
    with pytest.raises(history.Stale):
        actions.confirm_outcome(outcome, by=officer, seen=seen)
    assert Outcome.objects.get().state == "proposed"


def test_confirm_outcome_keeps_the_reason_of_a_rejection_nobody_read(officer, clerk):
    outcome = OutcomeFactory()
    seen = history.stamp(outcome)
    actions.reject_outcome(outcome, note="Another town.", by=clerk, seen=seen)
    with pytest.raises(history.Stale):
        actions.confirm_outcome(outcome, by=officer, seen=seen)
    assert Outcome.objects.get().note == "Another town."


def test_reject_outcome_refuses_what_was_confirmed_meanwhile(officer, clerk):
    outcome = OutcomeFactory()
    seen = history.stamp(outcome)
    actions.confirm_outcome(outcome, by=clerk, seen=seen)
    with pytest.raises(history.Stale):
        actions.reject_outcome(outcome, note="No.", by=officer, seen=seen)
    assert Outcome.objects.get().state == "confirmed"

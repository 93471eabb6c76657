"""The four facts of a recommendation's position, as tables."""

from datetime import date, timedelta
from itertools import product

import pytest

from recommendations import states
from recommendations.models import Judgement, Outcome, Response
from recommendations.register import COLOURS

DAY = date(2026, 7, 1)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
DECISIONS = list(Response.Decision.values)
VERDICTS = list(Outcome.Verdict.values)


# --- Response ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent_on", "due_on", "expected"),
    [
        (None, None, "not sent"),
        (None, BEFORE, "not sent"),  # what was never sent cannot be overdue
        (AFTER, None, "not sent"),
        (AFTER, AFTER, "not sent"),
        (DAY, None, "awaiting"),
        (BEFORE, None, "awaiting"),
        (BEFORE, AFTER, "awaiting"),
        (BEFORE, DAY, "awaiting"),  # the day itself is in time
        (BEFORE, BEFORE, "overdue"),
    ],
)
def test_response_state_without_an_answer(sent_on, due_on, expected):
    assert states.response_state(sent_on=sent_on, due_on=due_on, decision=None, on=DAY) == expected


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize(("sent_on", "due_on"), list(product([None, BEFORE, AFTER], repeat=2)))
def test_response_state_with_an_answer_is_the_decision(decision, sent_on, due_on):
    found = states.response_state(sent_on=sent_on, due_on=due_on, decision=decision, on=DAY)
    assert found == decision


# --- Effect --------------------------------------------------------------------------------------


def effect(*verdicts, decision="accepted", plan_matter=True, revised=True):
    return states.effect_state(
        plan_matter=plan_matter, revised=revised, decision=decision, verdicts=verdicts
    )


@pytest.mark.parametrize("revised", [True, False])
def test_effect_of_what_is_not_about_the_plan(revised):
    assert effect("borne out", plan_matter=False, revised=revised) == "not a plan matter"


def test_effect_awaits_a_revised_version_until_one_is_compared():
    assert effect(revised=False) == "awaiting a revised version"
    assert effect("borne out", revised=False) == "awaiting a revised version"


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([], "not yet established"),
        (["borne out"], "incorporated"),
        (["not borne out"], "claimed but not borne out"),
        (["not found"], "claimed but not borne out"),
        (["as stated"], "no change"),
        (["changed without being claimed"], "changed without being claimed"),
        (["borne out", "not borne out"], "incorporated in part"),
        (["borne out", "not found"], "incorporated in part"),
        (["borne out", "as stated"], "incorporated"),
        (["borne out", "changed without being claimed"], "incorporated"),
        (["not borne out", "not found"], "claimed but not borne out"),
        (["not borne out", "as stated"], "claimed but not borne out"),
        (["not borne out", "changed without being claimed"], "claimed but not borne out"),
        (["not found", "as stated"], "claimed but not borne out"),
        (["not found", "changed without being claimed"], "claimed but not borne out"),
        (["as stated", "changed without being claimed"], "changed without being claimed"),
    ],
)
def test_effect_of_one_verdict_or_two(verdicts, expected):
    assert effect(*verdicts) == expected
    assert effect(*reversed(verdicts)) == expected


@pytest.mark.parametrize("decision", [None, *DECISIONS])
def test_effect_accepted_in_part_is_never_whole(decision):
    whole = decision != "accepted in part"
    expected = "incorporated" if whole else "incorporated in part"
    assert effect("borne out", decision=decision) == expected


@pytest.mark.parametrize("decision", DECISIONS)
def test_effect_of_a_broken_promise_does_not_hang_on_the_decision(decision):
    assert effect("not borne out", decision=decision) == "claimed but not borne out"


@pytest.mark.parametrize("decision", DECISIONS)
def test_effect_without_a_change_is_said_once_answered_and_checked(decision):
    assert effect("as stated", decision=decision) == "no change"
    accepts = decision in ("accepted", "accepted in part")
    assert effect(decision=decision) == ("not yet established" if accepts else "no change")


@pytest.mark.parametrize("verdicts", [[], ["as stated"]])
def test_effect_without_an_answer_is_never_no_change(verdicts):
    assert effect(*verdicts, decision=None) == "awaiting a response"


def test_effect_of_a_claim_without_a_place_gives_way_to_what_was_found():
    def placeless(*verdicts):
        return states.effect_state(
            plan_matter=True,
            revised=True,
            decision="accepted",
            verdicts=verdicts,
            claims_a_change_without_place=True,
        )

    assert placeless() == "claimed, place not named"
    assert placeless("as stated") == "claimed, place not named"
    assert placeless("borne out") == "incorporated"
    assert placeless("not borne out") == "claimed but not borne out"


# --- Judgement -----------------------------------------------------------------------------------


def test_judgement_is_open_until_there_is_one():
    assert states.judgement_state(None) == "open"


@pytest.mark.parametrize("decision", Judgement.Decision.values)
def test_judgement_is_the_latest(decision):
    assert states.judgement_state(decision) == decision


# --- Schedule ------------------------------------------------------------------------------------

SOON = DAY + states.DUE_SOON


@pytest.mark.parametrize(
    ("due_on", "answered_on", "expected"),
    [
        (None, None, "no date set"),
        (None, BEFORE, "no date set"),
        (BEFORE, None, "overdue"),
        (DAY, None, "due soon"),
        (SOON, None, "due soon"),
        (SOON + timedelta(days=1), None, "on time"),
        (DAY, BEFORE, "on time"),
        (BEFORE, BEFORE, "on time"),
        (BEFORE, DAY, "answered late"),
        (BEFORE, AFTER, "overdue"),  # on that day the answer had not come
        (AFTER, AFTER, "due soon"),
    ],
)
def test_schedule_state(due_on, answered_on, expected):
    assert states.schedule_state(due_on=due_on, answered_on=answered_on, on=DAY) == expected


# --- Colours -------------------------------------------------------------------------------------


def test_every_state_and_verdict_has_a_colour():
    shown = [*states.Response, *states.Effect, *states.Schedule, *DECISIONS, *VERDICTS]
    shown += Judgement.Decision.values
    assert set(map(str, shown)) <= set(COLOURS)

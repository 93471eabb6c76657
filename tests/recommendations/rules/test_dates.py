"""What the dates of a recommendation keep to, rule by rule and over any dates."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.rules import dates

RAISED, SENT, DUE, LATER = (date(2026, month, 12) for month in (6, 7, 8, 9))
TODAY = date(2026, 8, 20)
DAY = timedelta(days=1)
SENT_OUT = dates.Dates("2026/01", RAISED, SENT, DUE, DUE)
UNSENT = dates.Dates("2026/01", RAISED)
SOME_DAY = st.dates(date(2026, 6, 1), date(2026, 9, 30))


def sending(sent_on, due_on=None):
    return dates.against_sending(UNSENT, sent_on=sent_on, due_on=due_on)


def revising(of=SENT_OUT, *, due_on=LATER, decided_on=TODAY):
    return dates.against_revising(of, due_on=due_on, decided_on=decided_on, today=TODAY)


def setting(of, *, due_on=LATER, decided_on=TODAY):
    return dates.against_setting(of, due_on=due_on, decided_on=decided_on, today=TODAY)


# --- Sending ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent_on", "due_on"), [(RAISED, None), (SENT, DUE), (SENT, SENT), (RAISED, RAISED)]
)
def test_sending_on_the_day_or_later_is_right(sent_on, due_on):
    assert sending(sent_on, due_on) == {}


def test_sending_before_it_was_raised():
    assert sending(RAISED - DAY) == {
        "sent_on": "2026/01 was raised on 12 June 2026. "
        "Enter the day it was sent, which is that day or later"
    }


def test_sending_with_a_due_date_before_the_meeting():
    assert sending(SENT, RAISED - DAY) == {
        "due_on": "2026/01 was raised at the meeting of 12 June 2026. "
        "The response cannot be due before that day"
    }


def test_sending_with_a_due_date_before_it_is_sent():
    assert sending(SENT, SENT - DAY) == {
        "due_on": "The response to 2026/01 must be due on or after the day it was sent, "
        "12 July 2026"
    }


def test_sending_says_all_that_is_wrong():
    assert set(sending(RAISED - DAY, RAISED - DAY)) == {"sent_on", "due_on"}


# --- Revising -----------------------------------------------------------------------------------


@pytest.mark.parametrize("due_on", [SENT, DUE - DAY, LATER])
@pytest.mark.parametrize("decided_on", [RAISED, TODAY])
def test_revising_to_another_day_is_right(due_on, decided_on):
    assert revising(due_on=due_on, decided_on=decided_on) == {}


@pytest.mark.parametrize(
    ("fields", "where", "said"),
    [
        ({"due_on": RAISED - DAY}, "due_on", "cannot be due before that day"),
        ({"due_on": SENT - DAY}, "due_on", "on or after the day it was sent, 12 July 2026"),
        ({"due_on": DUE}, "due_on", "due on that day already"),
        ({"decided_on": TODAY + DAY}, "decided_on", "today or in the past"),
        ({"decided_on": RAISED - DAY}, "decided_on", "raised on 12 June 2026"),
    ],
)
def test_revising_against_a_rule(fields, where, said):
    wrong = revising(**fields)
    assert list(wrong) == [where]
    assert said in wrong[where]


def test_revising_back_to_the_first_day_is_right_once_another_counts():
    assert revising(replace(SENT_OUT, due_on=LATER), due_on=DUE) == {}


def test_revising_on_the_day_of_the_last_revision_or_later_is_right():
    revised = replace(SENT_OUT, due_on=LATER, agreed_on=DUE)
    assert revising(revised, due_on=DUE, decided_on=DUE) == {}
    assert revising(revised, due_on=DUE, decided_on=TODAY) == {}


def test_revising_before_the_last_revision_says_which_day_to_enter():
    revised = replace(SENT_OUT, due_on=LATER, agreed_on=DUE)
    assert revising(revised, due_on=DUE, decided_on=DUE - DAY) == {
        "decided_on": "The panel agreed the present date for 2026/01 on 12 August 2026, and what "
        "it agreed last counts. Enter the day it agreed the new date, which is that day or later"
    }


def test_revising_what_was_not_sent_says_to_send_it():
    assert "Record that it was sent" in revising(UNSENT)[""]


def test_revising_where_no_date_was_set_says_to_set_one():
    assert "Set the first one" in revising(replace(SENT_OUT, first_due_on=None, due_on=None))[""]


def test_revising_after_the_answer_says_it_is_answered():
    wrong = revising(replace(SENT_OUT, answered_on=date(2026, 8, 1)))
    assert wrong[""].startswith("2026/01 was answered on 1 August 2026")


# --- Setting a first date after sending -----------------------------------------------------------


def test_setting_a_first_date_after_sending_is_right():
    assert setting(replace(SENT_OUT, first_due_on=None, due_on=None)) == {}


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (SENT_OUT, "Revise that date instead"),
        (UNSENT, "Record that it was sent"),
        (replace(SENT_OUT, due_on=None, answered_on=DUE), "was answered on"),
    ],
)
def test_setting_a_first_date_where_that_cannot_be(of, said):
    assert said in setting(of)[""]


# --- Over any dates -----------------------------------------------------------------------------


@given(SOME_DAY, SOME_DAY, SOME_DAY, SOME_DAY)
def test_what_is_let_through_is_in_order(raised_on, sent_on, due_on, decided_on):
    unsent = dates.Dates("R1", raised_on)
    if not dates.against_sending(unsent, sent_on=sent_on, due_on=due_on):
        assert raised_on <= sent_on <= due_on
        sent = replace(unsent, sent_on=sent_on, first_due_on=due_on, due_on=due_on)
        later = due_on + DAY
        if not revising(sent, due_on=later, decided_on=decided_on):
            assert raised_on <= decided_on <= TODAY

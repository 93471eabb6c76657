"""Positions worked out from plain facts."""

from datetime import date, timedelta

import pytest

from recommendations.register.positions import (
    Answered,
    Checked,
    Facts,
    Judged,
    Postponed,
    Revised,
    Said,
    positions,
)

DAY = date(2026, 8, 1)
DRAFT, ISSUED = 1, 2
REVISED = (Revised(ISSUED, DRAFT, date(2026, 7, 30)),)


def said(**changes):
    made = Said(
        pk=7,
        row=0,
        reference="2026/07",
        kind="concern",
        route="s.28(3)",
        theme="Roads",
        owner="",
        text="More patrols.",
        sent_on=date(2026, 7, 1),
        due_on=date(2026, 7, 31),
        version=DRAFT,
        plan=1,
        meeting=3,
        raised_on=date(2026, 6, 12),
        is_public=True,
    )
    return made._replace(**changes)


def answered(decision="accepted", dated=date(2026, 7, 20), pk=1):
    return Answered(pk, 0, 7, decision, dated)


def checked(verdict="not borne out", place="2", **changes):
    made = Checked(7, None, place, verdict, is_proposed=True, dated=date(2026, 7, 30))
    return made._replace(**changes)


def judged(decision, on, *, pk=1, is_public=True):
    return Judged(pk, 7, decision, on, is_public)


def one(on=DAY, *, is_public=False, **facts):
    facts.setdefault("said", [said()])
    [found] = positions(Facts(**facts), on=on, is_public=is_public)
    return found


def test_position_of_a_new_recommendation():
    found = one(said=[said(sent_on=None, due_on=None)])
    assert (found.response, found.effect) == ("not sent", "awaiting a revised version")
    assert (found.judgement, found.schedule) == ("open", "no date set")
    assert (found.answer, found.decision, found.slips) == (None, "", 0)
    assert found.is_open
    assert not found.to_confirm


def test_position_of_what_is_not_about_a_plan():
    assert one(said=[said(version=None)]).effect == "not a plan matter"


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
    found = one(on=on)
    assert (found.response, found.schedule) == (response, schedule)


def test_position_goes_by_the_due_date_revised_last():
    slips = [
        Postponed(1, 7, date(2026, 9, 30), date(2026, 7, 20)),
        Postponed(2, 7, date(2026, 9, 1), date(2026, 7, 10)),  # entered later, agreed before
    ]
    found = one(postponed=slips)
    assert (found.first_due_on, found.due_on) == (date(2026, 7, 31), date(2026, 9, 30))
    assert (found.slips, found.response, found.schedule) == (2, "awaiting", "date revised")
    before = one(date(2026, 7, 15), postponed=slips)
    assert (before.due_on, before.slips) == (date(2026, 9, 1), 1)


def test_position_rests_on_the_latest_answer():
    answers = [answered(dated=date(2026, 8, 1), pk=1), answered("noted", date(2026, 7, 5), pk=2)]
    found = one(answered=answers)
    assert (found.response, found.schedule) == ("accepted", "answered late")
    assert (found.answer, found.answered_on) == (1, date(2026, 8, 1))


def test_position_without_an_answer_is_never_no_change():
    assert one(revised=REVISED).effect == "awaiting a response"


def test_position_shows_a_change_claimed_without_a_place():
    placeless = checked("not found", "no place named")
    found = one(answered=[answered()], checked=[placeless], revised=REVISED)
    assert (found.effect, found.to_confirm) == ("claimed, place not named", True)


def test_position_says_nothing_is_to_confirm_once_all_is_decided():
    assert not one(checked=[checked(is_proposed=False)]).to_confirm


def test_position_takes_the_judgement_of_the_latest_meeting():
    judgements = [
        judged("satisfied", DAY),
        judged("not satisfied", DAY - timedelta(days=90), pk=2),  # entered later
        judged("withdrawn", DAY + timedelta(days=1), pk=3),  # yet to come
    ]
    found = one(judged=judgements)
    assert (found.judgement, found.judged_on, found.is_open) == ("satisfied", DAY, False)


def test_position_the_panel_is_not_satisfied_with_stays_open():
    assert one(judged=[judged("not satisfied", DAY)]).is_open


def test_position_for_the_public_leaves_out_a_judgement_under_a_restricted_item():
    judgements = [judged("not satisfied", date(2026, 7, 2)), judged("withdrawn", DAY, pk=2)]
    judgements[1] = judgements[1]._replace(is_public=False)
    assert one(judged=judgements).judgement == "withdrawn"
    assert one(judged=judgements, is_public=True).judgement == "not satisfied"


def test_positions_for_the_public_leave_out_what_was_said_under_a_restricted_item():
    facts = Facts(said=[said(is_public=False)])
    assert not list(positions(facts, on=DAY, is_public=True))
    assert len(list(positions(facts, on=DAY))) == 1


def test_position_leaves_out_what_is_dated_later():
    facts = {
        "answered": [answered()],
        "checked": [checked(response=1)],
        "revised": REVISED,
    }

    def on(day):
        found = one(day, **facts)
        return found.response, found.effect, found.to_confirm

    assert on(date(2026, 7, 19)) == ("awaiting", "awaiting a revised version", False)
    assert on(date(2026, 7, 29)) == ("accepted", "awaiting a revised version", False)
    assert on(date(2026, 7, 30)) == ("accepted", "claimed but not borne out", True)


def test_position_leaves_out_the_outcome_of_a_letter_that_was_still_to_come():
    late = answered(dated=date(2026, 8, 10))
    found = one(answered=[late], checked=[checked(response=1)], revised=REVISED)
    assert (found.effect, found.to_confirm) == ("awaiting a response", False)

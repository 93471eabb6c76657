"""What to do next: for every position that there can be, and every role."""

from dataclasses import dataclass
from datetime import date
from itertools import product

import pytest

from recommendations import states
from recommendations.loop.next_steps import Around, Goal, Looker, Thing, advice

OFFICER, CLERK = Looker(records=True, arranges=True, asks=True), Looker(arranges=True, asks=True)
MEMBER, NOBODY = Looker(asks=True), Looker()
ISSUED, REVISED = Thing(5, "issued plan, 1 September 2026"), Thing(6, "revised draft")
DECEMBER = Thing(9, "11 December 2026")
DUE, ANSWERED = date(2026, 8, 1), date(2026, 7, 20)
DECISIONS = (
    *("accepted", "accepted in part", "not accepted"),
    *("already covered", "deferred", "noted"),
)


@dataclass(frozen=True)
class Stands:
    """As much of a position as the advice asks for."""

    response: str = "accepted"
    decision: str = "accepted"
    effect: str = states.Effect.INCORPORATED
    judgement: str = "open"
    judged_on: date | None = None
    answered_on: date | None = ANSWERED
    due_on: date | None = DUE
    version: int | None = 3
    plan: int | None = 1

    @property
    def is_open(self) -> bool:
        """As of the register's position."""
        return self.judgement in (states.OPEN, states.NOT_SATISFIED)


def unanswered(response, **fields):
    return Stands(response, "", states.Effect.AWAITING_RESPONSE, answered_on=None, **fields)


NOT_SENT = unanswered(states.Response.NOT_SENT, due_on=None)
AWAITING = unanswered(states.Response.AWAITING)
OVERDUE = unanswered(states.Response.OVERDUE)
ALL = [
    Stands(
        response,
        response if response in DECISIONS else "",
        effect,
        judgement,
        judged_on,
        on,
        due_on,
    )
    for response, effect, judgement, due_on in product(
        (*states.Response, *DECISIONS),
        states.Effect,
        ("open", "satisfied", "not satisfied", "superseded", "withdrawn"),
        (None, DUE),
    )
    for judged_on in ((None,) if judgement == "open" else (date(2026, 9, 4),))
    for on in (ANSWERED if response in DECISIONS else None,)
    if due_on or response != states.Response.OVERDUE
]
AROUNDS = [
    Around(confirm, assess, reading_in, meeting, questions)
    for confirm, assess, reading_in, meeting, questions in product(
        ((), (ISSUED,)), ((), (ISSUED,)), (None, REVISED), (None, DECEMBER), ((), ("When?",))
    )
]


def of(stands, looker=OFFICER, **around):
    return advice(stands, looker, Around(**around))


def goals(found):
    return [step.goal for step in (found.main, *found.others) if step]


# --- Everything there can be ----------------------------------------------------------------------


@pytest.mark.parametrize("looker", [OFFICER, CLERK, MEMBER, NOBODY])
def test_every_position_has_a_sentence_and_one_main_thing_at_most(looker):
    for stands, around in product(ALL, AROUNDS):
        found = advice(stands, looker, around)
        assert found.sentence.endswith(".")
        assert found.main or not found.others
        steps = [step for step in (found.main, *found.others) if step]
        assert len(set(steps)) == len(steps)
        assert len(set(found.questions)) == len(found.questions)


def test_officers_always_have_something_to_do():
    assert all(advice(stands, OFFICER, around).main for stands, around in product(ALL, AROUNDS))


def test_only_officers_are_told_to_write():
    writes = {Goal.SEND, Goal.DUE, Goal.READ_LETTER, Goal.CONFIRM, Goal.ASSESS, Goal.JUDGE}
    for looker, stands, around in product((CLERK, MEMBER, NOBODY), ALL, AROUNDS):
        assert not writes & set(goals(advice(stands, looker, around)))


def test_only_members_are_told_what_to_ask():
    for looker, stands, around in product((OFFICER, CLERK, NOBODY), ALL, AROUNDS):
        assert not advice(stands, looker, around).questions


def test_what_the_panel_is_done_with_needs_nothing():
    for stands, around in product((s for s in ALL if not s.is_open), AROUNDS):
        assert "Nothing more has to be done." in advice(stands, MEMBER, around).sentence
        assert advice(stands, MEMBER, around).questions == ()
        assert goals(advice(stands, CLERK, around)) == []
        assert goals(advice(stands, OFFICER, around)) == [Goal.JUDGE]


def test_members_may_ask_about_every_open_answer():
    for stands, around in product((s for s in ALL if s.is_open and s.decision), AROUNDS):
        assert advice(stands, MEMBER, around).questions


# --- Officers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stands", "around", "expected"),
    [
        (NOT_SENT, {}, [Goal.SEND, Goal.JUDGE]),
        (AWAITING, {}, [Goal.READ_LETTER, Goal.DUE, Goal.JUDGE]),
        (OVERDUE, {}, [Goal.READ_LETTER, Goal.DUE, Goal.JUDGE]),
        (Stands(), {"to_confirm": [ISSUED]}, [Goal.CONFIRM, Goal.JUDGE]),
        (Stands(), {"to_assess": [ISSUED]}, [Goal.ASSESS, Goal.JUDGE]),
        (
            Stands(),
            {"to_confirm": [ISSUED], "to_assess": [ISSUED, REVISED]},
            [Goal.CONFIRM, Goal.ASSESS, Goal.ASSESS, Goal.JUDGE],
        ),
        (Stands(effect=states.Effect.AWAITING), {}, [Goal.ARRIVALS, Goal.JUDGE]),
        (
            Stands(effect=states.Effect.AWAITING),
            {"reading_in": REVISED},
            [Goal.FINISH_VERSION, Goal.JUDGE],
        ),
        (Stands(), {}, [Goal.JUDGE]),
        (Stands(judgement="not satisfied", judged_on=date(2026, 9, 4)), {}, [Goal.JUDGE]),
    ],
)
def test_officer_is_told_the_next_step_round_the_loop(stands, around, expected):
    assert goals(of(stands, **around)) == expected


def test_officer_chases_what_is_overdue():
    found = of(OVERDUE)
    assert found.sentence == "The response was due by 1 August 2026 and has not come."
    assert found.main.words == "Chase the response, and read the letter in"


@pytest.mark.parametrize(
    ("due_on", "words"), [(None, "Set a date for the response"), (DUE, "Revise the due date")]
)
def test_officer_sets_or_revises_the_date(due_on, words):
    found = of(unanswered(states.Response.AWAITING, due_on=due_on))
    assert words in [step.words for step in found.others]


def test_steps_name_what_they_lead_to():
    found = of(Stands(), to_confirm=[ISSUED], to_assess=[REVISED])
    assert (found.main.pk, found.main.words) == (5, f"Confirm what the {ISSUED.words} shows")
    assert [(step.goal, step.pk) for step in found.others][:1] == [(Goal.ASSESS, 6)]
    assert of(NOT_SENT).main.pk == 3


# --- Clerks and members -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stands", "meeting", "expected"),
    [
        (Stands(), DECEMBER, [Goal.AGENDA]),
        (OVERDUE, DECEMBER, [Goal.AGENDA]),
        (Stands(), None, [Goal.PLAN_MEETING]),
        (AWAITING, DECEMBER, []),
        (NOT_SENT, None, []),
    ],
)
def test_clerk_puts_it_on_an_agenda(stands, meeting, expected):
    assert goals(of(stands, CLERK, next_meeting=meeting)) == expected


@pytest.mark.parametrize(
    ("stands", "asked"),
    [
        (OVERDUE, "Why has it not come"),
        (Stands(effect=states.Effect.NOT_BORNE_OUT), "Why does it not show?"),
        (Stands(effect=states.Effect.NO_PLACE), "Where is the change?"),
        (Stands(effect=states.Effect.UNCLAIMED), "claims no change. Why?"),
        (Stands("not accepted", "not accepted", states.Effect.NO_CHANGE), "still hold?"),
        (Stands("deferred", "deferred", states.Effect.NO_CHANGE), "When will that be?"),
        (Stands(effect=states.Effect.AWAITING), "When will the revised plan"),
        (Stands(effect=states.Effect.NOT_A_PLAN_MATTER), "since the response?"),
    ],
)
def test_member_is_told_what_to_ask(stands, asked):
    assert any(asked in question for question in of(stands, MEMBER).questions)


def test_member_asks_what_the_officers_suggest_first():
    found = of(Stands(), MEMBER, questions=["When?", "When?"], next_meeting=DECEMBER)
    assert found.questions[0] == "When?"
    assert found.main.words == "Ask at the next meeting: 11 December 2026"


def test_member_has_nothing_to_ask_before_the_answer_is_due():
    assert of(AWAITING, MEMBER, next_meeting=DECEMBER).questions == ()
    assert of(AWAITING, MEMBER, next_meeting=DECEMBER).main is None

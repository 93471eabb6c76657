"""What to do next about a recommendation, for the one who looks. Pure: no database, no addresses.

An officer records, chases, reads in, confirms, assesses; a clerk puts it on an agenda; a member
asks. Each is told one main thing to do, and others below it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from .. import states
from ..rules.dates import in_words


class Goal(StrEnum):
    """Where a step leads; the page knows the address of each."""

    SEND = "send"
    DUE = "due"
    READ_LETTER = "read letter"
    CONFIRM = "confirm"
    ASSESS = "assess"
    JUDGE = "judge"
    FINISH_VERSION = "finish version"
    ARRIVALS = "arrivals"
    AGENDA = "agenda"
    PLAN_MEETING = "plan meeting"


@dataclass(frozen=True)
class Looker:
    """What the one who looks may do: ``records`` as officers, ``arranges`` as clerks; everyone
    else who reads asks."""

    records: bool = False
    arranges: bool = False
    asks: bool = False


@dataclass(frozen=True)
class Thing:
    """A version or a meeting: its number, and what it is called."""

    pk: int
    words: str


@dataclass(frozen=True)
class Around:
    """What a position does not say. ``to_confirm`` and ``to_assess`` are versions, ``reading_in``
    a revised version that is not locked; ``plan`` is the plan's number. ``next_meeting`` is the
    next one to come. ``questions`` are those the officers suggest."""

    to_confirm: Sequence[Thing] = ()
    to_assess: Sequence[Thing] = ()
    reading_in: Thing | None = None
    next_meeting: Thing | None = None
    questions: Sequence[str] = ()


@dataclass(frozen=True)
class NextStep:
    """Something to do: the words of its link, where that leads, and to which thing."""

    goal: Goal
    words: str
    pk: int | None = None


@dataclass(frozen=True)
class Advice:
    """Where things stand in a sentence, the main thing to do (None: there is nothing), what else
    may be done, and the questions to ask."""

    sentence: str
    main: NextStep | None = None
    others: Sequence[NextStep] = field(default_factory=tuple)
    questions: Sequence[str] = field(default_factory=tuple)


def advice(position: Any, looker: Looker, around: Around) -> Advice:
    """What to do next about a recommendation in that position."""
    if looker.records:
        return _one_first(_stands(position, around), list(_for_officer(position, around)))
    if looker.arranges:
        return _one_first(_stands(position, around), list(_for_clerk(position, around)))
    if looker.asks:
        return _for_member(position, around)
    return Advice(_stands(position, around))


def _one_first(sentence: str, steps: Sequence[NextStep]) -> Advice:
    return Advice(sentence, steps[0] if steps else None, tuple(steps[1:]))


# --- Where things stand -------------------------------------------------------------------------


def _stands(position: Any, around: Around) -> str:
    if not position.is_open:
        day = f" on {in_words(position.judged_on)}" if position.judged_on else ""
        return f"The panel decided{day}: {position.judgement}. Nothing more has to be done."
    match position.response:
        case states.Response.NOT_SENT:
            return "It has not been sent yet, so no answer can be expected."
        case states.Response.OVERDUE:
            return f"The response was due by {in_words(position.due_on)} and has not come."
        case states.Response.AWAITING if position.due_on:
            return f"The response is due by {in_words(position.due_on)}."
        case states.Response.AWAITING:
            return "It was sent, and no date has been set for the response."
    return _stands_answered(position, around)


def _stands_answered(position: Any, around: Around) -> str:
    if around.to_confirm:
        return "It has been answered, and what the plan shows waits to be confirmed by an officer."
    if around.to_assess:
        return (
            "It has been answered, and the officers have yet to assess the revised plan against it."
        )
    if _asked_again(position):
        said = "was not satisfied" if position.judgement == states.NOT_SATISFIED else "left it open"
        return f"The panel {said} on {in_words(position.judged_on)}."
    if position.effect == states.Effect.AWAITING:
        return "It has been answered; what the answer led to shows when a revised plan arrives."
    return "It has been answered. The panel has yet to judge it."


def _asked_again(position: Any) -> bool:
    """Whether the panel has looked at it since the answer and is not done with it."""
    judged, answered = position.judged_on, position.answered_on
    return judged is not None and (answered is None or judged >= answered)


# --- Officers -----------------------------------------------------------------------------------


def _for_officer(position: Any, around: Around) -> Iterator[NextStep]:
    judge = NextStep(Goal.JUDGE, "Record the panel’s judgement")
    if not position.is_open:
        yield NextStep(Goal.JUDGE, "Record another judgement")
        return
    if not position.decision:
        yield from _until_answered(position)
        yield judge
        return
    yield from (
        NextStep(Goal.CONFIRM, f"Confirm what the {v.words} shows", v.pk) for v in around.to_confirm
    )
    yield from (
        NextStep(Goal.ASSESS, f"Assess the {v.words} against it", v.pk) for v in around.to_assess
    )
    if around.reading_in is not None:
        words = f"Finish reading in the {around.reading_in.words}"
        yield NextStep(Goal.FINISH_VERSION, words, around.reading_in.pk)
    elif position.effect == states.Effect.AWAITING:
        yield NextStep(Goal.ARRIVALS, "Add the revised version when it arrives", position.plan)
    yield judge


def _until_answered(position: Any) -> Iterator[NextStep]:
    if position.response == states.Response.NOT_SENT:
        yield NextStep(Goal.SEND, "Record that it was sent", position.version)
        return
    chased = position.response == states.Response.OVERDUE
    words = (
        "Chase the response, and read the letter in" if chased else "Read the response letter in"
    )
    yield NextStep(Goal.READ_LETTER, words)
    set_before = position.due_on is not None
    yield NextStep(Goal.DUE, "Revise the due date" if set_before else "Set a date for the response")


# --- Clerks -------------------------------------------------------------------------------------


def _for_clerk(position: Any, around: Around) -> Iterator[NextStep]:
    due_at_a_meeting = position.decision or position.response == states.Response.OVERDUE
    if not position.is_open or not due_at_a_meeting:
        return
    if around.next_meeting is None:
        yield NextStep(Goal.PLAN_MEETING, "Plan the meeting that is to take it up")
    else:
        words = f"See that it is on the agenda: {around.next_meeting.words}"
        yield NextStep(Goal.AGENDA, words, around.next_meeting.pk)


# --- Members ------------------------------------------------------------------------------------

QUESTIONS = {
    states.Effect.NOT_BORNE_OUT: "The response says the plan was changed. Why does it not show?",
    states.Effect.NO_PLACE: "The response says the plan was changed. Where is the change?",
    states.Effect.UNCLAIMED: "The plan changed although the response claims no change. Why?",
    states.Effect.IN_PART: "Part of what was asked for is in the plan. Why not the rest?",
    states.Effect.NOT_ESTABLISHED: "The response accepts the point. What has been done about it?",
    states.Effect.INCORPORATED: "The plan now has it. How will the panel know that it is done?",
}
DECLINED = {
    "not accepted": "The response declines. Does the reason that it gives still hold?",
    "already covered": "The response says the plan covers it. Does what the plan says suffice?",
    "deferred": "It was put off to a later refresh. When will that be?",
    "noted": "The point was noted. What will be done about it?",
}


def _for_member(position: Any, around: Around) -> Advice:
    if not position.is_open:
        return Advice(_stands(position, around))
    asked = tuple(around.questions) + tuple(_to_ask(position))
    main = None
    if asked and around.next_meeting is not None:
        main = NextStep(
            Goal.AGENDA,
            f"Ask at the next meeting: {around.next_meeting.words}",
            around.next_meeting.pk,
        )
    return Advice(_stands(position, around), main, (), tuple(dict.fromkeys(asked)))


def _to_ask(position: Any) -> Iterator[str]:
    if position.response == states.Response.OVERDUE:
        yield "The response is overdue. Why has it not come, and when will it?"
    if not position.decision:
        return
    if found := QUESTIONS.get(position.effect) or DECLINED.get(position.decision):
        yield found
    elif position.effect == states.Effect.AWAITING:
        yield "When will the revised plan come to the panel?"
    else:
        yield "What has been done about it since the response?"

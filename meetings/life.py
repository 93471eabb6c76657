"""A meeting's life: which step is possible when, what keeps it from happening, and what a draft
still lacks. All of it in sentences, for the person who asks.

The states are those of ``Meeting.State``. A draft can go back to being notes; approved minutes
never change, and what a later meeting finds wrong in them is corrected beside them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

PLANNED = "planned"
PUBLISHED = "agenda published"
IN_PROGRESS = "in progress"
DRAFT = "draft minutes"
APPROVED = "approved minutes"
STATES = (PLANNED, PUBLISHED, IN_PROGRESS, DRAFT, APPROVED)
EARLY = time(6)  # until then it is the night after


class Step(Enum):
    """What can be done to a meeting as a whole."""

    BEGIN = "begin"
    CLOSE = "close"
    FINISH = "finish"
    REOPEN = "reopen"
    APPROVE = "approve"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules ask about a meeting; ``day`` and ``today`` are days where the panel is."""

    state: str
    starts_at: datetime
    day: date
    now: datetime
    today: date
    has_entries: bool = False


NOT_IN = {
    Step.BEGIN: {
        PLANNED: "Record first that its agenda is published: then the meeting can begin.",
        IN_PROGRESS: "The meeting has begun already.",
        DRAFT: "The meeting is over: its minutes are a finished draft.",
        APPROVED: "The meeting is over: its minutes are approved.",
    },
    Step.CLOSE: {
        PLANNED: "The meeting has not begun.",
        PUBLISHED: "The meeting has not begun.",
        APPROVED: "The minutes of this meeting are approved, so its record can no longer be "
        "changed.",
    },
    Step.FINISH: {
        DRAFT: "These minutes are a finished draft already.",
        APPROVED: "These minutes are approved already.",
    },
    Step.REOPEN: {
        PLANNED: "These minutes are notes already.",
        PUBLISHED: "These minutes are notes already.",
        IN_PROGRESS: "These minutes are notes already.",
        APPROVED: "Approved minutes never change. A later meeting can agree a correction, which "
        "then stands beside them.",
    },
    Step.APPROVE: {
        PLANNED: "Only minutes that are a finished draft can be approved.",
        PUBLISHED: "Only minutes that are a finished draft can be approved.",
        IN_PROGRESS: "Only minutes that are a finished draft can be approved.",
        APPROVED: "These minutes are approved already.",
    },
    Step.CORRECT: dict.fromkeys(
        (PLANNED, PUBLISHED, IN_PROGRESS, DRAFT),
        "These minutes are not approved yet. Change them, or correct them as they are approved.",
    ),
}


def obstacle(step: Step, facts: Facts) -> str:
    """What keeps a step from happening; empty where it can."""
    if said := NOT_IN[step].get(facts.state):
        return said
    if step is Step.BEGIN and facts.day > facts.today:
        return "The meeting cannot begin before its day."
    if step is Step.BEGIN and is_past_and_minuted(facts):
        return "The meeting is over, and its minutes are here. Finish their draft."
    if step is Step.FINISH:
        return _keeps_notes(facts)
    return ""


def is_past_and_minuted(facts: Facts) -> bool:
    """Whether it was minuted on a day that is over, though nobody said that it began: its minutes
    were brought in, or written up later."""
    return facts.state in (PLANNED, PUBLISHED) and facts.day < facts.today and facts.has_entries


def _keeps_notes(facts: Facts) -> str:
    if facts.state != IN_PROGRESS and facts.starts_at > facts.now:  # it may begin early
        return "The meeting has not been held yet."
    return "" if facts.has_entries else "Nothing is minuted yet."


def obstacle_to_closing_at(closed: time, began: datetime, *, now: datetime) -> str:
    """Why a meeting cannot have closed at that time of the day; a meeting may go on past midnight.
    ``began`` is when it began where the panel is."""
    is_next_day = closed < began.time()
    if is_next_day and closed >= EARLY:
        return "A meeting closes after it began."
    day = began.date() + timedelta(days=1) if is_next_day else began.date()
    if datetime.combine(day, closed, tzinfo=began.tzinfo) > now:
        return "That time is still to come. Say when the meeting closed once it has."
    return ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting that others may refer to: which it is, when it began, and how far its minutes
    are."""

    pk: int
    starts_at: datetime
    day: date
    state: str


def obstacle_to_agreeing(of: Sitting, at: Sitting, *, today: date) -> str:
    """Why one meeting cannot have approved or corrected the minutes of another."""
    if at.pk == of.pk:
        return "A meeting does not approve its own minutes. Choose a later one."
    if at.starts_at <= of.starts_at:
        return "Choose a meeting that was held after the one these minutes are of."
    if at.day > today:
        return "That meeting has not been held yet."
    if at.state == APPROVED:
        return "The minutes of that meeting are approved themselves, so nothing can be added."
    return ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is asked about a draft before it is finished: the numbers of the items or minutes that
    lack something, whether it is said who was there and when the meeting closed, and the days of
    later meetings whose finished minutes have some of the same numbers."""

    without_owner: Sequence[str] = ()
    still_excluding: Sequence[str] = ()
    without_summary: Sequence[str] = ()
    has_attendance: bool = True
    is_closed: bool = True
    quorum: str = ""
    numbered_alike: Sequence[str] = ()
    without_circumstances: Sequence[str] = ()


def missing(draft: Draft) -> list[str]:
    """What a draft still lacks, in sentences. None of it keeps it from being finished."""
    lacks = []
    if not draft.has_attendance:
        lacks.append("It is not recorded who was there.")
    if draft.quorum:
        lacks.append(draft.quorum)
    if not draft.is_closed:
        lacks.append("It is not said when the meeting closed.")
    lacks += [f"Minute {number} does not say who is to do it." for number in draft.without_owner]
    lacks += [
        f"The public was excluded by minute {number}, and it is not minuted when they were let in "
        "again. What follows, to the end of the meeting, is not for publication. Did they come "
        "back?"
        for number in draft.still_excluding
    ]
    lacks += [
        f"Item {number} has no summary for the public, who may not read its minutes "
        "(Local Government Act 1972, section 100C(2))."
        for number in draft.without_summary
    ]
    lacks += [
        f"Item {number} came too late to be published in time, and the special circumstances that "
        "made it urgent are not stated (Local Government Act 1972, section 100B(4)(b))."
        for number in draft.without_circumstances
    ]
    lacks += [
        f"Some of its minutes have the same numbers as those of the meeting on {day}, which are "
        "finished. Set the number that these begin with, or take those back to notes."
        for day in draft.numbered_alike
    ]
    return lacks


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the five states: passed, the present one, or to come."""

    state: str
    is_done: bool
    is_current: bool


def stages(state: str) -> list[Stage]:
    """The five states in their order, seen from the present one."""
    here = STATES.index(state)
    return [Stage(each, place < here, place == here) for place, each in enumerate(STATES)]

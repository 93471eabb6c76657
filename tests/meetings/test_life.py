"""The steps of a meeting's life, and what keeps each from happening."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from meetings.life import (
    APPROVED,
    DRAFT,
    IN_PROGRESS,
    PLANNED,
    PUBLISHED,
    STATES,
    Draft,
    Facts,
    Sitting,
    Step,
    missing,
    obstacle,
    obstacle_to_agreeing,
    obstacle_to_closing_at,
    stages,
)

STARTS = datetime(2026, 12, 11, 10, 30, tzinfo=UTC)
POSSIBLE = {
    PLANNED: {Step.FINISH},
    PUBLISHED: {Step.BEGIN, Step.FINISH},
    IN_PROGRESS: {Step.CLOSE, Step.FINISH},
    DRAFT: {Step.CLOSE, Step.REOPEN, Step.APPROVE},
    APPROVED: {Step.CORRECT},
}


def facts(state, *, after=timedelta(hours=3), has_entries=True):
    now = STARTS + after
    return Facts(state, STARTS, STARTS.date(), now, now.date(), has_entries)


@pytest.mark.parametrize("state", STATES)
def test_each_state_has_its_steps(state):
    possible = {step for step in Step if not obstacle(step, facts(state))}
    assert possible == POSSIBLE[state]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("step", Step)
def test_what_keeps_a_step_from_happening_is_a_sentence(state, step):
    said = obstacle(step, facts(state))
    assert not said or (said[0].isupper() and said.endswith("."))


def test_a_meeting_begins_on_its_day():
    assert "before its day" in obstacle(Step.BEGIN, facts(PUBLISHED, after=-timedelta(days=1)))
    assert not obstacle(Step.BEGIN, facts(PUBLISHED, after=-timedelta(minutes=20)))


def test_a_draft_is_finished_once_the_meeting_was_held_and_something_is_minuted():
    early = facts(PUBLISHED, after=-timedelta(minutes=1))
    assert obstacle(Step.FINISH, early) == "The meeting has not been held yet."
    assert obstacle(Step.FINISH, facts(IN_PROGRESS, has_entries=False)) == "Nothing is minuted yet."


def test_a_meeting_in_progress_has_begun_whatever_its_clock():
    assert obstacle(Step.FINISH, facts(IN_PROGRESS, after=-timedelta(hours=1))) == ""


@pytest.mark.parametrize("state", [PLANNED, PUBLISHED])
def test_minutes_of_a_day_that_is_over_are_finished_and_do_not_begin(state):
    past = facts(state, after=timedelta(days=3))
    assert not obstacle(Step.FINISH, past)
    assert obstacle(Step.BEGIN, past)


@pytest.mark.parametrize(("at", "is_refused"), [(time(12), 0), (time(9), 1), (time(0, 20), 0)])
def test_a_meeting_closes_after_it_began_or_in_the_night(at, is_refused):
    now = STARTS + timedelta(days=2)
    assert bool(obstacle_to_closing_at(at, STARTS, now=now)) == is_refused


@pytest.mark.parametrize(("at", "is_refused"), [(time(11), 0), (time(12), 1), (time(0, 20), 1)])
def test_a_meeting_does_not_close_in_the_future(at, is_refused):
    now = STARTS + timedelta(hours=1)
    assert ("to come" in obstacle_to_closing_at(at, STARTS, now=now)) == is_refused


JUNE = Sitting(1, datetime(2026, 6, 12, 9, tzinfo=UTC), date(2026, 6, 12), DRAFT)
SEPTEMBER = Sitting(2, datetime(2026, 9, 25, 9, tzinfo=UTC), date(2026, 9, 25), IN_PROGRESS)


def agreeing(of, at, today=date(2026, 9, 25)):
    return obstacle_to_agreeing(of, at, today=today)


def test_minutes_are_approved_by_a_later_meeting():
    assert agreeing(JUNE, SEPTEMBER) == ""
    assert "its own minutes" in agreeing(JUNE, JUNE)
    assert "after the one" in agreeing(SEPTEMBER, JUNE)
    assert "not been held" in agreeing(JUNE, SEPTEMBER, today=date(2026, 9, 24))
    done = Sitting(2, SEPTEMBER.starts_at, SEPTEMBER.day, APPROVED)
    assert "approved themselves" in agreeing(JUNE, done)


def test_a_draft_that_lacks_nothing_has_nothing_said_of_it():
    assert missing(Draft()) == []


def test_what_a_draft_lacks_is_said_each_in_a_sentence():
    lacks = missing(
        Draft(
            without_owner=["7.2"],
            still_excluding=["9.1"],
            without_summary=["9"],
            has_attendance=False,
            is_closed=False,
            quorum="The quorum is 3 of 12 members.",
            numbered_alike=["25 September 2026"],
            without_circumstances=["8"],
        )
    )
    assert lacks == [
        "It is not recorded who was there.",
        "The quorum is 3 of 12 members.",
        "It is not said when the meeting closed.",
        "Minute 7.2 does not say who is to do it.",
        "The public was excluded by minute 9.1, and it is not minuted when they were let in "
        "again. What follows, to the end of the meeting, is not for publication. Did they come "
        "back?",
        "Item 9 has no summary for the public, who may not read its minutes (Local Government "
        "Act 1972, section 100C(2)).",
        "Item 8 came too late to be published in time, and the special circumstances that made it "
        "urgent are not stated (Local Government Act 1972, section 100B(4)(b)).",
        "Some of its minutes have the same numbers as those of the meeting on 25 September 2026, "
        "which are finished. Set the number that these begin with, or take those back to notes.",
    ]


def test_the_stages_are_seen_from_the_present_one():
    seen = stages(IN_PROGRESS)
    assert [stage.state for stage in seen] == list(STATES)
    assert [stage.is_done for stage in seen] == [True, True, False, False, False]
    assert [stage.state for stage in seen if stage.is_current] == [IN_PROGRESS]

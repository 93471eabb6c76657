"""The steps of a meeting's life, each with its history."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from meetings import actions
from meetings.models import Meeting
from pcp_scrutiny import history
from tests.factories.meetings import MeetingFactory, MinuteEntryFactory

JUNE = datetime(2026, 6, 12, 9, tzinfo=UTC)


def why(meeting):
    return meeting.history.latest().history_change_reason


def test_begin_meeting_is_on_its_day(officer):
    meeting = MeetingFactory(state="agenda published")
    with pytest.raises(ValidationError, match="before its day"):
        actions.begin_meeting(meeting, by=officer, now=meeting.starts_at - timedelta(days=1))
    begun = actions.begin_meeting(meeting, by=officer, now=meeting.starts_at - timedelta(minutes=5))
    assert begun.state == Meeting.State.IN_PROGRESS
    assert why(begun) == "Meeting begun"


def test_begin_meeting_follows_the_publication_of_its_agenda(officer):
    with pytest.raises(ValidationError, match="agenda is published"):
        actions.begin_meeting(MeetingFactory(starts_at=JUNE), by=officer)


def test_begin_meeting_happens_once(officer):
    meeting = MeetingFactory(state="agenda published", starts_at=JUNE)
    actions.begin_meeting(meeting, by=officer)
    with pytest.raises(ValidationError, match="begun already"):
        actions.begin_meeting(meeting, by=officer)


def test_close_meeting_says_when_and_can_be_put_right(officer):
    meeting = MeetingFactory(state="in progress", starts_at=JUNE)
    actions.close_meeting(meeting, at=time(12, 40), by=officer)
    closed = actions.close_meeting(meeting, at=time(12, 45), by=officer)
    assert closed.closed_at == time(12, 45)
    assert why(closed) == "Meeting closed at 12:45pm"


def test_close_meeting_is_after_it_began(officer):
    meeting = MeetingFactory(state="in progress", starts_at=JUNE)
    with pytest.raises(ValidationError, match="after it began"):
        actions.close_meeting(meeting, at=time(9, 15), by=officer)  # it began at 10 in June
    with pytest.raises(ValidationError, match="has not begun"):
        actions.close_meeting(MeetingFactory(), at=time(12), by=officer)


def test_close_meeting_follows_an_early_beginning_and_the_clock(officer):
    meeting = MeetingFactory(state="agenda published")
    early = timezone.localtime(meeting.starts_at) - timedelta(minutes=50)
    with history.as_at(early):
        actions.begin_meeting(meeting, by=officer, now=early)
    at = (early + timedelta(minutes=20)).time()
    with pytest.raises(ValidationError, match="still to come"):
        actions.close_meeting(meeting, at=at, by=officer, now=early + timedelta(minutes=10))
    closed = actions.close_meeting(meeting, at=at, by=officer, now=early + timedelta(minutes=30))
    assert closed.closed_at == at


def test_close_meeting_is_not_overwritten(officer, clerk):
    meeting = MeetingFactory(state="in progress", starts_at=JUNE)
    seen = history.stamp(meeting)
    actions.close_meeting(meeting, at=time(12, 40), by=clerk)
    with pytest.raises(history.Stale):
        actions.close_meeting(meeting, at=time(13), by=officer, seen=seen)


def test_finish_minutes_makes_them_a_draft_and_fixes_their_numbers(officer):
    meeting = MinuteEntryFactory(item__meeting__starts_at=JUNE).item.meeting
    finished = actions.finish_minutes(meeting, by=officer)
    assert finished.state == Meeting.State.DRAFT_MINUTES
    assert finished.numbered == "item"
    assert why(finished) == "Draft minutes finished"


def test_finish_minutes_needs_something_minuted(officer):
    with pytest.raises(ValidationError, match="Nothing is minuted"):
        actions.finish_minutes(MeetingFactory(starts_at=JUNE), by=officer)


def test_finish_minutes_is_after_the_meeting_began(officer):
    meeting = MinuteEntryFactory(item__meeting__state="agenda published").item.meeting
    with pytest.raises(ValidationError, match="not been held yet"):
        actions.finish_minutes(meeting, by=officer, now=meeting.starts_at - timedelta(minutes=1))
    assert actions.finish_minutes(meeting, by=officer, now=meeting.starts_at)


def test_finish_minutes_happens_once(officer):
    meeting = MinuteEntryFactory(item__meeting__state="draft minutes").item.meeting
    with pytest.raises(ValidationError, match="already"):
        actions.finish_minutes(meeting, by=officer)


def test_reopen_minutes_makes_a_draft_notes_and_says_why(officer):
    meeting = MeetingFactory(state="draft minutes", starts_at=JUNE, numbered="item")
    notes = actions.reopen_minutes(meeting, why="Item 4 was left out.", by=officer)
    assert (notes.state, notes.numbered) == (Meeting.State.IN_PROGRESS, "")
    assert why(notes) == "Back to notes: Item 4 was left out."
    with pytest.raises(ValidationError, match="notes already"):
        actions.reopen_minutes(meeting, why="Again.", by=officer)


def test_reopen_minutes_leaves_approved_ones_alone(officer):
    meeting = MeetingFactory(state="approved minutes", approved_at=JUNE)
    with pytest.raises(ValidationError, match="never change"):
        actions.reopen_minutes(meeting, why="x", by=officer)

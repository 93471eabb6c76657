"""Meetings in people's own calendars."""

from datetime import UTC, date, datetime, timedelta

import pytest

from meetings.plugs.calendars import meetings_of_the_panel
from pcp_scrutiny import calendars, history
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PaperFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


def entries(on=DAY):
    return list(meetings_of_the_panel(on))


def test_meeting_stands_with_its_time_and_place():
    meeting = MeetingFactory(title="The panel", how_to_attend="Watch it **online**.")
    [entry] = entries()
    assert (entry.uid, entry.title) == (f"meeting-{meeting.pk}", "The panel")
    assert (entry.start, entry.length) == (meeting.starts_at, timedelta(hours=2))
    assert (entry.place, entry.text) == ("Council Chamber", "Watch it online.")
    assert entry.path == meeting.get_absolute_url()


def test_changed_meeting_keeps_its_name_and_counts_up():
    meeting = MeetingFactory()
    [first] = entries()
    meeting.venue = "County Hall"
    history.save(meeting, by=None, why="For a test")
    [second] = entries()
    assert (first.uid, first.sequence) == (second.uid, 0)
    assert (second.sequence, second.place) == (1, "County Hall")
    assert second.changed == meeting.history.latest().history_date > first.changed


def test_meeting_that_was_deleted_is_gone():
    history.delete(MeetingFactory(), by=None, why="For a test")
    assert entries() == []


def test_past_year_stays_and_what_was_before_goes():
    for at in (datetime(2025, 11, 20, 10, tzinfo=UTC), datetime(2025, 11, 24, 10, tzinfo=UTC)):
        MeetingFactory(starts_at=at)
    [entry] = entries()
    assert entry.start.day == 24


def test_entry_says_nothing_of_the_agenda():
    item = AgendaItemFactory(meeting=MeetingFactory(), title="A complaint", restricted_under=1)
    PaperFactory(item=item, title="About a person")
    [entry] = entries()
    assert "complaint" not in str(entry).lower()
    assert "About a person" not in str(entry)


def test_meetings_are_asked_for_their_entries():
    meeting = MeetingFactory()
    assert f"meeting-{meeting.pk}" in [entry.uid for entry in calendars.gather(DAY)]


@pytest.mark.parametrize("number", [1, 3])
def test_entries_take_a_fixed_number_of_queries(number, django_assert_num_queries):
    for _ in range(number):
        MeetingFactory()
    with django_assert_num_queries(2):
        assert len(entries()) == number

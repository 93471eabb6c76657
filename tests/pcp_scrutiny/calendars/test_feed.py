"""The feed as calendar programs read it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_scrutiny.calendars import Event
from pcp_scrutiny.calendars.feed import as_ics

LONDON = ZoneInfo("Europe/London")
CHANGED = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)


def event(**fields):
    usual = {"uid": "meeting-3", "title": "The panel", "changed": CHANGED, "path": "/meetings/3/"}
    return Event(**usual | {"start": datetime(2026, 6, 12, 9, 30, tzinfo=UTC)} | fields)


def read(*events):
    calendar = icalendar.Calendar.from_ical(as_ics(events, name="The panel"))
    return calendar, list(calendar.walk("VEVENT"))


def test_feed_names_its_calendar_and_asks_programs_to_look_again():
    calendar, [] = read()
    assert (calendar["VERSION"], calendar["X-WR-CALNAME"]) == ("2.0", "The panel")
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=4)
    assert calendar["PRODID"]


def test_meeting_is_at_its_time_in_london():
    _, [entry] = read(event(length=timedelta(hours=2), place="Council Chamber", sequence=4))
    assert entry["DTSTART"].params["TZID"] == "Europe/London"
    assert entry.start == datetime(2026, 6, 12, 10, 30, tzinfo=LONDON)
    assert entry.end - entry.start == timedelta(hours=2)
    assert (entry["LOCATION"], entry["SEQUENCE"]) == ("Council Chamber", 4)
    assert entry["LAST-MODIFIED"].dt == entry["DTSTAMP"].dt == CHANGED


@pytest.mark.parametrize(("month", "hours"), [(1, 0), (6, 1), (11, 0)])
def test_zone_says_by_its_rule_when_summer_time_is(month, hours):
    """Programs that do not know the zone by name work it out from its observances."""
    calendar, _ = read()
    [zone] = calendar.walk("VTIMEZONE")
    worked_out = zone.to_tz(lookup_tzid=False)
    offset = datetime(2031, month, 15, 12, tzinfo=worked_out).utcoffset()
    assert offset == timedelta(hours=hours)


def test_zone_changes_on_the_right_sunday():
    calendar, _ = read()
    [zone] = calendar.walk("VTIMEZONE")
    worked_out = zone.to_tz(lookup_tzid=False)
    for day in (datetime(2026, 3, 28), datetime(2026, 3, 30), datetime(2026, 10, 26)):
        assert day.replace(tzinfo=worked_out).utcoffset() == day.replace(tzinfo=LONDON).utcoffset()


def test_date_lasts_the_whole_day_and_keeps_nobody_busy():
    _, [entry] = read(event(start=date(2026, 9, 1)))
    assert entry["DTSTART"].params["VALUE"] == "DATE"
    assert (entry.start, entry.end) == (date(2026, 9, 1), date(2026, 9, 2))
    assert entry["TRANSP"] == "TRANSPARENT"


def test_entry_is_named_for_good_and_leads_to_its_page(settings):
    settings.SITE_ADDRESS = "https://panel.example"
    _, [entry] = read(event(text="The gallery is open."))
    assert entry["UID"] == "meeting-3@panel.example"
    assert entry["URL"] == "https://panel.example/meetings/3/"
    assert entry["DESCRIPTION"] == "The gallery is open.\n\nhttps://panel.example/meetings/3/"


def test_same_events_give_the_same_bytes():
    assert as_ics([event()], name="P") == as_ics([event()], name="P")


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=200)


@given(TEXT, TEXT)
def test_any_words_come_back_as_they_went_in(title, place):
    _, [entry] = read(event(title=title, place=place))
    assert entry["SUMMARY"] == title
    assert entry.get("LOCATION", "") == place


@given(TEXT)
def test_lines_are_no_longer_than_the_standard_allows(title):
    """RFC 5545, 3.1: 75 octets, and lines end with CR and LF."""
    lines = as_ics([event(title=title)], name="P").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)

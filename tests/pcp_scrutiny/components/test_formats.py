"""Dates, times, counts and sizes as GOV.UK writes them."""

from datetime import UTC, date, datetime, time

import pytest

from pcp_scrutiny.components.templatetags import formats


def test_date_gds_writes_the_month_out():
    assert formats.date_gds(date(2017, 3, 2)) == "2 March 2017"


def test_date_gds_takes_the_day_in_the_current_time_zone():
    assert formats.date_gds(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == "1 July 2026"


@pytest.mark.parametrize(
    ("clock", "written"),
    [
        (time(10, 30), "10:30am"),
        (time(17), "5pm"),
        (time(0), "midnight"),
        (time(0, 5), "12:05am"),
        (time(12), "midday"),
        (time(12, 5), "12:05pm"),
    ],
)
def test_time_gds_uses_the_twelve_hour_clock(clock, written):
    assert formats.time_gds(clock) == written


def test_datetime_gds_joins_day_and_time_in_the_current_time_zone():
    moment = datetime(2026, 6, 2, 9, 30, tzinfo=UTC)
    assert formats.datetime_gds(moment) == "2 June 2026 at 10:30am"


@pytest.mark.parametrize("of", [formats.date_gds, formats.time_gds, formats.datetime_gds])
def test_nothing_is_written_as_nothing(of):
    assert of(None) == ""


@pytest.mark.parametrize(
    ("value", "noun", "written"),
    [
        (0, "recommendation", "0 recommendations"),
        (1, "recommendation", "1 recommendation"),
        (1200, "word", "1,200 words"),
        (2, "reply", "2 replies"),
        (2, "day", "2 days"),
        (2, "clear day", "2 clear days"),
        (2, "match", "2 matches"),
        (3, "person", "3 people"),
        (2, "addendum,addenda", "2 addenda"),
        (["a", "b"], "paper", "2 papers"),
    ],
)
def test_count_agrees_with_its_number(value, noun, written):
    assert formats.count(value, noun) == written


@pytest.mark.parametrize(
    ("size", "written"),
    [
        (1, "1 byte"),
        (512, "512 bytes"),
        (1024, "1KB"),
        (1536, "1.5KB"),
        (421_888, "412KB"),
        (1_048_576, "1MB"),
        (25 * 1024**2, "25MB"),
        (3 * 1024**3, "3GB"),
    ],
)
def test_filesize_gds_rounds_to_what_matters(size, written):
    assert formats.filesize_gds(size) == written

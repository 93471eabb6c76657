"""Clear days, by hand-counted calendars and by properties that hold for every date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings import notice

DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2035, 12, 31))
NATIONS = st.sampled_from(["ENG", "WLS"])


@pytest.mark.parametrize(
    ("meeting", "days", "nation", "publish_by"),
    [
        # An ordinary week: Friday, with Thursday to Monday and the Friday before between.
        (date(2026, 12, 11), 5, "ENG", date(2026, 12, 3)),
        # Wales gives three.
        (date(2026, 12, 11), 3, "WLS", date(2026, 12, 7)),
        # Easter 2026: Good Friday is 3 April, Easter Monday 6 April.
        (date(2026, 4, 10), 5, "ENG", date(2026, 3, 31)),
        (date(2026, 4, 8), 5, "ENG", date(2026, 3, 27)),
        # Christmas 2026: the 25th is a Friday, and Boxing Day's holiday is Monday the 28th.
        (date(2026, 12, 31), 5, "ENG", date(2026, 12, 21)),
        (date(2026, 12, 29), 5, "WLS", date(2026, 12, 17)),
        # New Year's Day 2027 is a Friday.
        (date(2027, 1, 6), 5, "ENG", date(2026, 12, 24)),
        # A holiday given once: the funeral on Monday 19 September 2022.
        (date(2022, 9, 23), 5, "ENG", date(2022, 9, 14)),
        # A meeting on a Monday: the weekend before it does not count.
        (date(2026, 6, 15), 5, "ENG", date(2026, 6, 5)),
    ],
)
def test_last_day_to_publish_leaves_the_clear_days(meeting, days, nation, publish_by):
    assert notice.last_day_to_publish(meeting, days=days, nation=nation) == publish_by
    assert notice.clear_days(publish_by, meeting, nation=nation) == days


@pytest.mark.parametrize(
    ("published", "given_days"),
    [
        (date(2026, 12, 3), 5),
        (date(2026, 12, 4), 4),
        (date(2026, 12, 9), 1),
        (date(2026, 12, 10), 0),
        (date(2026, 12, 11), 0),
        (date(2026, 12, 20), 0),
    ],
)
def test_clear_days_leave_out_both_ends(published, given_days):
    assert notice.clear_days(published, date(2026, 12, 11), nation="ENG") == given_days


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
        (date(2026, 12, 26), False),  # a Saturday besides
        (date(2026, 12, 28), False),
        (date(2026, 3, 17), True),  # a holiday in Northern Ireland only
        (date(2026, 11, 30), True),  # a holiday in Scotland only
    ],
)
def test_counts_knows_weekends_and_the_nations_holidays(day, expected):
    assert notice.counts(day, "ENG") is expected
    assert notice.counts(day, "WLS") is expected


@given(meeting=DAYS, days=st.integers(0, 15), nation=NATIONS)
def test_last_day_to_publish_is_the_last(meeting, days, nation):
    by = notice.last_day_to_publish(meeting, days=days, nation=nation)
    assert by < meeting
    assert notice.counts(by, nation)
    assert notice.clear_days(by, meeting, nation=nation) == days
    following = by + timedelta(days=1)
    while not notice.counts(following, nation):
        following += timedelta(days=1)
    assert following >= meeting or notice.clear_days(following, meeting, nation=nation) < days


@pytest.mark.parametrize(
    ("on", "left"),
    [
        (date(2026, 12, 3), 0),
        (date(2026, 12, 4), 0),
        (date(2026, 12, 2), 1),
        (date(2026, 11, 30), 3),
        (date(2026, 11, 28), 4),  # a Saturday
        (date(2026, 11, 26), 5),
    ],
)
def test_working_days_left_count_the_last_and_not_today(on, left):
    assert notice.working_days_left(on, date(2026, 12, 3), nation="ENG") == left


def test_bank_holidays_have_their_names():
    assert notice.bank_holidays(2026, "ENG")[date(2026, 12, 25)] == "Christmas Day"

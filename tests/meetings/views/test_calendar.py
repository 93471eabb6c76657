"""The calendar: what is to come and what was, a year, a month."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.meetings import MeetingFactory


def page_of(response):
    return " ".join(response.content.decode().split())


def on(year, month, day):
    return MeetingFactory(
        venue=f"Hall of {year}-{month}", starts_at=datetime(year, month, day, 10, tzinfo=UTC)
    )


def test_past_meetings_are_those_of_the_last_year_that_had_any(member, client_of):
    on(2019, 5, 8), on(2020, 1, 8), on(2020, 3, 4)
    page = page_of(client_of(member).get(reverse("meetings:list")))
    assert page.index("Past meetings, 2020") < page.index("March 2020") < page.index("January 2020")
    assert "Hall of 2019" not in page
    assert reverse("meetings:year", args=[2019]) in page
    assert reverse("calendars:address") in page


def test_a_year_has_its_meetings_and_leads_to_the_next(member, client_of):
    on(2018, 5, 8), on(2020, 1, 8), on(2021, 1, 1)
    page = page_of(client_of(member).get(reverse("meetings:year", args=[2020])))
    assert "Hall of 2020-1" in page
    assert "Hall of 2021" not in page
    assert f'href="{reverse("meetings:year", args=[2018])}" rel="prev"' in page
    assert f'href="{reverse("meetings:year", args=[2021])}" rel="next"' in page


def test_a_month_shows_meetings_holidays_and_last_days_to_publish(clerk, client_of):
    held, next_one = on(2099, 12, 11), on(2100, 1, 6)
    page = page_of(client_of(clerk).get(reverse("meetings:month", args=[2099, 12])))
    assert held.get_absolute_url() in page
    assert "Christmas Day" in page
    assert "Last day to publish the agenda for" in page
    assert page.count(held.get_absolute_url()) == 2
    assert page.count(next_one.get_absolute_url()) == 1  # only the last day for it


def test_a_month_without_meetings_says_so(member, client_of):
    page = page_of(client_of(member).get(reverse("meetings:month", args=[2020, 2])))
    assert "No meeting is held in this month." in page


def test_an_evening_is_on_its_own_day_in_summer(member, client_of):
    MeetingFactory(starts_at=datetime(2026, 5, 31, 23, 30, tzinfo=UTC))  # half past midnight
    june = page_of(client_of(member).get(reverse("meetings:month", args=[2026, 6])))
    assert "12:30am" in june


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("year", [1850]),
        ("year", [9999]),
        ("month", [2026, 13]),
        ("month", [2026, 0]),
        ("month", [1, 1]),
    ],
)
def test_there_is_no_page_outside_the_calendar(member, client_of, name, where):
    assert client_of(member).get(reverse(f"meetings:{name}", args=where)).status_code == 404


@pytest.mark.parametrize("where", [[1900, 1], [2200, 12]])
def test_the_calendar_has_ends(member, client_of, where):
    page = page_of(client_of(member).get(reverse("meetings:month", args=where)))
    assert ('rel="prev"' in page) != ('rel="next"' in page)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("name", "where", "queries"), [("year", 1, 5), ("month", 2, 5)])
def test_the_calendar_costs_the_same_for_more(
    member, client_of, rows, name, where, queries, django_assert_num_queries
):
    now = timezone.now()
    for _ in range(rows):
        MeetingFactory(starts_at=now)
    client = client_of(member)
    with django_assert_num_queries(queries):
        client.get(reverse(f"meetings:{name}", args=[now.year, now.month][:where]))

"""What comes late, by how much, and what is asked of it. The meeting is on Friday 11 December 2026:
five clear days are given until Thursday 3 December."""

from datetime import date
from types import SimpleNamespace

import pytest

from meetings.agenda import publication


def day(number):
    return date(2026, 12, number)


def clock(published=2, days=5, nation="ENG"):
    return publication.Clock(day(11), published and day(published), days, nation)


def item(**fields):
    usual = {"is_urgent": False, "special_circumstances": "", "published_on": None}
    return SimpleNamespace(**usual | fields)


def paper(**fields):
    usual = {"is_to_follow": False, "received_on": None, "published_on": None, "late_reason": ""}
    return SimpleNamespace(**usual | fields)


def faults(one, of=None, at=None, *, comes_new=True):
    return publication.faults_of_paper(one, of or item(), at or clock(), comes_new=comes_new)


def test_an_item_of_the_published_agenda_needs_nothing():
    assert publication.faults_of_item(item(), clock(published=None)) == {}


def test_an_item_that_comes_later_is_told_both_ways_out():
    (said,) = publication.faults_of_item(item(), clock()).values()
    assert "published on Wednesday 2 December 2026 without this item" in said
    assert "Thursday 3 December 2026 or earlier; or tick that it is urgent" in said


def test_an_item_published_too_late_is_told_by_how_much():
    found = publication.faults_of_item(item(published_on=day(8)), clock())
    assert "it has 2 clear days of notice. There are two ways out" in found["published_on"]


@pytest.mark.parametrize(
    "fields",
    [
        {"published_on": day(3)},
        {"is_urgent": True, "special_circumstances": "Why"},
        {"is_urgent": True, "special_circumstances": "Why", "published_on": day(10)},
    ],
)
def test_an_item_comes_later_in_time_or_as_urgent(fields):
    assert publication.faults_of_item(item(**fields), clock()) == {}


@pytest.mark.parametrize(
    ("fields", "published", "where"),
    [
        ({"is_urgent": True, "special_circumstances": " "}, None, "special_circumstances"),
        ({"special_circumstances": "Why"}, None, "is_urgent"),
        ({"published_on": day(3)}, None, "published_on"),
        ({"published_on": day(1)}, 2, "published_on"),
    ],
)
def test_what_does_not_fit_an_item_is_said_where_it_is(fields, published, where):
    assert list(publication.faults_of_item(item(**fields), clock(published))) == [where]


def test_wales_gives_three_clear_days():
    three = clock(days=3, nation="WLS")
    assert publication.faults_of_item(item(published_on=day(7)), three) == {}
    assert publication.faults_of_item(item(published_on=day(8)), three)


def test_days_to_read_are_counted_from_publication():
    read = publication.reading(paper(), item(), clock())
    assert (read.published, read.clear_days, read.days) == (day(2), 6, 9)
    assert (read.short_by, read.is_late) == (0, False)


def test_a_late_paper_says_how_many_days_it_leaves():
    read = publication.reading(paper(published_on=day(8), received_on=day(7)), item(), clock())
    assert (read.clear_days, read.days, read.short_by) == (2, 3, 3)
    assert (read.received_late_by, read.is_late) == (2, True)


def test_a_paper_is_as_late_as_its_item():
    read = publication.reading(paper(), item(published_on=day(8)), clock())
    assert (read.published, read.is_late) == (day(8), True)


def test_a_paper_is_not_late_by_itself_with_a_late_agenda():
    read = publication.reading(paper(), item(), clock(published=8))
    assert (read.short_by, read.is_late) == (3, False)


@pytest.mark.parametrize(("number", "late_by"), [(3, 0), (4, 1), (7, 2)])
def test_a_paper_is_received_late_after_the_last_day_to_publish(number, late_by):
    read = publication.reading(paper(received_on=day(number)), item(), clock(published=None))
    assert read.received_late_by == late_by
    assert read.published is None


def test_a_paper_to_follow_is_not_out():
    assert publication.reading(paper(is_to_follow=True), item(), clock()).published is None


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"is_to_follow": True, "published_on": day(8)}, "is_to_follow"),
        ({"received_on": day(9), "published_on": day(8)}, "received_on"),
        ({"published_on": day(1)}, "published_on"),
        ({}, "published_on"),
        ({"published_on": day(8)}, "late_reason"),
        ({"received_on": day(4), "is_to_follow": True}, "late_reason"),
    ],
)
def test_what_does_not_fit_a_paper_is_said_where_it_is(fields, where):
    assert list(faults(paper(**fields))) == [where]


def test_a_late_paper_is_asked_why():
    said = faults(paper(published_on=day(8)))["late_reason"]
    assert "it leaves members 2 clear days to read it instead of 5" in said
    assert faults(paper(published_on=day(8), late_reason="It was delayed.")) == {}


def test_a_paper_under_an_urgent_item_has_its_reason():
    urgent = item(is_urgent=True, special_circumstances="Why")
    assert faults(paper(published_on=day(10)), urgent) == {}


def test_a_paper_that_went_out_with_the_agenda_is_asked_nothing():
    assert faults(paper(), comes_new=False) == {}
    assert faults(paper(), at=clock(published=None)) == {}


@pytest.mark.parametrize(
    ("fields", "of", "published", "on", "day_of_it"),
    [
        ({}, {}, 2, 4, 4),
        ({}, {}, 2, 2, 2),
        ({}, {}, 2, 11, 11),
        ({}, {}, 2, 12, None),
        ({}, {}, 2, 1, None),
        ({}, {}, None, 4, None),
        ({"is_to_follow": True}, {}, 2, 4, None),
        ({"published_on": day(3)}, {}, 2, 4, 3),
        ({}, {"published_on": day(3)}, 2, 4, None),
    ],
)
def test_a_later_paper_without_a_day_has_that_of_its_entry(fields, of, published, on, day_of_it):
    found = publication.day_of_entry(
        paper(**fields), item(**of), clock(published), on=day(on), followed=False
    )
    assert found == (day_of_it and day(day_of_it))


def test_no_paper_is_published_before_its_agenda():
    found = faults(paper(published_on=day(3)), at=clock(published=None))
    assert "not recorded as published" in found["published_on"]

"""What adopting a report keeps to."""

from datetime import date

import pytest

from recommendations.reviews.rules import Where, against_adopting, references_after, twice

TODAY = date(2026, 12, 11)
HELD = Where(date(2026, 6, 1), TODAY, minutes_are_approved=False, is_restricted=False)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"held_on": date(2026, 12, 12)}, "has not been held yet"),
        ({"held_on": date(2026, 5, 31)}, "before the review was agreed"),
        ({"minutes_are_approved": True}, "minutes of that meeting are approved"),
        ({"is_restricted": True}, "section 28(7)"),
    ],
)
def test_why_a_report_cannot_have_been_adopted_there(change, words):
    assert words in against_adopting(HELD._replace(**change), today=TODAY)


def test_report_is_adopted_on_the_day_of_the_meeting_or_after():
    assert against_adopting(HELD, today=TODAY) == ""
    assert against_adopting(HELD._replace(begun_on=None), today=date(2027, 1, 4)) == ""


@pytest.mark.parametrize(
    ("last", "number", "expected"),
    [
        ("2026/23", 3, ["2026/23", "2026/24", "2026/25"]),
        ("2026/09", 2, ["2026/09", "2026/10"]),
        ("2026/099", 2, ["2026/099", "2026/100"]),
        ("R-x", 2, ["R-x", ""]),
        ("2026/23", 0, []),
    ],
)
def test_references_follow_on(last, number, expected):
    assert references_after(last, number) == expected


def test_only_what_is_given_more_than_once_is_given_twice():
    assert twice(["a", "b", "a", "", ""]) == {"a"}

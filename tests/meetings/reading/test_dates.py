"""Dates as minutes print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.reading import dates


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday, 15 September 2020 10.30 am",
        "15th September, 2020",
        "15 Sept 2020",
        "September 15th 2020",
        "15/09/2020",
        "15.09.20",
        "2020-09-15",
        "held on 15 September 2020 at 2 pm",
        "Dydd Mawrth, 15 Medi 2020",
        "the 15th of September 2020",
    ],
)
def test_date_is_read(text: str) -> None:
    assert dates.find(text) == [date(2020, 9, 15)]


@pytest.mark.parametrize(
    "text", ["15 September", "31 February 2020", "39/20", "12/13/2020", "2020"]
)
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert dates.find(text) == []


def test_a_wrong_weekday_shows() -> None:
    wrong, right = dates.find("Monday 15 September 2020; Tuesday 15 September 2020")
    assert wrong.is_another_weekday
    assert not right.is_another_weekday


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_date_is_read_in_words_and_figures(day: date) -> None:
    for text in (f"{day.day} {day:%B %Y}", f"{day:%d/%m/%Y}", f"{day:%B} {day.day}, {day.year}"):
        assert dates.find(f"on {text} at noon") == [day]

"""Dates in three boxes and times in words."""

from datetime import UTC, date, datetime, time

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from pcp_scrutiny.components.dates import read_time
from pcp_scrutiny.components.forms import DateField, DateTimeField, TimeField


class Meeting(forms.Form):
    held = DateField(label="Date of meeting")
    published = DateTimeField(label="Publication", required=False)
    start = TimeField(label="Start time", required=False)


def sent(**data: str) -> Meeting:
    return Meeting({"held_day": "27", "held_month": "3", "held_year": "2026"} | data)


@pytest.mark.parametrize("month", ["3", "03", "March", "march", "Mar"])
def test_a_month_is_a_number_or_a_name(month):
    form = sent(held_month=month)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["held"] == date(2026, 3, 27)


@pytest.mark.parametrize(
    ("parts", "message", "first"),
    [
        (("", "3", "2026"), "Date of meeting must include a day", "day"),
        (("27", "", ""), "Date of meeting must include a month and year", "month"),
        (("31", "2", "2026"), "Date of meeting must be a real date, like 27 3 2026", "day"),
        (("3", "13", "2026"), "Date of meeting must be a real date, like 27 3 2026", "month"),
        (("3", "ma", "2026"), "Date of meeting must be a real date, like 27 3 2026", "month"),
        (("3", "3", "26"), "Year must include 4 numbers", "year"),
        (("", "", ""), "Enter date of meeting", "day"),
        (("²", "3", "2026"), "Date of meeting must be a real date, like 27 3 2026", "day"),
    ],
)
def test_a_date_that_is_none_says_which_part_is_wrong(parts, message, first):
    form = sent(held_day=parts[0], held_month=parts[1], held_year=parts[2])
    assert not form.is_valid()
    assert form["held"].messages == [message]
    assert form["held"].error_target == f"id_held_{first}"


def test_a_wrong_date_keeps_what_was_typed():
    html = str(sent(held_day="31", held_month="Febtober")["held"])
    assert 'value="Febtober"' in html
    assert 'value="31"' in html


def test_only_the_wrong_part_is_marked():
    html = str(sent(held_month="")["held"])
    assert html.count("govuk-input--error") == 1


def test_a_date_that_may_be_left_out_is_none():
    form = sent()
    assert form.is_valid()
    assert form.cleaned_data["published"] is None


def test_a_moment_is_read_in_the_current_time_zone():
    form = sent(
        published_day="2", published_month="6", published_year="2026", published_time="10.30am"
    )
    assert form.is_valid(), form.errors
    assert form.cleaned_data["published"] == datetime(2026, 6, 2, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "clock", "message"),
    [
        ("2", "", "Publication must include a time"),
        ("", "10am", "Publication must include a date"),
        ("2", "soon", "Publication must be a time, like 10:30am or 2pm"),
    ],
)
def test_half_a_moment_says_what_is_missing(day, clock, message):
    rest = {"published_month": "6" if day else "", "published_year": "2026" if day else ""}
    form = sent(published_day=day, published_time=clock, **rest)
    assert form["published"].messages == [message]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("10:30am", time(10, 30)),
        ("10.30 a.m.", time(10, 30)),
        ("2pm", time(14)),
        ("12am", time(0)),
        ("12:15pm", time(12, 15)),
        ("14:00", time(14)),
        ("0900", time(9)),
        ("midday", time(12)),
        ("Midnight", time(0)),
    ],
)
def test_a_time_is_read_as_people_write_it(text, clock):
    assert read_time(text) == clock


@pytest.mark.parametrize("text", ["", "25:00", "13pm", "0am", "10", "10:7", "soon", "10:30:20"])
def test_a_time_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        read_time(text)


@given(st.times().map(lambda clock: clock.replace(second=0, microsecond=0)))
def test_a_time_shown_in_the_box_is_read_back(clock):
    assert TimeField().clean(TimeField().prepare_value(clock)) == clock


@given(st.lists(st.text(max_size=6), min_size=3, max_size=3))
def test_a_date_is_read_or_refused_whatever_is_typed(parts):
    try:
        day = DateField(required=False).clean(parts)
    except ValidationError:
        return
    assert day is None or isinstance(day, date)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_shown_in_the_boxes_is_read_back(day):
    field = DateField()
    boxes = [str(part) for part in field.widget.decompress(day)]
    assert field.clean(boxes) == day
    assert not field.has_changed(day, boxes)


def test_a_date_from_a_links_query_fills_the_boxes():
    form = Meeting(initial={"held": "2026-03-27"})
    assert 'name="held_day" type="text" inputmode="numeric" value="27"' in str(form["held"])

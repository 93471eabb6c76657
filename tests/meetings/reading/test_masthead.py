"""Whose minutes these are, of which day, when and where."""

from datetime import date, time

import pytest

from meetings.reading import masthead


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Surrey Police and Crime Panel - Tuesday, 15 May 2020", "Surrey Police and Crime Panel"),
        ("MINUTES OF THE ESTERMERE POLICE AND CRIME PANEL", "ESTERMERE POLICE AND CRIME PANEL"),
        (
            "Minutes of a meeting of the North Ester Police, Fire and Crime Panel held on",
            "North Ester Police, Fire and Crime Panel",
        ),
        ("Police and Crime Panel for Estermere", "Police and Crime Panel for Estermere"),
        (
            "Meeting: 03/02/2017 - East and West Police and Crime Panel (Item 4)",
            "East and West Police and Crime Panel",
        ),
        ("Panel Heddlu a Throseddu Glan Ester", "Panel Heddlu a Throseddu Glan Ester"),
        ("Complaints Sub-Committee", "Complaints Sub-Committee"),
    ],
)
def test_panel_is_named_above_the_items(line: str, body: str) -> None:
    assert masthead.read([line], []).body == body


def test_panel_named_with_its_area_in_the_text_will_do() -> None:
    found = masthead.read([], ["The Estermere Police and Crime Panel considered a report."])
    assert found.body == "Estermere Police and Crime Panel"


def test_panel_named_without_its_area_in_the_text_is_not_known() -> None:
    found = masthead.read([], ["The Police and Crime Panel considered a report."])
    assert found.body is None
    assert any("which panel" in sentence for sentence in found.unsure)


@pytest.mark.parametrize(
    "lines",
    [
        ["Minutes of the meeting held on Tuesday 3 May 2022 at 10.30 am"],
        ["Date:", "Tuesday, 3 May 2022"],
        ["Estermere Police and Crime Panel", "3 May 2022"],
        ["Meeting: 03/05/2022 - Estermere Police and Crime Panel (Item 4)"],
        ["Published on 10 May 2022", "Meeting of 3 May 2022"],
    ],
)
def test_day_is_that_of_the_meeting(lines: list[str]) -> None:
    assert masthead.read(lines, []).date == date(2022, 5, 3)


def test_no_day_is_said_and_not_made_up() -> None:
    found = masthead.read(["Estermere Police and Crime Panel"], ["Held since 3 May 2022."])
    assert found.date is None
    assert any("when the meeting was" in sentence for sentence in found.unsure)


def test_several_days_are_said() -> None:
    found = masthead.read(["Meeting: 3 May 2022", "Meeting: 7 June 2022"], [])
    assert any("several dates" in sentence for sentence in found.unsure)


def test_a_wrong_weekday_is_said() -> None:
    found = masthead.read(["Meeting of Monday 3 May 2022"], [])
    assert any("was not a Monday" in sentence for sentence in found.unsure)


@pytest.mark.parametrize(
    ("line", "starts_at", "venue"),
    [
        (
            "Minutes of the meeting held at County Hall on 9 March 2023 at 10.00 am",
            time(10),
            "County Hall",
        ),
        ("Time: 14:15", time(14, 15), ""),
        ("Venue: The Moot Hall, Estermere", None, "The Moot Hall, Estermere"),
        ("3 May 2022 2pm", time(14), ""),
        ("12 noon, 3 May 2022", time(12), ""),
        ("held at 25.00 am", None, ""),
    ],
)
def test_time_and_place_are_read(line: str, starts_at: time | None, venue: str) -> None:
    found = masthead.read([line], [])
    assert (found.starts_at, found.venue) == (starts_at, venue)

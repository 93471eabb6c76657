"""The register in order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.register.narrowing import VOCABULARY
from recommendations.register.sorting import SORTS, in_order, natural
from tests.factories.positions import position, positions

WAYS = [f"{sign}{by}" for by in SORTS for sign in ("", "-")]


def booked(found):
    """As a book has them: by reference."""
    return sorted(found, key=lambda p: natural(p.reference))


def order(found, sort="reference"):
    return [p.reference for p in in_order(booked(found), sort)]


def test_references_stand_as_people_count():
    written = ["2026/10", "2026/7", "B1", "2025/100", "a2", "A10", "PCP-3", "2026/07"]
    assert sorted(written, key=natural) == [
        *("2025/100", "2026/07", "2026/7", "2026/10"),
        *("a2", "A10", "B1", "PCP-3"),
    ]


def test_equals_stand_by_reference_upwards_and_downwards():
    found = [position(reference=r, theme=t) for r, t in [("10", "B"), ("9", "B"), ("8", "A")]]
    assert order(found, "theme") == ["8", "9", "10"]
    assert order(found, "-theme") == ["9", "10", "8"]


def test_what_is_sorted_by_and_missing_stands_last_either_way():
    days = {"1": None, "2": date(2026, 7, 1), "3": date(2026, 6, 1)}
    found = [position(reference=r, due_on=day) for r, day in days.items()]
    assert order(found, "due") == ["3", "2", "1"]
    assert order(found, "-due") == ["2", "3", "1"]


@pytest.mark.parametrize(
    ("by", "first", "last"),
    [
        ("response", "overdue", "noted"),
        ("effect", "claimed but not borne out", "not a plan matter"),
        ("judgement", "open", "withdrawn"),
        ("schedule", "overdue", "no date set"),
    ],
)
def test_states_stand_with_what_calls_for_someone_first(by, first, last):
    found = [position(**{by: state}) for state in VOCABULARY[by]]
    states = [getattr(p, by) for p in in_order(found, by)]
    assert (states[0], states[-1]) == (first, last)
    assert [getattr(p, by) for p in in_order(found, f"-{by}")] == states[::-1]


def test_themes_stand_whatever_their_capitals():
    found = [position(theme=theme) for theme in ("roads", "", "Patrol", "Victims")]
    assert [p.theme for p in in_order(found, "theme")] == ["Patrol", "roads", "Victims", ""]


@given(positions(), st.sampled_from(WAYS), st.randoms())
def test_order_is_total_and_does_not_depend_on_how_it_was(found, sort, chance):
    shuffled = found.copy()
    chance.shuffle(shuffled)
    ordered, again = in_order(booked(found), sort), in_order(booked(shuffled), sort)
    assert sorted(p.pk for p in ordered) == sorted(p.pk for p in found)
    by = SORTS[sort.removeprefix("-")]
    assert [(by(p), p.reference) for p in ordered] == [(by(p), p.reference) for p in again]

"""Which paragraphs a cited label stands for."""

import pytest

from plans.resolution import Place, resolve

PLACES = [
    Place("", ("Foreword",), 1),
    Place("", ("Foreword",), 2),
    Place("1", ("Priorities", "Keeping people safe"), 3),
    Place("46", ("Priorities", "The roads"), 4),
    Place("46(a)", ("Priorities", "The roads"), 4),
    Place("46(e)", ("Priorities", "The roads"), 5),
    Place("46(e)(i)", ("Priorities", "The roads"), 5),
    Place("49(b)", ("Partners & victims",), 27),
    Place("49(c)", ("Partners & victims",), 27),
    Place("54 F", ("Finance",), None),
    Place("4.3.4", ("Finance",), 28),
    Place("4.31", ("Finance",), 28),
    Place("460", ("Finance",), 28),
]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("1", [2]),
        ("46", [3]),  # the paragraph that bears it, and not those below
        ("46(e)", [5]),
        ("46.e", [5]),
        ("Para 46 (e)", [5]),
        ("46(E)", [5]),
        ("49", [7, 8]),  # none bears it alone: its sub-paragraphs
        ("46(z)", []),
        ("54 F", [9]),
        ("54(f)", [9]),
        ("54, section F", [9]),
        ("54", [9]),
        ("4.3.4", [10]),
        ("4.3", [10]),  # and not the number that only begins alike
        ("80", []),
        ("page 4", [3, 4]),
        ("Page 27", [7, 8]),
        ("page 2", [1]),
        ("page 99", []),
        ("Foreword", [0, 1]),
        ("the foreword", [0, 1]),
        ("Keeping people safe", [2]),
        ("KEEPING PEOPLE  SAFE", [2]),
        ("Keeping people", []),
        ("The Roads", [3, 4, 5, 6]),
        ("Roads", [3, 4, 5, 6]),
        ("Partners & Victims", [7, 8]),
        ("Annex A", []),
        ("", []),
        ("the", []),
        ("—", []),
    ],
)
def test_label_stands_for_paragraphs(label, expected):
    assert list(resolve(label, PLACES)) == expected


def test_label_that_two_paragraphs_bear_stands_for_both():
    assert resolve("3", [Place("3"), Place("4"), Place("3")]) == (0, 2)


def test_number_stands_for_what_is_under_the_heading_that_bears_it():
    places = [
        Place("", ("4. Victims", "4.3 Support")),
        Place("(a)", ("4. Victims", "4.3 Support")),
        Place("", ("4. Victims", "4.31 Courts")),
        Place("", ("2026 in figures",)),
    ]
    assert resolve("4.3", places) == (0, 1)
    assert resolve("section 4", places) == (0, 1, 2)
    assert resolve("3", places) == ()


def test_label_stands_for_nothing_in_an_empty_version():
    assert resolve("1", []) == ()


def test_heading_stands_for_all_that_is_under_it_however_deep():
    places = [Place("1", ("Priorities", "Roads")), Place("2", ("Priorities", "Rural"))]
    assert resolve("Priorities", places) == (0, 1)

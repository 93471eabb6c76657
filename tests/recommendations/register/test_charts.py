"""The shapes of the register's charts, and what they say to those who do not see them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.register import charts
from tests.factories.positions import position, positions

NAMED = [("open", "Open"), ("satisfied", "Satisfied"), ("withdrawn", "Withdrawn")]
ROOM = charts.WIDTH - charts.AFTER_STATE - charts.FIGURES
COLOURS = {"open": "blue", "satisfied": "green"}
SENT = {"sent_on": date(2026, 6, 15), "due_on": date(2026, 7, 15)}
ANSWERED = {**SENT, "decision": "noted", "answered_on": date(2026, 7, 1)}


def bars(**numbers):
    return charts.bars(numbers, named=NAMED, colours=COLOURS)


# --- States -------------------------------------------------------------------------------------


def test_bars_are_as_long_as_their_numbers():
    found = bars(open=8, satisfied=2)
    assert [(r.value, r.number, r.length) for r in found.rows] == [
        ("open", 8, ROOM),
        ("satisfied", 2, ROOM / 4),
    ]
    assert found.total == 10


def test_bars_stand_in_order_beside_their_words_and_inside_the_drawing():
    found = bars(withdrawn=1, satisfied=1, open=1)
    assert [row.words for row in found.rows] == ["Open", "Satisfied", "Withdrawn"]
    above = 0.0
    for row in found.rows:
        assert above < row.bar_at < row.words_at < row.bar_at + charts.BAR
        above = row.bar_at + charts.BAR
    assert above < found.height


def test_bars_leave_out_what_nothing_is_in():
    assert [row.value for row in bars(open=3, satisfied=0).rows] == ["open"]
    assert (bars().rows, bars().height, bars().total) == ([], 1, 0)


def test_bar_of_one_in_thousands_is_still_seen():
    assert bars(open=100_000, satisfied=1).rows[1].length == charts.SLIVER


def test_bars_without_a_colour_are_grey():
    assert [row.colour for row in bars(open=1, withdrawn=1).rows] == ["blue", "grey"]


def test_bars_say_their_numbers():
    assert bars(open=1200, satisfied=2).description == "Open: 1,200; Satisfied: 2"


# --- In time ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({}, ""),
        ({"due_on": date(2026, 7, 15), "schedule": "on time"}, ""),
        ({"sent_on": date(2026, 6, 15)}, ""),
        ({**SENT, "schedule": "on time"}, "awaiting"),
        ({**SENT, "schedule": "due soon"}, "awaiting"),
        ({**SENT, "schedule": "date revised"}, "awaiting"),
        ({**SENT, "schedule": "overdue"}, "overdue"),
        ({**ANSWERED, "schedule": "on time"}, "in time"),
        ({**ANSWERED, "schedule": "answered late"}, "late"),
        ({**ANSWERED, "due_on": None}, ""),
    ],
)
def test_timeliness(fields, kind):
    assert charts.timeliness(position(**fields)) == kind


def in_june(meeting=1, day=12, **fields):
    return position(meeting=meeting, raised_on=date(2026, 6, day), **fields)


def test_in_time_counts_by_meeting_the_newest_first():
    found = charts.in_time(
        [
            in_june(1, 12, **ANSWERED, schedule="on time"),
            in_june(1, 12, **SENT, schedule="overdue"),
            in_june(2, 26, **SENT, schedule="on time"),
            in_june(3, 26),
        ],
        named={1: "12 June 2026", 2: "26 June 2026"},
    )
    assert [(m.words, m.total, [n for _, n in m.cells]) for m in found.meetings] == [
        ("26 June 2026", 1, [0, 0, 0, 1]),
        ("12 June 2026", 2, [1, 0, 1, 0]),
    ]
    assert found.left_out == 1
    assert [key.kind for key in found.keys] == ["in time", "overdue", "awaiting"]
    assert found.description == (
        "26 June 2026: 1 not yet due; 12 June 2026: 1 answered in time, 1 overdue"
    )


def test_in_time_draws_the_latest_meetings_and_counts_the_others():
    found = charts.in_time(
        [in_june(n, n, **SENT, schedule="overdue") for n in range(1, 10)], named={}, most=4
    )
    assert [m.meeting for m in found.meetings] == [9, 8, 7, 6]
    assert found.earlier == 5


def test_in_time_of_nothing_has_no_shapes():
    found = charts.in_time([], named={})
    assert (found.meetings, found.keys, found.height) == ([], [], 1)


@given(positions(), st.integers(1, 4))
def test_in_time_fits_its_drawing(found, most):
    chart = charts.in_time(found, named={}, most=most)
    assert sum(m.total for m in chart.meetings) + chart.left_out <= len(found)
    for meeting in chart.meetings:
        assert (
            sum(n for _, n in meeting.cells)
            == meeting.total
            == sum(p.number for p in meeting.parts)
        )
        for one, two in zip(meeting.parts, meeting.parts[1:], strict=False):
            assert one.start + one.length == pytest.approx(two.start, abs=0.2)
        end = meeting.parts[-1].start + meeting.parts[-1].length
        assert end <= charts.WIDTH - charts.FIGURES
        assert meeting.bar_at + charts.BAR <= chart.height
    for key in chart.keys:
        assert key.x < key.words_x < charts.WIDTH
        assert key.y < key.words_y < chart.height

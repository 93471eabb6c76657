"""A strip that maps a long page."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plans.compared.strip import LEAST, Mark, Row, strip

ROWS = st.lists(
    st.builds(
        Row,
        weight=st.integers(min_value=0, max_value=50_000),
        kind=st.sampled_from(["", "", "added", "reworded"]),
        href=st.integers(min_value=0).map(lambda n: f"#p{n}"),
        words=st.just("Paragraph"),
    ),
    max_size=200,
)


def test_marks_stand_where_their_rows_do():
    rows = [Row(100), Row(50, "added", "#p2", "Paragraph 2"), Row(50)]
    assert strip(rows) == [Mark(50.0, 25.0, "added", "#p2", "Paragraph 2")]


def test_nothing_to_show_leaves_no_mark():
    assert strip([]) == []
    assert strip([Row(10), Row(20)]) == []


def test_a_small_row_is_high_enough_to_be_seen():
    [mark] = strip([Row(10_000), Row(1, "added", "#p2", "Paragraph 2"), Row(10_000)])
    assert mark.height == LEAST


def test_small_rows_beside_each_other_are_drawn_as_one():
    small = [Row(1, "added", f"#p{n}", f"Paragraph {n}") for n in range(3)]
    [mark] = strip([Row(5_000), *small, Row(5_000)])
    assert (mark.href, mark.words) == ("#p0", "Paragraph 0, and 2 more")


def test_what_is_drawn_as_one_has_the_kind_of_the_heaviest():
    rows = [Row(5_000), Row(1, "added", "#p1", "One"), Row(3, "removed", "#p2", "Two"), Row(5_000)]
    assert [mark.kind for mark in strip(rows)] == ["removed"]


def test_the_last_row_finds_room_at_the_end():
    [mark] = strip([Row(10_000), Row(1, "added", "#p2", "Paragraph 2")])
    assert mark.top == 100 - LEAST
    assert mark.height == LEAST


def test_a_row_without_letters_takes_room_too():
    assert strip([Row(0, "added", "#p1", "One"), Row(0)])[0].height == 50


@given(ROWS)
def test_every_row_is_on_the_strip_and_no_mark_lies_over_another(rows):
    marks = strip(rows)
    assert bool(marks) == any(row.kind for row in rows)
    for mark, following in pairwise(marks):
        assert mark.top + mark.height <= following.top + 0.02
    for mark in marks:
        assert mark.top >= 0
        assert mark.top + mark.height <= 100.02
        assert mark.height >= 0

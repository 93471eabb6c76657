"""Numbers of subjects, questions and points, and what moves past what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.reviews.numbering import moved, numbers


def test_numbers_go_by_place_under_the_number_above():
    assert numbers(["b", "a"]) == {"b": "1", "a": "2"}
    assert numbers([7, 5], under="3.2") == {7: "3.2.1", 5: "3.2.2"}


def test_moving_changes_place_with_the_neighbour():
    assert moved("abc", "b", up=True) == ["b", "a", "c"]
    assert moved("abc", "b", up=False) == ["a", "c", "b"]


@pytest.mark.parametrize(("key", "up"), [("a", True), ("c", False)])
def test_first_and_last_stay_where_they_are(key, up):
    assert moved("abc", key, up=up) == ["a", "b", "c"]


def test_what_is_not_there_cannot_be_moved():
    with pytest.raises(ValueError, match="not in list"):
        moved("abc", "d", up=True)


@given(st.lists(st.integers(), unique=True, min_size=1), st.data())
def test_moving_loses_nothing(keys, data):
    after = moved(keys, data.draw(st.sampled_from(keys)), up=data.draw(st.booleans()))
    assert sorted(after) == sorted(keys)

"""Arranging an agenda: the rules that the page and the server share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.agenda import ordering

ORDERS = st.lists(st.booleans(), max_size=8).map(
    lambda parts: ordering.begun(
        [ordering.Place(key, part) for key, part in enumerate(parts, start=1)]
    )
)


def moved(order, key, way):
    return ordering.written(ordering.moved(ordering.read(order), key, way))


@pytest.mark.parametrize(
    ("order", "key", "way", "then"),
    [
        ("1,2,3", 3, "up", "1,3,2"),
        ("1,2,3", 1, "down", "2,1,3"),
        ("1,2,3", 1, "up", "1,2,3"),
        ("1,2,3", 3, "down", "1,2,3"),
        # A part moves with its item, past the item above with its parts.
        ("1,2p,3,4p", 3, "up", "3,4p,1,2p"),
        ("1,2p,3,4p", 1, "down", "3,4p,1,2p"),
        # A part moves among the parts, and on to the item before or after.
        ("1,2p,3p", 3, "up", "1,3p,2p"),
        ("1,2,3p", 3, "up", "1,3p,2"),
        ("1,2p,3", 2, "down", "1,3,2p"),
        ("1,2p", 2, "up", "1,2p"),
        ("1,2", 2, "in", "1,2p"),
        ("1,2", 1, "in", "1,2"),
        # The other parts stay with their item.
        ("1,2p,3p,4", 2, "out", "1,3p,2,4"),
        ("1,2", 2, "out", "1,2"),
        ("1,2", 7, "up", "1,2"),
        ("1,2", 2, "sideways", "1,2"),
    ],
)
def test_moves(order, key, way, then):
    assert moved(order, key, way) == then


@given(order=ORDERS, key=st.integers(0, 9), way=st.sampled_from(["up", "down", "in", "out"]))
def test_nothing_is_lost_and_the_first_is_an_item(order, key, way):
    then = ordering.moved(order, key, way)
    assert sorted(place.key for place in then) == sorted(place.key for place in order)
    assert not then or not then[0].is_part


@given(order=ORDERS)
def test_an_order_is_read_as_it_was_written(order):
    assert ordering.read(ordering.written(order)) == order


@pytest.mark.parametrize("text", ["x", "1,,2", "1,1", "1p2", "-1", "1" * 40])
def test_what_is_no_order_is_refused(text):
    with pytest.raises(ValueError, match=r"order|twice"):
        ordering.read(text)


def test_an_order_begins_with_an_item():
    assert ordering.written(ordering.read("1p,2")) == "1,2"


def test_an_order_is_fitted_to_what_is_there():
    mine, there = ordering.read("3,1,2p"), ordering.read("1,2,4p")
    assert ordering.written(ordering.fitted(mine, there)) == "1,2p,4p"

"""How many members a meeting needs, and at which items it had them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.people.quorum import Item, Seat, in_words, needed, reckon

ITEMS = [Item(0, "1"), Item(1, "2"), Item(2, "2a"), Item(3, "3")]
ALL_ALONG = Seat()


def of(*seats, members=12, one_in=4, least=3):
    return reckon(ITEMS, seats, members=members, one_in=one_in, least=least)


@pytest.mark.parametrize(
    ("members", "one_in", "least", "enough"),
    [(12, 4, 3, 3), (13, 4, 3, 4), (18, 4, 3, 5), (8, 4, 3, 3), (20, 3, 3, 7), (0, 4, 3, 3)],
)
def test_a_quorum_is_rounded_up_and_never_too_small(members, one_in, least, enough):
    assert needed(members, one_in=one_in, least=least) == enough


@given(st.integers(0, 60), st.integers(2, 6), st.integers(1, 10))
def test_a_quorum_is_the_smallest_number_that_is_enough(members, one_in, least):
    enough = needed(members, one_in=one_in, least=least)
    assert enough >= least
    assert enough * one_in >= members
    assert enough == least or (enough - 1) * one_in < members


def test_whoever_joins_counts_from_that_item_and_whoever_leaves_up_to_it():
    late, early = Seat(joined=1), Seat(left=2)
    assert [late.counts_at(place) for place in range(4)] == [False, True, True, True]
    assert [early.counts_at(place) for place in range(4)] == [True, True, False, False]


def test_whoever_withdraws_does_not_count_for_that_item():
    assert [Seat(withdrew={1, 2}).counts_at(place) for place in range(4)] == [1, 0, 0, 1]


def test_the_items_with_too_few_are_named():
    short = of(ALL_ALONG, ALL_ALONG, Seat(joined=1, left=3))
    assert short.short == (("1", 2), ("3", 2))
    assert not short.is_kept


def test_it_is_said_how_it_stood():
    three = (ALL_ALONG,) * 3
    assert in_words(of()) == "The quorum is 3 of 12 members."
    assert in_words(of(*three)) == (
        "The quorum is 3 of 12 members. 3 members were there, and the meeting was quorate "
        "throughout."
    )
    assert in_words(of(*three), is_over=False) == (
        "The quorum is 3 of 12 members. 3 members are there, and the meeting is quorate."
    )
    assert in_words(of(ALL_ALONG)).endswith("1 member was there, so the meeting was not quorate.")
    assert in_words(of(*three[1:], Seat(left=3))).endswith(
        "3 members were there, but the meeting was not quorate at item 3 (2 there)."
    )
    assert in_words(of(*three[1:], Seat(joined=1, left=3))).endswith(
        "not quorate at items 1 (2 there), 3 (2 there)."
    )


def test_before_anyone_is_recorded_nothing_is_short():
    assert of().short == ()
    assert not of().is_kept


def test_a_meeting_without_an_agenda_is_quorate_by_those_who_came():
    assert reckon([], [ALL_ALONG] * 3, members=12, one_in=4, least=3).is_kept

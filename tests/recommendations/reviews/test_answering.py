"""Who answered, and at what rate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.reviews.answering import Asked, Rate, rate


def test_rate_counts_letters_only():
    asked = [Asked(True, True), Asked(True, True, True), Asked(True, False), Asked(False, True)]
    assert rate(asked) == Rate(asked=3, answered=2, declined=1)


@pytest.mark.parametrize(
    ("asked", "answered", "percent"),
    [(0, 0, None), (8, 5, 63), (8, 0, 0), (8, 8, 100), (400, 1, 1), (400, 399, 99), (3, 1, 33)],
)
def test_percent_is_whole_and_says_all_or_none_only_where_it_was(asked, answered, percent):
    assert Rate(asked, answered).percent == percent


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))))
def test_percent_is_within_one_of_the_truth(numbers):
    asked, answered = numbers
    assert abs(Rate(asked, answered).percent - 100 * answered / asked) <= 1


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Rate(0, 0), "Nobody has been invited by letter."),
        (Rate(4, 0), "None of the 4 invited by letter has answered (0%)."),
        (Rate(8, 5, 1), "5 of the 8 invited by letter have answered (63%), 1 of them to decline."),
        (Rate(8, 1), "1 of the 8 invited by letter has answered (13%)."),
        (Rate(1, 1, 1), "The one invited by letter has answered (100%), to decline."),
    ],
)
def test_rate_is_a_sentence(found, words):
    assert found.in_words == words


def test_rate_in_brief_is_empty_where_nobody_was_asked():
    assert (Rate(8, 5).in_brief, Rate(0, 0).in_brief) == ("5 of 8 (63%)", "")

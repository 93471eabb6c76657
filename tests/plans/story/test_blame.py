"""Who wrote which words."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plans.story.blame import written

SOME = ["roads", "rivers", "will", "be", "safe,", "\n\n", "  ", "Be", "é"]
WORDS = st.lists(st.sampled_from(SOME), max_size=12).map(" ".join)


def told(*wordings):
    return [(run.text, run.since) for run in written(wordings)]


def test_words_that_stay_keep_the_wording_they_came_in_with():
    assert told("Roads will be safe.", "Roads must be safe.", "All roads must be safe.") == [
        ("All roads ", 2),
        ("must ", 1),
        ("be safe.", 0),
    ]


def test_words_that_went_and_came_back_are_the_later_ones():
    found = told("One two three four five six.", "One two.", "One two three four five six.")
    assert found[1] == ("three four five six", 2)


def test_a_single_wording_is_all_its_own():
    assert told("Roads will be safe.") == [("Roads will be safe.", 0)]


def test_words_of_a_paragraph_that_was_split_off_are_from_where_they_stood():
    assert told("One is here. Two is there.", "Two is there.") == [("Two is there.", 0)]


def test_nothing_written_is_nobodys():
    assert told() == []
    assert told("Gone.", "") == []


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_the_runs_join_to_the_last_wording_exactly(wordings):
    runs = written(wordings)
    assert "".join(run.text for run in runs) == wordings[-1]
    assert all(0 <= run.since < len(wordings) for run in runs)
    assert all(one.since != other.since for one, other in pairwise(runs))


@given(WORDS, st.integers(1, 4))
def test_what_never_changes_is_as_old_as_the_first_wording(words, times):
    assert {run.since for run in written([words] * times)} <= {0}

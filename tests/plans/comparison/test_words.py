import itertools

from hypothesis import given
from hypothesis import strategies as st

from plans.comparison.words import Run, word_changes

WORDS = st.lists(st.sampled_from(["the", "plan", "plan,", "police", "a", " ", "\n", "é", "•"]))


def test_word_changes_mark_a_replaced_word():
    assert word_changes("The old plan is short.", "The new plan is short.") == [
        Run("same", "The "),
        Run("deleted", "old "),
        Run("inserted", "new "),
        Run("same", "plan is short."),
    ]


def test_word_changes_leave_a_word_unmarked_where_only_its_punctuation_differs():
    assert word_changes("We fund it.", "We fund it, yearly.") == [
        Run("same", "We fund it"),
        Run("inserted", ", yearly"),
        Run("same", "."),
    ]
    assert word_changes("It ends in 2028. I plan.", "It ends in 2028 and goes. I plan.") == [
        Run("same", "It ends in 2028"),
        Run("inserted", " and goes"),
        Run("same", ". I plan."),
    ]


def test_word_changes_leave_the_punctuation_after_another_word_unmarked():
    assert word_changes("The plan is short.", "The plan is long.") == [
        Run("same", "The plan is "),
        Run("deleted", "short"),
        Run("inserted", "long"),
        Run("same", "."),
    ]


def test_word_changes_keep_figures_whole():
    assert word_changes("It costs £1.3 million.", "It costs £1.8 million.")[1:3] == [
        Run("deleted", "£1.3 "),
        Run("inserted", "£1.8 "),
    ]


def test_word_changes_of_the_same_text_are_one_run():
    assert word_changes("No change.", "No change.") == [Run("same", "No change.")]


def test_word_changes_of_nothing_are_none():
    assert word_changes("", "") == []
    assert word_changes("", "New.") == [Run("inserted", "New.")]
    assert word_changes("Old.", "") == [Run("deleted", "Old.")]


def test_word_changes_absorb_a_short_run_between_two_changes():
    before = "Officers patrol the northern villages and the harbour."
    after = "Volunteers visit the southern hamlets and the harbour."
    assert [run.kind for run in word_changes(before, after)] == ["deleted", "inserted", "same"]


def test_word_changes_keep_a_long_run_between_two_changes():
    before = "Old words stand around what the panel has always said to old ears."
    after = "New words stand around what the panel has always said to new ears."
    same = [run.text for run in word_changes(before, after) if run.kind == "same"]
    assert same == ["words stand around what the panel has always said to ", "ears."]


def test_word_changes_put_what_went_before_what_came():
    kinds = [run.kind for run in word_changes("a b c d e f", "a x c y e z")]
    assert all(pair != ("inserted", "deleted") for pair in itertools.pairwise(kinds))


def test_word_changes_compare_very_long_texts():
    before = " ".join(f"word{n % 700}" for n in range(8_000))
    after = before.replace("word13 ", "")
    runs = word_changes(before, after)
    assert "".join(r.text for r in runs if r.kind != "deleted") == after
    assert not [r for r in runs if r.kind == "inserted"]


@given(before=st.text() | WORDS.map("".join), after=st.text() | WORDS.map("".join))
def test_word_changes_give_back_both_texts_to_the_letter(before, after):
    runs = word_changes(before, after)
    assert "".join(r.text for r in runs if r.kind != "inserted") == before
    assert "".join(r.text for r in runs if r.kind != "deleted") == after
    assert all(r.text for r in runs)
    assert all(a.kind != b.kind for a, b in itertools.pairwise(runs))

"""What is said of labels that changed."""

import pytest

from meetings.agenda import labelled
from meetings.agenda.labelled import Text

SWAPPED = {"Paper B": "Paper A", "Paper A": "Paper B"}
FOLLOWED = SWAPPED | {"Appendix A to Paper B": "Appendix A to Paper A"}


def test_changes_are_of_papers_that_stayed():
    before = {1: "Paper A", 2: "Paper B", 3: "Paper C", 4: "", 5: "Letter"}
    after = {1: "paper a", 2: "Paper C", 4: "Paper D", 5: "", 6: "Paper E"}
    assert labelled.changes(before, after) == {"Paper B": "Paper C"}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, ""),
        ({"Paper B": "Paper A"}, "Paper B is now Paper A."),
        (SWAPPED, "Paper B is now Paper A, and Paper A is now Paper B."),
    ],
)
def test_changes_are_said(changed, words):
    assert labelled.said(changed) == words


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("It is in Paper C.", None),
        ("As paper  b says.", "Paper B (now Paper A)"),
        ("Paper A and Paper B", "Paper B (now Paper A), Paper A (now Paper B)"),
        (
            "The letter is Appendix A to Paper B.",
            "Appendix A to Paper B (now Appendix A to Paper A)",
        ),
        (
            "Paper B with Appendix A to Paper B.",
            "Paper B (now Paper A), Appendix A to Paper B (now Appendix A to Paper A)",
        ),
    ],
)
def test_texts_that_name_an_old_label_are_to_check(words, named):
    expected = [f"Item 5 speaks of {named}. Check its words."] if named else []
    assert labelled.to_check(FOLLOWED, [Text("Item 5", words)]) == expected

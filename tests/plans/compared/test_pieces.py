"""Marked words, cut into the paragraphs that they are."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from plans.compared.pieces import cut
from plans.comparison.words import Run, word_changes


@dataclass(frozen=True)
class Text:
    name: str
    text: str


def texts(*words):
    return [Text(str(number), text) for number, text in enumerate(words, start=1)]


def told(pieces):
    """The runs of each piece that have words in them."""
    return [[(run.kind, run.text) for run in piece.runs if run.text.strip()] for piece in pieces]


def test_one_paragraph_that_became_two_is_cut_where_they_meet():
    after = texts("Slower traffic.", "Safer roads.")
    runs = word_changes("Slower traffic. Safe roads.", "Slower traffic.\n\nSafer roads.")
    first, second = cut(runs, after, "after")
    assert (first.name, second.name) == ("1", "2")
    assert told([first]) == [[("same", "Slower traffic.")]]
    assert ("inserted", "Safer") in told([second])[0]
    assert ("deleted", "Safe") in told([second])[0]


def test_two_paragraphs_that_became_one_are_cut_where_they_met():
    runs = word_changes("Slower traffic.\n\nSafe roads.", "Slower traffic. Safe roads.")
    assert told(cut(runs, texts("Slower traffic.", "Safe roads."), "before")) == [
        [("same", "Slower traffic.")],
        [("same", "Safe roads.")],
    ]


def test_the_space_after_a_change_is_not_marked():
    [piece] = cut([Run("deleted", "old "), Run("same", "words")], texts("old words"), "before")
    assert [run.text for run in piece.runs] == ["old", " ", "words"]
    assert told([piece]) == [[("deleted", "old"), ("same", "words")]]


def test_a_space_that_only_one_side_has_is_kept():
    runs = word_changes("One. Two.", "One.\n\nTwo.")
    pieces = cut(runs, texts("One.", "Two."), "after")
    assert "".join(run.text for piece in pieces for run in piece.runs) == "One. Two."


WORDS = st.lists(st.sampled_from(["a", "road", "safe.", "the"]), min_size=1, max_size=8)
TEXTS = st.lists(WORDS.map(" ".join), min_size=1, max_size=4)


@given(TEXTS, TEXTS)
def test_each_piece_has_the_words_of_its_paragraph(before, after):
    runs = word_changes("\n\n".join(before), "\n\n".join(after))
    for side, sources, other in (("before", before, "inserted"), ("after", after, "deleted")):
        for piece, source in zip(cut(runs, texts(*sources), side), sources, strict=True):
            own = "".join(run.text for run in piece.runs if run.kind != other)
            assert own.split() == source.split()

"""Finding words in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.document.finding import Finder


def found(words, text):
    return [segment.text for segment in Finder(words).segments(text) if segment.number]


@pytest.mark.parametrize(
    ("words", "text", "finds"),
    [
        ("road", "Roads and a road", ["Road", "road"]),
        ("shop  theft", "Shop\u00a0theft is shop theft", ["Shop\u00a0theft", "shop theft"]),
        ("victim's", "the victim’s voice", ["victim’s"]),
        ("2026-30", "from 2026–30", ["2026–30"]),
        ("(a)", "See (a) and a", ["(a)"]),
        (".*", "anything", []),
        ("", "anything", []),
        ("heddlu", "Yr Heddlu", ["Heddlu"]),
    ],
)
def test_words_are_found_as_a_person_would(words, text, finds):
    assert found(words, text) == finds


def test_finds_are_counted_through_one_text_after_another():
    finder = Finder("o")
    numbers = [s.number for text in ("one two", "go") for s in finder.segments(text)]
    assert [number for number in numbers if number] == [1, 2, 3]
    assert finder.count == 3


@given(st.text(max_size=12), st.text(max_size=60))
def test_segments_join_to_the_text(words, text):
    assert "".join(segment.text for segment in Finder(words).segments(text)) == text

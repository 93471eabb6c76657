import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans import sentences


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("I agree. See para. 40 below.", ["I agree.", "See para. 40 below."]),
        ("It is at 49.b and 4.3.4. Next.", ["It is at 49.b and 4.3.4.", "Next."]),
        ("Cllr. Vane and J. Pell asked. We reply.", ["Cllr. Vane and J. Pell asked.", "We reply."]),
        ("See section F. The rest stands.", ["See section F.", "The rest stands."]),
        ("See Schedule 12A. The rest stands.", ["See Schedule 12A.", "The rest stands."]),
        ("It works.As we said, it does.", ["It works.", "As we said, it does."]),
        (
            "“Is it?” Yes. (It is.) **So.** Done",
            ["“Is it?”", "Yes.", "(It is.)", "**So.**", "Done"],
        ),
        ("1. Visible policing", ["1. Visible policing"]),
        ("He said no. Then yes.", ["He said no.", "Then yes."]),
        ("", []),
    ],
)
def test_text_is_split_into_its_sentences(text, split):
    assert sentences.split(text) == split


def test_sentence_around_a_place_is_found():
    text = "One here. Two there. Three."
    assert text[slice(*sentences.around(text, 11, 13))] == "Two there."


@given(st.text(alphabet="ab AB.?!'\"1 \n", max_size=60))
def test_no_word_is_lost(text):
    assert "".join("".join(sentences.split(text)).split()) == "".join(text.split())

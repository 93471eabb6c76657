"""What is no letter of points and responses, and what no text may do to the reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_scrutiny import documents
from pcp_scrutiny.documents import Block, Document
from recommendations.letters import reading
from recommendations.letters.pairs import BY_PLACE_ONLY, NO_RESPONSE

JUNK = """Cookies on this site

We use cookies to make the site work. Accept all Reject all Manage

Skip to main content

"""
PROSE = """Commissioner's Response

12 July 2025

Dear Members,

I read your report on my Annual Report with great interest. I was glad that you saw the progress on
call handling. Longer settlements from the Home Office are still needed.

Yours sincerely

Marian Stowe
"""
LETTER = """Dear Chair,

The Panel asks for more patrols in Tarnford.

I have asked the Chief Constable for them.

The Panel is concerned about the cost of the helicopter.

I share that concern and will report in June.

Yours sincerely
"""
PANELS_OWN = """Dear Commissioner,

The Panel welcomes the Plan. The Panel recommends that more be done about speeding.

It was noted that the precept had risen.

Yours sincerely
"""
MINUTES = """Minutes:

It was noted that the report was late. Members asked whether costs would rise.

The PCC explained that they would not, and undertook to report in May.

RESOLVED: That the report be noted.
"""


def read(text):
    return reading.read_letter(documents.read_text(text))


def test_junk_of_a_web_page_before_the_letter_is_left_out():
    letter = read(JUNK + LETTER)
    assert [pair.point for pair in letter.pairs] == [
        "The Panel asks for more patrols in Tarnford.",
        "The Panel is concerned about the cost of the helicopter.",
    ]
    assert letter.pairs[1].response == "I share that concern and will report in June."


@pytest.mark.parametrize("text", [PROSE, JUNK + PROSE, " ".join(PROSE.split())])
def test_prose_without_points_has_no_pairs_and_says_so(text):
    letter = read(text)
    assert letter.pairs == ()
    assert letter.unsure[-1] == reading.NO_POINTS


def test_panels_own_letter_has_no_pairs_and_says_so():
    letter = read(PANELS_OWN)
    assert letter.pairs == ()
    assert letter.unsure[-1] == reading.NO_RESPONSES


def test_minutes_have_no_pairs():
    assert read(MINUTES).pairs == ()


def test_what_the_letterhead_lacks_is_said():
    assert read(LETTER).unsure == (reading.NO_DATE, reading.NO_REFERENCE)


def test_point_without_a_response_is_kept_and_said():
    text = LETTER.replace("I have asked the Chief Constable for them.\n\n", "")
    text = text.replace("The Panel asks", "- The Panel asks").replace(
        "The Panel is", "- The Panel is"
    )
    first, second = read(text).pairs
    assert (first.response, first.decision, first.unsure) == ("", "", NO_RESPONSE)
    assert second.response.startswith("I share that concern")


def test_running_header_on_each_page_is_left_out():
    header = Block("Office of the Commissioner, Wendshire")
    blocks = [Block(text) for text in LETTER.strip().split("\n\n")]
    paged = [block for one in blocks for block in (one, header)]
    letter = reading.read_letter(Document("", "", tuple(paged)))
    assert "Wendshire" not in " ".join(pair.point + pair.response for pair in letter.pairs)
    assert len(letter.pairs) == 2


def test_response_of_several_paragraphs_keeps_them():
    text = LETTER.replace("for them.", "for them.\n\nHe has agreed to six a week.")
    assert read(text).pairs[0].response == (
        "I have asked the Chief Constable for them.\n\nHe has agreed to six a week."
    )


def test_response_that_begins_with_thanks_is_not_taken_for_the_closing():
    text = LETTER.replace("I share that concern", "I thank the Panel for this. I share the concern")
    assert read(text).pairs[1].response.startswith("I thank the Panel for this.")


def test_last_answer_of_one_word_is_not_taken_for_a_signature():
    text = LETTER.replace("I share that concern and will report in June.", "Agreed.")
    assert read(text).pairs[1].response == "Agreed."


def test_letter_of_one_paragraph_a_line_is_read():
    assert read(LETTER.replace("\n\n", "\n")).pairs == read(LETTER).pairs


def test_greeting_without_a_comma_is_a_greeting():
    assert (
        read(LETTER.replace("Dear Chair,", "Dear Members of the Panel")).pairs == read(LETTER).pairs
    )


def test_answer_that_nothing_shows_to_be_one_is_told_by_its_place_and_said():
    text = (
        "Dear Chair,\n\n1. Tarn Street\n\nThe Panel asked whether the cells would close.\n\n"
        "They stay open.\n\n2. Dogs\n\nThe Panel asked for two more.\n\nI will see to it.\n\n"
        "Yours sincerely"
    )
    first, second = read(text).pairs
    assert (first.point, first.response) == (
        "The Panel asked whether the cells would close.",
        "They stay open.",
    )
    assert (first.unsure, second.unsure) == (BY_PLACE_ONLY, "")


_WORDS = st.sampled_from(
    ["The", "Panel", "I", "my", "recommends", "Response:", "Recommendation 1:", "1.", "•", "- ",
     "Dear Chair,", "Yours sincerely", "see", "para 46(e)", ".", "?", "\n", "\n\n", "Noted.", "(a)",
     "|", ":", "**", "Date:", "Ref:", "2 March 2025"]
)  # fmt: skip


def test_a_label_with_nothing_under_it_is_said_and_is_no_pair():
    text = "The Response: Recommendation 1: Recommendation 1: The 1. I"
    letter = reading.read_letter(Document("", "", (Block(text),)))
    assert all(pair.point or pair.response for pair in letter.pairs)
    assert any("neither a point nor a response" in sentence for sentence in letter.unsure)


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_no_text_breaks_it(text):
    letter = reading.read_letter(Document("", "", tuple(map(Block, text.split("\n\n")))))
    assert letter.pairs or letter.unsure
    for pair in letter.pairs:
        assert pair.point or pair.response


@given(
    st.lists(
        st.builds(
            Block,
            st.text(max_size=30),
            kind=st.sampled_from(["heading", "paragraph", "item", "cell"]),
            label=st.sampled_from(["", "1.", "•", "(a)"]),
            table=st.integers(0, 2),
            row=st.integers(0, 3),
            column=st.integers(0, 3),
        ),
        max_size=12,
    )
)
def test_no_blocks_break_it(blocks):
    reading.read_letter(Document("", "", tuple(blocks)))


def test_place_that_could_not_be_read_is_said_beside_its_pair():
    said = (
        "Recommendation 1: Say more on dogs.\n\nResponse: I have amended paragraph XII.\n\n"
        "Recommendation 2: Say more on cats.\n\nResponse: I have amended paragraph 12."
    )
    first, second = reading.read_letter(documents.read_text(said)).pairs
    assert "“paragraph XII” names a place that could not be read" in first.unsure
    assert second.unsure == ""

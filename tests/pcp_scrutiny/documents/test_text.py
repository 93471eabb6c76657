"""Plain text in the encodings people send, and its blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_scrutiny.documents import text

LETTER = "Dear Chair,\r\n\r\nThe panel’s point – a £5 levy – is noted.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-le"])
def test_text_is_read_in_the_encodings_people_send(encoding):
    document = text.read(LETTER.encode(encoding))
    assert [block.text for block in document.blocks] == [
        "Dear Chair,",
        "The panel’s point – a £5 levy – is noted.",
    ]
    assert document.media_type == "text/plain"


def test_text_in_big_endian_utf16_is_read_with_its_mark():
    data = b"\xfe\xff" + LETTER.encode("utf-16-be")
    assert text.read(data).title == "Dear Chair,"


def test_text_in_welsh_is_composed():
    assert text.from_text("w\N{COMBINING CIRCUMFLEX ACCENT}yr").text == "ŵyr"


def test_lines_within_a_block_keep_their_breaks_indents_and_bullets():
    document = text.from_text("- The panel asks.\n  - We agree.  \n\n\n**46.** Next")
    assert [block.text for block in document.blocks] == [
        "- The panel asks.\n  - We agree.",
        "**46.** Next",
    ]
    assert {block.kind for block in document.blocks} == {"paragraph"}
    assert document.pages is None


def test_form_feeds_turn_the_page():
    document = text.from_text("One\n\fTwo\n\nThree\f")
    assert [(block.text, block.page) for block in document.blocks] == [
        ("One", 1),
        ("Two", 2),
        ("Three", 2),
    ]
    assert document.pages == 3


def test_stray_nuls_and_invisible_marks_are_dropped():
    ordinary = "An ordinary sentence about the plan. " * 20
    document = text.read(f"{ordinary}\x00Co\u00adoperation\u200b\u00a0ends".encode())
    assert document.text.endswith("Cooperation ends")


def test_unpaired_surrogates_do_not_get_through():
    text.from_text("bad \ud800 half").text.encode()


@given(st.lists(st.from_regex(r"[A-Za-z0-9(][A-Za-z0-9 ().,;-]*[a-z.]", fullmatch=True)))
def test_blocks_of_ordinary_text_come_back_as_they_were(paragraphs):
    document = text.from_text("\n\n".join(paragraphs))
    assert [block.text for block in document.blocks] == paragraphs

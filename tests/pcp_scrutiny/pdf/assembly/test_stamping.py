"""Stamps are where they belong on pages of any size, and say what the page's number is."""

import pypdfium2
import pytest

from pcp_scrutiny.pdf.assembly import Part
from pcp_scrutiny.pdf.assembly.stamping import in_words
from tests.pcp_scrutiny.pdf.assembly.parts import FOOT, opened, packed, part, upload


@pytest.mark.parametrize(
    ("number", "words"),
    [("43", "Page 43"), ("43-50", "Pages 43 to 50"), ("50a", "Page 50a"), ("", "")],
)
def test_a_number_in_words(number, words):
    assert in_words(number) == words


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_foot_is_at_the_foot_however_the_page_is_turned(turn):
    content = upload(MediaBox=[100, 50, 695, 892], Rotate=turn)
    pack = packed(Part("a", content, numbers=["7"], is_upload=True))
    page = pypdfium2.PdfDocument(pack.content)[0]
    page.set_rotation(0)
    text = page.get_textpage()
    start, _ = text.search("Page 7").get_next()
    left, bottom, right, top = text.get_charbox(start)
    across = {0: left - 100, 90: bottom - 50, 180: 695 - right, 270: 892 - top}[turn]
    up = {0: bottom - 50, 90: 695 - right, 180: 892 - top, 270: left - 100}[turn]
    width = 595 if turn in (0, 180) else 842
    assert width - 57 - 40 < across < width - 57
    assert 28 < up < 43


def test_a_foot_that_is_too_long_ends_in_dots():
    pack = packed(part("a", "<p>x</p>"), foot=f"{FOOT}. " * 12)
    text = pypdfium2.PdfDocument(pack.content)[0].get_textpage().get_text_bounded()
    assert text.count(FOOT) in (2, 3, 4)
    assert "…" in text


def test_pages_share_fonts_and_what_was_there_stays():
    content = upload(tags=False)
    with opened(packed(Part("a", content, numbers=["1"]), part("b", "<p>x</p>"))) as pdf:
        fonts = [page.Resources.Font for page in pdf.pages]
        assert "/F1" in fonts[0]
        shared = set(fonts[0].keys()) & set(fonts[1].keys())
        assert len(shared) == 1
        (name,) = shared
        assert fonts[0][name].objgen == fonts[1][name].objgen

"""Stamps are where they belong on pages of any size, and say what the page's number is."""

import pypdfium2
import pytest

from pcp_scrutiny.pdf.assembly import Heading, Part, band
from pcp_scrutiny.pdf.assembly.stamping import in_words
from tests.pcp_scrutiny.pdf.assembly.parts import FOOT, opened, packed, part, upload
from tests.pcp_scrutiny.pdf.uploads import files


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


WHITE_ALL_OVER = b"1 g 0 0 595 842 re f"
HEADINGS = [Heading(2, "4. The draft plan"), Heading(3, "Paper A: The plan")]
MM = 72 / 25.4


def dark(content: bytes, upper: float, lower: float) -> int:
    """How many dark pixels the first page has between these millimetres from its top."""
    image = pypdfium2.PdfDocument(content)[0].render().to_pil().convert("L")
    strip = image.crop((0, round(upper * MM), image.width, round(lower * MM)))
    return sum(strip.histogram()[:128])


@pytest.mark.parametrize("content", [WHITE_ALL_OVER, b"q q " + WHITE_ALL_OVER, b""])
def test_headings_and_stamps_are_seen_above_a_page_that_is_painted_white(content):
    white = files.saved(files.drawn(content))
    options = {"head": "Item 4, Paper A", "is_upload": True, "numbers": ["7"]}
    pack = packed(Part("a", white, headings=HEADINGS, **options)).content
    empty = files.saved(files.drawn(b""))
    expected = packed(Part("a", empty, headings=HEADINGS, **options)).content
    for upper, lower in ((5, 18), (20, 20 + band(HEADINGS)), (277, 297)):
        assert dark(pack, upper, lower) == dark(expected, upper, lower) > 100


def test_headings_are_read_before_the_page_though_drawn_after_it():
    with opened(packed(part("a", "<p>Words</p>", headings=HEADINGS, band=band(HEADINGS)))) as pdf:
        section = pdf.Root.StructTreeRoot.K[0].K[0]
        roles = [str(element.S) for element in section.K]
        assert roles[:2] == ["/H2", "/H3"]
        assert len(roles) > len(HEADINGS)

"""What elements want at the head of their pages reaches the pages of the pack, and no further."""

import io

import pikepdf
import pypdfium2
import pytest

from pcp_scrutiny import pdf
from pcp_scrutiny.pdf.assembly import Part, assemble
from tests.pcp_scrutiny.pdf.documents import document

BODY = (
    "<p>Open.</p>"
    '<section id="secret" data-head="NOT FOR PUBLICATION" data-watermark="DRAFT"'
    ' style="break-before: page"><p>Exempt.</p></section>'
)
PART = {"name": "paper-1", "numbers": ["1", "2"]}


def texts(part: Part) -> list[str]:
    content = assemble([part], title="Pack", author="A panel").content
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]


@pytest.fixture(scope="module")
def content() -> bytes:
    return pdf.render_part(document(BODY))


def test_the_head_stands_over_the_pages_that_the_element_reaches(content):
    first, second = texts(Part(content=content, head="Item 5", **PART))
    assert "Item 5" in first
    assert "NOT FOR PUBLICATION" not in first
    assert "Item 5: NOT FOR PUBLICATION" in second


def test_a_head_that_says_it_already_says_it_once(content):
    head = "Item 5: NOT FOR PUBLICATION"
    assert all(page.count(head) == 1 for page in texts(Part(content=content, head=head, **PART)))
    assert "NOT FOR PUBLICATION" in texts(Part(content=content, **PART))[1]


def test_the_watermark_stands_across_the_pages_that_the_element_reaches(content):
    first, second = texts(Part(content=content, **PART))
    assert ("DRAFT" in first, "DRAFT" in second) == (False, True)


def test_an_upload_puts_nothing_at_the_head_of_its_pages(content):
    part = Part(content=content, head="Item 5", is_upload=True, **PART)
    assert not any("NOT FOR PUBLICATION" in page for page in texts(part))


def test_the_pack_keeps_nothing_of_how_it_was_told(content):
    pack = assemble([Part(content=content, **PART)], title="Pack", author="A panel").content
    with pikepdf.open(io.BytesIO(pack)) as opened:
        entries = {"/PartHead", "/PartWatermark"}
        assert not any(entries & set(page.keys()) for page in opened.pages)

"""Stamps are on every page, outside the content, and the structure stays as it was."""

import io

import pikepdf
import pypdfium2
import pytest

from pcp_scrutiny import pdf
from pcp_scrutiny.pdf import stamps
from tests.pcp_scrutiny.pdf.documents import document

BODY = (
    "<h1>First</h1>"
    '<section class="doc-page" id="secret" data-head="NOT FOR PUBLICATION">'
    + "<p>Paragraph</p>"
    * 60
    + '<div id="inner" data-head="Inner">x</div></section>'
    '<section class="doc-page"><p>Last</p></section>'
)


@pytest.fixture(scope="module")
def content():
    return pdf.render(document(BODY), foot="A panel & <its> pack")


def texts(content):
    opened = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_bounded() for page in opened]


def test_every_page_has_its_foot_and_number(content):
    found = texts(content)
    assert len(found) == pdf.count_pages(content) >= 4
    for number, text in enumerate(found, start=1):
        assert "A panel & <its> pack" in text
        assert f"Page {number} of {len(found)}" in text


def test_heads_are_on_the_pages_they_are_of(content):
    first, *exempt, before, last = texts(content)
    assert "NOT FOR PUBLICATION" not in first
    assert "NOT FOR PUBLICATION" not in last
    assert all("NOT FOR PUBLICATION" in text for text in exempt)
    assert "Inner" in before


def test_a_watermark_is_on_every_page_its_element_reaches():
    body = (
        '<section><h1>Agenda</h1></section><section class="doc-page" id="draft" '
        f'data-watermark="DRAFT">{"<p>Paragraph</p>" * 60}</section>'
        '<section class="doc-page"><p>Last</p></section>'
    )
    first, *drafts, last = texts(pdf.render(document(body), foot="f"))
    assert len(drafts) > 1
    assert all("DRAFT" in text for text in drafts)
    assert "DRAFT" not in first + last


def test_stamps_are_artifacts(content):
    with pikepdf.open(io.BytesIO(content)) as opened:
        for page in opened.pages:
            *_, begin, save, draw, restore, end = pikepdf.parse_content_stream(page)
            drawn = [str(i.operator) for i in (begin, save, draw, restore, end)]
            assert drawn == ["BDC", "q", "Do", "Q", "EMC"]
            assert str(begin.operands[0]) == "/Artifact"


def test_every_marked_content_still_has_its_place_in_the_structure(content):
    with pikepdf.open(io.BytesIO(content)) as opened:
        numbers = opened.Root.StructTreeRoot.ParentTree.Nums
        tree = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        for page in opened.pages:
            marks = [
                int(i.operands[1].MCID)
                for i in pikepdf.parse_content_stream(page)
                if str(i.operator) == "BDC" and "/MCID" in i.operands[1]
            ]
            assert sorted(marks) == list(range(len(tree[int(page.StructParents)])))


def test_stamps_are_the_size_of_their_pages():
    body = '<p>Upright</p><section class="doc-landscape"><p>Across</p></section>'
    with pikepdf.open(io.BytesIO(pdf.render(document(body), foot="f"))) as opened:
        boxes = [[float(x) for x in page.Resources.XObject.Stamp.BBox] for page in opened.pages]
        assert boxes[0] == pytest.approx([0, 0, 595.3, 841.9], abs=0.1)
        assert boxes[1] == pytest.approx([0, 0, 841.9, 595.3], abs=0.1)


def test_heads_take_the_innermost():
    words = {"outer": "Item 1", "inner": "NOT FOR PUBLICATION"}
    anchors = [["outer"], ["outer", "inner"], []]
    assert stamps.heads(anchors, words) == ["Item 1", "NOT FOR PUBLICATION", ""]


def test_stamp_needs_one_for_each_page(content):
    with pikepdf.new() as empty:
        empty.add_blank_page()
        with pytest.raises(ValueError, match="one stamp for each page"):
            stamps.stamp(empty, content)

"""Stamps are on every page, outside the content, and the structure stays as it was."""

import io

import pikepdf
import pypdfium2
import pytest

from pcp_scrutiny import pdf
from pcp_scrutiny.pdf import markup
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


def test_stamps_are_artifacts_and_nothing_else_is_untagged(content):
    with pikepdf.open(io.BytesIO(content)) as opened:
        for page in opened.pages:
            inside = []
            for each in pikepdf.parse_content_stream(page):
                operator = str(each.operator)
                if operator in ("BDC", "BMC"):
                    inside.append(str(each.operands[0]))
                elif operator == "EMC":
                    inside.pop()
                elif operator in ("Tj", "TJ"):
                    assert inside in (["/Artifact"], ["/Span"])
            assert inside == []


def test_every_marked_content_still_has_its_place_in_the_structure(content):
    with pikepdf.open(io.BytesIO(content)) as opened:
        parents = pikepdf.NumberTree(opened.Root.StructTreeRoot.ParentTree)
        for page in opened.pages:
            owners = parents[int(page.StructParents)]
            marks = [
                int(i.operands[1].MCID)
                for i in pikepdf.parse_content_stream(page)
                if str(i.operator) == "BDC" and "/MCID" in i.operands[1]
            ]
            assert sorted(marks) == [n for n, owner in enumerate(owners) if owner is not None]


def test_stamps_are_where_their_pages_end():
    body = '<p>Upright</p><section class="doc-landscape"><p>Across</p></section>'
    opened = pypdfium2.PdfDocument(pdf.render(document(body), foot="f"))
    for page in opened:
        text = page.get_textpage()
        found = text.search("Page").get_next()
        left, bottom, _right, top = text.get_charbox(found[0])
        assert page.get_width() - 120 < left < page.get_width() - 57
        assert 28 < bottom < top < 43


def test_a_single_page_has_a_number_and_no_foot():
    (text,) = texts(pdf.render(document("<p>One</p>"), foot="A panel"))
    assert "Page 1 of 1" in text
    assert "A panel" not in text


def test_heads_take_the_innermost():
    words = {"outer": "Item 1", "inner": "NOT FOR PUBLICATION"}
    anchors = [["outer"], ["outer", "inner"], []]
    assert markup.over(anchors, words) == ["Item 1", "NOT FOR PUBLICATION", ""]

"""The text of what was sent in, as HTML."""

import pytest
from pikepdf import Array, Dictionary, Name

from meetings import packs
from meetings.packs import Cancelled, texts
from pcp_scrutiny.documents import Block, limits
from tests.factories.files import tagged_pdf
from tests.factories.meetings import UploadedPaperFactory
from tests.meetings.packs.looking import pages_of
from tests.pcp_scrutiny.pdf.uploads.files import drawn, saved


def test_blocks_become_what_they_are():
    html = texts.as_html(
        [
            Block("Summary", "heading", 1),
            Block("Crime fell."),
            Block("by a tenth", "item", 1, "•"),
            Block("in all districts", "item", 1, "•"),
            Block("Detail", "heading", 2),
            Block("first", "item", 1, "(a)"),
            Block("Quarter", "cell", table=1, row=1, column=1),
            Block("Offences", "cell", table=1, row=1, column=2),
            Block("First", "cell", table=1, row=2, column=1),
            Block("14,910", "cell", table=1, row=2, column=2),
        ]
    )
    assert html.splitlines() == [
        "<h4>Summary</h4>",
        "<p>Crime fell.</p>",
        '<ul class="govuk-list govuk-list--bullet"><li>by a tenth</li>'
        "<li>in all districts</li></ul>",
        "<h5>Detail</h5>",
        '<ul class="govuk-list"><li>(a) first</li></ul>',
        "<table><tbody><tr><td>Quarter</td><td>Offences</td></tr>"
        "<tr><td>First</td><td>14,910</td></tr></tbody></table>",
    ]


def test_headings_skip_no_level():
    html = texts.as_html([Block("Deep", "heading", 4), Block("Deeper", "heading", 6)])
    assert html.splitlines() == ["<h4>Deep</h4>", "<h5>Deeper</h5>"]


def test_what_was_typed_is_no_markup():
    assert texts.as_html([Block("<script>")]) == "<p>&lt;script&gt;</p>"


def test_an_upload_is_read_once():
    content = tagged_pdf("Figures", "Fewer burglaries.")
    told = []
    found = texts.of_upload(content, beat=lambda: told.append("a page"))
    assert "Fewer burglaries." in found
    assert told == ["a page"]
    assert texts.of_upload(content, beat=lambda: told.append("a page")) == found
    assert told == ["a page"]


def test_what_cannot_be_read_is_left_out():
    assert texts.of_upload(saved(drawn()), beat=lambda: None) == ""


def test_a_file_larger_than_one_sent_in_to_be_read_is_read(monkeypatch):
    monkeypatch.setattr(limits, "MAX_BYTES", 10)
    assert texts.blocks_of(tagged_pdf("Figures", "Fewer burglaries."))


def test_reading_ends_where_nobody_wants_it():
    def cancel():
        raise Cancelled

    with pytest.raises(Cancelled):
        texts.of_upload(tagged_pdf("Figures", "Never read."), beat=cancel)


def test_the_edition_has_the_words_that_are_seen_in_the_pack_and_no_others(db):
    paper = UploadedPaperFactory(item__title="Figures", data=hostile())
    made = packs.make(paper.item.meeting, audience="public")
    printed = " ".join(pages_of(made.content))
    for words in (printed, made.edition):
        assert "Shown" in words
        assert "Layered" not in words
    assert "Cropped" not in made.edition


def test_a_file_that_is_gone_is_not_needed_once_its_part_is_kept(db):
    paper = UploadedPaperFactory(data=tagged_pdf("Figures", "Kept words."))
    first = packs.make(paper.item.meeting, audience="public")
    paper.printed.content.storage.delete(paper.printed.content.name)
    again = packs.make(paper.item.meeting, audience="public")
    assert again == first
    assert "Kept words." in again.edition


def hostile():
    """A page with words in a hidden layer, and below the edge at which it is cropped."""
    words = b"BT /F1 12 Tf 72 %d Td (%b) Tj ET\n"
    layer = b"/OC /Off BDC " + words % (650, b"Layered") + b"EMC\n"
    pdf = drawn(words % (700, b"Shown") + layer + words % (90, b"Cropped"))
    page = pdf.pages[0].obj
    page.CropBox = Array([0, 100, 595, 842])
    off = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Off"))
    page.Resources.Properties = Dictionary(Off=off)
    pdf.Root.OCProperties = Dictionary(OCGs=Array([off]), D=Dictionary(OFF=Array([off])))
    return saved(pdf)

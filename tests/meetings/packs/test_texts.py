"""The text of what was sent in, as HTML."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from meetings.packs import texts
from meetings.packs.sources import Source
from pcp_scrutiny.documents import Block
from tests.factories.files import tagged_pdf
from tests.factories.meetings import UploadedPaperFactory


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


def test_an_upload_is_read_once(db):
    paper = UploadedPaperFactory(data=tagged_pdf("Figures", "Fewer burglaries."))
    source = Source(upload=paper.printed.content.name, sha256=paper.printed.sha256)
    assert "Fewer burglaries." in texts.of_upload(source)
    again = Source(upload="received/none", sha256=paper.printed.sha256)
    assert texts.of_upload(again) == texts.of_upload(source)


def test_what_cannot_be_read_is_left_out():
    name = default_storage.save("received/odd", ContentFile(b"%PDF-1.7 no more"))
    assert texts.of_upload(Source(upload=name, sha256="1" * 64)) == ""

"""Files as papers: what is taken, and what is said of what cannot be."""

import io
from functools import cache

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from meetings import uploaded
from meetings.forms import UploadedPaperForm
from meetings.models import Paper
from tests.factories.accounts import UserFactory
from tests.factories.files import tagged_pdf, untagged_pdf
from tests.factories.meetings import AgendaItemFactory, UploadedPaperFactory

pytestmark = pytest.mark.django_db
DAMAGED_WORD = "'report.docx' is damaged: it cannot be opened as a Word document. Ask the author"


def form_of(data=None, name="report.pdf", paper=None, **typed):
    paper = paper or Paper(item=AgendaItemFactory(), position=1, kind="uploaded")
    files = {} if data is None else {"upload": SimpleUploadedFile(name, data)}
    typed = {"kind": "uploaded", "label": "Paper A", **typed}
    return UploadedPaperForm(typed, files, instance=paper, by=UserFactory())


def locked():
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(tagged_pdf())) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(owner="o", user="u"))
    return made.getvalue()


def of_pages(number):
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(number):
            pdf.add_blank_page()
        pdf.save(made)
    return made.getvalue()


def old_word():
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


@cache
def word_document():
    made = io.BytesIO()
    document = Document()
    document.add_paragraph("The words of the report.")
    document.save(made)
    return made.getvalue()


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A machine whose LibreOffice makes the same PDF of every document."""
    (tmp_path / "made.pdf").write_bytes(tagged_pdf("From Word"))
    program = tmp_path / "soffice"
    program.write_text(
        "#!/bin/sh\n"
        'while [ "$1" != --outdir ]; do shift; done\n'
        f'mkdir -p "$2" && cp {tmp_path}/made.pdf "$2/paper.pdf"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")


@pytest.fixture
def no_office(tmp_path, monkeypatch):
    """A machine without LibreOffice."""
    monkeypatch.setenv("PATH", str(tmp_path))


def test_a_word_document_is_kept_beside_the_pdf_made_of_it(office):
    form = form_of(word_document(), "report.docx")
    assert form.is_valid(), form.errors
    received = form.received
    assert (received.is_converted, received.printed_name) == (True, "report.pdf")
    assert (received.data, received.printed) == (word_document(), tagged_pdf("From Word"))
    assert form.cleaned_data["title"] == "From Word"
    assert "or a Word document" in form.fields["upload"].help_text


def test_a_word_document_that_cannot_be_converted_is_refused_with_a_way_out(no_office):
    form = form_of(word_document(), "report.docx", title="Typed")
    assert "Word documents cannot be turned into PDF on this machine" in form.errors["upload"][0]
    assert form["title"].value() == "Typed"
    assert "cannot be turned into PDF" in form.fields["upload"].help_text


def test_a_file_gives_the_paper_its_title():
    form = form_of(tagged_pdf("Finance report"))
    assert form.is_valid(), form.errors
    assert form.cleaned_data["title"] == "Finance report"
    assert (form.received.pages, list(form.received.lacks)) == (1, [])


def test_a_title_that_is_typed_stands():
    form = form_of(tagged_pdf("Finance report"), title="Typed")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["title"] == "Typed"


def test_a_file_without_a_title_asks_for_one():
    form = form_of(of_pages(1))
    assert "Enter title" in form.errors["title"][0]
    assert form.received


def test_what_a_file_lacks_is_found():
    assert "untagged" in uploaded.read(untagged_pdf(), "x.pdf").lacks


@pytest.mark.parametrize(
    ("make", "name", "sentence"),
    [
        (lambda: b"", "report.pdf", "'report.pdf' is empty"),
        (locked, "report.pdf", "can only be opened with a password"),
        (lambda: b"%PDF-1.7 nothing", "report.pdf", "The file is damaged"),
        (lambda: of_pages(1001), "report.pdf", "1,001 pages; a paper may have 1,000"),
        (
            lambda: b"\x89PNG\r\n\x1a\n\x00\xff",
            "report.pdf",
            "is not a PDF: it looks like a picture",
        ),
        (lambda: b"Just words.", "report.pdf", "plain text. Ask the author for"),
        (lambda: b"PK\x03\x04" + bytes(40), "report.docx", DAMAGED_WORD),
        (lambda: word_document()[:-200], "report.docx", DAMAGED_WORD),
        (lambda: b"PK\x03\x04" + bytes(40), "report.zip", "it looks like a zip file"),
        (old_word, "report.doc", "is not a Word document (.docx): it is an old Word document"),
        (word_document, "report.docm", "may hold macros"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_a_sentence(make, name, sentence):
    form = form_of(make(), name, title="Typed", background="A ledger")
    assert sentence in form.errors["upload"][0]
    assert (form["title"].value(), form["background"].value()) == ("Typed", "A ledger")


def test_plain_text_is_asked_for_as_what_is_taken(office):
    said = form_of(b"Just words.", "notes.txt").errors["upload"][0]
    assert "it is plain text. Ask the author for it as a Word document (.docx) or a PDF" in said


def test_plain_text_is_asked_for_as_a_pdf_where_word_is_not_taken(no_office):
    said = form_of(b"Just words.", "notes.txt").errors["upload"][0]
    assert "Ask the author for the document as a PDF" in said


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    class Large(SimpleUploadedFile):
        def read(self, *args):
            raise AssertionError("It was read")

    form = form_of(title="Typed")
    large = Large("report.pdf", b"x")
    large.size = 300 * 1024 * 1024
    form.files = {"upload": large}
    assert "'report.pdf' is larger than 100 MB" in form.errors["upload"][0]


def test_there_is_a_file_or_it_is_to_follow():
    assert "Choose the file" in form_of(title="x").errors["upload"][0]
    assert form_of(title="x", is_to_follow="on").is_valid()
    both = form_of(tagged_pdf(), is_to_follow="on")
    assert "is here" in both.errors["is_to_follow"][0]


def test_a_file_that_is_there_is_kept():
    paper = UploadedPaperFactory()
    form = form_of(paper=paper, title="Renamed")
    assert form.is_valid(), form.errors
    assert form.came_with == {}
    assert "Leave empty to keep 'performance.pdf'" in form.fields["upload"].help_text

"""Word documents are turned into tagged PDFs, where LibreOffice is on the machine."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pypdfium2
import pytest

from pcp_scrutiny.pdf.uploads import Unusable, checking, cleaning, fitting, word
from pcp_scrutiny.pdf.uploads.word import office
from pcp_scrutiny.pdf.uploads.word.package import reduced
from tests.pcp_scrutiny.pdf.uploads import files
from tests.pcp_scrutiny.pdf.uploads.word import papers

needs_office = pytest.mark.skipif(
    not word.can_convert(), reason="LibreOffice (soffice) is not on this machine"
)


@pytest.fixture
def asked():
    """The address of a server on this machine, and what it was asked for."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    server.server_close()


@needs_office
def test_a_document_becomes_a_tagged_pdf_and_nothing_is_fetched(asked, monkeypatch):
    """With nothing to hold LibreOffice back: it is the document that must lead nowhere."""
    address, paths = asked
    monkeypatch.setattr(office, "_SETTINGS", {})
    monkeypatch.setattr(office, "_NOWHERE", "")
    made = office.to_pdf(reduced(papers.reaching(address), "a.docx"), isolation=())
    assert paths == []
    facts = checking.inspect(made, "a.pdf")
    assert facts.is_tagged
    assert facts.claims_ua
    said = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_range()
    assert "Words of the paper." in said
    assert "Shown 1" in said


@needs_office
def test_the_program_itself_is_held_back_too(asked):
    """With a document that leads outside: it is LibreOffice that must not follow."""
    address, paths = asked
    office.to_pdf(papers.reaching(address), isolation=())
    assert paths == []


@needs_office
def test_what_is_converted_can_be_cleaned_and_fitted():
    made = word.convert(papers.ordinary(), "a.docx")
    fitted = fitting.fit(cleaning.clean(made))
    assert checking.inspect(fitted, "a.pdf").lacks == []
    assert "In a table" in pypdfium2.PdfDocument(fitted)[0].get_textpage().get_text_range()


@needs_office
def test_a_document_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(office, "SECONDS", 0.2)
    with pytest.raises(Unusable, match="takes too long"):
        office.to_pdf(papers.ordinary(), isolation=())


def test_a_machine_without_the_program_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not word.can_convert()
    with pytest.raises(word.NoConverter, match="Open it in Word"):
        word.convert(papers.ordinary(), "a.docx")


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.docx", "is empty"),
        (papers.ordinary(), "a.docm", "may hold macros"),
        (b"{\\rtf1 text}", "a.docx", "it is rich text. Open it in Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "a.doc", "old"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            "protected by a password",
        ),
        (papers.zipped({"mimetype": "x", "content.xml": "x"}), "a.odt", "an OpenDocument file"),
        (papers.zipped({"a.txt": "x"}), "a.docx", "a zip file"),
        (files.plain(), "a.docx", "it is a PDF. Give it a name that ends in .pdf"),
        (b"hello", "a.docx", "plain text"),
    ],
)
def test_other_files_are_refused_with_what_to_do(data, name, said):
    with pytest.raises(Unusable, match=said):
        word.convert(data, name)

"""Files told by content, refused in a sentence, or read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pcp_scrutiny import documents
from pcp_scrutiny.documents import limits, text

from . import files

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
OLD_WORD = OLE + "WordDocument".encode("utf-16-le")
LOCKED_WORD = OLE + "EncryptedPackage".encode("utf-16-le")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"
SPREADSHEET = files.zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<w/>"})


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(documents.Unreadable) as refused:
        documents.read(data, name)
    return str(refused.value)


@pytest.mark.parametrize("name", ["plan.docx", "PLAN.DOCX", "plan.doc", "plan", "Plan v1.2"])
def test_read_knows_a_word_document_by_its_content(name):
    document = documents.read(files.real_word(), name)
    assert document.title == "Safer Harbours: a plan"
    assert document.media_type.endswith("wordprocessingml.document")
    assert document.blocks[0].text == "Foreword"


@pytest.mark.parametrize("name", ["letter.txt", "letter.md", "letter", "Letter 2.3.2017"])
def test_read_takes_text_under_any_name_that_claims_nothing_else(name):
    assert documents.read(b"Dear Chair,", name).text == "Dear Chair,"


def test_read_says_what_a_misnamed_file_looks_like():
    pdf = files.pdf("<p>Hello</p>")
    assert refusal(pdf, "plan.docx") == (
        "'plan.docx' is not a Word document: it looks like a PDF. Give it a name that ends in"
        " .pdf, or choose the right file."
    )
    assert refusal(files.real_word(), "plan.pdf").startswith(
        "'plan.pdf' is not a PDF: it looks like a Word document."
    )
    assert "it looks like plain text" in refusal(b"Dear Chair,", "letter.docx")
    assert "it looks like a picture" in refusal(PNG, "scan.pdf")
    assert "it looks like a web page" in refusal(b"<!DOCTYPE html><p>Hi", "letter.txt")
    assert "it looks like a spreadsheet" in refusal(SPREADSHEET, "plan.docx")


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (OLD_WORD, "plan.doc", "it is an old Word document. Open it in Word, save it as"),
        (b"{\\rtf1 Dear Chair}", "letter.rtf", "it is rich text."),
        (SPREADSHEET, "data.xlsx", "it is a spreadsheet."),
        (files.zipped({"plan.docx": b"x"}), "plans.zip", "it is a zip file. Take the document"),
        (PNG, "scan.png", "it is a picture. Ask for the document"),
        (b"a,b\n1,2", "data.csv", "it is something that is not a document."),
    ],
)
def test_read_says_what_to_do_with_kinds_it_does_not_read(data, name, words):
    assert words in refusal(data, name)


@pytest.mark.parametrize("name", ["plan.docx", "plan.doc", "plan"])
def test_read_refuses_an_encrypted_word_document(name):
    message = refusal(LOCKED_WORD, name)
    assert "protected by a password" in message or "an old Word document" in message
    assert "save" in message.lower()


def test_read_refuses_an_empty_file():
    assert refusal(b"", "plan.docx") == (
        "'plan.docx' is empty. Check that it is the right file, and add it again."
    )
    assert refusal(b" \r\n\t", "plan.txt").startswith("There is no text in the file.")
    assert refusal(files.word(""), "plan.docx").startswith("There is no text in the file.")


def test_read_refuses_a_file_larger_than_the_limit():
    message = refusal(b"a" * (documents.MAX_BYTES + 1), "plan.txt")
    assert message.startswith("'plan.txt' is larger than 20 MB.")


def test_read_refuses_more_text_than_the_limit():
    too_long = b"word " * (limits.MAX_CHARACTERS // 5 + 1)
    assert "longer than 5 million characters" in refusal(too_long, "plan.txt")
    too_many = b"a\n\n" * (limits.MAX_BLOCKS + 1)
    assert "100,000 paragraphs" in refusal(too_many, "plan.txt")


@pytest.mark.parametrize(
    "data", [b"\x00" * 1000, bytes(range(256)) * 4, b"\x7fELF\x02\x01\x01" + bytes(64)]
)
def test_read_refuses_binary_junk_called_text(data):
    assert "is not plain text" in refusal(data, "notes.txt")


def test_read_shows_a_name_without_folders_and_not_too_long():
    message = refusal(b"", "C:\\Users\\someone\\" + "long " * 40 + "plan.docx")
    assert "someone" not in message
    assert "…" in message
    assert len(message) < 160


def test_read_text_takes_what_was_pasted():
    assert documents.read_text("Dear Chair,\n\nThank you.").text == "Dear Chair,\n\nThank you."
    with pytest.raises(documents.Unreadable, match="Paste the text"):
        documents.read_text(" \n ")


NAMES = st.sampled_from(["a.docx", "a.pdf", "a.txt", "a", ""]) | st.text()
STARTS = st.sampled_from([b"", b"PK\x03\x04", b"{\\rtf", b"\xef\xbb\xbf", b"\xff\xfe", OLE])


def read_or_refused(data: bytes, name: str) -> str:
    """The text, or the sentence that refuses the file."""
    try:
        return documents.read(data, name).text
    except documents.Unreadable as refused:
        return str(refused)


@given(STARTS, st.binary(), NAMES)
@settings(deadline=None)
def test_read_raises_nothing_but_unreadable(start, rest, name):
    said = read_or_refused(start + rest, name)
    assert said.strip()
    assert "\x00" not in said
    said.encode()


@given(st.text().filter(lambda pasted: text.from_text(pasted).blocks))
@settings(deadline=None)
def test_read_text_gives_what_reads_the_same_again(pasted):
    document = documents.read_text(pasted)
    blocks = [block.text for block in document.blocks]
    again = documents.read_text("\n\n".join(blocks))
    assert [block.text for block in again.blocks] == blocks
    assert all(
        word in document.text for word in pasted.split() if word.isascii() and word.isalnum()
    )

"""The form by which a document comes in: a file, or pasted text, one or the other."""

import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pcp_scrutiny.documents import limits
from pcp_scrutiny.documents.forms import SendInForm
from tests.pcp_scrutiny.documents.files import zipped

TEXT = "1. Every ward has an officer.\n\n2. Patrols are counted."


def word(*paragraphs):
    document, out = docx.Document(), io.BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def sent(data=None, *, name="plan.txt", pasted=""):
    files = {} if data is None else {"upload": SimpleUploadedFile(name, data)}
    return SendInForm({"pasted": pasted}, files)


def error(form, field="upload"):
    assert not form.is_valid()
    assert list(form.errors) == [field]
    [sentence] = form.errors[field]
    return sentence


def test_uploaded_text_is_read_and_its_bytes_are_kept():
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    form = sent(data)
    assert form.is_valid()
    assert (form.data_received, form.name) == (data, "plan.txt")
    assert "Patrols are counted." in form.document.text
    assert not form.is_pasted


def test_uploaded_word_document_is_read():
    data = word("Every ward has an officer.")
    form = sent(data, name="plan.docx")
    assert form.is_valid()
    assert form.document.text == "Every ward has an officer."
    assert form.data_received == data


def test_pasted_text_is_read():
    form = sent(pasted=f"\n\n  {TEXT}\n")
    assert form.is_valid()
    assert "Patrols are counted." in form.document.text
    assert form.data_received.decode() == TEXT
    assert (form.name, form.is_pasted) == ("pasted.txt", True)


def test_nothing_sent_asks_for_one_or_the_other():
    assert error(sent()) == "Upload a file, or paste the text below"
    assert error(sent(pasted=" \n\t ")) == "Upload a file, or paste the text below"


def test_both_sent_asks_for_one():
    sentence = error(sent(TEXT.encode(), pasted=TEXT), "pasted")
    assert sentence == "Upload a file or paste the text, not both"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "empty.txt", "is empty"),
        (b" \n\t\n", "blank.txt", "no text"),
        (TEXT.encode(), "plan.docx", "not a Word document"),
        (word("A plan."), "plan.pdf", "not a PDF"),
        (word("A plan.")[:-200], "plan.docx", "damaged"),
        (b"%PDF-1.7\n%broken", "plan.pdf", ""),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "plan.png", "picture"),
        (zipped({"readme.txt": "Hello"}), "plan.zip", "zip file"),
        (b"<!doctype html><html></html>", "plan.html", "web page"),
        (b"\x00\x01\x02\xff" * 99, "plan.txt", "not"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data, name, words):
    sentence = error(sent(data, name=name))
    assert words in sentence
    assert sentence.endswith(".")
    assert len(sentence) < 300


def test_file_larger_than_the_limit_is_refused_before_it_is_read():
    upload = SimpleUploadedFile("plan.txt", b"x")
    upload.size = limits.MAX_BYTES + 1
    form = SendInForm({}, {"upload": upload})
    assert error(form) == "The file must be smaller than 20 MB"
    assert upload.read() == b"x"


def test_hint_states_the_limit():
    assert "20 MB" in SendInForm().fields["upload"].help_text


@pytest.mark.parametrize("pasted", ["\u200b", "\u200b \ufeff\n"])
def test_pasted_text_without_a_visible_character_is_refused(pasted):
    assert "Paste the text" in error(sent(pasted=pasted), "pasted")


def test_pasted_text_that_is_too_long_is_refused():
    sentence = error(sent(pasted="word " * (limits.MAX_CHARACTERS // 4)), "pasted")
    assert sentence == limits.TOO_MUCH_TEXT


def test_pasted_null_character_is_refused():
    assert "Null characters" in error(sent(pasted="1. A\x00plan."), "pasted")


def test_what_was_pasted_is_kept_when_it_is_refused():
    form = sent(TEXT.encode(), pasted=TEXT)
    assert not form.is_valid()
    assert "Patrols are counted." in form.as_p()

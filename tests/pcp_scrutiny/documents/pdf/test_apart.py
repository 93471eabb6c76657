"""The process that PDFs are taken apart in."""

import pytest

from pcp_scrutiny.documents.pdf import apart, extraction
from tests.pcp_scrutiny.documents import files


def test_the_process_answers_as_the_extraction_itself():
    data = files.pdf("<title>Our plan</title><p>Hello</p><p>“Ŵyr” 😀</p>")
    assert apart.extract(data) == extraction.extract(data)


def test_a_process_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.001)
    assert apart.extract(files.pdf("<p>Hello</p>")).problem == "time"


def test_a_process_that_cannot_start_is_not_blamed_on_the_file(monkeypatch):
    monkeypatch.setattr(apart, "MODULE", "pcp_scrutiny.documents.no_such_module")
    with pytest.raises(RuntimeError, match="no_such_module"):
        apart.extract(b"%PDF-")

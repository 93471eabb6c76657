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


def test_progress_is_told_page_by_page():
    told = []
    data = files.pdf("<p>One<p style='break-before:page'>Two<p style='break-before:page'>Three")
    apart.extract(data, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_reader_of_progress_may_stop_it():
    class Stopped(Exception):
        pass

    def stop(done, total):
        raise Stopped

    with pytest.raises(Stopped):
        apart.extract(files.pdf("<p>One<p style='break-before:page'>Two"), stop)

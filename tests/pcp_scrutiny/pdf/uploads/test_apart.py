"""The process that files of strangers are handled in."""

import pytest

from pcp_scrutiny.pdf import uploads
from pcp_scrutiny.pdf.uploads import apart, checking, cleaning, fitting
from tests.pcp_scrutiny.pdf.uploads import files


def test_the_process_answers_as_the_work_itself():
    data = files.tagged()
    assert uploads.inspect(data, "a.pdf") == checking.inspect(data, "a.pdf")
    assert uploads.clean(data) == cleaning.clean(data)
    fitted = fitting.fit(cleaning.clean(data), first_band=20)
    assert uploads.prepare(data, first_band=20) == fitted


def test_what_is_wrong_with_a_file_is_told():
    with pytest.raises(uploads.Unusable, match="looks like plain text"):
        uploads.inspect(b"hello", "a.pdf")


def test_a_file_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.001)
    with pytest.raises(uploads.Unusable, match="takes too long"):
        uploads.clean(files.plain())


def test_a_process_that_cannot_start_is_not_blamed_on_the_file(monkeypatch):
    monkeypatch.setattr(apart, "MODULE", "pcp_scrutiny.pdf.no_such_module")
    with pytest.raises(RuntimeError, match="no_such_module"):
        uploads.clean(files.plain())


def test_a_file_too_large_is_refused_before_anything_is_started(monkeypatch):
    monkeypatch.setattr(apart, "MODULE", "pcp_scrutiny.pdf.no_such_module")
    with pytest.raises(uploads.Unusable, match="is larger than"):
        uploads.inspect(bytes(101 * 1024 * 1024), "a.pdf")

"""Parts rendered side by side: what comes back, what becomes of trouble, and that nothing stays."""

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from pcp_scrutiny import pdf
from pcp_scrutiny.pdf import uploads
from pcp_scrutiny.pdf.workers import Job, Problem, cores, jobs, pool, render_all
from tests.factories.files import tagged_pdf
from tests.pcp_scrutiny.pdf.documents import document


def waiting(*found):
    """Jobs under their place."""
    return [(place, partial(lambda job: job, job)) for place, job in enumerate(found)]


def nothing():
    """Nobody is told."""


def children():
    """The processes that this one has started and that still run."""
    found = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    commands = (Path(f"/proc/{pid}/cmdline").read_bytes() for pid in found.split())
    return [each for each in commands if pool.MODULE.encode() in each]


def test_what_comes_back_is_what_is_rendered_here():
    html = [document(f"<p>Paper {number}</p>") for number in range(3)]
    upload = tagged_pdf()
    found = dict(
        render_all(
            waiting(*(Job(html=each, band=20) for each in html), Job(upload=upload, band=9)),
            beat=nothing,
            processes=2,
        )
    )
    assert [found[place] for place in range(3)] == [pdf.render_part(each, band=20) for each in html]
    assert found[3] == uploads.prepare(upload, first_band=9)
    assert children() == []


def test_one_that_fails_does_not_stop_the_others():
    good = Job(html=document("<p>Good</p>"))
    found = dict(
        render_all(waiting(Job(upload=b"%PDF-1.7 no more"), good), beat=nothing, processes=1)
    )
    assert isinstance(found[0], Problem)
    assert found[0].reason.endswith(".")
    assert found[1].startswith(b"%PDF")


def test_one_that_is_killed_is_the_failure_of_one_part(monkeypatch):
    """As the system does when memory runs out."""
    started = []
    begin = pool._Worker.begin

    def then_kill(self, key, job):
        begin(self, key, job)
        started.append(key)
        if key == 0:
            os.kill(self.process.pid, signal.SIGKILL)

    monkeypatch.setattr(pool._Worker, "begin", then_kill)
    good = Job(html=document("<p>Good</p>"))
    found = dict(render_all(waiting(good, good), beat=nothing, processes=1))
    assert found[0] == Problem(jobs.KILLED)
    assert found[1].startswith(b"%PDF")
    assert started == [0, 1]
    assert children() == []


def test_one_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(pool, "PATIENCE_SECONDS", -1)
    (outcome,) = render_all(waiting(Job(html=document("<p>Long</p>"))), beat=nothing)
    assert outcome == (0, Problem(jobs.TOO_SLOW))
    assert children() == []


def test_cancelling_ends_them_at_once():
    class Cancelled(Exception):
        pass

    def cancel():
        assert children()
        raise Cancelled

    with pytest.raises(Cancelled):
        list(render_all(waiting(Job(html=document("<p>Long</p>" * 9999))), beat=cancel))
    assert children() == []


def test_nothing_is_left_in_the_way_of_files(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (outcome,) = render_all(waiting(Job(html=document("<p>Words</p>"))), beat=nothing)
    assert outcome[1].startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == []


def test_the_processes_are_told_no_secrets(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "hidden")
    monkeypatch.setenv("DATABASE_URL", "hidden")
    assert not {"SECRET_KEY", "DATABASE_URL"} & set(pool._environment(str(tmp_path)))


def test_what_is_not_built_is_said_and_not_put_down_to_a_paper(settings, tmp_path):
    settings.STATICFILES_DIRS = [str(tmp_path)]
    with pytest.raises(pdf.Unavailable, match="have not been built"):
        list(render_all(waiting(Job(html=document("<p>Words</p>"))), beat=nothing))
    assert children() == []


def test_there_is_at_least_one_core():
    assert cores() >= 1

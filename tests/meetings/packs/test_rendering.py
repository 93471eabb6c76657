"""Sources to parts: found, rendered here, or rendered in processes."""

import pytest

from meetings.packs import keeping, rendering
from meetings.packs.sources import Source
from pcp_scrutiny import pdf
from tests.pcp_scrutiny.pdf.documents import document


def source(words):
    return Source(html=document(f"<p>{words}</p>"))


def test_a_little_is_rendered_here_and_kept():
    one, two = source("One"), source("Two")
    assert rendering.find(one) is None
    found = dict(rendering.render([one, two]))
    assert found[one] == pdf.render_part(one.html)
    assert rendering.find(one) == found[one]
    assert rendering.find(two) == found[two]


def test_much_is_rendered_in_processes_and_kept(monkeypatch):
    monkeypatch.setattr(rendering, "LITTLE", 0)
    one, beats = source("One"), []
    found = dict(rendering.render([one], beat=lambda: beats.append(1)))
    assert found[one] == pdf.render_part(one.html)
    assert rendering.find(one) == found[one]
    assert beats


def test_a_small_document_is_rendered_once():
    html = document("<p>A sheet</p>")
    first = rendering.render_one(html, band=12)
    assert rendering.find(Source(html=html, band=12)) == first
    keeping.keep(Source(html=html, band=12).key(keeping.renderer()), b"%PDF kept")
    assert rendering.render_one(html, band=12) == b"%PDF kept"


def test_a_file_that_is_gone_is_the_failure_of_its_paper():
    gone = Source(upload="received/none", sha256="0" * 64)
    ((found, problem),) = rendering.render([gone])
    assert found == gone
    assert "Send it in again" in problem.reason


def test_nothing_is_rendered_before_the_look_is_built(settings, tmp_path):
    settings.STATICFILES_DIRS = [str(tmp_path)]
    with pytest.raises(pdf.Unavailable, match="have not been built"):
        list(rendering.render([source("One")]))

"""A printed document is a tagged PDF that says of itself what PDF/UA-1 asks."""

import subprocess
import sys

import pytest

from pcp_scrutiny import pdf
from tests.pcp_scrutiny.pdf.documents import document

BODY = '<h1>Agenda</h1><p>Business.</p><section class="doc-page"><h2>Item 1</h2><p>x</p></section>'


def test_render_says_what_pdf_ua_asks(printed):
    done = printed(BODY, foot="A panel")
    root = done.Root
    assert root.MarkInfo.Marked
    assert "/StructTreeRoot" in root
    assert str(root.Lang) == "en-GB"
    assert root.ViewerPreferences.DisplayDocTitle
    with done.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "A paper"


def test_render_has_bookmarks_from_headings(printed):
    with printed(BODY).open_outline() as outline:
        top = outline.root[0]
        assert (top.title, [child.title for child in top.children]) == ("Agenda", ["Item 1"])


def test_render_embeds_only_the_packaged_typeface(printed):
    fonts = {
        str(font.BaseFont).split("+")[-1]
        for page in printed(BODY, foot="Foot").pages
        for font in page.Resources.Font.values()
    }
    assert fonts
    assert all("AtkinsonHyperlegibleNext" in font.replace("-", "") for font in fonts)


def test_render_gives_the_same_bytes(printed):
    assert pdf.render(document(BODY), foot="x") == pdf.render(document(BODY), foot="x")


def test_render_gives_the_same_bytes_in_another_process():
    script = (
        "import os, sys, hashlib; os.environ['DJANGO_SETTINGS_MODULE'] = 'pcp_scrutiny.settings';"
        "from pcp_scrutiny import pdf;"
        "print(hashlib.sha256(pdf.render(sys.argv[1], foot='x')).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script, document(BODY)],
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "DEMO": "1", "PATH": "/usr/bin:/bin"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_render_reads_no_other_file_and_no_address(printed):
    body = (
        '<img src="file:///etc/hostname" alt="a"><img src="https://example.org/x.png" alt="b">'
        '<img src="//example.org/x.png" alt="c"><img src="data:image/svg+xml,<svg/>" alt="d">'
        '<link rel="stylesheet" href="http://127.0.0.1:9/x.css"><p>Text</p>'
    )
    done = printed(body)
    assert len(done.pages) == 1
    assert "/EmbeddedFiles" not in done.Root.get("/Names", {})


def test_render_says_when_nothing_has_been_built(settings, tmp_path):
    settings.STATICFILES_DIRS = [tmp_path]
    from django.contrib.staticfiles import finders

    finders.get_finder.cache_clear()
    try:
        with pytest.raises(pdf.Unavailable, match="npm run build"):
            pdf.render(document(BODY))
    finally:
        finders.get_finder.cache_clear()


def test_render_says_when_system_libraries_are_missing(monkeypatch):
    class Missing:
        def find_spec(self, name, path=None, target=None):
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(pdf.Unavailable, match="libpango"):
        pdf.render(document(BODY))


def test_links_are_described_by_their_own_words(printed):
    done = printed(
        '<p><a href="#there">Item 1:\n the plan</a> <a href="https://example.org/">Our site</a></p>'
        '<h2 id="there">There</h2>'
    )
    annotations = list(done.pages[0].Annots)
    assert [str(a.Contents) for a in annotations] == ["Item 1: the plan", "Our site"]
    assert all(int(a.F) == 4 for a in annotations)


def test_header_cells_have_a_scope(printed):
    done = printed(
        "<table><caption>Votes</caption><thead><tr><th scope=col>Name</th><th scope=col>For</th>"
        "</tr></thead><tbody><tr><th scope=row>A</th><td>1</td></tr></tbody></table>"
    )
    found = []
    waiting = [done.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop(0)
        if element.get("/S") == "/TH":
            found.append(str(element.A.Scope))
        kids = element.get("/K", [])
        if not isinstance(kids, int):
            waiting += [kid for kid in kids if not isinstance(kid, int)]
    assert sorted(found) == ["/Column", "/Column", "/Row"]

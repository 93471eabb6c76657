"""The papers as HTML and as PDF."""

import io
import re
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from pcp_scrutiny import history
from recommendations.models import Assessment
from recommendations.papers import points, printing, tracker
from tests.factories.meetings import MeetingFactory
from tests.factories.recommendations import RecommendationFactory, version_of
from tests.recommendations.papers.conftest import WARD

pytestmark = pytest.mark.django_db

A_LONG_COMMENT = "The paragraph was rewritten, and what it promises is owed by nobody. " * 120


def analysis(version, **how):
    return printing.analysis(points.analysed(version, is_public=False), **how)


def pages_of(content):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]


def plain(content):
    return " ".join(" ".join(pages_of(content)).split())


def headings(html):
    return [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]


def test_the_same_record_prints_the_same(assessed):
    assert analysis(assessed.version) == analysis(assessed.version)
    meeting = MeetingFactory()
    once, again = (printing.tracked(tracker.read(meeting, is_public=False)) for _ in range(2))
    assert once == again


def test_appendices_are_lettered_after_the_paper(issued):
    html = analysis(issued, label="Paper B")
    assert "Appendix A to Paper B: the Police and Crime Commissioner’s letter of 20 July" in html
    assert "Appendix B to Paper B: unexplained changes" in html
    assert "Appendix A: the Police" in analysis(issued)


def test_letters_that_other_papers_have_are_passed_over(issued):
    html = analysis(issued, label="Paper B", taken={"Appendix A to Paper B"})
    assert "Appendix B to Paper B: the Police and Crime Commissioner’s letter" in html
    assert "Appendix C to Paper B: unexplained changes" in html


def test_analysis_says_everything_of_a_point(assessed):
    html = analysis(assessed.version)
    for words in (
        "In the officers’ view: partly met",
        "It says by night only.",
        "answered on 20 July 2026: accepted",
        "I have amended Para 2.",
        "Paragraph 2: reworded",
        "<strong>Borne out</strong>, to be confirmed",
        "Suggested wording: paragraph 2",
        "By day and by night.",
        "<strong>Safeguarding Board:</strong> Welcome.",
        "<li>Why by night?</li><li>By when?</li>",
        "Not yet assessed",
        "section 100D",
        "Comments received from Safeguarding Board",
    ):
        assert words in html


def test_version_whose_draft_nobody_commented_on_says_so(officer, draft):
    html = analysis(version_of([("1", WARD)], revises=draft, by=officer))
    assert "The Panel made no recommendations on the draft of 5 May 2026" in html
    assert "<table" not in html


@pytest.mark.parametrize("level", [2, 4])
def test_headings_begin_where_the_page_leaves_off_and_skip_none(assessed, level):
    found = headings(analysis(assessed.version, level=level))
    assert found[0] == level
    assert all(later - earlier <= 1 for earlier, later in pairwise(found))
    assert min(found) == level


def test_words_that_were_typed_are_not_markup(issued):
    RecommendationFactory(version=issued.revises, text="<b>More</b> & better", reference="R9")
    assert "&lt;b&gt;More&lt;/b&gt; &amp; better" in analysis(issued)


def test_tables_have_captions_and_scopes(assessed):
    for html in (
        analysis(assessed.version),
        printing.tracked(tracker.read(MeetingFactory(), is_public=False)),
    ):
        assert html.count("<table") == html.count("<caption") == html.count("<thead")
        assert all("scope=" in cell for cell in re.findall(r"<th\b[^>]*>", html))


# --- As PDF -------------------------------------------------------------------------------------


def test_long_comment_goes_on_over_the_pages_with_its_headings(officer, assessed):
    changed = Assessment.objects.get()
    changed.comment = A_LONG_COMMENT
    history.save(changed, by=officer, why="Written out")
    content = printing.as_pdf("Analysis", [analysis(assessed.version)])
    told = [page for page in pages_of(content) if "owed by nobody" in page]
    assert len(told) >= 2
    assert all("The officers’ comments" in page for page in told)
    assert plain(content).count("owed by nobody") == 120


def test_analysis_as_pdf_holds_the_letter_and_the_suggested_wording(assessed):
    text = plain(printing.as_pdf("Analysis", [analysis(assessed.version)]))
    for words in (
        "Suggested wording: paragraph 2",
        "Appendix A",
        "I have amended Para 2.",
        "Page 1",
    ):
        assert words in text


def test_pdf_is_tagged_and_its_header_cells_say_what_they_head(assessed):
    content = printing.as_pdf("Analysis", [analysis(assessed.version)])
    with pikepdf.open(io.BytesIO(content)) as opened:
        cells = [
            thing
            for thing in opened.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TH"
        ]
        assert opened.Root.MarkInfo.Marked
        assert cells
        assert all(cell.A.Scope in ("/Column", "/Row") for cell in cells)


def test_tracker_as_pdf_lies_across_the_page():
    RecommendationFactory(text="More patrols by night.")
    html = printing.tracked(tracker.read(MeetingFactory(), is_public=False))
    content = printing.as_pdf("Tracker", [html], is_wide=True)
    [page, *_] = pypdfium2.PdfDocument(content)
    assert page.get_width() > page.get_height()
    assert "More patrols by night." in plain(content)


def test_the_same_html_gives_the_same_bytes():
    html = printing.tracked(tracker.read(MeetingFactory(), is_public=False))
    once, again = (printing.as_pdf("Tracker", [html], is_wide=True) for _ in range(2))
    assert once == again


def test_file_name_is_plain():
    assert printing.file_name("Plan 2026–2030", "R 1/2") == "plan-2026-2030-r-1-2.pdf"

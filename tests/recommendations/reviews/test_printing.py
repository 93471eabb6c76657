"""The report as HTML and as PDF."""

import io
import re
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from recommendations.reviews import printing, reading
from tests.factories.reviews import SECRET, FindingFactory, secretive

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    found = secretive(title="Night buses", summary="## In short\n\nThey are late.")
    FindingFactory(review=found, kind="conclusion", text="The stops are dark.")
    FindingFactory(review=found, text="That <b>stops</b> be lit.", suggested_wording="Light & all.")
    return found


def html(review, *, is_public=False, **how):
    return printing.report(reading.read(review, is_public=is_public), **how)


@pytest.mark.parametrize("level", [2, 4])
def test_headings_begin_where_the_page_leaves_off_and_skip_none(review, level):
    found = [int(each) for each in re.findall(r"<h([1-6])[ >]", html(review, level=level))]
    assert found[0] == min(found) == level
    assert all(later - earlier <= 1 for earlier, later in pairwise(found))


def test_tables_have_captions_and_scopes(review):
    found = html(review)
    listed = found[found.index("</table>") :]  # after the facts at its head
    assert listed.count("<table") == listed.count("<caption") == listed.count("<thead")
    assert all("scope=" in cell for cell in re.findall(r"<th\b[^>]*>", found))


def test_words_that_were_typed_are_not_markup(review):
    assert "That &lt;b&gt;stops&lt;/b&gt; be lit." in html(review)


def test_ids_of_two_reports_in_one_pack_differ(review):
    first, second = (re.findall(r'id="([^"]+)"', html(review, anchor=a)) for a in ("a-", "b-"))
    assert first
    assert not set(first) & set(second)


def test_pdf_is_tagged_and_titled(review):
    found = reading.read(review, is_public=True)
    content = printing.report_as_pdf(found)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo["/Title"]) == "Draft report: Night buses (public)"
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]
    assert SECRET not in " ".join(pages)
    assert "The stops are dark." in " ".join(pages)


def test_full_pdf_heads_its_exempt_pages(review):
    content = printing.report_as_pdf(reading.read(review, is_public=False))
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]
    assert "NOT FOR PUBLICATION" in " ".join(pages)

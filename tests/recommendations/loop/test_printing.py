"""One recommendation on paper: all that its page tells, as a tagged PDF."""

from datetime import date

import pytest
from pypdfium2 import PdfDocument

from recommendations.loop import printing
from tests.factories.recommendations import EntryFactory, RecommendationFactory
from tests.recommendations.pages import url

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def test_paper_tells_all_that_the_page_tells(looped):
    html = printing.as_html(looped, on=TODAY)
    for words in (
        "Recommendation 2026/01",
        "As it stood on 22 November 2026",
        "Say more on patrols.",
        "Ten hours.",
        "Raised by the panel",
        "Sent to",
        "I have amended Para 2.",
        "What the plan then said",
        "by night",
        "It says by night only.",
        "Ask again in June.",
    ):
        assert words in html


def test_paper_is_a_tagged_pdf_that_is_downloaded(client_of, member, looped):
    response = client_of(member).get(url("print", looped.pk))
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="recommendation-2026-01.pdf"'
    assert PdfDocument(response.content).is_tagged()


def test_paper_of_what_is_restricted_says_so_on_every_page(looped):
    entry = EntryFactory(item__restricted_under=3)
    secret = RecommendationFactory(raised_in=entry, text="A contract. " * 900)
    found = PdfDocument(printing.as_pdf(secret, on=TODAY))
    pages = [page.get_textpage().get_text_bounded() for page in found]
    assert len(pages) > 1
    assert all("not for publication" in page.lower() for page in pages)
    assert "data-head" not in printing.as_html(looped, on=TODAY)


def test_paper_that_cannot_be_printed_says_why(client_of, member, looped, settings, tmp_path):
    settings.STATICFILES_DIRS = [tmp_path]
    response = client_of(member).get(url("print", looped.pk), follow=True)
    assert "npm run build" in response.content.decode()

"""The report in packs, and the way to a review from its meeting."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from meetings import packs, papers
from meetings.forms import PaperForm
from meetings.models import Paper
from recommendations.plugs import reviews as plugs
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PaperFactory
from tests.factories.reviews import SECRET, ReviewFactory, secretive
from tests.meetings.packs.looking import html_of
from tests.recommendations.pages import text

pytestmark = pytest.mark.django_db


def paper_of(review, **fields):
    return PaperFactory(kind="review", about=review.pk if review else None, text="", **fields)


def test_full_pack_has_the_whole_report_and_the_public_one_nothing_exempt():
    paper = paper_of(secretive(title="Night buses"))
    full, public = (html_of(paper.item.meeting, audience) for audience in ("full", "public"))
    assert "Open statement" in full
    assert SECRET in full
    assert "Open statement" in public
    assert SECRET not in public


def test_paper_of_no_review_says_what_to_do():
    with pytest.raises(packs.CannotMake, match="not said which review"):
        papers.build(paper_of(None), is_public=False)


def test_paper_is_read_where_the_report_is():
    review = ReviewFactory()
    assert papers.link(paper_of(review)) == reverse("reviews:report", args=[review.pk])
    assert papers.link(paper_of(None)) == ""


def test_clerk_chooses_the_review(officer):
    review, item = ReviewFactory(title="Night buses"), AgendaItemFactory()
    blank = Paper(item=item, position=0, kind="review")
    assert "Choose the review" in str(PaperForm({"kind": "review"}, instance=blank).errors)
    form = PaperForm({"kind": "review", "about": review.pk}, instance=blank)
    assert form.is_valid(), form.errors
    assert form.instance.about == review.pk
    assert form.instance.title == "Report of the scrutiny review: Night buses"


def test_meeting_leads_to_the_reviews_it_has_to_do_with(member, django_assert_num_queries):
    review = ReviewFactory()
    meeting = paper_of(review).item.meeting
    other = MeetingFactory(starts_at=datetime(2026, 9, 1, 9, tzinfo=UTC))
    with django_assert_num_queries(3):
        links = plugs.links_of_meetings(member, [meeting, other])
    assert {pk: [link.href for link in found] for pk, found in links.items()} == {
        meeting.pk: [review.get_absolute_url()]
    }


def test_those_without_a_role_are_led_nowhere(nobody):
    assert plugs.links_of_meetings(nobody, [paper_of(ReviewFactory()).item.meeting]) == {}


def test_meeting_page_shows_the_link(client_of, member):
    review = ReviewFactory(title="Night buses")
    page = text(client_of(member).get(paper_of(review).item.meeting.get_absolute_url()))
    assert "Scrutiny review: Night buses" in page

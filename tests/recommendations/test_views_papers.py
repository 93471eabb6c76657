"""The pages of the papers from the record, and their files, through the client."""

from datetime import date

import pytest

from tests.factories.meetings import MeetingFactory
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import EntryFactory, RecommendationFactory
from tests.recommendations.pages import OTHERS, READERS, text, url
from tests.recommendations.papers.conftest import SECRET, draft, issued, secret

__all__ = ["draft", "issued", "secret"]

pytestmark = pytest.mark.django_db

SENT = date(2026, 6, 19)


@pytest.fixture
def pages(issued):
    """Every page of a paper."""
    RecommendationFactory(version=issued.revises, sent_on=SENT)
    RecommendationFactory(version=None, route="s.28(6)", sent_on=SENT)
    return [
        url("analysis", issued.pk),
        url("tracker", MeetingFactory().pk),
        url("sent", issued.revises_id),
        url("sent_on", issued.revises_id, SENT),
        url("sent_by_route", "decisions", SENT),
    ]


@pytest.mark.parametrize("persona", READERS)
def test_readers_read_every_paper(request, client_of, pages, persona):
    client = client_of(request.getfixturevalue(persona))
    assert [client.get(page).status_code for page in pages] == [200] * len(pages)


@pytest.mark.parametrize("persona", ["administrator", "nobody"])
def test_others_find_none(request, client_of, pages, persona):
    client = client_of(request.getfixturevalue(persona))
    assert {client.get(page).status_code for page in pages} <= {403, 404}


@pytest.mark.parametrize("persona", OTHERS)
def test_only_officers_send(request, client_of, draft, persona):
    client = client_of(request.getfixturevalue(persona))
    for page in (url("send", draft.pk), url("send_others")):
        assert client.get(page).status_code in (403, 404)


@pytest.mark.parametrize(
    "page",
    [
        lambda version: url("analysis", version.pk),  # it revises none
        lambda version: url("sent", version.pk),  # nothing was said of it
        lambda version: url("sent_on", version.pk, "2026-06-19"),
        lambda version: url("sent_on", version.pk, "midsummer"),
        lambda _: url("sent_by_route", "decisions", "2026-06-19"),
        lambda _: url("sent_by_route", "no-such-route", "2026-06-19"),
    ],
)
def test_what_is_not_there_is_not_found(client_of, member, page):
    version = PlanVersionFactory(locked=True)
    assert client_of(member).get(page(version)).status_code == 404


def test_papers_are_files_as_well(client_of, member, issued):
    RecommendationFactory(version=issued.revises, sent_on=SENT)
    client = client_of(member)
    for page in (
        url("analysis_pdf", issued.pk),
        url("tracker_pdf", MeetingFactory().pk),
        f"{url('sent_on', issued.revises_id, SENT)}?pdf",
    ):
        response = client.get(page)
        assert response.headers["Content-Type"] == "application/pdf"
        assert ".pdf" in response.headers["Content-Disposition"]


def test_analysis_leads_to_assessing_for_officers_only(client_of, officer, member, issued):
    link = url("assess_all", issued.pk)
    assert link in text(client_of(officer).get(url("analysis", issued.pk)))
    assert link not in text(client_of(member).get(url("analysis", issued.pk)))


def test_letter_on_screen_has_what_was_sent_in_private(client_of, member, draft):
    private = EntryFactory(item__restricted_under=3)
    RecommendationFactory(version=draft, text=SECRET, raised_in=private, sent_on=SENT)
    page = text(client_of(member).get(url("sent_on", draft.pk, SENT)))
    assert SECRET in page
    assert "Not for publication: paragraph 3" in page


def test_draft_letter_is_read_before_it_goes(client_of, member, draft):
    RecommendationFactory(version=draft)
    assert "DRAFT" in text(client_of(member).get(url("sent", draft.pk)))


def test_letters_sent_are_named_with_the_capitals_of_names(client_of, officer):
    RecommendationFactory(version=None, route="Sch 8", sent_on=SENT)
    page = text(client_of(officer).get(url("send_others")))
    assert "19 June 2026: proposed appointment of the Chief Constable" in page


def test_every_letter_about_a_version_is_read_on_one_page(client_of, member, draft):
    for day in (SENT, date(2026, 7, 1)):
        RecommendationFactory(version=draft, sent_on=day)
    client = client_of(member)
    page = text(client.get(url("sent", draft.pk)))
    assert "As sent on 19 June 2026 and 1 July 2026" in page
    assert page.count("Yours sincerely") == 2
    assert client.get(f"{url('sent', draft.pk)}?pdf").content.startswith(b"%PDF")


@pytest.mark.parametrize("number", [1, 3])
def test_pages_take_a_fixed_number_of_queries(
    client_of, member, draft, number, django_assert_num_queries
):
    for _ in range(number):
        RecommendationFactory(version=draft, sent_on=SENT)
    meeting, client = MeetingFactory(), client_of(member)
    with django_assert_num_queries(TRACKER):
        client.get(url("tracker", meeting.pk))
    with django_assert_num_queries(LETTER):
        client.get(url("sent_on", draft.pk, SENT))


TRACKER, LETTER = 28, 13

"""The papers from the record in packs: what is offered, what refuses, what each reader gets."""

from datetime import date

import pytest

from meetings import packs, papers
from meetings.packs import CannotMake
from pcp_scrutiny import history
from recommendations.models import Recommendation
from tests.factories.meetings import PaperFactory
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import EntryFactory, RecommendationFactory
from tests.meetings.packs.looking import html_of
from tests.recommendations.papers.conftest import SECRET, draft, issued, secret

__all__ = ["draft", "issued", "secret"]

pytestmark = pytest.mark.django_db
KINDS = {
    "analysis": "Officers’ analysis of a revised plan",
    "tracker": "Recommendation tracker",
    "letter": "Letter that sends recommendations",
}


def paper(kind, version=None, **fields):
    return PaperFactory(kind=kind, text="", version=version, **fields)


def test_papers_are_offered_to_clerks():
    assert KINDS.items() <= dict(papers.kinds()).items()
    assert [kind for kind in KINDS if papers.is_wide(kind)] == ["tracker"]


@pytest.mark.parametrize("kind", KINDS)
def test_paper_leads_to_where_it_is_read(client_of, member, issued, kind):
    version = {"analysis": issued, "letter": issued.revises}.get(kind)
    found = papers.link(paper(kind, version))
    assert client_of(member).get(found).status_code == 200


@pytest.mark.parametrize("kind", ["analysis", "letter"])
def test_paper_of_no_version_leads_nowhere(kind):
    assert papers.link(paper(kind)) == ""


@pytest.mark.parametrize(
    ("kind", "version", "refusal"),
    [
        ("analysis", lambda: None, "it is not said which version"),
        ("letter", lambda: None, "it is not said which version"),
        ("analysis", PlanVersionFactory, "is still being corrected"),
        ("letter", PlanVersionFactory, "is still being corrected"),
        ("analysis", lambda: PlanVersionFactory(locked=True), "revises no other version"),
        ("letter", lambda: PlanVersionFactory(locked=True), "has recommended nothing"),
    ],
)
def test_paper_that_cannot_be_made_says_why_and_names_itself(kind, version, refusal):
    asked = paper(kind, version(), title="The paper")
    with pytest.raises(CannotMake, match=f"The paper: .*{refusal}"):
        papers.build(asked, is_public=False)


@pytest.mark.parametrize("kind", ["analysis", "letter"])
def test_paper_of_which_the_public_may_read_nothing_is_refused(officer, issued, kind):
    for point in Recommendation.objects.select_related("raised_in__item"):
        item = point.raised_in.item
        item.restricted_under = 3
        history.save(item, by=officer, why="Exempt")
    asked = paper(kind, issued if kind == "analysis" else issued.revises)
    assert papers.build(asked, is_public=False)
    with pytest.raises(CannotMake, match="Mark the paper as not for publication"):
        papers.build(asked, is_public=True)


@pytest.mark.parametrize("kind", KINDS)
def test_public_pack_holds_nothing_restricted_of_a_paper(secret, kind):
    version = {"analysis": secret, "letter": secret.revises}.get(kind)
    asked = paper(kind, version, label="Paper B")
    meeting = asked.item.meeting
    full, public = (html_of(meeting, audience) for audience in ("full", "public"))
    assert SECRET in full
    assert "Not for publication: paragraph 3" in full
    assert SECRET not in public
    assert "2026/1" in public


@pytest.mark.parametrize("kind", KINDS)
def test_pack_says_the_same_as_long_as_the_record_does(issued, kind):
    version = {"analysis": issued, "letter": issued.revises}.get(kind)
    meeting = paper(kind, version).item.meeting
    once, again = (packs.plan(meeting, audience="public") for _ in range(2))
    assert once.digest == again.digest
    assert html_of(meeting, "public") == html_of(meeting, "public")


def test_restricted_point_heads_its_page_in_the_full_pack(secret):
    meeting = paper("analysis", secret).item.meeting
    html = html_of(meeting)
    assert 'data-head="NOT FOR PUBLICATION (Schedule 12A, paragraph 3)"' in html


def test_analysis_is_lettered_after_its_paper_and_around_its_neighbours(issued):
    asked = paper("analysis", issued, label="Paper B")
    PaperFactory(item=asked.item, label="Appendix A to Paper B", title="Taken")
    html = papers.build(asked, is_public=True)
    assert "Appendix B to Paper B: the Police and Crime Commissioner’s letter" in html


def test_two_of_a_kind_in_one_pack_have_ids_of_their_own(issued):
    first = paper("analysis", issued)
    paper("analysis", issued, item=first.item)
    html = html_of(first.item.meeting)
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


def test_letter_in_a_pack_is_the_one_sent_when_the_agenda_was_published(officer, draft):
    point = RecommendationFactory(version=draft, raised_in=EntryFactory())
    asked = paper("letter", draft)
    assert "DRAFT" in papers.build(asked, is_public=True)
    point.sent_on = date(2026, 12, 5)
    history.save(point, by=officer, why="Sent")
    assert "DRAFT" not in papers.build(asked, is_public=True)


def test_paper_has_every_letter_sent_on_a_page_of_its_own(draft):
    for day in (date(2026, 6, 19), date(2026, 7, 1)):
        RecommendationFactory(version=draft, sent_on=day)
    html = papers.build(paper("letter", draft), is_public=True)
    assert html.index("19 June 2026") < html.index('<div class="doc-page">')
    assert html.index('<div class="doc-page">') < html.index("1 July 2026")
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids)) == 2

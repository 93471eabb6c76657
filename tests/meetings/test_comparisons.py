"""What changed in a plan, as a paper of a pack."""

from datetime import date

import pytest
from django.utils import timezone

from meetings import comparisons, packs, papers
from meetings.packs import CannotMake
from pcp_scrutiny import history
from plans import actions
from tests.factories.meetings import PaperFactory
from tests.factories.plans import PlanFactory, PlanVersionFactory
from tests.meetings.packs.looking import html_of
from tests.plans.actions.samples import DRAFT, ISSUED, add


@pytest.fixture
def issued(officer):
    """A plan that revises a draft, still open."""
    plan = PlanFactory()
    draft = actions.lock_version(add(plan, DRAFT, by=officer), by=officer)
    return add(plan, ISSUED, by=officer, kind="issued", dated=date(2026, 9, 1), revises=draft)


@pytest.fixture
def paper(issued, officer):
    """A paper about the issued plan, which is locked."""
    locked = actions.lock_version(issued, by=officer)
    return PaperFactory(kind="comparison", text="", title="What changed", version=locked)


def test_the_paper_prints_the_changes_only(paper):
    html = papers.build(paper, is_public=True)
    assert "A survey of residents will be held twice" in html
    assert "Shop theft will be answered" not in html
    assert "<h4" in html
    assert "<h3" not in html


def test_the_whole_comparison_prints_every_paragraph(paper):
    paper.kind = comparisons.WHOLE
    html = papers.build(paper, is_public=False)
    assert "Shop theft will be answered" in html


def test_the_paper_leads_to_the_comparison(paper):
    assert papers.link(paper) == f"/plans/versions/{paper.version_id}/compare/"
    assert papers.link(PaperFactory(kind="comparison", text="")) == ""


def test_the_pack_holds_the_paper(paper):
    meeting = paper.item.meeting
    assert "A survey of residents will be held twice" in html_of(meeting, "public")
    once, again = (packs.plan(meeting, audience="public").digest for _ in range(2))
    assert once == again


def test_a_paper_about_no_version_cannot_be_made(db):
    paper = PaperFactory(kind="comparison", text="")
    with pytest.raises(CannotMake, match="it is not said which version"):
        papers.build(paper, is_public=True)


def test_a_paper_about_a_version_that_revises_none_cannot_be_made(db):
    version = PlanVersionFactory(locked=True)
    paper = PaperFactory(kind="comparison", text="", version=version)
    with pytest.raises(CannotMake, match="revises no other version"):
        papers.build(paper, is_public=True)


def test_a_paper_about_an_open_version_cannot_be_made(issued):
    paper = PaperFactory(kind="comparison", text="", version=issued)
    with pytest.raises(CannotMake, match="is still being corrected"):
        papers.build(paper, is_public=True)


def test_a_paper_about_a_comparison_that_is_being_made_cannot_be_made(paper, officer):
    comparison = paper.version.comparison
    comparison.awaited_since = timezone.now()
    history.save(comparison, by=officer, why="To be compared in the background")
    with pytest.raises(CannotMake, match="still being compared"):
        papers.build(paper, is_public=True)

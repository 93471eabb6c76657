import pytest

from meetings import papers
from tests.factories.meetings import MeetingFactory, PaperFactory


def test_minutes_are_offered():
    assert ("minutes", "Minutes of an earlier meeting") in papers.kinds()


def test_label_of_an_unknown_kind_is_the_kind():
    assert papers.label_of("no such kind") == "no such kind"


def test_build_refuses_a_kind_nobody_offers(db):
    paper = PaperFactory(kind="no such kind")
    with pytest.raises(LookupError, match="no such kind"):
        papers.build(paper, is_public=False)


def test_link_leads_to_the_minutes(db):
    paper = PaperFactory(kind="minutes", minutes_of=MeetingFactory())
    assert papers.link(paper) == f"/meetings/{paper.minutes_of_id}/minutes/"
    assert papers.link(PaperFactory()) == ""


def test_only_papers_offered_as_wide_are():
    assert not papers.is_wide("minutes")
    assert not papers.is_wide("no such kind")

"""Supplements: what they hold, what they add to, where their numbers begin."""

from datetime import timedelta

import pytest

from meetings import packs
from meetings.packs import supplements
from pcp_scrutiny import history
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PaperFactory
from tests.meetings.packs.looking import html_of, labels_of, text_of
from tests.meetings.packs.publishing import THIRD, published


@pytest.fixture
def paper(db):
    """A paper that is in the published pack of its meeting, which has 119 pages."""
    item = AgendaItemFactory(meeting=MeetingFactory(title="This time"), title="Costs")
    paper = PaperFactory(item=item, label="Paper A", title="Report")
    published(item.meeting, [paper], pages=119)
    return paper


def late(paper, **fields):
    """A paper that came after the pack was published."""
    item = AgendaItemFactory(meeting=paper.item.meeting, title="Crime")
    return PaperFactory(item=item, **{"label": "Paper B", "title": "Figures", **fields})


def test_a_supplement_holds_what_came_since_and_goes_on_in_number(paper):
    new = late(paper)
    late(paper, label="Paper C", is_to_follow=True)
    made = packs.make(paper.item.meeting, audience="public", supplement=1)
    assert labels_of(made.content) == ["120", "121", "122"]
    assert [(entry["paper"], entry["first"]) for entry in made.manifest] == [
        (None, 120),
        (new.pk, 122),
    ]
    text = text_of(made.content)
    assert "Supplement 1 to the agenda" in text
    adds = "This supplement adds to the agenda pack published on 3 December 2026, pages 1 to 119"
    assert adds in text
    assert "belong to item 2 of the agenda" in text
    assert "Supplement 1, public pack" in text
    assert "Paper C" not in text
    assert "Paper A: Report" not in text


def test_a_supplement_withholds_what_is_not_for_publication(paper):
    late(paper, title="Zanzibar", restricted_under=3)
    made = packs.make(paper.item.meeting, audience="public", supplement=1)
    text = text_of(made.content)
    assert "Page 122: not for publication" in text
    assert "Zanzibar" not in text
    assert made.manifest[1]["withheld_under"] == 3


def test_the_next_supplement_adds_to_the_one_before(paper):
    second = late(paper)
    meeting = paper.item.meeting
    published(
        meeting,
        [second],
        pages=13,
        first=120,
        supplement=1,
        published_at=THIRD + timedelta(days=4),
    )
    assert packs.next_supplement(meeting) == 2
    third = late(paper, label="Paper C")
    found = supplements.read(meeting, 2)
    assert (found.papers, found.after) == ({third.pk}, 132)
    assert [(one.supplement, one.pages) for one in found.adds_to(is_public=True)] == [
        (0, "1 to 119"),
        (1, "120 to 132"),
    ]
    page = html_of(meeting, "public", supplement=2)
    adds = "published on 3 December 2026, pages 1 to 119 and to supplement 1 published on"
    assert adds in page


def test_a_published_supplement_stays_what_it_was(paper):
    meeting = paper.item.meeting
    second = late(paper)
    before = packs.plan(meeting, audience="public", supplement=1)
    published(
        meeting,
        [second],
        pages=3,
        first=120,
        supplement=1,
        published_at=THIRD + timedelta(days=4),
    )
    late(paper, label="Paper C")
    after = packs.plan(meeting, audience="public", supplement=1)
    assert after.digest == before.digest
    assert after.after == 119


def test_a_new_version_takes_in_the_supplements_before_it(paper):
    meeting = paper.item.meeting
    second = late(paper)
    week = timedelta(days=7)
    published(meeting, [second], pages=3, first=120, supplement=1, published_at=THIRD + week / 2)
    published(meeting, [paper, second], pages=121, version=2, published_at=THIRD + week)
    third = late(paper, label="Paper C")
    found = supplements.read(meeting, packs.next_supplement(meeting))
    assert (found.number, found.papers, found.after) == (2, {third.pk}, 121)
    assert [(one.supplement, one.pages) for one in found.adds_to(is_public=True)] == [
        (0, "1 to 121")
    ]


def test_each_audience_is_told_when_it_was_published_for_it(paper):
    meeting = paper.item.meeting
    published(meeting, [paper], pages=119, audience="full", published_at=THIRD + timedelta(days=1))
    late(paper)
    found = supplements.read(meeting, 1)
    days = [found.adds_to(is_public=one)[0].published.day for one in (True, False)]
    assert days == [3, 4]


def test_what_was_left_out_of_the_pack_is_for_the_supplement(paper):
    new = late(paper, text="")
    with pytest.raises(packs.Failed, match="has no text yet"):
        packs.plan(paper.item.meeting, audience="full", supplement=1)
    new.text = "Now it has."
    history.save(new, by=None, why="Written")
    (part,) = packs.plan(paper.item.meeting, audience="full", supplement=1).parts
    assert part.entry.paper == new


def test_there_is_no_supplement_to_what_is_not_published(db):
    with pytest.raises(packs.CannotMake, match="the agenda pack is not published"):
        packs.plan(PaperFactory().item.meeting, audience="full", supplement=1)


def test_there_is_no_supplement_without_a_paper(paper):
    with pytest.raises(packs.CannotMake, match="There is nothing to add"):
        packs.plan(paper.item.meeting, audience="full", supplement=1)


def test_no_supplement_is_left_out(paper):
    with pytest.raises(packs.CannotMake, match="no supplement 2: the next is supplement 1"):
        packs.plan(paper.item.meeting, audience="full", supplement=2)


def test_the_public_gets_no_supplement_to_a_pack_that_it_does_not_have(paper):
    meeting = paper.item.meeting
    week = timedelta(days=7)
    published(meeting, [paper], pages=120, version=2, audience="full", published_at=THIRD + week)
    late(paper)
    with pytest.raises(packs.Failed, match="public does not have the pack") as failed:
        packs.plan(meeting, audience="public", supplement=1)
    assert [failure["paper"] for failure in failed.value.failures] == [None]
    assert packs.plan(meeting, audience="full", supplement=1).after == 120

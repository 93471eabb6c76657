"""How the record stands to what was published."""

from datetime import date

import pytest

from meetings import actions, packs
from meetings.models import Meeting, Pack
from meetings.packs import supplements
from pcp_scrutiny import history
from tests.factories.accounts import UserFactory
from tests.factories.meetings import (
    ActionFactory,
    AgendaItemFactory,
    MeetingFactory,
    PaperFactory,
    UploadedPaperFactory,
)
from tests.meetings.packs.publishing import published


@pytest.fixture
def papers(db):
    """Two papers, published."""
    first = PaperFactory(label="Paper A", title="Costs")
    second = UploadedPaperFactory(item=first.item, label="Paper B", title="Figures")
    published(first.item.meeting, [first, second], pages=4)
    return [first, second]


def standing(papers):
    return packs.standing(papers[0].item.meeting)


def change(record, **fields):
    for name, value in fields.items():
        setattr(record, name, value)
    history.save(record, by=None, why="Changed")


def test_nothing_has_changed(papers):
    found = standing(papers)
    assert len(found.published) == 1
    assert not found.has_changed


def test_nothing_is_published(db):
    found = packs.standing(PaperFactory().item.meeting)
    assert (found.published, found.has_changed) == ((), False)


def test_what_came_since_is_for_a_supplement(papers):
    new = PaperFactory(item=papers[0].item, label="Paper C")
    found = standing(papers)
    assert (found.added, found.needs_version) == ([new], False)


def test_what_says_something_else_asks_for_a_version(papers):
    change(papers[0], text="Other words.")
    found = standing(papers)
    assert (found.changed, found.added) == ([papers[0]], [])
    assert found.needs_version


def test_what_others_may_read_now_is_changed(papers):
    change(papers[1], restricted_under=3)
    assert standing(papers).changed == [papers[1]]


def test_a_paper_that_cannot_be_made_any_more_is_changed(papers):
    change(papers[0], text="")
    assert standing(papers).changed == [papers[0]]


def test_what_went_is_named_as_it_was_called(papers):
    history.delete(papers[0], by=None, why="Withdrawn")
    change(papers[1], kind="uploaded", is_to_follow=True, file=None, printed=None, pages=None)
    found = packs.standing(papers[1].item.meeting)
    assert found.removed == ["Paper A: Costs", "Paper B: Figures"]
    assert found.needs_version


def test_another_order_of_papers_of_an_item_is_no_change_of_them(papers):
    change(papers[0], position=9)
    assert standing(papers).changed == []


def test_another_agenda_asks_for_a_version(papers):
    AgendaItemFactory(meeting=papers[0].item.meeting, title="Another")
    found = standing(papers)
    assert (found.agenda_changed, found.needs_version) == (True, True)


@pytest.mark.parametrize(
    "fields",
    [
        {"position": 9},
        {"background": "A file on costs"},
        {"received_on": date(2026, 12, 7), "late_reason": "It was not finished."},
        {"published_on": date(2026, 12, 4)},
    ],
)
def test_what_the_agenda_says_of_a_paper_asks_for_a_version(papers, fields):
    change(papers[0], **fields)
    found = standing(papers)
    assert (found.agenda_changed, found.changed, found.added) == (True, [], [])


def test_what_arises_asks_for_a_version(papers):
    before = {"starts_at": "2026-06-12T10:30Z", "state": "draft minutes"}
    ActionFactory(entry__item__meeting=MeetingFactory(**before))
    assert standing(papers).agenda_changed


def test_another_paper_that_is_to_follow_asks_for_a_version(papers):
    PaperFactory(item=papers[0].item, label="Paper C", is_to_follow=True, text="")
    assert standing(papers).agenda_changed


def test_a_paper_that_came_is_for_a_supplement_alone(papers):
    coming = PaperFactory(item=papers[0].item, label="Paper C", is_to_follow=True, text="")
    published(papers[0].item.meeting, papers, pages=4, version=2)
    assert not standing(papers).has_changed
    change(coming, is_to_follow=False, text="Here it is.")
    found = standing(papers)
    assert (found.added, found.needs_version) == ([coming], False)


def test_publishing_changes_nothing_by_itself(db):
    """Neither the pack, which publishes the agenda too, nor a supplement to it."""
    paper = PaperFactory(label="Paper A", received_on=date(2026, 12, 7), background="A file")
    meeting, clerk = paper.item.meeting, UserFactory(is_clerk=True)
    for supplement in (0, 1):
        pack = actions.ask_for_pack(meeting, audience="public", supplement=supplement, by=clerk)
        actions.begin_pack(pack.pk)
        made = packs.make(meeting, audience="public", supplement=supplement)
        actions.finish_pack(pack.pk, made=made)
        actions.publish_pack(Pack.objects.get(pk=pack.pk), by=clerk)
        meeting = Meeting.objects.get(pk=meeting.pk)
        found = packs.standing(meeting)
        assert found.published
        assert not found.has_changed
        PaperFactory(item=paper.item, label=f"Paper {supplement}", background="Another")


def test_another_place_asks_for_a_version(papers):
    change(papers[0].item.meeting, venue="Elsewhere")
    assert standing(papers).agenda_changed


def test_the_latest_version_is_what_stands(papers):
    change(papers[0], text="Other words.")
    later = published(papers[0].item.meeting, papers, pages=4, version=2)
    found = standing(papers)
    assert (list(found.published), found.has_changed) == ([later], False)
    assert supplements.in_force([]) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_standing_asks_as_much_for_one_as_for_three(db, rows, django_assert_num_queries):
    first, *rest = [PaperFactory(item=AgendaItemFactory())]
    rest += [PaperFactory(item=first.item) for _ in range(rows - 1)]
    published(first.item.meeting, [first, *rest], pages=rows + 2)
    with django_assert_num_queries(6):
        assert not packs.standing(first.item.meeting).has_changed

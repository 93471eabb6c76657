"""Labels follow the order of the agenda until something is published."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from meetings import actions
from meetings.models import AgendaItem, Paper
from pcp_scrutiny import history
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PackFactory, PaperFactory

pytestmark = pytest.mark.django_db


def agenda(*labels, **fields):
    """A meeting with an item for each label, and a paper under it."""
    meeting = MeetingFactory(**fields)
    items = [AgendaItemFactory(meeting=meeting) for _ in labels]
    for item, label in zip(items, labels, strict=True):
        PaperFactory(item=item, label=label)
    return meeting, items


def labels(meeting):
    return list(actions.labels_of(meeting).values())


def test_labels_follow_a_moved_item(clerk):
    meeting, (_, second) = agenda("Paper A", "Paper B")
    moved = second.papers.get()
    actions.move_item(second, up=True, by=clerk)
    assert labels(meeting) == ["Paper A", "Paper B"]
    moved.refresh_from_db()
    assert moved.label == "Paper A"
    told = moved.history.latest()
    assert (told.history_user, told.history_change_reason) == (
        clerk,
        "Label follows the order of the agenda",
    )


def test_labels_follow_an_order_saved_as_one(clerk):
    meeting, (first, second) = agenda("Paper A", "Paper B")
    PaperFactory(item=second, label="Appendix A to Paper B")
    seen = actions.order_of([first, second])
    actions.rearrange(meeting, seen[::-1], seen=seen, by=clerk)
    assert labels(meeting) == ["Paper A", "Appendix A to Paper A", "Paper B"]


def test_a_paper_gets_the_label_of_its_place(clerk):
    meeting, (first, _) = agenda("Paper A", "Paper B")
    new = actions.add_paper(Paper(item=first, position=0, label="Paper C", title="x"), by=clerk)
    assert new.label == "Paper B"
    assert labels(meeting) == ["Paper A", "Paper B", "Paper C"]


def test_an_appendix_to_no_paper_is_refused_with_the_papers_there_are(clerk):
    _, (first, _) = agenda("Paper A", "Paper B")
    new = Paper(item=first, position=0, label="Appendix A to Paper C", title="x")
    with pytest.raises(
        ValidationError, match=r"no Paper C on this agenda\. These are: Paper A, Pa"
    ):
        actions.add_paper(new, by=clerk)
    alone = AgendaItemFactory()
    with pytest.raises(ValidationError, match="no other paper on it has a label"):
        actions.add_paper(Paper(item=alone, position=0, label=new.label, title="x"), by=clerk)


def test_a_paper_that_is_removed_leaves_no_gap(clerk):
    meeting, (first, _) = agenda("Paper A", "Paper B")
    actions.remove_paper(first.papers.get(), by=clerk)
    assert labels(meeting) == ["Paper A"]


def test_a_paper_with_an_appendix_stays(clerk):
    meeting, (first,) = agenda("Paper A")
    PaperFactory(item=first, label="Appendix A to Paper A")
    with pytest.raises(ValidationError, match="There is Appendix A to Paper A on this agenda"):
        actions.remove_paper(first.papers.get(label="Paper A"), by=clerk)
    assert len(labels(meeting)) == 2


def test_appendices_follow_a_paper_that_is_called_otherwise(clerk):
    meeting, (first, _) = agenda("Paper A", "Paper B")
    PaperFactory(item=first, label="Appendix A to Paper A")
    paper = first.papers.get(label="Paper A")
    paper.label = "Report A"
    actions.change_paper(paper, by=clerk)
    assert labels(meeting) == ["Report A", "Appendix A to Report A", "Paper A"]
    paper.label = ""
    with pytest.raises(ValidationError, match="Keep its label"):
        actions.change_paper(paper, by=clerk)


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "agenda published", "published_on": date(2026, 12, 2)},
        {"state": "in progress"},
    ],
)
def test_labels_stand_once_the_agenda_is_published(clerk, fields):
    meeting, (first, second) = agenda("Paper A", "Paper B", **fields)
    actions.move_item(second, up=True, by=clerk)
    assert labels(meeting) == ["Paper B", "Paper A"]
    actions.remove_paper(first.papers.get(), by=clerk)
    assert labels(meeting) == ["Paper B"]


def test_labels_stand_once_a_pack_is_published(clerk):
    meeting, (_, second) = agenda("Paper A", "Paper B")
    pack = PackFactory(meeting=meeting, state="made", sha256="0" * 64, pages=1)
    assert actions.labels_follow(meeting)
    pack.published_at, pack.published_by = datetime(2026, 12, 1, 9, tzinfo=UTC), clerk
    pack.version = 1
    history.save(pack, by=clerk, why="Published for a test")
    actions.move_item(second, up=True, by=clerk)
    assert labels(meeting) == ["Paper B", "Paper A"]


def test_an_item_put_between_writes_no_label(clerk):
    meeting, (first, _) = agenda("Paper A", "Paper B")
    rows = Paper.history.count()
    actions.add_item(AgendaItem(meeting=meeting, position=0, title="New"), after=first.pk, by=clerk)
    assert Paper.history.count() == rows

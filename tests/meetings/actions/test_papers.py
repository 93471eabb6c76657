"""What is asked of items and papers that come after the agenda, and of papers' labels."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from meetings import actions
from meetings.models import AgendaItem, Paper
from meetings.uploaded import Upload
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PaperFactory

pytestmark = pytest.mark.django_db
PUBLISHED = {"state": "agenda published", "published_on": date(2026, 12, 2)}


def new_item(**fields):
    return AgendaItem(meeting=MeetingFactory(**PUBLISHED), position=0, title="New", **fields)


def test_an_item_after_publication_is_in_time_or_urgent(clerk):
    with pytest.raises(ValidationError, match="two ways out"):
        actions.add_item(new_item(), by=clerk)
    actions.add_item(new_item(published_on=date(2026, 12, 3)), by=clerk)
    actions.add_item(new_item(is_urgent=True, special_circumstances="Why"), by=clerk)


def test_an_urgent_item_does_not_lose_its_circumstances(clerk):
    item = actions.add_item(new_item(is_urgent=True, special_circumstances="Why"), by=clerk)
    item.is_urgent, item.special_circumstances = False, ""
    with pytest.raises(ValidationError, match="two ways out"):
        actions.change_item(item, by=clerk)


def test_an_item_of_the_published_agenda_is_still_changed(clerk):
    item = AgendaItemFactory(meeting=MeetingFactory(**PUBLISHED))
    item.title = "Reworded"
    assert actions.change_item(item, by=clerk).title == "Reworded"


def test_a_late_paper_says_why(clerk):
    item = AgendaItemFactory(meeting=MeetingFactory(**PUBLISHED))
    paper = Paper(item=item, position=0, title="Late", published_on=date(2026, 12, 8))
    with pytest.raises(ValidationError, match="Enter why the paper was late"):
        actions.add_paper(paper, by=clerk)
    paper.late_reason = "The figures were not closed."
    actions.add_paper(paper, by=clerk)


@pytest.mark.parametrize("of_item", [None, date(2026, 12, 2)])
@pytest.mark.parametrize("kind", ["written", "uploaded", "tracker"])
def test_a_paper_to_follow_is_published_on_the_day_it_is_entered(clerk, kind, of_item):
    item = AgendaItemFactory(meeting=MeetingFactory(**PUBLISHED), published_on=of_item)
    paper = Paper(item=item, position=0, title="To come", kind=kind, is_to_follow=True)
    actions.add_paper(paper, by=clerk, on=date(2026, 12, 2))
    assert paper.published_on is None
    paper.is_to_follow = False
    received = Upload("a.pdf", b"%PDF-", "application/pdf", b"%PDF-", 1)
    received = received if kind == "uploaded" else None
    actions.change_paper(paper, by=clerk, received=received, on=date(2026, 12, 3))
    paper.refresh_from_db()
    assert (paper.is_to_follow, paper.published_on) == (False, date(2026, 12, 3))


def test_a_paper_to_follow_that_is_late_says_why(clerk):
    item = AgendaItemFactory(meeting=MeetingFactory(**PUBLISHED))
    paper = PaperFactory(item=item, is_to_follow=True)
    paper.is_to_follow = False
    with pytest.raises(ValidationError, match=r"Enter why the paper was late\. Published on Tue"):
        actions.change_paper(paper, by=clerk, on=date(2026, 12, 8))


def test_a_paper_entered_after_the_meeting_says_when_it_came(clerk):
    item = AgendaItemFactory(meeting=MeetingFactory(**PUBLISHED))
    paper = PaperFactory(item=item, is_to_follow=True)
    paper.is_to_follow = False
    with pytest.raises(ValidationError, match="Enter the day on which the paper was published"):
        actions.change_paper(paper, by=clerk, on=date(2026, 12, 14))


def test_a_late_paper_does_not_lose_its_day(clerk):
    item = AgendaItemFactory(meeting=MeetingFactory(**PUBLISHED))
    paper = PaperFactory(item=item, published_on=date(2026, 12, 3))
    paper.published_on = None
    with pytest.raises(ValidationError, match="Enter the day on which the paper was published"):
        actions.change_paper(paper, by=clerk, on=date(2026, 12, 4))


def test_a_meeting_put_forward_does_not_lock_its_papers(clerk):
    paper = PaperFactory(item__meeting=MeetingFactory(**PUBLISHED), received_on=date(2026, 12, 8))
    paper.title = "Reworded"
    assert actions.change_paper(paper, by=clerk).title == "Reworded"


def test_a_label_is_on_one_paper_and_the_next_is_offered(clerk):
    first = PaperFactory(label="Paper A")
    other = AgendaItemFactory(meeting=first.item.meeting)
    with pytest.raises(
        ValidationError, match=r"under item 1\. The next label that is free: Paper B"
    ):
        actions.add_paper(Paper(item=other, position=0, label="paper a", title="x"), by=clerk)
    PaperFactory(label="Paper A")  # on another agenda
    actions.add_paper(Paper(item=other, position=0, label="Paper B", title="x"), by=clerk)


def test_a_paper_has_a_place_under_its_item(clerk):
    item = AgendaItemFactory()
    first, second = PaperFactory(item=item), PaperFactory(item=item)
    last = actions.add_paper(Paper(item=item, position=0, title="x"), by=clerk)
    between = actions.add_paper(Paper(item=item, position=0, title="y"), after=first.pk, by=clerk)
    assert list(item.papers.order_by("position")) == [first, between, second, last]
    actions.change_paper(last, after=0, by=clerk)
    assert list(item.papers.order_by("position")) == [last, first, between, second]
    rows = Paper.history.count()
    actions.change_paper(between, after=first.pk, by=clerk)
    assert Paper.history.count() == rows + 1


def test_a_paper_keeps_the_place_that_someone_else_gave_it(clerk):
    item = AgendaItemFactory()
    first, second = PaperFactory(item=item), PaperFactory(item=item)
    stale = Paper.objects.get(pk=first.pk)
    actions.change_paper(second, after=0, by=clerk)
    stale.title = "Reworded"
    actions.change_paper(stale, by=clerk)
    assert list(item.papers.order_by("position")) == [second, first]


def test_a_word_document_is_kept_as_received_and_as_it_is_printed(clerk):
    received = Upload("Costs.v2.docx", b"word", "application/msword", b"%PDF-", 3, lacks=["form"])
    paper = Paper(item=AgendaItemFactory(), position=0, kind="uploaded", title="Costs")
    actions.add_paper(paper, by=clerk, received=received)
    paper.refresh_from_db()
    assert (paper.file.name, paper.file.content.read()) == ("Costs.v2.docx", b"word")
    assert (paper.printed.name, paper.printed.content.read()) == ("Costs.v2.pdf", b"%PDF-")
    assert (paper.printed.media_type, paper.pages, paper.lacks) == ("application/pdf", 3, ["form"])


def test_a_paper_without_its_file_is_to_follow(clerk):
    paper = Paper(item=AgendaItemFactory(), position=0, kind="uploaded", title="Costs")
    with pytest.raises(ValidationError, match="There is no file yet"):
        actions.add_paper(paper, by=clerk)

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from meetings import actions
from meetings.models import AgendaItem, Meeting, Paper
from pcp_scrutiny import history
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PaperFactory,
)


def last(record):
    return record.history.latest()


def test_call_meeting_writes_history(officer):
    meeting = MeetingFactory.build()
    actions.call_meeting(meeting, by=officer)
    assert (last(meeting).history_user, last(meeting).history_change_reason) == (
        officer,
        "Meeting called",
    )


def test_change_meeting_refuses_to_overwrite(officer, clerk):
    meeting = MeetingFactory()
    seen = history.stamp(meeting)
    actions.change_meeting(Meeting.objects.get(), by=clerk)
    meeting.venue = "Another hall"
    with pytest.raises(history.Stale):
        actions.change_meeting(meeting, by=officer, seen=seen)
    assert Meeting.objects.get().venue == "Council Chamber"


def test_publish_agenda_records_the_day(clerk):
    meeting = AgendaItemFactory().meeting
    published = actions.publish_agenda(meeting, on=date(2026, 12, 3), by=clerk)
    assert (published.state, published.published_on) == ("agenda published", date(2026, 12, 3))
    assert last(published).history_change_reason == "Agenda published on 3 December 2026"


def test_publish_agenda_needs_an_item(clerk):
    with pytest.raises(ValidationError, match="nothing on the agenda"):
        actions.publish_agenda(MeetingFactory(), on=date(2026, 12, 3), by=clerk)


def test_publish_agenda_happens_once(clerk):
    meeting = AgendaItemFactory().meeting
    actions.publish_agenda(meeting, on=date(2026, 12, 3), by=clerk)
    with pytest.raises(ValidationError, match="already"):
        actions.publish_agenda(meeting, on=date(2026, 12, 4), by=clerk)


def test_add_item_puts_it_last(officer):
    meeting = AgendaItemFactory().meeting
    item = actions.add_item(AgendaItem(meeting=meeting, position=0, title="New"), by=officer)
    assert item.position == 2
    assert last(item).history_change_reason == "Item added to the agenda"


def test_change_item_keeps_the_place_it_was_moved_to(officer):
    first = AgendaItemFactory()
    second = AgendaItemFactory(meeting=first.meeting)
    opened = AgendaItem.objects.select_related("meeting").get(pk=first.pk)
    actions.move_item(second, up=True, by=officer)
    opened.title = "Changed"
    actions.change_item(opened, by=officer)
    first.refresh_from_db()
    assert (first.position, first.title) == (2, "Changed")


def test_move_item_changes_places_with_its_neighbour(officer):
    first = AgendaItemFactory()
    second = AgendaItemFactory(meeting=first.meeting)
    third = AgendaItemFactory(meeting=first.meeting)
    assert actions.move_item(third, up=True, by=officer)
    assert list(first.meeting.items.all()) == [first, third, second]
    assert last(third).history_change_reason == "Item moved up"
    assert first.history.count() == 1


def test_move_item_stops_at_the_ends(officer):
    item = AgendaItemFactory()
    assert not actions.move_item(item, up=True, by=officer)
    assert not actions.move_item(item, up=False, by=officer)
    assert item.history.count() == 1


def test_remove_item_numbers_the_rest_again(officer):
    first = AgendaItemFactory()
    second = AgendaItemFactory(meeting=first.meeting)
    actions.remove_item(first, by=officer)
    second.refresh_from_db()
    assert second.position == 1
    deleted = AgendaItem.history.filter(history_type="-").get()
    assert deleted.history_change_reason == "Item taken off the agenda"


@pytest.mark.parametrize("factory", [PaperFactory, MinuteEntryFactory])
def test_remove_item_refuses_one_that_holds_something(officer, factory):
    item = factory().item
    with pytest.raises(ValidationError, match="Remove those first"):
        actions.remove_item(item, by=officer)


def test_papers_are_added_changed_and_removed_with_history(officer):
    item = PaperFactory().item
    paper = actions.add_paper(Paper(item=item, position=0, title="Second"), by=officer)
    assert paper.position == 2
    paper.title = "Renamed"
    actions.change_paper(paper, by=officer)
    actions.remove_paper(paper, by=officer)
    reasons = Paper.history.filter(position=2).values_list("history_change_reason", flat=True)
    assert list(reasons) == ["Paper removed", "Paper changed", "Paper added"]


def test_nothing_changes_once_the_minutes_are_approved(officer):
    paper = PaperFactory()
    meeting = paper.item.meeting
    meeting.state, meeting.approved_at = Meeting.State.APPROVED_MINUTES, meeting.starts_at
    history.save(meeting, by=officer, why="Approved for a test")
    item = paper.item
    refused = [
        lambda: actions.change_meeting(meeting, by=officer),
        lambda: actions.add_item(AgendaItem(meeting=meeting, position=0, title="x"), by=officer),
        lambda: actions.change_item(item, by=officer),
        lambda: actions.move_item(item, up=True, by=officer),
        lambda: actions.remove_item(item, by=officer),
        lambda: actions.add_paper(Paper(item=item, position=0, title="x"), by=officer),
        lambda: actions.change_paper(paper, by=officer),
        lambda: actions.remove_paper(paper, by=officer),
    ]
    for action in refused:
        with pytest.raises(ValidationError, match="approved"):
            action()

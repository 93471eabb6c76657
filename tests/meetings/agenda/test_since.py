"""What has changed on an agenda since it was published."""

from datetime import UTC, date, datetime

import pytest

from meetings import actions
from meetings.agenda import since
from meetings.models import AgendaItem
from pcp_scrutiny import history
from tests.factories.meetings import AgendaItemFactory, MeetingFactory

pytestmark = pytest.mark.django_db


def at(day):
    return history.as_at(datetime(2026, 11, day, 12, tzinfo=UTC))


@pytest.fixture
def agenda(clerk):
    """Three items, published on 10 November."""
    with at(2):
        meeting = MeetingFactory()
        items = [AgendaItemFactory(meeting=meeting) for _ in range(3)]
    with at(10):
        meeting = actions.publish_agenda(meeting, on=date(2026, 11, 10), by=clerk)
    return meeting, items


def changes(meeting):
    return since.publication(meeting, meeting.items.all())


def test_nothing_has_changed_at_first(agenda):
    assert changes(agenda[0]) == since.NONE
    assert since.publication(MeetingFactory(), []) == since.NONE


def test_a_change_has_its_day_also_after_others(agenda, clerk):
    meeting, (first, *_) = agenda
    for day, title in ((12, "Reworded"), (13, "Reworded")):
        with at(day):
            first.title = title
            actions.change_item(first, by=clerk)
    assert changes(meeting).items == {first.pk: since.Since(changed=date(2026, 11, 12))}


def test_what_was_changed_back_is_no_change(agenda, clerk):
    meeting, (first, *_) = agenda
    for title in ("Reworded", first.title):
        first.title = title
        actions.change_item(first, by=clerk)
    assert changes(meeting) == since.NONE


def test_what_was_added_and_taken_off_is_told_with_the_old_numbers(agenda, clerk):
    meeting, (_, second, third) = agenda
    with at(12):
        actions.remove_item(second, by=clerk)
    with at(13):
        new = AgendaItem(meeting=meeting, position=0, title="New", published_on=date(2026, 11, 13))
        actions.add_item(new, by=clerk)
    found = changes(meeting)
    assert found.items == {
        third.pk: since.Since(was="3"),
        new.pk: since.Since(added=date(2026, 11, 13)),
    }
    assert found.gone == (since.Gone("2", second.title, None, date(2026, 11, 12)),)


def test_the_public_is_not_told_the_title_of_what_was_exempt(agenda, clerk):
    meeting, (first, *_) = agenda
    first.restricted_under = 1
    actions.change_item(first, by=clerk)
    actions.remove_item(first, by=clerk)
    assert changes(meeting).gone
    assert changes(meeting).public().gone == ()


def test_a_meeting_brought_in_as_published_has_no_changes():
    meeting = MeetingFactory(state="agenda published", published_on=date(2026, 12, 2))
    AgendaItemFactory(meeting=meeting)
    assert changes(meeting) == since.NONE

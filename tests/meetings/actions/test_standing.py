"""Standing items: added where they belong, copied once, and nothing exempt by accident."""

import pytest
from django.core.exceptions import ValidationError

from meetings import actions
from meetings.models import AgendaItem, Meeting
from tests.factories.meetings import AgendaItemFactory, MeetingFactory

pytestmark = pytest.mark.django_db


def titles(meeting):
    return [item.title for item in meeting.items.all()]


def test_all_are_added_around_other_business(clerk):
    meeting = AgendaItemFactory(title="The plan").meeting
    AgendaItemFactory(meeting=meeting, title="A part of it", is_part=True)
    actions.add_standing_items(meeting, AgendaItem.Standing.values, by=clerk)
    assert titles(meeting) == [
        "Apologies for absence",
        "Declarations of interest",
        "Minutes of the previous meeting",
        "Matters arising",
        "The plan",
        "A part of it",
        "Urgent business",
        "Date of the next meeting",
    ]
    assert [item.number for item in meeting.items.all()][4:6] == ["5", "5a"]


def test_none_is_added_twice(clerk):
    meeting = MeetingFactory()
    actions.add_standing_items(meeting, ["minutes", "apologies"], by=clerk)
    assert actions.add_standing_items(meeting, ["apologies"], by=clerk) == []
    assert titles(meeting) == ["Apologies for absence", "Minutes of the previous meeting"]


def test_they_are_copied_as_they_were_and_once(clerk):
    last = MeetingFactory(starts_at="2026-06-12T10:00Z")
    words = {"title": "Welcome", "purpose": "To welcome.", "presenter": "Chair"}
    AgendaItemFactory(meeting=last, standing="apologies", **words)
    AgendaItemFactory(meeting=last, title="Other business")
    meeting = MeetingFactory()
    copied = actions.copy_standing_items(meeting, last, by=clerk)
    (item,) = copied.items
    assert (item.title, item.purpose, item.presenter) == tuple(words.values())
    assert item.history.get().history_change_reason == f"Standing item copied from {last}"
    assert actions.copy_standing_items(meeting, last, by=clerk) == ([], [])
    assert titles(meeting) == ["Welcome"]


def test_what_was_exempt_is_not_copied(clerk):
    last = MeetingFactory(starts_at="2026-06-12T10:00Z")
    AgendaItemFactory(meeting=last, standing="urgent", title="Secret", restricted_under=1)
    copied = actions.copy_standing_items(MeetingFactory(), last, by=clerk)
    assert copied == ([], ["Urgent business"])


def test_nothing_is_added_to_a_published_agenda(clerk):
    meeting = MeetingFactory(state="agenda published", published_on="2026-12-02")
    with pytest.raises(ValidationError, match="has been published"):
        actions.add_standing_items(meeting, ["urgent"], by=clerk)


def test_the_last_agenda_is_the_last_that_has_any():
    meeting = MeetingFactory()
    for day in ("2026-03-12", "2026-06-12"):
        last = MeetingFactory(starts_at=f"{day}T10:00Z")
        AgendaItemFactory(meeting=last, standing="apologies")
    AgendaItemFactory(meeting=MeetingFactory(starts_at="2026-09-12T10:00Z"))
    assert Meeting.objects.last_with_standing_items(meeting) == last


def test_the_minutes_named_are_those_of_the_meeting_before(clerk):
    last = MeetingFactory(starts_at="2026-06-12T10:00Z")
    words = {"title": "Minutes of the meeting held on 13 March 2026", "purpose": "Of March 2026."}
    AgendaItemFactory(meeting=last, standing="minutes", **words)
    (item,) = actions.copy_standing_items(MeetingFactory(), last, by=clerk).items
    assert item.title == "Minutes of the meeting held on 12 June 2026"
    assert "2026" not in item.purpose


def test_minutes_that_were_dated_wrongly_are_put_right(clerk):
    MeetingFactory(starts_at="2026-06-12T10:00Z")
    wrong = "Minutes of the meeting held on 13 March 2026"
    item = AgendaItemFactory(meeting=MeetingFactory(), standing="minutes", title=wrong)
    actions.date_minutes_anew(item.meeting, by=clerk)
    item.refresh_from_db()
    assert item.title == "Minutes of the meeting held on 12 June 2026"
    assert actions.date_minutes_anew(item.meeting, by=clerk) is None

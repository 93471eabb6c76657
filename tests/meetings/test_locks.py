"""The database itself keeps approved minutes as they are, whatever the code above it does."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from meetings.models import (
    AgendaItem,
    Attendance,
    Correction,
    Declaration,
    Exclusion,
    Meeting,
    MinuteEntry,
    Paper,
    Vote,
)
from pcp_scrutiny import history
from tests.factories.meetings import (
    AttendanceFactory,
    DeclarationFactory,
    MinuteEntryFactory,
    PaperFactory,
    VoteFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved():
    """A meeting with everything that minutes hold, approved."""
    entry = VoteFactory(entry__item__meeting__state="draft minutes").entry
    meeting = entry.item.meeting
    AttendanceFactory(meeting=meeting)
    PaperFactory(item=entry.item)
    DeclarationFactory(meeting=meeting)
    history.create(Exclusion, by=None, why="Made for a test", entry=entry, paragraph=3)
    correct(entry, agreed_in=entry)
    meeting.state = Meeting.State.APPROVED_MINUTES
    meeting.approved_at = datetime(2027, 2, 5, tzinfo=UTC)
    return history.save(meeting, by=None, why="Approved for a test")


def correct(entry, *, agreed_in):
    return history.create(
        Correction,
        by=None,
        why="Made for a test",
        entry=entry,
        said="Said.",
        reads="Read.",
        agreed_in=agreed_in,
    )


def refused(act):
    with pytest.raises(IntegrityError, match="Approved minutes never change"), transaction.atomic():
        act()


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (MinuteEntry, {"text": "Other."}),
        (Vote, {"votes_for": 3}),
        (AgendaItem, {"title": "Other"}),
        (Paper, {"text": "Other."}),
        (Attendance, {"sent_apologies": True}),
        (Declaration, {"interest": "Another"}),
        (Exclusion, {"paragraph": 7}),
        (Correction, {"reads": "Other."}),
        (Meeting, {"venue": "Elsewhere"}),
        (Meeting, {"state": "draft minutes"}),
    ],
)
@pytest.mark.usefixtures("approved")
def test_nothing_of_approved_minutes_can_be_changed(model, change):
    refused(lambda: model.objects.update(**change))


def test_nothing_can_be_added_to_approved_minutes(approved):
    item, entry = approved.items.get(), MinuteEntry.objects.get()
    added = [
        (MinuteEntry, {"item": item, "position": 9, "text": "Slipped in."}),
        (AgendaItem, {"meeting": approved, "position": 9, "title": "Slipped in"}),
        (Paper, {"item": item, "position": 9, "title": "Slipped in"}),
        (Attendance, {"meeting": approved, "name": "Late", "capacity": "other"}),
        (Declaration, {"meeting": approved, "name": "Late", "interest": "x"}),
        (Exclusion, {"entry": entry, "paragraph": 3}),
        (Correction, {"entry": entry, "said": "x", "reads": "y", "agreed_in": entry}),
    ]
    for model, fields in added:
        refused(lambda model=model, fields=fields: model.objects.bulk_create([model(**fields)]))
    assert entry.item.entries.count() == 1


def test_a_later_meeting_corrects_approved_minutes_beside_them(approved):
    entry = MinuteEntry.objects.get()
    later = MinuteEntryFactory(item__meeting__title="A later meeting")
    correction = correct(entry, agreed_in=later)
    assert list(entry.corrections.order_by("pk"))[-1] == correction
    refused(lambda: MinuteEntry.objects.filter(pk=entry.pk).update(text=correction.reads))


def test_approved_minutes_lose_nothing_where_the_database_can_refuse_it(approved):
    def delete():
        Attendance.objects.filter(meeting=approved).delete()

    if connection.vendor == "postgresql":
        refused(delete)
    else:
        delete()  # SQLite: Django empties its tables between tests in the same way


def test_draft_minutes_can_be_changed():
    entry = VoteFactory(entry__item__meeting__state="draft minutes").entry
    MinuteEntry.objects.update(text="Other.")
    entry.refresh_from_db()
    assert entry.text == "Other."

"""The reading of the minutes: numbers, leads, and what the public's reading leaves out."""

import pytest

from meetings import minutes
from meetings.models import MinuteEntry
from tests.factories.meetings import (
    ActionFactory,
    AgendaItemFactory,
    AttendanceFactory,
    DeclarationFactory,
    MeetingFactory,
    MinuteEntryFactory,
    VoteFactory,
)

OFFICE = "Police and Crime Commissioner"


def read(meeting, *, is_public=False):
    return minutes.read(meeting, is_public=is_public, office=OFFICE)


@pytest.mark.parametrize(
    ("kind", "level", "typed", "lead", "text"),
    [
        ("discussion", 0, "Members asked why.", "", "Members asked why."),
        ("resolution", 0, "That it be noted.", "RESOLVED:", "That it be noted."),
        ("resolution", 0, "RESOLVED: That it be noted.", "RESOLVED:", "That it be noted."),
        ("resolution", 0, "**Resolved:** That it be noted.", "RESOLVED:", "That it be noted."),
        ("resolution", 0, "RESOLVED:", "RESOLVED:", ""),
        ("resolution", 1, "(1) That it be noted.", "", "(1) That it be noted."),
        (
            "resolution",
            0,
            "The vote was taken. It was RESOLVED: That it be noted.",
            "",
            "The vote was taken. It was **RESOLVED:** That it be noted.",
        ),
        ("action", 0, "Action: write to all.", "Action:", "write to all."),
        ("action", 0, "Actions are overdue.", "Action:", "Actions are overdue."),
        ("advice", 0, "The officer advised.", "Advice:", "The officer advised."),
        ("key point", 0, "Crime fell.", "", "Crime fell."),
    ],
)
def test_lead_is_said_once(kind, level, typed, lead, text):
    entry = MinuteEntry(kind=kind, level=level, text=typed)
    assert minutes.lead_and_text(entry) == (lead, text)


def test_read_numbers_entries_by_their_item(db):
    item = AgendaItemFactory()
    second = AgendaItemFactory(meeting=item.meeting)
    MinuteEntryFactory(item=second)
    MinuteEntryFactory(item=second, level=1)
    MinuteEntryFactory(item=second)
    found = read(item.meeting)
    assert [minute.number for minute in found.items[1].minutes] == ["2.1", "2.1.1", "2.2"]
    assert found.items[0].minutes == []


def test_read_has_the_vote_and_the_action(db):
    vote = VoteFactory(mover="Councillor A")
    ActionFactory(entry__item=vote.entry.item, owner="Clerk")
    first, second = read(vote.entry.item.meeting).items[0].minutes
    assert first.vote == "Proposed by Councillor A. Agreed unanimously."
    assert second.action.owner == "Clerk"


def test_read_groups_those_present_and_names_the_office(db):
    meeting = MeetingFactory()
    AttendanceFactory(meeting=meeting, name="Ruth", capacity="office")
    AttendanceFactory(meeting=meeting, name="Ann", capacity="member")
    AttendanceFactory(meeting=meeting, name="Bob", capacity="member", sent_apologies=True)
    found = read(meeting)
    assert [(heading, [p.name for p in people]) for heading, people in found.present] == [
        ("Members present", ["Ann"]),
        ("Police and Crime Commissioner and staff", ["Ruth"]),
    ]
    assert [person.name for person in found.apologies] == ["Bob"]


def test_public_reading_has_only_the_place_of_a_restricted_item(db):
    open_item = AgendaItemFactory()
    meeting = open_item.meeting
    restricted = AgendaItemFactory(meeting=meeting, restricted_under=3)
    MinuteEntryFactory(item=open_item)
    MinuteEntryFactory(item=restricted)
    DeclarationFactory(meeting=meeting, item=restricted)
    DeclarationFactory(meeting=meeting)
    found = read(meeting, is_public=True)
    withheld = found.items[1]
    assert (withheld.number, withheld.item, withheld.restricted_under) == ("2", None, 3)
    assert (list(withheld.minutes), list(withheld.declarations)) == ([], [])
    assert len(found.entries) == len(found.declarations) == 1


def test_full_reading_has_the_restricted_item(db):
    restricted = AgendaItemFactory(restricted_under=3)
    DeclarationFactory(meeting=restricted.meeting, item=restricted)
    MinuteEntryFactory(item=restricted)
    found = read(restricted.meeting).items[0]
    assert (len(found.minutes), len(found.declarations)) == (1, 1)


@pytest.mark.parametrize("rows", [1, 3])
def test_read_asks_as_much_for_one_as_for_three(db, rows, django_assert_num_queries):
    meeting = MeetingFactory()
    for _ in range(rows):
        VoteFactory(entry__item=AgendaItemFactory(meeting=meeting))
        ActionFactory(entry__item=meeting.items.first())
    with django_assert_num_queries(4):
        read(meeting)

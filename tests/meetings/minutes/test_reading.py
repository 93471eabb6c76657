"""The reading of the minutes: numbers, leads, and what the public's reading leaves out."""

import pytest

from meetings import minutes
from meetings.models import Correction, Exclusion, MinuteEntry
from pcp_scrutiny import history
from tests.factories.meetings import (
    ActionFactory,
    AgendaItemFactory,
    AttendanceFactory,
    DeclarationFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PanelMemberFactory,
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


def test_read_says_who_stood_in_and_who_came_and_went(db):
    item = AgendaItemFactory()
    for number, (capacity, member) in enumerate(
        [("member", PanelMemberFactory(is_co_opted=True)), ("substitute", None)]
    ):
        AttendanceFactory(
            meeting=item.meeting,
            name=f"Person {number}",
            capacity=capacity,
            member=member,
            substitute_for=None if member else PanelMemberFactory(name="Councillor Away"),
            joined_at=item,
        )
    (_, [co_opted]), (_, [substitute]) = found = read(item.meeting).present
    headings = ["Co-opted members present", "Substitute members present"]
    assert [heading for heading, _ in found] == headings
    assert co_opted.remarks == "joined during item 1"
    assert substitute.remarks == "for Councillor Away, joined during item 1"


def exclude(entry, until=None, *, paragraph=3):
    history.create(
        Exclusion, by=None, why="For a test", entry=entry, paragraph=paragraph, until=until
    )


def item_with_a_private_part():
    """An open item: excluding the public, two entries without them, letting them in again."""
    item = AgendaItemFactory(public_summary="Members heard of a contract.")
    excludes = MinuteEntryFactory(item=item, kind="resolution")
    MinuteEntryFactory(item=item, restricted_under=3, text="The secret sum.")
    MinuteEntryFactory(item=item, restricted_under=3, level=1, text="The secret name.")
    exclude(excludes, MinuteEntryFactory(item=item))
    return item


def test_full_reading_sets_off_what_was_minuted_in_private(db):
    first, private, last = read(item_with_a_private_part().meeting).items[0].runs
    assert (first.restricted_under, private.restricted_under) == (None, 3)
    assert private.place == "Minutes 1.2 to 1.2.1"
    assert first.minutes[0].public.startswith("The public was excluded from here on, under")
    assert last.minutes[0].public == "The public was let in again."


def test_public_reading_has_the_summary_where_minutes_are_left_out(db):
    found = read(item_with_a_private_part().meeting, is_public=True).items[0]
    private = found.runs[1]
    assert [minute.number for minute in found.minutes] == ["1.1", "1.3"]
    assert (private.place, private.restricted_under) == ("Minutes 1.2 to 1.2.1", 3)
    assert private.summary == "Members heard of a contract."
    assert "secret" not in repr(found)


def test_public_reading_has_the_summary_of_a_restricted_item(db):
    item = AgendaItemFactory(restricted_under=3, public_summary="A contract was let.")
    found = read(item.meeting, is_public=True).items[0]
    assert (found.number, found.public_summary) == ("1", "A contract was let.")


def test_an_item_lacks_a_summary_where_something_private_has_none(db):
    MinuteEntryFactory(item=AgendaItemFactory(restricted_under=3))
    meeting = MinuteEntryFactory().item.meeting
    lacking = MinuteEntryFactory(item=AgendaItemFactory(meeting=meeting, restricted_under=3))
    MinuteEntryFactory(
        item=AgendaItemFactory(meeting=meeting, restricted_under=3, public_summary="Said.")
    )
    found = [minuted.item for minuted in read(meeting).items if minuted.lacks_summary]
    assert found == [lacking.item]


def correct(entry, *, said, reads, **agreed):
    later = MinuteEntryFactory(item__meeting__starts_at="2027-02-05T10:00Z", **agreed)
    history.create(
        Correction,
        by=None,
        why="For a test",
        entry=entry,
        said=said,
        reads=reads,
        agreed_in=later,
    )
    return later


def test_read_has_the_corrections_beside_the_minute(db):
    entry = MinuteEntryFactory(text="Nine.")
    correct(entry, said="Ten.", reads="Nine.")
    correct(entry, said="Nine.", reads="Eight.")
    made, since = read(entry.item.meeting).items[0].minutes[0].corrections
    assert made.words == "Corrected by the meeting on 5 February 2027 (minute 1.1)"
    assert (made.is_made, made.text) == (True, "Ten.")
    assert (since.is_made, since.text) == (False, "Eight.")


def test_public_reading_leaves_out_a_correction_agreed_in_private(db):
    entry = MinuteEntryFactory()
    correct(entry, said="Ten.", reads="Nine.", restricted_under=3)
    found = read(entry.item.meeting, is_public=True)
    assert found.items[0].minutes[0].corrections == ()


def test_read_names_the_minute_that_approved(db):
    by = MinuteEntryFactory(item__meeting__starts_at="2027-02-05T10:00Z")
    approved = MeetingFactory(
        state="approved minutes", approved_at="2027-02-05T00:00Z", approved_in=by
    )
    assert read(approved).approved_by == "1.1"


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
    with django_assert_num_queries(7):
        read(meeting)

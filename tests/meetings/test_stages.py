"""A meeting's life and quorum as they stand in the record."""

import pytest

from meetings import stages
from meetings.people.attended import beside, of_the_last, seats
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import (
    ActionFactory,
    AgendaItemFactory,
    AttendanceFactory,
    DeclarationFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PanelMemberFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    """Twelve members serve; three of them are there."""
    members = PanelMemberFactory.create_batch(12)
    meeting = MeetingFactory()
    for member in members[:3]:
        AttendanceFactory(
            meeting=meeting, member=member, name=member.name, capacity="member", role="Council"
        )
    return meeting


def quorum_of(meeting):
    return stages.quorum_of(meeting, panel=Panel.current())


def test_members_and_substitutes_make_the_quorum_and_others_do_not(meeting):
    AttendanceFactory(meeting=meeting)
    AttendanceFactory(meeting=meeting, capacity="member", name="Away", sent_apologies=True)
    AgendaItemFactory(meeting=meeting)
    assert (quorum_of(meeting).seated, quorum_of(meeting).is_kept) == (3, True)
    meeting.attendances.filter(member__isnull=False).first().delete()
    assert not quorum_of(meeting).is_kept
    AttendanceFactory(meeting=meeting, capacity="substitute", name="Other")
    assert quorum_of(meeting).is_kept


def test_whoever_withdrew_is_missing_at_the_item_and_its_parts(meeting):
    whole = AgendaItemFactory(meeting=meeting)
    AgendaItemFactory(meeting=meeting, is_part=True, number="1a")
    AgendaItemFactory(meeting=meeting, number="2")
    name = meeting.attendances.first().name.upper()
    DeclarationFactory(meeting=meeting, item=whole, name=name, withdrew=True)
    assert quorum_of(meeting).short == (("1", 2), ("1a", 2))


def test_whoever_came_late_is_missing_before(meeting):
    items = [AgendaItemFactory(meeting=meeting) for _ in range(3)]
    meeting.attendances.filter(pk=meeting.attendances.first().pk).update(joined_at=items[1])
    assert quorum_of(meeting).short == (("1", 2),)
    assert "not quorate at item 1 (2 there)" in stages.inquorate(meeting)


def test_what_a_draft_lacks_is_found_by_its_numbers(meeting):
    action = ActionFactory(entry__item__meeting=meeting, owner="")
    private = MinuteEntryFactory(item__meeting=meeting, item__restricted_under=3)
    assert stages.missing(meeting) == [
        "It is not said when the meeting closed.",
        "Minute 1.1 does not say who is to do it.",
        "Item 2 has no summary for the public, who may not read its minutes (Local Government "
        "Act 1972, section 100C(2)).",
    ]
    assert (action.entry.item.number, private.item.number) == ("1", "2")


def test_a_seat_is_the_members_row_and_their_substitutes(meeting):
    member = meeting.attendances.first().member
    other = AttendanceFactory(meeting=meeting, capacity="substitute", substitute_for=member)
    officer = AttendanceFactory(meeting=meeting)
    rows = list(meeting.attendances.as_recorded())
    found = seats(rows)[member.pk]
    assert (found.row.member, found.substitute) == (member, other)
    assert beside(rows, seats(rows)) == [officer]


def test_those_of_the_last_meeting_are_offered_once(meeting):
    for starts_at, name in (("2026-03-06", "Of March"), ("2026-06-12", "Of June")):
        earlier = MeetingFactory(starts_at=f"{starts_at}T10:00Z")
        AttendanceFactory(meeting=earlier, name=name)
        AttendanceFactory(meeting=earlier, name="Naomi")
        AttendanceFactory(meeting=earlier, name="Away", sent_apologies=True)
        AttendanceFactory(meeting=earlier, capacity="member", name="Councillor")
    AttendanceFactory(meeting=meeting, name="Naomi")
    offered = of_the_last(meeting, meeting.attendances.all())
    assert [row.name for row in offered] == ["Of June"]

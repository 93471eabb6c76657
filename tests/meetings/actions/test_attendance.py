"""Who was there, in whose place, and from when to when."""

import pytest
from django.core.exceptions import ValidationError

from meetings import actions
from meetings.actions import Mark
from meetings.models import AgendaItem, Attendance
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    PanelMemberFactory,
)


def test_mark_members_records_who_was_there_and_who_was_not(officer):
    meeting, there, away = MeetingFactory(), PanelMemberFactory(), PanelMemberFactory()
    marks = [Mark(there, "present", "Left at noon"), Mark(away, "apologies")]
    assert actions.mark_members(meeting, marks, by=officer) == 2
    found = {row.member: (row.sent_apologies, row.note) for row in meeting.attendances.all()}
    assert found == {there: (False, "Left at noon"), away: (True, "")}
    assert meeting.attendances.get(member=there).role == there.authority


def test_mark_members_writes_only_what_changed(officer):
    meeting, member = MeetingFactory(), PanelMemberFactory()
    actions.mark_members(meeting, [Mark(member, "present")], by=officer)
    assert actions.mark_members(meeting, [Mark(member, "present")], by=officer) == 0
    actions.mark_members(meeting, [Mark(member, "apologies")], by=officer)
    row = meeting.attendances.get()
    reasons = row.history.values_list("history_change_reason", flat=True)
    assert list(reasons) == ["Apologies recorded", "Marked present"]


def test_mark_members_takes_a_mark_back(officer):
    meeting, member = MeetingFactory(), PanelMemberFactory()
    actions.mark_members(meeting, [Mark(member, "present")], by=officer)
    assert actions.mark_members(meeting, [Mark(member, "")], by=officer) == 1
    assert actions.mark_members(meeting, [Mark(member, "")], by=officer) == 0
    assert not meeting.attendances.exists()
    assert Attendance.history.latest().history_change_reason == "Attendance taken back"


def test_co_opted_members_are_recorded_as_such(officer):
    meeting = MeetingFactory()
    member = PanelMemberFactory(authority="", is_co_opted=True)
    actions.mark_members(meeting, [Mark(member, "present")], by=officer)
    assert meeting.attendances.get().role == "Co-opted member"


def test_a_substitute_sits_for_the_council_of_the_member(officer):
    meeting, member = MeetingFactory(), PanelMemberFactory()
    mark = Mark(member, "apologies", substitute="Councillor Stand-In")
    assert actions.mark_members(meeting, [mark], by=officer) == 2
    row = meeting.attendances.get(substitute_for=member)
    assert (row.name, row.capacity, row.role) == (
        "Councillor Stand-In",
        "substitute",
        member.authority,
    )
    assert meeting.attendances.get(member=member).sent_apologies
    actions.mark_members(meeting, [Mark(member, "present")], by=officer)
    assert [row.member for row in meeting.attendances.all()] == [member]


def test_a_member_is_not_there_together_with_their_substitute(officer):
    meeting, member = MeetingFactory(), PanelMemberFactory()
    with pytest.raises(ValidationError, match="be present as well"):
        actions.mark_members(meeting, [Mark(member, "present", substitute="Other")], by=officer)
    actions.mark_members(meeting, [Mark(member, "present")], by=officer)
    row = Attendance(meeting=meeting, name="Other", capacity="substitute", substitute_for=member)
    with pytest.raises(ValidationError, match="did not stand in"):
        actions.add_attendance(row, by=officer)


def test_one_substitute_sits_in_one_place(officer):
    meeting, member = MeetingFactory(), PanelMemberFactory()
    mark = Mark(member, "apologies", substitute="First")
    actions.mark_members(meeting, [mark], by=officer)
    row = Attendance(meeting=meeting, name="Second", capacity="substitute", substitute_for=member)
    with pytest.raises(ValidationError, match="First is recorded as standing in"):
        actions.add_attendance(row, by=officer)


def test_it_is_recorded_during_which_items_someone_came_and_went(officer):
    meeting, member = MeetingFactory(), PanelMemberFactory()
    first, second = (AgendaItemFactory(meeting=meeting) for _ in range(2))
    mark = Mark(member, "present", joined_at=first, left_at=second)
    actions.mark_members(meeting, [mark], by=officer)
    row = meeting.attendances.get()
    assert (row.joined_at, row.left_at) == (first, second)
    actions.mark_members(meeting, [Mark(member, "apologies", joined_at=first)], by=officer)
    row.refresh_from_db()
    assert (row.joined_at, row.left_at) == (None, None)


def test_nobody_leaves_before_they_joined_or_at_another_meeting(officer):
    meeting, member = MeetingFactory(), PanelMemberFactory()
    first, second = (AgendaItemFactory(meeting=meeting) for _ in range(2))
    for joined, left, said in (
        (second, first, "cannot have left during item 1 and joined during 2"),
        (AgendaItemFactory(), None, "another meeting"),
    ):
        with pytest.raises(ValidationError, match=said):
            actions.mark_members(
                meeting, [Mark(member, "present", joined_at=joined, left_at=left)], by=officer
            )
    row = AttendanceFactory(meeting=meeting)
    row.joined_at, row.left_at = second, first
    with pytest.raises(ValidationError, match="cannot have left"):
        actions.change_attendance(row, by=officer)


def test_an_item_that_someone_joined_at_stays_on_the_agenda(officer):
    item = AgendaItemFactory()
    AttendanceFactory(meeting=item.meeting, name="Ruth", joined_at=item)
    with pytest.raises(ValidationError, match="Ruth joined or left during it"):
        actions.remove_item(item, by=officer)
    assert AgendaItem.objects.exists()


def test_record_attendance_does_members_and_others_at_once(officer):
    meeting, member = MeetingFactory(), PanelMemberFactory()
    there = AttendanceFactory(meeting=meeting, name="Naomi", capacity="officer")
    others = [
        Attendance(meeting=meeting, name=name, capacity="officer", role="Clerk")
        for name in ("Naomi", "Philip", "Philip")
    ]
    changed = actions.record_attendance(
        meeting, marks=[Mark(member, "present")], others=others, by=officer
    )
    assert changed == 2
    names = meeting.attendances.values_list("name", flat=True)
    assert sorted(names) == sorted([member.name, "Naomi", "Philip"])
    assert there.history.count() == 1


def test_others_are_added_changed_and_removed_with_history(officer):
    row = AttendanceFactory.build(meeting=MeetingFactory())
    actions.add_attendance(row, by=officer)
    row.role = "Monitoring Officer"
    actions.change_attendance(row, by=officer)
    actions.remove_attendance(row, by=officer)
    reasons = Attendance.history.values_list("history_change_reason", flat=True)
    assert list(reasons) == ["Attendance taken back", "Attendance changed", "Attendance recorded"]

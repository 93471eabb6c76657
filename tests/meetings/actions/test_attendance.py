from meetings import actions
from meetings.actions import Mark
from meetings.models import Attendance
from tests.factories.meetings import AttendanceFactory, MeetingFactory, PanelMemberFactory


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


def test_others_are_added_and_removed_with_history(officer):
    row = AttendanceFactory.build(meeting=MeetingFactory())
    actions.add_attendance(row, by=officer)
    actions.remove_attendance(row, by=officer)
    reasons = Attendance.history.values_list("history_change_reason", flat=True)
    assert list(reasons) == ["Attendance taken back", "Attendance recorded"]

"""What a page offers when the minutes are approved between its opening and its sending: refused in
a sentence."""

import pytest
from django.contrib.messages.storage.cookie import CookieStorage

from meetings import actions
from meetings.views import agenda, arranging, attendance, declaring, entries, papers
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    DeclarationFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PanelMemberFactory,
    PaperFactory,
)

NOBODY_NEW = {"new-TOTAL_FORMS": "0", "new-INITIAL_FORMS": "0"}


@pytest.fixture
def send(rf, officer):
    """Post to a view, past its gate, about a thing as it was read before the approval."""

    def post(view, thing, **typed):
        request = rf.post("/", typed)
        request.user, request._messages = officer, CookieStorage(request)
        response = view.__wrapped__(request, thing)
        return response, [str(message) for message in request._messages]

    return post


@pytest.mark.parametrize(
    ("view", "make"),
    [
        (arranging.move_item, lambda meeting: AgendaItemFactory(meeting=meeting)),
        (agenda.delete_item, lambda meeting: AgendaItemFactory(meeting=meeting)),
        (papers.delete_paper, lambda meeting: PaperFactory(item__meeting=meeting)),
        (attendance.delete_attendance, lambda meeting: AttendanceFactory(meeting=meeting)),
        (declaring.delete_declaration, lambda meeting: DeclarationFactory(meeting=meeting)),
        (entries.delete_entry, lambda meeting: MinuteEntryFactory(item__meeting=meeting)),
    ],
)
def test_what_became_approved_meanwhile_stays_and_says_so(send, officer, view, make):
    meeting = MeetingFactory(state="draft minutes")
    thing = make(meeting)
    actions.approve_minutes(meeting, on=meeting.day, by=officer, now=meeting.starts_at)
    response, said = send(view, thing, direction="up")
    assert response.status_code == 302
    assert said == [
        "The minutes of this meeting are approved, so its record can no longer be changed."
    ]
    assert type(thing).objects.filter(pk=thing.pk).exists()


def test_attendance_of_what_became_approved_meanwhile_comes_back_as_marked(send, officer):
    meeting, member = MeetingFactory(state="draft minutes"), PanelMemberFactory()
    actions.approve_minutes(meeting, on=meeting.day, by=officer, now=meeting.starts_at)
    typed = {f"mark_{member.pk}": "present", f"was_{member.pk}": "||||", **NOBODY_NEW}
    response, _ = send(attendance.attendance, meeting, **typed)
    assert response.status_code == 200
    assert "can no longer be changed" in response.content.decode()
    assert not meeting.attendances.exists()


def test_an_item_taken_off_meanwhile_is_not_moved(send, officer):
    item = AgendaItemFactory()
    actions.remove_item(type(item).objects.get(), by=officer)
    _, said = send(arranging.move_item, item, direction="up")
    assert said == ["This item has been taken off the agenda meanwhile."]

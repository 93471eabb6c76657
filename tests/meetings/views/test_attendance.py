"""Who was there, as officers record it."""

import pytest
from django.urls import reverse

from meetings.models import Attendance
from pcp_scrutiny import history
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    PanelMemberFactory,
)

NOBODY_NEW = {"new-TOTAL_FORMS": "0", "new-INITIAL_FORMS": "0"}


def page_of(response):
    return " ".join(response.content.decode().split())


def url_of(meeting):
    return reverse("meetings:attendance", args=[meeting.pk])


def typed_in(client, meeting, **changed):
    """The page's form as it is opened, with what is changed in it."""
    context = client.get(url_of(meeting)).context
    form = context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    typed |= {"new-TOTAL_FORMS": "3", "new-INITIAL_FORMS": "0"}
    return {**typed, **changed}


def test_attendance_is_prefilled_from_those_who_serve(officer, client_of):
    meeting, member = MeetingFactory(), PanelMemberFactory()
    PanelMemberFactory(name="Councillor Gone", ended="2025-05-01")
    client = client_of(officer)
    page = page_of(client.get(url_of(meeting)))
    assert member.name in page
    assert "Councillor Gone" not in page
    client.post(url_of(meeting), typed_in(client, meeting, **{f"mark_{member.pk}": "apologies"}))
    assert meeting.attendances.get().sent_apologies


def test_everyone_is_recorded_on_one_page(officer, client_of):
    meeting, (first, second) = MeetingFactory(), PanelMemberFactory.create_batch(2)
    earlier = MeetingFactory(starts_at="2026-06-12T10:00Z")
    naomi = AttendanceFactory(meeting=earlier, name="Naomi", role="Panel Officer")
    client = client_of(officer)
    assert "Naomi, Panel Officer" in page_of(client.get(url_of(meeting)))
    typed = typed_in(
        client,
        meeting,
        **{f"mark_{first.pk}": "apologies", f"substitute_{first.pk}": "Councillor Stand-In"},
        again=naomi.pk,
        rest="present",
        **{"new-0-name": "Ruth", "new-0-capacity": "office", "new-0-role": "Chief Executive"},
    )
    assert client.post(url_of(meeting), typed).url == url_of(meeting)
    rows = {row.name: (row.capacity, row.sent_apologies) for row in meeting.attendances.all()}
    assert rows == {
        first.name: ("member", True),
        second.name: ("member", False),
        "Councillor Stand-In": ("substitute", False),
        "Naomi": ("officer", False),
        "Ruth": ("office", False),
    }
    page = page_of(client.get(url_of(meeting)))
    assert "Naomi, Panel Officer" not in page  # she is recorded, and not offered any more
    assert "The quorum is 3 of 2 members." in page


def test_what_cannot_be_comes_back_as_typed(officer, client_of):
    meeting, member = MeetingFactory(), PanelMemberFactory()
    client = client_of(officer)
    typed = typed_in(
        client,
        meeting,
        **{f"mark_{member.pk}": "present", f"substitute_{member.pk}": "Councillor Stand-In"},
        **{"new-0-name": "Ruth"},
    )
    page = page_of(client.post(url_of(meeting), typed))
    assert "so Councillor Stand-In did not stand in for them" in page
    assert "Choose in what capacity Ruth was there" in page
    assert 'value="Councillor Stand-In"' in page
    assert not Attendance.objects.exists()


def test_two_who_mark_the_same_member_are_told(officer, clerk, client_of):
    meeting, member = MeetingFactory(), PanelMemberFactory()
    mine = typed_in(client_of(officer), meeting, **{f"mark_{member.pk}": "present"})
    theirs = {**mine, f"mark_{member.pk}": "apologies"}
    client_of(clerk).post(url_of(meeting), theirs)
    page = page_of(client_of(officer).post(url_of(meeting), mine))
    assert f"Someone else marked {member.name} while this page was open" in page
    assert meeting.attendances.get().sent_apologies


def test_two_members_of_one_name_are_both_marked(officer, client_of):
    meeting, first, second = MeetingFactory(), *PanelMemberFactory.create_batch(2, name="J. Smith")
    client = client_of(officer)
    marks = {f"mark_{member.pk}": "present" for member in (first, second)}
    assert client.post(url_of(meeting), typed_in(client, meeting, **marks)).status_code == 302
    assert {row.member for row in meeting.attendances.all()} == {first, second}


@pytest.mark.parametrize("rows", [1, 3])
def test_attendance_costs_the_same_for_more(officer, client_of, rows, django_assert_num_queries):
    meeting = MeetingFactory()
    for _ in range(rows):
        item, member = AgendaItemFactory(meeting=meeting), PanelMemberFactory()
        AttendanceFactory(
            meeting=meeting, member=member, name=member.name, capacity="member", joined_at=item
        )
        AttendanceFactory(meeting=meeting, left_at=item)
    client = client_of(officer)
    with django_assert_num_queries(16):
        client.get(url_of(meeting))


def test_others_are_added_changed_and_taken_back(officer, client_of):
    item, client = AgendaItemFactory(), client_of(officer)
    meeting = item.meeting
    typed = {"name": "Ruth", "capacity": "office", "role": "Commissioner"}
    client.post(reverse("meetings:add_attendance", args=[meeting.pk]), typed)
    row = Attendance.objects.get()
    url = reverse("meetings:edit_attendance", args=[row.pk])
    seen = client.get(url).context["form"].initial["seen"]
    client.post(url, {**typed, "joined_at": item.pk, "seen": seen})
    page = page_of(client.get(url_of(meeting)))
    assert "joined during item 1" in page
    url = reverse("meetings:delete_attendance", args=[row.pk])
    assert "Remove Ruth from the attendance" in page_of(client.get(url))
    client.post(url)
    assert not Attendance.objects.exists()


def test_two_who_change_the_same_person_are_shown_both(officer, clerk, client_of):
    row = AttendanceFactory(name="Ruth", role="Deputy")
    url = reverse("meetings:edit_attendance", args=[row.pk])
    seen = client_of(officer).get(url).context["form"].initial["seen"]
    row.role = "As the clerk has it"
    history.save(row, by=clerk, why="Changed meanwhile")
    typed = {"name": "Ruth", "capacity": "officer", "role": "As the officer has it", "seen": seen}
    page = page_of(client_of(officer).post(url, typed))
    assert "As the clerk has it" in page
    assert "As the officer has it" in page


def test_a_member_is_marked_on_the_page_of_all(officer, client_of):
    row = AttendanceFactory(capacity="member", member=PanelMemberFactory())
    url = reverse("meetings:edit_attendance", args=[row.pk])
    assert client_of(officer).get(url).url == url_of(row.meeting)

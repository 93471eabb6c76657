"""The calendar, a meeting's page and attendance, as people use them."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from meetings.models import Attendance, Declaration, Meeting
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    PackFactory,
    PanelMemberFactory,
    PaperFactory,
)

WHEN = {
    "starts_at_day": "11",
    "starts_at_month": "12",
    "starts_at_year": "2099",
    "starts_at_time": "10:30am",
}


def page_of(response):
    return " ".join(response.content.decode().split())


def test_the_calendar_tells_what_is_to_come_from_what_was(member, client_of):
    MeetingFactory(venue="Hall to come", starts_at=datetime(2099, 1, 8, 10, tzinfo=UTC))
    MeetingFactory(venue="Hall of the past", starts_at=datetime(2020, 1, 8, 10, tzinfo=UTC))
    page = page_of(client_of(member).get(reverse("meetings:list")))
    assert page.index("To come") < page.index("Hall to come") < page.index("Past meetings")
    assert page.index("Past meetings") < page.index("Hall of the past")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_calendar_costs_the_same_for_more(member, client_of, rows, django_assert_num_queries):
    for _ in range(rows):
        MeetingFactory(starts_at=datetime(2099, 1, 8, 10, tzinfo=UTC))
        MeetingFactory(starts_at=datetime(2020, 1, 8, 10, tzinfo=UTC))
    client = client_of(member)
    with django_assert_num_queries(6):
        client.get(reverse("meetings:list"))


def test_a_meeting_is_called(clerk, client_of):
    client = client_of(clerk)
    typed = {"title": "Precept meeting", "venue": "Council Chamber", **WHEN}
    response = client.post(reverse("meetings:add"), typed, follow=True)
    meeting = Meeting.objects.get()
    assert response.redirect_chain[-1][0] == f"/meetings/{meeting.pk}/"
    assert meeting.history.get().history_user == clerk
    assert "Now build its agenda" in page_of(response)


def test_a_meeting_without_a_venue_is_not_called(clerk, client_of):
    page = page_of(client_of(clerk).post(reverse("meetings:add"), {"title": "x", **WHEN}))
    assert "Enter venue" in page
    assert not Meeting.objects.exists()


def test_a_form_sent_twice_calls_one_meeting(clerk, client_of):
    client = client_of(clerk)
    token = "6f9d7c1e-37a9-4b8e-9a55-111111111111"
    typed = {"title": "Once", "venue": "Hall", "once": token, **WHEN}
    first = client.post(reverse("meetings:add"), typed)
    second = client.post(reverse("meetings:add"), typed)
    assert first.url == second.url
    assert Meeting.objects.count() == 1


def test_a_stale_form_shows_both(officer, clerk, client_of):
    meeting = MeetingFactory()
    url = reverse("meetings:edit", args=[meeting.pk])
    seen = client_of(officer).get(url).context["form"].initial["seen"]
    typed = {"title": meeting.title, "seen": seen, **WHEN}
    client_of(clerk).post(url, {**typed, "venue": "The clerk's hall"})
    page = page_of(client_of(officer).post(url, {**typed, "venue": "The officer's hall"}))
    assert "The clerk&#x27;s hall" in page
    assert "The officer&#x27;s hall" in page
    assert Meeting.objects.get().venue == "The clerk's hall"


def test_the_clerk_sees_the_deadline_and_what_is_missing(clerk, member, client_of):
    paper = PaperFactory(
        label="Paper B",
        text="",
        item__meeting__starts_at=datetime(2099, 12, 11, 10, tzinfo=UTC),
    )
    url = reverse("meetings:detail", args=[paper.item.meeting_id])
    page = page_of(client_of(clerk).get(url))
    assert "Publish the agenda by Thursday 3 December 2099" in page
    assert "Paper B has no text yet." in page
    for_members = page_of(client_of(member).get(url))
    assert "Publish the agenda by" not in for_members
    assert "Change" not in for_members


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (3, "which gives 5 clear days of notice."),
        (7, "<strong>That is 2 clear days short of the 5 that are required.</strong>"),
    ],
)
def test_a_published_agenda_says_what_notice_it_gave(clerk, client_of, day, said):
    meeting = MeetingFactory(state="agenda published", published_on=f"2026-12-{day:02}")
    assert said in page_of(client_of(clerk).get(meeting.get_absolute_url()))


def test_publication_is_recorded(clerk, client_of):
    meeting = AgendaItemFactory().meeting
    url = reverse("meetings:publish_agenda", args=[meeting.pk])
    typed = {"published_on_day": "2", "published_on_month": "11", "published_on_year": "2026"}
    assert client_of(clerk).post(url, typed).url == meeting.get_absolute_url()
    meeting.refresh_from_db()
    assert meeting.state == "agenda published"


@pytest.mark.parametrize("rows", [1, 3])
def test_a_meeting_costs_the_same_for_more(clerk, client_of, rows, django_assert_num_queries):
    meeting = MeetingFactory()
    for _ in range(rows):
        PaperFactory(item=AgendaItemFactory(meeting=meeting))
        AttendanceFactory(meeting=meeting)
        PackFactory(meeting=meeting, state="failed", failure="Why")
    client = client_of(clerk)
    with django_assert_num_queries(11):
        client.get(meeting.get_absolute_url())


def test_attendance_is_prefilled_from_those_who_serve(officer, client_of):
    meeting, member = MeetingFactory(), PanelMemberFactory()
    PanelMemberFactory(name="Councillor Gone", ended="2025-05-01")
    url = reverse("meetings:attendance", args=[meeting.pk])
    client = client_of(officer)
    page = page_of(client.get(url))
    assert member.name in page
    assert "Councillor Gone" not in page
    typed = {f"mark_{member.pk}": "apologies", f"was_{member.pk}": "|", f"note_{member.pk}": ""}
    client.post(url, typed)
    assert meeting.attendances.get().sent_apologies


def test_others_are_added_and_taken_back(officer, client_of):
    meeting, client = MeetingFactory(), client_of(officer)
    typed = {"name": "Ruth", "capacity": "office", "role": "Commissioner"}
    client.post(reverse("meetings:add_attendance", args=[meeting.pk]), typed)
    row = Attendance.objects.get()
    assert "Ruth" in page_of(client.get(reverse("meetings:attendance", args=[meeting.pk])))
    url = reverse("meetings:delete_attendance", args=[row.pk])
    assert "Remove Ruth from the attendance" in page_of(client.get(url))
    client.post(url)
    assert not Attendance.objects.exists()


def test_two_members_of_one_name_are_both_marked(officer, client_of):
    meeting, first, second = MeetingFactory(), *PanelMemberFactory.create_batch(2, name="J. Smith")
    typed = {f"mark_{member.pk}": "present" for member in (first, second)}
    typed |= {f"was_{member.pk}": "|" for member in (first, second)}
    url = reverse("meetings:attendance", args=[meeting.pk])
    assert client_of(officer).post(url, typed).status_code == 302
    assert {row.member for row in meeting.attendances.all()} == {first, second}


def test_a_meeting_begins_on_its_day(clerk, client_of):
    past = MeetingFactory(state="agenda published", starts_at="2026-06-12T10:00Z")
    client, url = client_of(clerk), reverse("meetings:begin", args=[past.pk])
    assert url in page_of(client.get(past.get_absolute_url()))
    assert client.post(url).url == reverse("meetings:minutes", args=[past.pk])
    past.refresh_from_db()
    assert past.state == "in progress"
    future = MeetingFactory(state="agenda published", starts_at="2099-06-12T10:00Z")
    url = reverse("meetings:begin", args=[future.pk])
    assert url not in page_of(client.get(future.get_absolute_url()))
    assert "cannot begin before its day" in page_of(client.post(url, follow=True))


def test_an_interest_is_declared_and_taken_back(officer, client_of):
    item, client = AgendaItemFactory(), client_of(officer)
    url = reverse("meetings:add_declaration", args=[item.meeting_id])
    typed = {"name": "Ruth", "interest": "A trustee.", "withdrew": "on"}
    assert "Choose the item that they left" in page_of(client.post(url, typed))
    client.post(url, {**typed, "item": item.pk})
    declaration = Declaration.objects.get()
    assert declaration.history.get().history_user == officer
    page = page_of(client.get(reverse("meetings:attendance", args=[item.meeting_id])))
    assert "Ruth, item 1: A trustee. They left the meeting for the item." in page
    url = reverse("meetings:delete_declaration", args=[declaration.pk])
    assert "A trustee." in page_of(client.get(url))
    client.post(url)
    assert not Declaration.objects.exists()


def test_an_interest_is_in_an_item_of_the_meeting(officer, client_of):
    url = reverse("meetings:add_declaration", args=[MeetingFactory().pk])
    typed = {"name": "Ruth", "interest": "A trustee.", "item": AgendaItemFactory().pk}
    assert client_of(officer).post(url, typed).status_code == 200
    assert not Declaration.objects.exists()

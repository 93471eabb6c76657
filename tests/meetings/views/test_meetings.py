"""The calendar, a meeting's page and attendance, as people use them."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from meetings.models import Meeting
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    PackFactory,
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


@pytest.mark.parametrize(("state", "queries"), [("planned", 15), ("in progress", 18)])
@pytest.mark.parametrize("rows", [1, 3])
def test_a_meeting_costs_the_same_for_more(
    clerk, client_of, rows, state, queries, django_assert_num_queries
):
    meeting = MeetingFactory(state=state)
    for _ in range(rows):
        PaperFactory(item=AgendaItemFactory(meeting=meeting))
        AttendanceFactory(meeting=meeting)
        PackFactory(meeting=meeting, state="failed", failure="Why")
    client = client_of(clerk)
    with django_assert_num_queries(queries):
        client.get(meeting.get_absolute_url())

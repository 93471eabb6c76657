"""Interests declared, as officers record them."""

from django.urls import reverse

from meetings.models import Declaration
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    DeclarationFactory,
    MeetingFactory,
)


def page_of(response):
    return " ".join(response.content.decode().split())


def test_an_interest_is_declared_changed_and_taken_back(officer, client_of):
    item, client = AgendaItemFactory(), client_of(officer)
    AttendanceFactory(meeting=item.meeting, name="Ruth")
    url = reverse("meetings:add_declaration", args=[item.meeting_id])
    typed = {"name": "Ruth", "interest": "A trustee.", "withdrew": "on"}
    assert "Choose the item that they left" in page_of(client.post(url, typed))
    client.post(url, {**typed, "item": item.pk})
    declaration = Declaration.objects.get()
    assert declaration.history.get().history_user == officer
    attendance = reverse("meetings:attendance", args=[item.meeting_id])
    said = "Item 1: Ruth declared an interest: A trustee. They left the meeting for the item."
    assert said in page_of(client.get(attendance))
    url = reverse("meetings:edit_declaration", args=[declaration.pk])
    seen = client.get(url).context["form"].initial["seen"]
    client.post(url, {"name": "Ruth", "interest": "A governor.", "seen": seen})
    assert "Ruth declared an interest: A governor." in page_of(client.get(attendance))
    url = reverse("meetings:delete_declaration", args=[declaration.pk])
    assert "A governor." in page_of(client.get(url))
    client.post(url)
    assert not Declaration.objects.exists()


def test_an_interest_is_in_an_item_of_the_meeting(officer, client_of):
    meeting = AttendanceFactory(name="Ruth").meeting
    url = reverse("meetings:add_declaration", args=[meeting.pk])
    typed = {"name": "Ruth", "interest": "A trustee.", "item": AgendaItemFactory().pk}
    assert client_of(officer).post(url, typed).status_code == 200
    assert not Declaration.objects.exists()


def test_that_someone_left_is_said_once(officer, client_of):
    item = AgendaItemFactory(meeting=MeetingFactory())
    DeclarationFactory(
        meeting=item.meeting, item=item, interest="He left the meeting.", withdrew=True
    )
    for name in ("detail", "attendance", "minutes"):
        url = reverse(f"meetings:{name}", args=[item.meeting_id])
        page = page_of(client_of(officer).get(url))
        assert page.count("left the meeting") == 1

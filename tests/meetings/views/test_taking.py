"""The page of minute-taking where no scripts run: one form for all that is typed."""

import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from meetings.models import Meeting, MinuteEntry
from pcp_scrutiny import history
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, MinuteEntryFactory

pytestmark = pytest.mark.django_db
ROW = re.compile(r'name="row" value="([0-9a-f-]{36}/\d+/\d*)"')


@pytest.fixture
def item(db):
    return AgendaItemFactory(meeting=MeetingFactory(state="in progress"))


@pytest.fixture
def address(item):
    return reverse("meetings:take", args=[item.meeting_id])


def page_of(response):
    return " ".join(response.content.decode().split())


def form_of(client, address):
    """The page's rows in their order, each by the start of its fields' names."""
    return {name.split("/")[0]: name for name in ROW.findall(page_of(client.get(address)))}


def sent(rows, **texts):
    return {"row": list(rows.values()), **{f"{uid}-text": text for uid, text in texts.items()}}


def test_page_says_how_many_entries_were_saved(client_of, officer, item, address):
    client = client_of(officer)
    rows = form_of(client, address)
    first, second = rows
    response = client.post(address, sent(rows, **{first: "One.", second: "Two."}), follow=True)
    assert response.redirect_chain == [(address, 302)]
    assert "Saved: 2 entries." in page_of(response)
    assert list(item.entries.order_by("position").values_list("text", flat=True)) == [
        "One.",
        "Two.",
    ]


def test_button_pressed_twice_minutes_once(client_of, officer, item, address):
    client = client_of(officer)
    rows = form_of(client, address)
    typed = sent(rows, **{next(iter(rows)): "Said once."})
    for _ in range(2):
        assert client.post(address, typed).status_code == 302
    assert item.entries.get().text == "Said once."


def test_nothing_typed_changes_nothing(client_of, officer, item, address):
    client = client_of(officer)
    response = client.post(address, sent(form_of(client, address)), follow=True)
    assert "Nothing was changed." in page_of(response)


def test_errors_are_said_in_words_and_typing_is_kept(client_of, officer, clerk, item, address):
    entry = MinuteEntryFactory(item=item)
    client = client_of(officer)
    rows = form_of(client, address)
    uid, spare, *_ = rows
    entry.text = "The clerk's words."
    history.save(entry, by=clerk, why="Test")
    page = page_of(client.post(address, sent(rows, **{uid: "My words.", spare: "Also mine."})))
    assert "<title>Error: Take minutes" in page
    assert "There is a problem" in page
    assert f'href="#text-{uid}"' in page
    assert f"{clerk} changed this entry after you opened the page." in page
    assert f'aria-describedby="error-{uid}"' in page
    assert ">My words.</textarea>" in page
    assert "Discussion: The clerk&#x27;s words." in page
    assert "Saved: 1 entry. The rest was not." in page
    assert set(item.entries.values_list("text", flat=True)) == {"The clerk's words.", "Also mine."}


def test_members_neither_read_nor_send_it(client_of, member, item, address):
    client = client_of(member)
    assert client.get(address).status_code == 403
    typed = {"row": f"3f0c7f3e-2c44-4f8a-8d6f-0a9d8d0f3b11/{item.pk}/"}
    assert client.post(address, typed).status_code == 403
    assert not MinuteEntry.objects.exists()


def test_approved_minutes_are_not_typed_in(client_of, officer, item, address):
    client = client_of(officer)
    rows = form_of(client, address)
    Meeting.objects.filter(pk=item.meeting_id).update(
        state=Meeting.State.APPROVED_MINUTES, approved_at=datetime(2026, 12, 4, tzinfo=UTC)
    )
    assert "Words that were not saved" in page_of(client.get(address))
    assert client.post(address, sent(rows, **{next(iter(rows)): "Late."})).status_code == 403
    assert not MinuteEntry.objects.exists()


def test_meeting_without_an_agenda_leads_to_adding_an_item(client_of, officer):
    meeting = MeetingFactory(state="in progress")
    page = page_of(client_of(officer).get(reverse("meetings:take", args=[meeting.pk])))
    assert reverse("meetings:add_item", args=[meeting.pk]) in page
    assert "<textarea" not in page

"""The pages on which the public is excluded and let in again."""

import pytest
from django.urls import reverse

from meetings import actions
from meetings.models import Exclusion, MinuteEntry
from pcp_scrutiny import history
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, MinuteEntryFactory


def page_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def item(db):
    return AgendaItemFactory(meeting=MeetingFactory(state="in progress"), title="A contract")


@pytest.fixture
def private(item, officer) -> MinuteEntry:
    """A resolution with a minute after it that is private."""
    entry = actions.minute_exclusion(item, text="They leave.", paragraph=3, by=officer)
    actions.add_entry(MinuteEntry(item=item, text="The price is high."), by=officer)
    return entry


def exclusion_page(entry):
    return reverse("meetings:exclusion", args=[entry.pk])


def typed(entry, **fields):
    there = Exclusion.objects.get(entry=entry)
    return {"paragraph": there.paragraph, "seen": history.stamp(there), **fields}


def test_words_are_offered_before_anything_is_minuted(item, officer, client_of):
    address = reverse("meetings:exclude", args=[item.pk])
    client = client_of(officer)
    page = page_of(client.post(address, {"paragraph": "3", "business": "The contract"}))
    assert "section 100A(4) of the Local Government Act 1972" in page
    assert "“The contract”" in page
    assert "paragraph 3 of Part 1 of Schedule 12A" in page
    assert not MinuteEntry.objects.exists()
    words = {"paragraph": "3", "business": "The contract", "text": "That the public leave."}
    client.post(address, words)
    entry = MinuteEntry.objects.get()
    assert (entry.kind, entry.text) == ("resolution", "That the public leave.")
    assert entry.exclusion.paragraph == 3


def test_a_paragraph_has_to_be_chosen(item, officer, client_of):
    address = reverse("meetings:exclude", args=[item.pk])
    page = page_of(client_of(officer).post(address, {"business": "x", "text": "They leave."}))
    assert "Select the paragraph under which the public is excluded" in page
    assert "They leave." in page


def test_the_minutes_lead_to_it_and_back_in(private, item, officer, member, client_of):
    minutes = reverse("meetings:minutes", args=[item.meeting_id])
    readmit = reverse("meetings:readmit", args=[item.pk])
    page = page_of(client_of(officer).get(minutes))
    assert readmit in page
    assert exclusion_page(private) in page
    assert exclusion_page(private) not in page_of(client_of(member).get(minutes))
    client_of(officer).post(readmit, {"text": "They came back."})
    assert Exclusion.objects.get().until.text == "They came back."
    assert reverse("meetings:exclude", args=[item.pk]) in page_of(client_of(officer).get(minutes))


def test_letting_them_in_before_private_minutes_asks_why(private, item, officer, client_of):
    later = AgendaItemFactory(meeting=item.meeting)
    actions.add_entry(MinuteEntry(item=later, text="The offer is low."), by=officer)
    client, address = client_of(officer), reverse("meetings:readmit", args=[item.pk])
    assert "Why may it become public?" not in page_of(client.get(address))
    page = page_of(client.post(address, {"text": "They came back."}))
    assert "1 minute under item 2" in page
    assert "Why may it become public?" in page
    assert not Exclusion.objects.exclude(until=None).exists()
    client.post(address, {"text": "They came back.", "because": "It was announced."})
    assert Exclusion.objects.get().until.text == "They came back."
    assert not later.entries.get().restricted_under


def test_pages_say_since_when_the_public_is_out(private, item, officer, client_of):
    AgendaItemFactory(meeting=item.meeting)
    client, minutes = client_of(officer), reverse("meetings:minutes", args=[item.meeting_id])
    said = "The public is out since minute 1.1."
    assert said in page_of(client.get(item.meeting.get_absolute_url()))
    assert page_of(client.get(minutes)).count(said) == 2
    actions.minute_readmission(item, text="They came back.", by=officer)
    assert said not in page_of(client.get(minutes))


def test_nobody_is_let_in_who_is_not_out(item, officer, client_of):
    address = reverse("meetings:readmit", args=[item.pk])
    page = page_of(client_of(officer).post(address, {"text": "They came back."}))
    assert "was not out of the meeting" in page
    assert not MinuteEntry.objects.exists()


def test_taking_it_back_asks_why(private, officer, client_of):
    client, address = client_of(officer), exclusion_page(private)
    page = page_of(client.post(address, typed(private, then="take back")))
    assert "This would make public what was minuted in private: 1 minute under item 1." in page
    assert Exclusion.objects.exists()
    why = typed(private, then="take back", because="It was known.")
    client.post(address, why)
    assert not Exclusion.objects.exists()
    assert MinuteEntry.objects.public().count() == 2


def test_its_end_is_put_right(private, item, officer, client_of):
    later = actions.add_entry(MinuteEntry(item=item, text="They came back."), by=officer)
    client, address = client_of(officer), exclusion_page(private)
    assert "They came back." in page_of(client.get(address))
    page = page_of(client.post(address, typed(private, until=later.pk)))
    assert "This would make public" in page
    client.post(address, typed(private, until=later.pk, because="As it was."))
    assert Exclusion.objects.get().until == later


def test_two_who_put_it_right_lose_neither(private, officer, clerk, client_of):
    address, stale = exclusion_page(private), typed(private, paragraph="1")
    client_of(clerk).post(address, typed(private, paragraph="7"))
    page = page_of(client_of(officer).post(address, stale))
    assert "Nothing has been overwritten" in page
    assert Exclusion.objects.get().paragraph == 7


def test_an_entry_that_excludes_nobody_has_no_such_page(officer, client_of):
    entry = MinuteEntryFactory()
    assert client_of(officer).get(exclusion_page(entry)).status_code == 404


@pytest.mark.parametrize("name", ["exclude", "readmit"])
def test_members_exclude_nobody(item, member, client_of, name):
    address = reverse(f"meetings:{name}", args=[item.pk])
    assert client_of(member).post(address, {"text": "x"}).status_code == 403

"""Bringing in minutes that were written elsewhere, as an officer or the clerk does it."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from meetings.models import Action, AgendaItem, Exclusion, Meeting, MinuteEntry
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, MinuteEntryFactory

ADD, CHECK = reverse("meetings:bring_in"), reverse("meetings:check_read")
MINUTES = """Westbrook Police and Crime Panel
Minutes of the meeting held at the Corn Exchange on 9 March 2023 at 10.30 am

12/23 Apologies for absence

Councillor Hale sent apologies.

13/23 Road Safety

The Commissioner undertook to provide the survey dates.

RESOLVED:

(a) That the report be noted.

(b) That the public be excluded from the meeting for the next item.

14/23 Personnel

The Panel received a report.
"""
HELD = datetime(2023, 3, 9, 10, 30, tzinfo=UTC)


def page_of(response):
    return " ".join(response.content.decode().split())


def send_in(client, text=MINUTES):
    response = client.post(ADD, {"pasted": text})
    assert response.status_code == 302, page_of(response)
    return response["Location"]


def fields_of(response, **changed):
    """What the page would send as it stands."""
    forms, data = response.context["forms"], {}
    for form in (forms.meeting, forms.items.management_form, forms.entries.management_form):
        data |= {field.html_name: field.value() for field in form}
    for form in (*forms.items, *forms.entries):
        data |= {field.html_name: field.value() for field in form}
    day = data.pop("held_on", None)
    if day:
        data |= {"held_on_day": day.day, "held_on_month": day.month, "held_on_year": day.year}
    for form in forms.entries:
        if form.fields.get("excludes") and form["excludes"].value() is None:
            data[form["excludes"].html_name] = "1"
    said = {key: value for key, value in data.items() if value is not None and value is not False}
    return said | changed


def confirm(client, text=MINUTES, **changed):
    address = send_in(client, text)
    return client.post(address, fields_of(client.get(address), **changed))


def test_what_was_read_stands_beside_the_document(clerk, client_of):
    client = client_of(clerk)
    page = page_of(client.get(send_in(client)))
    assert "3 items with 5 entries were read" in page
    assert "Westbrook Police and Crime Panel" in page
    assert "Corn Exchange" in page
    assert "10:30am" in page
    assert "Entry 2: (a)" in page
    assert not Meeting.objects.exists()


def test_after_the_public_was_excluded_an_item_is_marked(clerk, client_of):
    client = client_of(clerk)
    page = page_of(client.get(send_in(client)))
    assert "The public was excluded before this item" in page


def test_confirming_records_the_meeting_its_items_and_entries(officer, client_of):
    response = confirm(client_of(officer))
    meeting = Meeting.objects.get()
    assert response["Location"] == reverse("meetings:minutes", args=[meeting.pk])
    assert (meeting.title, meeting.venue) == (
        "Westbrook Police and Crime Panel",
        "the Corn Exchange",
    )
    assert meeting.starts_at == HELD
    titles = list(meeting.items.order_by("position").values_list("title", flat=True))
    assert titles == ["Apologies for absence", "Road Safety", "Personnel"]
    kinds = list(
        MinuteEntry.objects.filter(item__title="Road Safety")
        .order_by("position")
        .values_list("kind", "text")
    )
    assert kinds == [
        ("undertaking", "The Commissioner undertook to provide the survey dates."),
        ("resolution", "That the report be noted."),
        ("resolution", "That the public be excluded from the meeting for the next item."),
    ]
    assert Action.objects.get().entry.kind == "undertaking"


PRIVATE = """Westbrook Police and Crime Panel
Minutes of the meeting held at the Corn Exchange on 9 March 2023 at 10.30 am

13/23 Road Safety

RESOLVED:

(a) That the public be excluded under paragraph 3 of Schedule 12A.

(b) That the price be paid.

14/23 Personnel

The Panel received a report.

The press and public returned to the meeting.

15/23 Close

The Panel thanked everyone.
"""


def public_texts() -> list[str]:
    entries = MinuteEntry.objects.public().order_by("item__position", "position")
    return list(entries.values_list("text", flat=True))


def test_what_was_minuted_in_private_is_withheld(officer, client_of):
    confirm(client_of(officer), PRIVATE)
    exclusion = Exclusion.objects.get()
    assert exclusion.paragraph == 3
    assert exclusion.until.text == "The press and public returned to the meeting."
    assert public_texts() == [
        "That the public be excluded under paragraph 3 of Schedule 12A.",
        "The press and public returned to the meeting.",
        "The Panel thanked everyone.",
    ]


def test_the_officer_may_say_that_the_public_stayed(officer, client_of):
    confirm(client_of(officer), PRIVATE, **{"entry-0-excludes": "0"})
    assert not Exclusion.objects.exists()
    assert len(public_texts()) == 5


def test_a_paragraph_that_is_not_named_is_asked_for(officer, client_of):
    response = confirm(client_of(officer), **{"entry-3-excludes": ""})
    assert "Select the paragraph under which the public was excluded" in page_of(response)
    assert not Meeting.objects.exists()


def test_an_agenda_in_another_order_than_private_minutes_is_refused(officer, client_of):
    meeting = MeetingFactory(starts_at=HELD)
    for title in ("Personnel", "Road Safety"):
        AgendaItemFactory(meeting=meeting, title=title)
    assert "in another order than the minutes" in page_of(confirm(client_of(officer), PRIVATE))
    assert not MinuteEntry.objects.exists()


def test_what_was_corrected_and_left_out_is_what_is_recorded(officer, client_of):
    confirm(
        client_of(officer),
        **{
            "item-0-leave_out": "on",
            "item-2-restricted_under": "1",
            "entry-1-kind": "discussion",
            "entry-1-text": "The Commissioner said when the survey was.",
            "entry-2-leave_out": "on",
        },
    )
    assert set(AgendaItem.objects.values_list("title", "restricted_under")) == {
        ("Road Safety", None),
        ("Personnel", 1),
    }
    said = MinuteEntry.objects.filter(item__title="Road Safety").order_by("position")
    assert [entry.text for entry in said] == [
        "The Commissioner said when the survey was.",
        "That the public be excluded from the meeting for the next item.",
    ]
    assert MinuteEntry.objects.get(item__title="Personnel").restricted_under == 1


def test_a_meeting_of_the_calendar_keeps_its_agenda(officer, client_of):
    meeting = MeetingFactory(starts_at=HELD, title="The March meeting")
    there = AgendaItemFactory(meeting=meeting, title="ROAD SAFETY")
    confirm(client_of(officer))
    assert Meeting.objects.get() == meeting
    assert there.entries.count() == 3
    assert list(meeting.items.order_by("position").values_list("number", "title")) == [
        ("1", "Apologies for absence"),
        ("2", "ROAD SAFETY"),
        ("3", "Personnel"),
    ]


def test_minutes_on_record_are_not_overwritten(officer, client_of):
    client = client_of(officer)
    meeting = MeetingFactory(starts_at=HELD)
    address = send_in(client)
    sent = fields_of(client.get(address))
    assert sent["choice"] == str(meeting.pk)
    MinuteEntryFactory(item=AgendaItemFactory(meeting=meeting))
    page = page_of(client.post(address, sent))
    assert "Select a meeting that has no minutes on record yet" in page
    assert "has minutes already, and they will not be overwritten" in page
    assert MinuteEntry.objects.count() == 1


def test_the_same_minutes_confirmed_twice_are_recorded_once(officer, client_of):
    client = client_of(officer)
    address = send_in(client)
    sent = fields_of(client.get(address))
    client.post(address, sent)
    again = client.post(address, sent)
    assert again.status_code == 404
    assert "no longer waiting" in page_of(again)
    assert MinuteEntry.objects.count() == 5


def test_a_meeting_that_is_in_the_calendar_is_not_added_again(officer, client_of):
    MeetingFactory(starts_at=HELD, title="Westbrook Police and Crime Panel")
    response = confirm(client_of(officer), choice="new")
    assert "in the calendar already" in page_of(response)
    assert not MinuteEntry.objects.exists()


def test_what_is_missing_is_said_and_the_typing_kept(officer, client_of):
    response = confirm(
        client_of(officer),
        **{
            "venue": "",
            "item-1-title": "",
            "entry-0-text": "",
            "entry-1-text": "Kept as typed",
            "held_on_year": "2999",
        },
    )
    page = page_of(response)
    assert "Enter where the meeting was held" in page
    assert "Enter the title of the item, or leave it out" in page
    assert "Enter the words of the entry, or leave it out" in page
    assert "Kept as typed" in page
    assert not Meeting.objects.exists()


def test_a_meeting_to_come_has_no_minutes(officer, client_of):
    response = confirm(client_of(officer), held_on_year="2999")
    assert "its date is to come" in page_of(response)


def test_what_is_left_out_altogether_records_nothing(officer, client_of):
    left = {f"item-{place}-leave_out": "on" for place in range(3)}
    assert "Nothing is left to record" in page_of(confirm(client_of(officer), **left))
    assert not Meeting.objects.exists()


def test_an_exempt_item_does_not_go_under_an_open_one(officer, client_of):
    meeting = MeetingFactory(starts_at=HELD)
    AgendaItemFactory(meeting=meeting, title="Personnel")
    response = confirm(client_of(officer), **{"item-2-restricted_under": "1"})
    assert "is open to the public on the agenda" in page_of(response)
    assert not MinuteEntry.objects.exists()


def test_what_is_no_minutes_offers_nothing_to_record(officer, client_of):
    client = client_of(officer)
    letter = "Dear Councillor Vane,\n\nThank you. I accept this.\n\nYours sincerely,\n\nD Rudd"
    page = page_of(client.get(send_in(client, letter)))
    assert "does not look like minutes" in page
    assert "Record these minutes" not in page


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(officer, client_of):
    assert "There is no text" in page_of(client_of(officer).post(ADD, {"pasted": "\u200b"}))


def test_minutes_are_held_for_the_one_who_sent_them_in(officer, clerk, client_of):
    address = send_in(client_of(officer))
    assert client_of(clerk).get(address).status_code == 404


@pytest.mark.parametrize("who", ["member", "chair", "administrator", "nobody"])
@pytest.mark.parametrize("address", [ADD, CHECK])
def test_others_bring_no_minutes_in(who, address, client_of, request):
    client = client_of(request.getfixturevalue(who))
    assert client.get(address).status_code == 403
    assert client.post(address, {"pasted": MINUTES}).status_code == 403

"""Adding standing items, and copying those of the last agenda."""

from django.urls import reverse

from tests.factories.meetings import AgendaItemFactory, MeetingFactory


def page_of(response):
    return " ".join(response.content.decode().split())


def test_those_that_are_missing_are_offered(clerk, client_of):
    meeting = AgendaItemFactory(standing="apologies").meeting
    url = reverse("meetings:standing_items", args=[meeting.pk])
    client = client_of(clerk)
    page = page_of(client.get(url))
    assert "Urgent business" in page
    assert 'value="apologies"' not in page
    response = client.post(url, {"kinds": ["urgent", "declarations"]}, follow=True)
    assert "2 standing items have been added to the agenda." in page_of(response)
    assert [item.standing for item in meeting.items.all()] == [
        "apologies",
        "declarations",
        "urgent",
    ]


def test_none_chosen_is_said(clerk, client_of):
    url = reverse("meetings:standing_items", args=[MeetingFactory().pk])
    assert "Select at least one standing item" in page_of(client_of(clerk).post(url, {"once": ""}))


def test_those_of_the_last_agenda_are_copied_once(clerk, client_of):
    last = MeetingFactory(starts_at="2026-06-12T10:00Z")
    AgendaItemFactory(meeting=last, standing="minutes", title="Minutes of 12 March 2026")
    AgendaItemFactory(meeting=last, standing="next meeting", title="Next: 4 September 2026")
    AgendaItemFactory(meeting=last, standing="urgent", title="Secret", restricted_under=1)
    meeting, client = MeetingFactory(), client_of(clerk)
    page = page_of(client.get(reverse("meetings:standing_items", args=[meeting.pk])))
    assert "Minutes of the meeting held on 12 June 2026" in page
    assert "Secret" not in page
    url = reverse("meetings:copy_standing_items", args=[meeting.pk])
    page = page_of(client.post(url, follow=True))
    assert "2 standing items have been copied from the last agenda. Check their words" in page
    assert "Not copied, because it was exempt on the last agenda: Urgent business." in page
    client.post(url)
    assert [item.title for item in meeting.items.all()] == [
        "Minutes of the meeting held on 12 June 2026",
        "Next: 4 September 2026",
    ]


def test_minutes_dated_wrongly_are_put_right(clerk, client_of):
    MeetingFactory(starts_at="2026-06-12T10:00Z")
    meeting = AgendaItemFactory(standing="minutes", title="Minutes of 12 March 2026").meeting
    page = page_of(client_of(clerk).get(reverse("meetings:standing_items", args=[meeting.pk])))
    url = reverse("meetings:date_minutes", args=[meeting.pk])
    assert url in page
    page = page_of(client_of(clerk).post(url, follow=True))
    assert "Minutes of the meeting held on 12 June 2026" in page


def test_nothing_to_copy_is_said(clerk, client_of):
    url = reverse("meetings:copy_standing_items", args=[MeetingFactory().pk])
    page = page_of(client_of(clerk).post(url, follow=True))
    assert "No earlier agenda has standing items." in page

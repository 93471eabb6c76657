"""Building the agenda, as clerks do."""

from django.urls import reverse

from meetings.models import AgendaItem
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, MinuteEntryFactory


def page_of(response):
    return " ".join(response.content.decode().split())


def test_an_item_is_added_and_found_again(clerk, client_of):
    meeting = MeetingFactory()
    url = reverse("meetings:add_item", args=[meeting.pk])
    response = client_of(clerk).post(url, {"title": "Complaints", "restricted_under": "1"})
    item = AgendaItem.objects.get()
    assert response.url == f"/meetings/{meeting.pk}/#item-{item.pk}"
    page = page_of(client_of(clerk).get(meeting.get_absolute_url()))
    assert "1. Complaints" in page
    assert "Not for publication: paragraph 1" in page


def test_an_item_is_changed(clerk, client_of):
    item = AgendaItemFactory()
    url = reverse("meetings:edit_item", args=[item.pk])
    client = client_of(clerk)
    seen = client.get(url).context["form"].initial["seen"]
    client.post(url, {"title": "Renamed", "seen": seen})
    assert AgendaItem.objects.get().title == "Renamed"


def test_a_part_is_added_after_the_others(clerk, client_of):
    item = AgendaItemFactory()
    AgendaItemFactory(meeting=item.meeting, is_part=True)
    AgendaItemFactory(meeting=item.meeting, title="The next")
    url = reverse("meetings:add_item", args=[item.meeting_id])
    form = client_of(clerk).get(f"{url}?after={item.pk}&part").context["form"]
    typed = {"title": "New", "place": form.initial["place"], "is_part": "on"}
    client_of(clerk).post(f"{url}?after={item.pk}&part", typed)
    assert AgendaItem.objects.get(title="New").number == "1b"


def test_items_are_moved_by_buttons(clerk, client_of):
    first = AgendaItemFactory()
    second = AgendaItemFactory(meeting=first.meeting)
    client = client_of(clerk)
    client.post(reverse("meetings:move_item", args=[second.pk]), {"direction": "up"})
    assert list(first.meeting.items.all()) == [second, first]
    client.post(reverse("meetings:move_item", args=[second.pk]), {"direction": "down"})
    assert list(first.meeting.items.all()) == [first, second]


def test_the_ends_of_the_agenda_have_one_button(clerk, client_of):
    first = AgendaItemFactory()
    url = first.meeting.get_absolute_url()
    assert "Move" not in page_of(client_of(clerk).get(url))
    AgendaItemFactory(meeting=first.meeting)
    page = page_of(client_of(clerk).get(url))
    assert (page.count(">Move up"), page.count(">Move down")) == (1, 1)


def test_an_item_is_taken_off_after_asking(clerk, client_of):
    item = AgendaItemFactory()
    url = reverse("meetings:delete_item", args=[item.pk])
    assert f"Take item 1, {item.title}, off the agenda" in page_of(client_of(clerk).get(url))
    client_of(clerk).post(url)
    assert not AgendaItem.objects.exists()


def test_an_item_with_minutes_stays(clerk, client_of):
    item = MinuteEntryFactory().item
    response = client_of(clerk).post(reverse("meetings:delete_item", args=[item.pk]), follow=True)
    assert "Remove those first" in page_of(response)
    assert AgendaItem.objects.exists()

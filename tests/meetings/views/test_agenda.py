"""Building the agenda, as clerks do."""

import pytest
from django.urls import reverse

from meetings.models import AgendaItem, Paper
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PaperFactory,
)


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


def test_a_written_paper_is_added_and_read(clerk, member, client_of):
    item = AgendaItemFactory()
    typed = {"kind": "written", "label": "Paper B", "title": "Costs", "text": "# Why\n\n- one"}
    client_of(clerk).post(reverse("meetings:add_paper", args=[item.pk]), typed)
    paper = Paper.objects.get()
    page = page_of(client_of(member).get(paper.get_absolute_url()))
    assert "Paper B: Costs" in page
    assert '<h2 class="govuk-heading-m">Why</h2>' in page


def test_the_kind_of_a_paper_is_asked_first(clerk, client_of):
    item = AgendaItemFactory()
    url, client = reverse("meetings:add_paper", args=[item.pk]), client_of(clerk)
    page = page_of(client.get(url))
    assert "What kind of paper is it?" in page
    assert 'name="title"' not in page
    page = page_of(client.get(url, {"kind": "analysis"}))
    assert "Officers’ analysis of a revised plan" in page
    assert 'name="version"' in page
    assert 'name="text"' not in page


@pytest.mark.parametrize("asked", [{"kind": ""}, {"kind": "no such kind"}])
def test_no_kind_of_paper_is_asked_again(clerk, client_of, asked):
    paper = PaperFactory()
    for url in (
        reverse("meetings:add_paper", args=[paper.item_id]),
        reverse("meetings:edit_paper", args=[paper.pk]),
    ):
        assert "There is a problem" in page_of(client_of(clerk).get(url, asked))


def test_a_paper_can_become_one_of_another_kind(clerk, client_of):
    paper, client = PaperFactory(text=""), client_of(clerk)
    url = reverse("meetings:edit_paper", args=[paper.pk])
    assert "What kind of paper is it?" in page_of(client.get(url, {"choose": ""}))
    page = client.get(url, {"kind": "tracker"})
    seen = page.context["form"].initial["seen"]
    client.post(url, {"kind": "tracker", "title": "", "seen": seen})
    paper.refresh_from_db()
    assert (paper.kind, paper.title) == ("tracker", "Recommendation tracker")


def test_minutes_as_a_paper_are_read_where_they_are(clerk, member, client_of):
    item = AgendaItemFactory()
    earlier = MeetingFactory(starts_at="2026-06-12T10:00Z", state="draft minutes")
    typed = {"kind": "minutes", "label": "Paper A", "minutes_of": earlier.pk}
    client_of(clerk).post(reverse("meetings:add_paper", args=[item.pk]), typed)
    paper = Paper.objects.get()
    assert paper.title == "Minutes of the meeting held on 12 June 2026"
    response = client_of(member).get(paper.get_absolute_url())
    assert response.url == reverse("meetings:minutes", args=[earlier.pk])


def test_a_paper_that_is_only_printed_leads_to_its_item(member, client_of):
    paper = PaperFactory(kind="no such kind")
    response = client_of(member).get(paper.get_absolute_url())
    assert response.url == paper.item.get_absolute_url()


def test_a_restricted_paper_says_so_where_it_is_read(member, client_of):
    paper = PaperFactory(item__restricted_under=7)
    page = page_of(client_of(member).get(paper.get_absolute_url()))
    assert "Not for publication: paragraph 7" in page


def test_a_paper_is_changed_and_removed(clerk, client_of):
    paper, client = PaperFactory(), client_of(clerk)
    url = reverse("meetings:edit_paper", args=[paper.pk])
    seen = client.get(url).context["form"].initial["seen"]
    client.post(url, {"kind": "written", "title": "New title", "text": "x", "seen": seen})
    assert Paper.objects.get().title == "New title"
    client.post(reverse("meetings:delete_paper", args=[paper.pk]))
    assert not Paper.objects.exists()

"""Arranging the agenda without scripts, and when two do it at once."""

import pytest
from django.urls import reverse

from meetings import actions
from tests.factories.meetings import AgendaItemFactory, MeetingFactory


def page_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def agenda(db):
    meeting = MeetingFactory()
    items = [AgendaItemFactory(meeting=meeting) for _ in range(3)]
    return meeting, items, reverse("meetings:arrange_agenda", args=[meeting.pk])


def written(*items):
    return ",".join(str(item.pk) for item in items)


def test_buttons_change_nothing_until_the_order_is_saved(agenda, clerk, client_of):
    meeting, (first, second, third), url = agenda
    client = client_of(clerk)
    sent = {"seen": written(first, second, third), "order": written(first, second, third)}
    moved = client.post(url, {**sent, "move": f"{third.pk}:up"})
    assert moved.context["order"] == written(first, third, second)
    page = page_of(moved)
    assert "This order is not saved yet." in page
    assert f'value="{third.pk}:up" data-way="up" autofocus' in page
    assert list(meeting.items.all()) == [first, second, third]
    saved = client.post(url, {**sent, "order": moved.context["order"]})
    assert saved.url == f"{meeting.get_absolute_url()}#agenda"
    assert list(meeting.items.all()) == [first, third, second]


def test_a_part_is_made_and_numbered(agenda, clerk, client_of):
    _, (first, second, third), url = agenda
    sent = {"seen": written(first, second, third), "order": written(first, second, third)}
    moved = client_of(clerk).post(url, {**sent, "move": f"{second.pk}:in"})
    assert [row.number for row in moved.context["rows"]] == ["1", "1a", "2"]


def test_two_who_arrange_at_once_see_both_orders(agenda, clerk, officer, client_of):
    meeting, (first, second, third), url = agenda
    client = client_of(clerk)
    seen = client.get(url).context["seen"]
    actions.move_item(third, up=True, by=officer)
    response = client.post(url, {"seen": seen, "order": written(third, second, first)})
    page = page_of(response)
    assert f"{officer} changed the agenda after you opened this page." in page
    assert [row.item for row in response.context["rows"]] == [third, second, first]
    assert list(meeting.items.all()) == [first, third, second]
    again = {"seen": response.context["seen"], "order": response.context["order"]}
    client.post(url, again)
    assert list(meeting.items.all()) == [third, second, first]


@pytest.mark.parametrize("order", ["", "x", "1,1"])
def test_what_is_no_order_is_refused_in_words(agenda, clerk, client_of, order):
    meeting, items, url = agenda
    response = client_of(clerk).post(url, {"seen": written(*items), "order": order}, follow=True)
    assert "rrange" in page_of(response)
    assert list(meeting.items.all()) == items


def test_a_move_that_makes_no_sense_shows_the_page_again(agenda, clerk, client_of):
    _, items, url = agenda
    sent = {"seen": written(*items), "order": written(*items), "move": "x:up"}
    assert client_of(clerk).post(url, sent).context["order"] == written(*items)


def test_a_moved_item_keeps_the_keyboard(agenda, clerk, client_of):
    meeting, (first, second, _), _ = agenda
    client = client_of(clerk)
    url = reverse("meetings:move_item", args=[second.pk])
    led_to = client.post(url, {"direction": "up"}).url
    assert led_to == f"{meeting.get_absolute_url()}?moved={second.pk}&way=up"
    # It is the first now and can only go down.
    assert 'value="down" autofocus>Move down' in page_of(client.get(led_to))
    assert list(meeting.items.all())[:2] == [second, first]


@pytest.mark.parametrize("rows", [1, 3])
def test_arranging_costs_the_same_for_more(clerk, client_of, rows, django_assert_num_queries):
    meeting = MeetingFactory()
    for _ in range(rows):
        AgendaItemFactory(meeting=meeting)
    client = client_of(clerk)
    with django_assert_num_queries(5):
        client.get(reverse("meetings:arrange_agenda", args=[meeting.pk]))

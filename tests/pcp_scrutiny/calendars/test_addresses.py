"""Private addresses: made, shown once, replaced, revoked; and the feed behind them."""

import re
from datetime import UTC, date, datetime

import icalendar
import pytest
from django.urls import reverse

from pcp_scrutiny import history
from pcp_scrutiny.calendars import Event, actions, events
from pcp_scrutiny.calendars.models import CalendarAddress
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
PAGE = reverse("calendars:address")
REVOKE = reverse("calendars:revoke")


def feed(key):
    return reverse("calendars:feed", args=[key])


def make(client):
    page = client.post(PAGE)
    assert page.status_code == 200
    return re.search(r"http://127\.0\.0\.1:8000(/calendar/[\w-]+\.ics)", page.content.decode())[1]


@pytest.fixture
def one_event(monkeypatch):
    """A source with one event of its own, and no other."""
    changed = datetime(2026, 7, 1, tzinfo=UTC)
    only = Event("day-1", "A day", date(2026, 9, 1), changed, "/")
    monkeypatch.setattr(events, "sources", [lambda _on: [only]])


@pytest.mark.parametrize("persona", ["officer", "clerk", "member", "chair"])
def test_everyone_with_a_role_may_have_an_address(request, persona, client_of, one_event):
    client = client_of(request.getfixturevalue(persona))
    assert "Make my private address" in client.get(PAGE).content.decode()
    answer = client_of(None).get(make(client))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert [str(e["SUMMARY"]) for e in icalendar.Calendar.from_ical(answer.content).events] == [
        "A day"
    ]


@pytest.mark.parametrize("persona", ["nobody", "administrator"])
def test_those_without_a_role_may_have_none(request, persona, client_of):
    client = client_of(request.getfixturevalue(persona))
    assert [client.get(PAGE).status_code, client.post(PAGE).status_code] == [403, 403]
    assert client.post(REVOKE).status_code == 403
    assert not CalendarAddress.objects.exists()
    assert PAGE not in client.get(reverse("accounts:account")).content.decode()


def test_account_page_leads_to_it(client_of, member):
    assert PAGE in client_of(member).get(reverse("accounts:account")).content.decode()


def test_address_is_shown_once_and_its_key_kept_nowhere(client_of, member):
    client = client_of(member)
    address = make(client)
    key = address.removeprefix("/calendar/").removesuffix(".ics")
    assert len(key) >= 43  # 256 bits
    page = client.get(PAGE)
    assert key not in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    row = CalendarAddress.objects.values().get()
    assert key not in str(row)
    assert len(row["digest"]) == 64


def test_new_address_replaces_the_old_one(client_of, member, one_event):
    client, public = client_of(member), client_of(None)
    first, second = make(client), make(client)
    assert [public.get(first).status_code, public.get(second).status_code] == [404, 200]
    assert CalendarAddress.objects.count() == 1


def test_revoked_address_leads_nowhere(client_of, member, clerk, one_event):
    client, public = client_of(member), client_of(None)
    mine, other = make(client), make(client_of(clerk))
    page = client.post(REVOKE, follow=True).content.decode()
    assert "Your calendar address leads nowhere any more." in page
    assert [public.get(mine).status_code, public.get(other).status_code] == [404, 200]
    assert "leads nowhere any more" not in client.post(REVOKE, follow=True).content.decode()


@pytest.mark.parametrize(
    "key", ["x", "0" * 64, "é", "a" * 5000, "%2e%2e", "' OR 1=1 --"], ids=str.__len__
)
def test_unknown_address_is_not_found(client_of, member, key):
    actions.make_address(member)
    assert client_of(None).get(feed(key)).status_code == 404


def test_digest_is_no_key(client_of, member):
    actions.make_address(member)
    digest = CalendarAddress.objects.get().digest
    assert client_of(None).get(feed(digest)).status_code == 404


@pytest.mark.parametrize("field", ["is_active", "is_member"])
def test_address_of_someone_who_left_is_not_found(client_of, member, one_event, field):
    address = feed(actions.make_address(member))
    setattr(member, field, False)
    history.save(member, by=None, why="For a test")
    assert client_of(None).get(address).status_code == 404
    setattr(member, field, True)
    history.save(member, by=None, why="For a test")
    assert client_of(None).get(address).status_code == 200


def test_feed_sets_no_cookie_and_is_for_its_reader_only(client_of, member, one_event):
    answer = client_of(None).get(feed(actions.make_address(member)))
    assert not answer.cookies
    assert "private" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"


def test_feed_that_has_not_changed_is_not_sent_again(client_of, member, one_event):
    client, address = client_of(None), feed(actions.make_address(member))
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_feed_is_only_read(client_of, member):
    address = feed(actions.make_address(member))
    assert client_of(None).post(address).status_code == 405
    assert client_of(None).head(address).status_code == 200


def test_revoking_is_asked_for_with_a_post(client_of, member):
    actions.make_address(member)
    assert client_of(member).get(REVOKE).status_code == 405
    assert CalendarAddress.objects.exists()


def test_people_see_their_own_address_only(member):
    actions.make_address(UserFactory(is_member=True))
    assert not CalendarAddress.objects.visible_to(member).exists()


def test_feed_without_events_takes_few_queries(
    client_of, member, one_event, django_assert_num_queries
):
    address = feed(actions.make_address(member))
    with django_assert_num_queries(2):  # the address, the panel
        client_of(None).get(address)

"""Asking for a pack, watching it being made, downloading it."""

import hashlib

import pytest
from django.urls import reverse

from meetings import actions
from meetings.models import Pack
from tests.factories.meetings import MeetingFactory, PackFactory, PaperFactory


def page_of(response):
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("audience", ["public", "full"])
def test_a_pack_is_made_and_downloaded(
    clerk, member, client_of, audience, django_capture_on_commit_callbacks
):
    meeting = PaperFactory(item__meeting__title="Panel").item.meeting
    with django_capture_on_commit_callbacks(execute=True):
        response = client_of(clerk).post(
            reverse("meetings:make_pack", args=[meeting.pk]), {"audience": audience}
        )
    pack = Pack.objects.get()
    assert response.url == pack.get_absolute_url()
    page = client_of(member).get(response.url)
    assert pack.sha256 in page_of(page)
    assert "Refresh" not in page.headers
    file = client_of(member).get(reverse("meetings:pack_file", args=[pack.pk]))
    content = b"".join(file.streaming_content)
    assert hashlib.sha256(content).hexdigest() == pack.sha256
    assert f'filename="panel-2026-12-11-{audience}-pack.pdf"' in file["Content-Disposition"]


def test_pressing_twice_shows_the_same_pack(clerk, officer, client_of):
    url = reverse("meetings:make_pack", args=[MeetingFactory().pk])
    first = client_of(clerk).post(url, {"audience": "full"})
    assert client_of(officer).post(url, {"audience": "full"}).url == first.url


@pytest.mark.parametrize("audience", ["", "everyone"])
def test_a_pack_is_for_the_public_or_in_full(clerk, client_of, audience):
    url = reverse("meetings:make_pack", args=[MeetingFactory().pk])
    assert client_of(clerk).post(url, {"audience": audience}).status_code == 400
    assert not Pack.objects.exists()


@pytest.mark.parametrize(
    ("state", "said"), [("waiting", "waiting for its turn"), ("making", "is being made")]
)
def test_the_page_renews_itself_while_the_pack_is_made(clerk, client_of, state, said):
    response = client_of(clerk).get(PackFactory(state=state).get_absolute_url())
    assert said in page_of(response)
    assert response.headers["Refresh"] == "4"


def test_a_pack_that_failed_says_why_and_may_be_asked_for_again(clerk, member, client_of):
    pack = PackFactory()
    actions.fail_pack(pack.pk, reason="Paper B has no text yet.")
    page = page_of(client_of(clerk).get(pack.get_absolute_url()))
    assert "Paper B has no text yet." in page
    assert "Make it again" in page
    assert "Make it again" not in page_of(client_of(member).get(pack.get_absolute_url()))


def test_only_clerks_and_officers_see_the_buttons(clerk, member, client_of):
    url = PaperFactory().item.meeting.get_absolute_url()
    assert "Make the public pack" in page_of(client_of(clerk).get(url))
    assert "Make the public pack" not in page_of(client_of(member).get(url))

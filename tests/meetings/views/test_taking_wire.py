"""The minute-taking screen's script and the server: JSON both ways."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse

from meetings.actions.exclusion import exclude_public
from meetings.models import MinuteEntry, Vote
from pcp_scrutiny import history
from tests.factories.meetings import AgendaItemFactory, MinuteEntryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(db):
    return AgendaItemFactory()


@pytest.fixture
def save(item):
    """Send changes as a person does."""

    def send(client, *changes, body=None):
        sent = body if body is not None else json.dumps({"changes": changes})
        url = reverse("meetings:take_save", args=[item.meeting_id])
        return client.post(url, sent, content_type="application/json")

    return send


@pytest.fixture
def since(item):
    def ask(client, cursor):
        url = reverse("meetings:take_since", args=[item.meeting_id])
        return client.get(url, {"cursor": cursor}).json()

    return ask


def test_what_is_typed_is_saved_and_sent_to_the_others(
    client_of, officer, clerk, item, save, since
):
    here, there = client_of(officer), client_of(clerk)
    uid = str(uuid4())
    answer = save(here, {"uid": uid, "item": item.pk, "text": "Noted para 4.", "kind": "advice"})
    [result] = answer.json()["results"]
    assert (result["status"], result["entry"]["text"]) == ("saved", "Noted para 4.")
    found = since(there, 0)
    assert found["entries"] == [result["entry"]]
    assert found["order"] == {str(item.pk): [uid]}
    assert found["entries"][0]["who"] == str(officer)
    assert found["entries"][0]["seen"] == history.stamp(MinuteEntry.objects.get())
    nothing = since(there, found["cursor"])
    assert (nothing["entries"], nothing["cursor"]) == ([], found["cursor"])
    save(here, {"uid": uid, "item": item.pk, "remove": True, "seen": result["entry"]["seen"]})
    gone = since(there, found["cursor"])
    assert (gone["entries"], gone["removed"]) == ([], [uid])
    assert gone["order"] == {str(item.pk): []}


def test_one_refusal_does_not_keep_the_rest(client_of, officer, item, save):
    changes = [
        {"uid": str(uuid4()), "item": item.pk, "text": ""},
        {"uid": str(uuid4()), "item": item.pk, "text": "Kept."},
    ]
    refused, kept = save(client_of(officer), *changes).json()["results"]
    assert (refused["status"], kept["status"]) == ("refused", "saved")
    assert "A minute has words" in refused["message"]
    assert refused["asks"] == ""


def test_private_matter_becomes_public_only_with_a_reason(client_of, officer, item, save):
    out = MinuteEntryFactory(item=item, kind="resolution")
    secret = MinuteEntryFactory(item=item)
    exclude_public(out, paragraph=7, by=officer)
    change = {
        "uid": str(out.uid),
        "item": item.pk,
        "kind": "resolution",
        "text": out.text,
        "excludes": None,
    }
    [refused] = save(client_of(officer), change).json()["results"]
    assert (refused["status"], refused["asks"]) == ("refused", "because")
    assert "make public" in refused["message"]
    change["because"] = "It was said in public."
    [saved] = save(client_of(officer), change).json()["results"]
    assert (saved["status"], saved["entry"]["excludes"]) == ("saved", None)
    secret.refresh_from_db()
    assert secret.restricted_under is None
    reasons = secret.history.values_list("history_change_reason", flat=True)
    assert "It was said in public." in reasons[0]


def test_other_number_of_members_for_a_veto_takes_a_reason(client_of, officer, item, save):
    entry = MinuteEntryFactory(item=item, kind="resolution")
    vote = {"votes_for": 8, "votes_against": 2, "veto_of": "precept", "membership": 11}
    change = {
        "uid": str(entry.uid),
        "item": item.pk,
        "kind": "resolution",
        "text": entry.text,
        "vote": vote,
    }
    [refused] = save(client_of(officer), change).json()["results"]
    assert (refused["status"], refused["asks"]) == ("refused", "membership_because")
    vote["membership_because"] = "One seat is empty."
    [saved] = save(client_of(officer), change).json()["results"]
    assert (saved["status"], saved["entry"]["vote"]["membership"]) == ("saved", 11)
    reasons = Vote.objects.get().history.values_list("history_change_reason", flat=True)
    assert "11 members: One seat is empty." in reasons[0]


@pytest.mark.parametrize("seen", ["²", "9" * 40])
def test_stamp_that_is_none_is_a_conflict(client_of, officer, item, save, seen):
    entry = MinuteEntryFactory(item=item)
    change = {"uid": str(entry.uid), "item": item.pk, "text": "Other.", "seen": seen}
    [result] = save(client_of(officer), change).json()["results"]
    assert result["status"] == "conflict"


def test_conflict_shows_the_other_ones_words(client_of, officer, clerk, item, save):
    entry = MinuteEntryFactory(item=item)
    change = {"uid": str(entry.uid), "item": item.pk, "seen": history.stamp(entry)}
    save(client_of(clerk), {**change, "text": "Theirs."})
    [result] = save(client_of(officer), {**change, "text": "Mine."}).json()["results"]
    assert (result["status"], result["who"]) == ("conflict", str(clerk))
    assert result["entry"]["text"] == "Theirs."


def test_what_one_typed_is_not_saved_in_the_name_of_another(client_of, officer, clerk, item, save):
    change = {"uid": str(uuid4()), "item": item.pk, "text": "Noted."}
    body = json.dumps({"changes": [change], "user": officer.pk})
    answer = save(client_of(clerk), body=body)
    assert answer.status_code == 401
    assert "not sent in their name" in answer.json()["message"]
    assert not item.entries.exists()
    assert save(client_of(officer), body=body).json()["user"] == officer.pk


@pytest.mark.parametrize("body", ["", "{", "[]", '{"changes": [{"uid": 3}]}', "[" * 100_000])
def test_what_is_no_request_is_answered_in_words(client_of, officer, save, body):
    answer = save(client_of(officer), body=body)
    assert answer.status_code == 400
    assert answer.json()["message"]


@pytest.mark.parametrize("cursor", ["", "x", "-1", "9" * 40, "²"])
def test_cursor_that_is_none_asks_for_everything(client_of, officer, item, since, cursor):
    entry = MinuteEntryFactory(item=item)
    [found] = since(client_of(officer), cursor)["entries"]
    assert found["uid"] == str(entry.uid)


def test_members_neither_minute_nor_see_the_wire(client_of, member, item, save):
    assert save(client_of(member), {"uid": str(uuid4()), "item": item.pk}).status_code == 403
    url = reverse("meetings:take_since", args=[item.meeting_id])
    assert client_of(member).get(url).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_asking_for_what_happened_takes_a_fixed_number_of_queries(
    client_of, officer, item, since, number, django_assert_num_queries
):
    client = client_of(officer)
    for _ in range(number):
        MinuteEntryFactory(item=item)
    with django_assert_num_queries(10):
        since(client, 0)

"""Asking for a pack, watching it being made, downloading it."""

import hashlib
from datetime import timedelta

import pytest
from django.urls import reverse

from meetings import actions
from meetings.models import Pack
from tests.factories.meetings import MeetingFactory, MinuteEntryFactory, PackFactory, PaperFactory
from tests.meetings.making import make


def page_of(response):
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("audience", ["public", "full"])
def test_a_pack_is_made_and_downloaded(
    clerk, client_of, audience, django_capture_on_commit_callbacks
):
    meeting = PaperFactory(item__meeting__title="Panel").item.meeting
    with django_capture_on_commit_callbacks(execute=True):
        response = client_of(clerk).post(
            reverse("meetings:make_pack", args=[meeting.pk]), {"audience": audience}
        )
    pack = Pack.objects.get()
    assert response.url == pack.get_absolute_url()
    page = client_of(clerk).get(response.url)
    assert pack.sha256 in page_of(page)
    assert "scripts/progress.js" not in page_of(page)
    assert "Out of date" not in page_of(page)
    file = client_of(clerk).get(reverse("meetings:pack_file", args=[pack.pk]))
    content = b"".join(file.streaming_content)
    assert hashlib.sha256(content).hexdigest() == pack.sha256
    assert f'filename="panel-2026-12-11-{audience}-pack.pdf"' in file["Content-Disposition"]


def test_pressing_twice_shows_the_same_pack(clerk, officer, client_of):
    url = reverse("meetings:make_pack", args=[MeetingFactory().pk])
    first = client_of(clerk).post(url, {"audience": "full"})
    assert client_of(officer).post(url, {"audience": "full"}).url == first.url


def test_one_press_asks_for_both_packs(clerk, client_of):
    meeting = MeetingFactory()
    url = reverse("meetings:make_pack", args=[meeting.pk])
    response = client_of(clerk).post(url, {"audience": "both"})
    public, full = meeting.packs.order_by("pk")
    assert (public.audience, full.audience) == ("public", "full")
    assert response.url == public.get_absolute_url()
    assert full.get_absolute_url() in page_of(client_of(clerk).get(response.url))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "for whom the pack is"),
        ({"audience": "everyone"}, "for whom the pack is"),
        ({"audience": "full", "supplement": "-1"}, "a number from 1 to 999"),
        ({"audience": "full", "supplement": "1000"}, "a number from 1 to 999"),
        ({"audience": "full", "supplement": "two"}, "a number from 1 to 999"),
        ({"audience": "full", "without": "x"}, "by its number"),
        ({"audience": "full", "without": "-1"}, "by its number"),
        ({"audience": "full", "without": "9" * 23}, "by its number"),
    ],
)
def test_what_is_wrong_with_what_is_asked_for_is_said(clerk, client_of, asked, said):
    url = reverse("meetings:make_pack", args=[MeetingFactory().pk])
    answer = client_of(clerk).post(url, asked)
    assert answer.status_code == 400
    assert said in page_of(answer)
    assert not Pack.objects.exists()


def test_a_supplement_to_nothing_is_refused_in_a_sentence(clerk, client_of):
    meeting = PaperFactory().item.meeting
    url = reverse("meetings:make_pack", args=[meeting.pk])
    page = client_of(clerk).post(url, {"audience": "both", "supplement": "1"}, follow=True)
    assert "adds to a pack that was published" in page_of(page)
    assert not Pack.objects.exists()


@pytest.mark.parametrize(
    ("state", "said"), [("waiting", "waiting for its turn"), ("making", "is being made")]
)
def test_the_page_says_how_far_the_pack_is_and_never_reloads_itself(clerk, client_of, state, said):
    response = client_of(clerk).get(PackFactory(state=state).get_absolute_url())
    page = page_of(response)
    assert said in page
    assert "Look again now" in page
    assert '<div role="status" id="pack-status" data-progress>' in page
    assert 'scripts/progress.js"' in page
    assert "Refresh" not in response.headers


def test_the_page_counts_pages_while_it_is_made(clerk, client_of):
    pack = PackFactory()
    actions.begin_pack(pack.pk)
    actions.tell_pack(pack.pk, "Paper B: Recommendation tracker", 34, 120)
    page = page_of(client_of(clerk).get(pack.get_absolute_url()))
    assert "Paper B: Recommendation tracker" in page
    assert "34 of 120 pages" in page
    assert '<progress class="app-progress" max="120" value="34"' in page


def test_a_pack_that_is_made_can_be_cancelled(clerk, member, client_of):
    pack = PackFactory()
    cancel = reverse("meetings:cancel_pack", args=[pack.pk])
    assert client_of(member).post(cancel).status_code == 404
    page = page_of(client_of(clerk).post(cancel, follow=True))
    assert "It was cancelled before it was finished." in page
    assert "Make it again" in page


def test_cancelling_too_late_says_so(clerk, client_of):
    pack = make(PaperFactory().item.meeting)
    response = client_of(clerk).post(reverse("meetings:cancel_pack", args=[pack.pk]), follow=True)
    assert "nothing to cancel" in page_of(response)


def test_a_pack_whose_maker_was_killed_is_offered_again(clerk, client_of):
    pack = PackFactory()
    long_ago = pack.asked_at - timedelta(minutes=5)
    actions.begin_pack(pack.pk, now=long_ago)
    page = page_of(client_of(clerk).get(pack.get_absolute_url()))
    assert "seems to have stopped" in page
    assert "Make it again" in page


def test_a_pack_that_failed_says_of_each_paper_why(clerk, client_of):
    paper = PaperFactory(label="Paper B", title="Costs")
    pack = PackFactory(meeting=paper.item.meeting)
    reason = {"paper": paper.pk, "reason": "It has no text yet."}
    actions.fail_pack(pack.pk, reason="1 paper could not be made.", failures=[reason])
    page = page_of(client_of(clerk).get(pack.get_absolute_url()))
    assert "1 paper could not be made." in page
    assert "It has no text yet." in page
    assert reverse("meetings:edit_paper", args=[paper.pk]) in page
    assert "Make it without this paper" in page
    assert f'<input type="hidden" name="without" value="{paper.pk}">' in page


def test_a_pack_that_failed_as_a_whole_cannot_be_made_without_its_papers(clerk, client_of):
    pack = PackFactory()
    actions.fail_pack(pack.pk, reason="There is no room left.")
    page = page_of(client_of(clerk).get(pack.get_absolute_url()))
    assert "There is no room left." in page
    assert "Make it again" in page
    assert "Make it without" not in page


def test_only_clerks_and_officers_see_the_buttons(clerk, member, client_of):
    url = PaperFactory().item.meeting.get_absolute_url()
    assert "Make the public pack" in page_of(client_of(clerk).get(url))
    assert "Make the public pack" not in page_of(client_of(member).get(url))


@pytest.fixture
def made(clerk, django_capture_on_commit_callbacks):
    """A meeting with a paper, and both its packs made."""
    paper = PaperFactory(title="Zanzibar")
    with django_capture_on_commit_callbacks(execute=True):
        public = actions.ask_for_pack(paper.item.meeting, audience="public", by=clerk)
        full = actions.ask_for_pack(paper.item.meeting, audience="full", by=clerk)
    return paper, public, full


def test_a_public_pack_is_not_handed_out_once_something_in_it_is_exempt(made, clerk, client_of):
    paper, public, _ = made
    paper.restricted_under = 3
    actions.change_paper(paper, by=clerk)
    file = reverse("meetings:pack_file", args=[public.pk])
    refused = client_of(clerk).get(file)
    assert refused.status_code == 409
    assert "This pack cannot be downloaded any more." in page_of(refused)
    assert "Make it again" in page_of(refused)
    page = page_of(client_of(clerk).get(public.get_absolute_url()))
    assert "Out of date" in page
    assert file not in page
    assert "Out of date" in page_of(client_of(clerk).get(paper.item.meeting.get_absolute_url()))


@pytest.mark.parametrize("name", ["pack", "pack_file", "read_pack"])
def test_members_know_of_a_pack_when_it_is_published(clerk, member, client_of, name):
    meeting = PaperFactory().item.meeting
    draft = make(meeting, audience="full")
    url = reverse(f"meetings:{name}", args=[draft.pk])
    assert client_of(member).get(url).status_code == 404
    assert client_of(clerk).get(url).status_code == 200
    page = page_of(client_of(member).get(meeting.get_absolute_url()))
    assert draft.get_absolute_url() not in page
    assert "No pack is published yet." in page
    actions.publish_pack(draft, by=clerk)
    assert client_of(member).get(url).status_code == 200
    assert draft.get_absolute_url() in page_of(client_of(member).get(meeting.get_absolute_url()))


def test_a_full_pack_that_is_out_of_date_warns(made, clerk, client_of):
    paper, _, full = made
    actions.remove_paper(paper, by=clerk)
    page = page_of(client_of(clerk).get(full.get_absolute_url()))
    assert "The record has changed since this pack was made." in page
    assert "Download the PDF" in page
    assert client_of(clerk).get(reverse("meetings:pack_file", args=[full.pk])).status_code == 200


def test_a_pack_stays_of_its_time_when_minutes_it_prints_change(
    clerk, client_of, django_capture_on_commit_callbacks
):
    entry = MinuteEntryFactory(item__meeting__state="draft minutes")
    paper = PaperFactory(kind="minutes", text="", minutes_of=entry.item.meeting)
    with django_capture_on_commit_callbacks(execute=True):
        pack = actions.ask_for_pack(paper.item.meeting, audience="public", by=clerk)
    file = reverse("meetings:pack_file", args=[pack.pk])
    assert client_of(clerk).get(file).status_code == 200
    entry.item.restricted_under = 1
    actions.change_item(entry.item, by=clerk)
    assert client_of(clerk).get(file).status_code == 409

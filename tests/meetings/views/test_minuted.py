"""The minutes as they are read: as cheap for many as for one, on the page and in Word; the summary
for the public and the first number."""

import pytest
from django.urls import reverse

from meetings.models import Meeting
from meetings.numbering import CONTINUOUS
from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import (
    ActionFactory,
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    MinuteEntryFactory,
    VoteFactory,
)
from tests.factories.recommendations import RecommendationFactory


def page_of(response):
    return " ".join(response.content.decode().split())


def minutes_of(meeting):
    return reverse("meetings:minutes", args=[meeting.pk])


@pytest.fixture
def continuous(db):
    panel = Panel.current()
    panel.minute_numbers = CONTINUOUS
    history.save(panel, by=None, why="For a test")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_a_member_the_same_for_more(
    member, client_of, rows, django_assert_num_queries
):
    meeting = MeetingFactory(state="in progress")
    for _ in range(rows):
        item = AgendaItemFactory(meeting=meeting)
        VoteFactory(entry__item=item)
        ActionFactory(entry__item=item)
        RecommendationFactory(raised_in__item=item)
        AttendanceFactory(meeting=meeting)
    client = client_of(member)
    client.get(minutes_of(meeting))  # from here on the browser has the token for forms
    with django_assert_num_queries(13):
        first = client.get(minutes_of(meeting))
    with django_assert_num_queries(4):
        again = client.get(minutes_of(meeting), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_a_new_entry_makes_the_page_anew(member, client_of):
    meeting = MinuteEntryFactory(item__meeting__state="in progress").item.meeting
    client = client_of(member)
    first = client.get(minutes_of(meeting))
    new = MinuteEntryFactory(item=meeting.items.get())
    again = client.get(minutes_of(meeting), headers={"If-None-Match": first["ETag"]})
    assert new.text in page_of(again)


def test_a_member_is_never_given_an_officers_page(officer, member, client_of):
    meeting = MinuteEntryFactory().item.meeting
    first = client_of(officer).get(minutes_of(meeting))
    assert "Add a minute" in page_of(first)
    again = client_of(member).get(minutes_of(meeting), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200
    assert "Add a minute" not in page_of(again)
    assert "private" in again["Cache-Control"]


def test_only_a_meeting_in_progress_is_followed(member, client_of):
    client = client_of(member)
    live = MinuteEntryFactory(item__meeting__state="in progress").item.meeting
    assert "data-follow=" in page_of(client.get(minutes_of(live)))
    assert "Reload to see what was minuted since" in page_of(client.get(minutes_of(live)))
    over = MinuteEntryFactory(item__meeting__state="draft minutes").item.meeting
    assert "data-follow=" not in page_of(client.get(minutes_of(over)))


def test_what_is_private_is_set_off_and_named(member, client_of):
    item = AgendaItemFactory()
    MinuteEntryFactory(item=item)
    MinuteEntryFactory(item=item, restricted_under=3)
    page = page_of(client_of(member).get(minutes_of(item.meeting)))
    assert 'aria-label="Minute 1.2, not for publication"' in page
    assert "Not for publication: paragraph 3" in page


def test_minutes_are_downloaded_for_word(member, client_of):
    meeting = MinuteEntryFactory(item__meeting__title="Panel").item.meeting
    address = reverse("meetings:minutes_word", args=[meeting.pk])
    for query, name in (("", "public-minutes"), ("?full", "minutes")):
        response = client_of(member).get(address + query)
        assert response["Content-Type"].endswith("wordprocessingml.document")
        assert f'filename="panel-2026-12-11-{name}.docx"' in response["Content-Disposition"]
        assert response.content.startswith(b"PK")


def test_a_summary_for_the_public_is_asked_for_and_written(officer, member, client_of):
    entry = MinuteEntryFactory(item=AgendaItemFactory(restricted_under=3, title="Contract"))
    meeting, client = entry.item.meeting, client_of(officer)
    url = reverse("meetings:summary", args=[entry.item.pk])
    assert "Write a summary of item 1, Contract" in page_of(client.get(minutes_of(meeting)))
    assert "Write a summary" not in page_of(client_of(member).get(minutes_of(meeting)))
    seen = client.get(url).context["form"].initial["seen"]
    response = client.post(url, {"public_summary": "A contract was let.", "seen": seen})
    assert response.url == f"{minutes_of(meeting)}#{entry.item.anchor}"
    page = page_of(client.get(minutes_of(meeting)))
    assert "A contract was let." in page
    assert "Write a summary of item" not in page


def test_two_summaries_are_shown_to_the_later(officer, clerk, client_of):
    item = AgendaItemFactory(restricted_under=3)
    url = reverse("meetings:summary", args=[item.pk])
    seen = client_of(officer).get(url).context["form"].initial["seen"]
    client_of(clerk).post(url, {"public_summary": "As the clerk has it.", "seen": seen})
    mine = {"public_summary": "As the officer has it.", "seen": seen}
    page = page_of(client_of(officer).post(url, mine))
    assert "As the clerk has it." in page
    assert "As the officer has it." in page


def test_the_first_number_is_set_to_go_on_from_older_minutes(officer, client_of, continuous):
    meeting, client = MinuteEntryFactory().item.meeting, client_of(officer)
    url = reverse("meetings:first_number", args=[meeting.pk])
    assert url in page_of(client.get(minutes_of(meeting)))
    form = client.get(url)
    assert "this one begins with 1." in page_of(form)
    seen = form.context["form"].initial["seen"]
    assert client.post(url, {"first_number": "58", "seen": seen}).url == minutes_of(meeting)
    assert '<p class="app-minute__number">58</p>' in page_of(client.get(minutes_of(meeting)))


def test_minutes_do_not_begin_with_nought(officer, client_of, continuous):
    url = reverse("meetings:first_number", args=[MeetingFactory().pk])
    assert "must be 1 or more" in page_of(client_of(officer).post(url, {"first_number": "0"}))


def test_the_first_number_of_a_finished_draft_is_fixed(officer, client_of, continuous):
    meeting = MeetingFactory(state=Meeting.State.DRAFT_MINUTES)
    url = reverse("meetings:first_number", args=[meeting.pk])
    assert client_of(officer).get(url).status_code == 403


def test_minutes_by_item_have_no_first_number(officer, client_of):
    meeting = MeetingFactory()
    url = reverse("meetings:first_number", args=[meeting.pk])
    assert client_of(officer).get(url).url == minutes_of(meeting)

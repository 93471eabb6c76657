"""Reading the minutes and taking them."""

import sys

import pytest
from django.urls import reverse

from meetings.models import MinuteEntry
from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import (
    ActionFactory,
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PaperFactory,
    VoteFactory,
)
from tests.factories.recommendations import RecommendationFactory


def page_of(response):
    return " ".join(response.content.decode().split())


def minutes_of(meeting):
    return reverse("meetings:minutes", args=[meeting.pk])


def test_minutes_read_as_minutes(member, client_of):
    vote = VoteFactory(entry__text="That the report be noted.", mover="Councillor A")
    ActionFactory(entry__item=vote.entry.item, entry__text="Write to all.", owner="Clerk")
    page = page_of(client_of(member).get(minutes_of(vote.entry.item.meeting)))
    assert "<strong>RESOLVED:</strong> That the report be noted." in page
    assert "Proposed by Councillor A. Agreed unanimously." in page
    assert "<strong>Action:</strong> Write to all." in page
    assert '<p class="app-minute__number">1.1</p>' in page
    assert "DRAFT" in page
    assert "Add a minute" not in page


def test_approved_minutes_do_not_say_draft(member, client_of):
    meeting = MeetingFactory(state="approved minutes", approved_at="2027-02-05T00:00Z")
    page = page_of(client_of(member).get(minutes_of(meeting)))
    assert "DRAFT" not in page
    assert "Approved on 5 February 2027" in page


def test_what_is_typed_cannot_be_markup(member, client_of):
    entry = MinuteEntryFactory(text="<script>alert(1)</script>")
    assert b"<script>alert" not in client_of(member).get(minutes_of(entry.item.meeting)).content


@pytest.mark.parametrize(("state", "queries"), [("planned", 16), ("in progress", 19)])
@pytest.mark.parametrize("rows", [1, 3])
def test_minutes_cost_the_same_for_more(
    officer, client_of, rows, state, queries, django_assert_num_queries
):
    meeting = MeetingFactory(state=state)
    for _ in range(rows):
        item = AgendaItemFactory(meeting=meeting)
        AttendanceFactory(meeting=meeting, capacity="member", role="Council")
        VoteFactory(entry__item=item)
        RecommendationFactory(raised_in__item=item)
    client = client_of(officer)
    with django_assert_num_queries(queries):
        client.get(minutes_of(meeting))


def test_a_minute_is_added_and_found_again(officer, client_of):
    item = AgendaItemFactory()
    url = reverse("meetings:add_entry", args=[item.pk])
    response = client_of(officer).post(url, {"kind": "discussion", "text": "Members asked why."})
    entry = MinuteEntry.objects.get()
    assert response.url == f"{minutes_of(item.meeting)}#m{entry.pk}"
    assert entry.history.get().history_user == officer


def test_another_minute_of_the_kind_can_follow_at_once(officer, client_of):
    item = AgendaItemFactory()
    url = reverse("meetings:add_entry", args=[item.pk])
    typed = {"kind": "key point", "text": "Crime fell.", "then": "another"}
    response = client_of(officer).post(url, typed)
    assert response.url == f"{url}?kind=key+point"
    form = client_of(officer).get(response.url).context["form"]
    assert form.initial["kind"] == "key point"


def test_a_resolution_keeps_its_vote(officer, client_of):
    item = AgendaItemFactory()
    url = reverse("meetings:add_entry", args=[item.pk])
    typed = {"kind": "resolution", "text": "That.", "mover": "A", "is_unanimous": "on"}
    client_of(officer).post(url, typed)
    assert MinuteEntry.objects.get().vote.mover == "A"


def test_a_vote_that_cannot_be_comes_back_as_typed(officer, client_of):
    item = AgendaItemFactory()
    url = reverse("meetings:add_entry", args=[item.pk])
    typed = {"kind": "resolution", "text": "Noted.", "is_unanimous": "on", "votes_against": "2"}
    page = page_of(client_of(officer).post(url, typed))
    assert "A vote with some against it is not unanimous." in page
    assert "Noted." in page
    assert not MinuteEntry.objects.exists()


def test_a_minute_is_changed(officer, client_of):
    entry = MinuteEntryFactory()
    url = reverse("meetings:edit_entry", args=[entry.pk])
    client = client_of(officer)
    seen = client.get(url).context["form"].initial["seen"]
    client.post(url, {"kind": "discussion", "text": "Put better.", "seen": seen})
    assert MinuteEntry.objects.get().text == "Put better."


def test_two_on_one_minute_lose_neither_ones_words(officer, clerk, client_of):
    entry = MinuteEntryFactory()
    url = reverse("meetings:edit_entry", args=[entry.pk])
    seen = client_of(officer).get(url).context["form"].initial["seen"]
    typed = {"kind": "discussion", "seen": seen}
    client_of(clerk).post(url, {**typed, "text": "As the clerk has it."})
    page = page_of(client_of(officer).post(url, {**typed, "text": "As the officer has it."}))
    assert "As the clerk has it." in page
    assert "As the officer has it." in page


def test_a_minute_is_removed_after_asking(officer, client_of):
    entry = MinuteEntryFactory()
    url = reverse("meetings:delete_entry", args=[entry.pk])
    assert entry.text in page_of(client_of(officer).get(url))
    client_of(officer).post(url)
    assert not MinuteEntry.objects.exists()


def test_a_minute_that_a_recommendation_names_stays(officer, client_of):
    entry = RecommendationFactory().raised_in
    url = reverse("meetings:delete_entry", args=[entry.pk])
    page = page_of(client_of(officer).post(url, follow=True))
    assert "This minute cannot be removed: the recommendation" in page


def test_minutes_are_downloaded_as_a_pdf(member, client_of):
    meeting = MinuteEntryFactory(item__meeting__title="Panel").item.meeting
    address = reverse("meetings:minutes_pdf", args=[meeting.pk])
    for query, name in (("", "public-minutes"), ("?full", "minutes")):
        response = client_of(member).get(address + query)
        assert response["Content-Type"] == "application/pdf"
        assert f'filename="panel-2026-12-11-{name}.pdf"' in response["Content-Disposition"]
        assert response.content.startswith(b"%PDF-1.7")


def test_minutes_say_why_they_cannot_be_printed(member, client_of, monkeypatch):
    class Missing:
        def find_spec(self, name, path=None, target=None):
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    meeting = MeetingFactory()
    url = reverse("meetings:minutes_pdf", args=[meeting.pk])
    assert "libpango" in page_of(client_of(member).get(url, follow=True))


@pytest.mark.parametrize("persona", ["administrator", "nobody"])
def test_the_pdf_of_the_minutes_is_for_those_with_a_role(db, request, client_of, persona):
    url = reverse("meetings:minutes_pdf", args=[MeetingFactory().pk])
    assert client_of(request.getfixturevalue(persona)).get(url).status_code == 404


def test_what_is_minuted_beside_an_exempt_paper_is_said_to_be_public(officer, member, client_of):
    item = AgendaItemFactory()
    PaperFactory(item=item, restricted_under=3)
    warning = "Whatever is minuted here is printed for the public."
    add = reverse("meetings:add_entry", args=[item.pk])
    assert warning in page_of(client_of(officer).get(add))
    assert warning in page_of(client_of(officer).get(minutes_of(item.meeting)))
    assert warning not in page_of(client_of(member).get(minutes_of(item.meeting)))
    other = AgendaItemFactory(meeting=item.meeting)
    assert warning not in page_of(
        client_of(officer).get(reverse("meetings:add_entry", args=[other.pk]))
    )


def test_an_action_is_recorded_as_done_from_the_minutes(officer, member, client_of):
    action = ActionFactory(entry__item__meeting__starts_at="2026-06-12T10:00Z")
    minutes, url = (
        minutes_of(action.entry.item.meeting),
        reverse("meetings:complete_action", args=[action.pk]),
    )
    assert url in page_of(client_of(officer).get(minutes))
    assert url not in page_of(client_of(member).get(minutes))
    done = {"done_on_day": "1", "done_on_month": "7", "done_on_year": "2026"}
    assert "Enter what was done" in page_of(client_of(officer).post(url, done))
    seen = client_of(officer).get(url).context["form"].initial["seen"]
    typed = {**done, "outcome": "The letter was sent.", "seen": seen}
    assert client_of(officer).post(url, typed).url == action.entry.get_absolute_url()
    page = page_of(client_of(member).get(minutes))
    assert "1 July 2026: The letter was sent." in page
    assert action.history.latest().history_user == officer


def test_an_action_is_not_done_in_the_future(officer, client_of):
    url = reverse("meetings:complete_action", args=[ActionFactory().pk])
    typed = {"done_on_day": "1", "done_on_month": "7", "done_on_year": "2099", "outcome": "x"}
    assert "must be today or earlier" in page_of(client_of(officer).post(url, typed))


def test_what_is_not_done_arises_at_the_next_meeting(officer, member, client_of):
    action = ActionFactory(entry__item__meeting__starts_at="2026-06-12T10:00Z", owner="The clerk")
    meeting = MeetingFactory()
    url = reverse("meetings:complete_action", args=[action.pk])
    page = page_of(client_of(officer).get(meeting.get_absolute_url()))
    assert "Matters arising" in page
    assert url in page
    assert url not in page_of(client_of(member).get(meeting.get_absolute_url()))
    earlier = action.entry.item.meeting.get_absolute_url()
    assert "Matters arising" not in page_of(client_of(officer).get(earlier))


def test_the_office_is_called_what_the_panel_calls_it(officer, member, client_of):
    Panel.objects.all().delete()
    history.create(Panel, by=None, why="For a test", pk=1, office_title="Mayor")
    item = AgendaItemFactory()
    AttendanceFactory(meeting=item.meeting, capacity="office")
    form = page_of(client_of(officer).get(reverse("meetings:add_entry", args=[item.pk])))
    assert "Mayor, for an undertaking by the office" in form
    page = page_of(client_of(member).get(item.meeting.get_absolute_url()))
    assert "Mayor and staff" in page
    assert "Commissioner" not in page + form

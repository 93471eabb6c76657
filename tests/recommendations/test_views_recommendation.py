"""The page of one recommendation, and recording, correcting and judging it, through the client."""

from uuid import uuid4

import pytest
from django.urls import reverse

from meetings.models import Meeting, MinuteEntry
from pcp_scrutiny import history
from recommendations import actions
from recommendations.models import Judgement, Recommendation
from tests.factories.recommendations import (
    AssessmentFactory,
    EntryFactory,
    ItemFactory,
    JudgementFactory,
    RecommendationFactory,
    ResponseFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)
from tests.recommendations.pages import READERS, counts, filled, text, url

pytestmark = pytest.mark.django_db

# --- One recommendation -------------------------------------------------------------------------


@pytest.mark.parametrize("persona", READERS)
def test_detail_shows_the_whole_loop(request, client_of, looped, persona):
    page = text(client_of(request.getfixturevalue(persona)).get(looped.get_absolute_url()))
    for words in (
        "Say more on patrols.",
        "Ten hours.",
        "Raised by the panel",
        "Sent to",
        "Answered by",
        "I have amended Para 2.",
        "What the plan then said",
        "Borne out",
        "by night",
        "It says by night only.",
        "Judged by the panel",
        "Ask again in June.",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("persona", "may"), [("officer", True), ("member", False), ("clerk", False)]
)
def test_detail_offers_only_what_one_may_do(request, client_of, looped, persona, may):
    page = text(client_of(request.getfixturevalue(persona)).get(looped.get_absolute_url()))
    assert (url("edit", looped.pk) in page) is may
    assert (url("judge", looped.pk) in page) is may
    assert ("/assessments/" in page) is may


def test_detail_leads_to_the_minute_the_plan_and_its_neighbours(client_of, member, looped):
    after = RecommendationFactory(reference="2026/99")
    page = text(client_of(member).get(looped.get_absolute_url()))
    assert looped.raised_in.get_absolute_url() in page
    assert reverse("plans:version", args=[looped.version_id]) in page
    assert f'href="{after.get_absolute_url()}" rel="next"' in page


@pytest.mark.parametrize("number", [1, 3])
def test_detail_takes_a_fixed_number_of_queries(
    client_of, member, officer, django_assert_num_queries, number
):
    parts = [(str(n), f"The hours of patrol in town number {n} are counted.") for n in range(1, 4)]
    draft = version_of(parts, by=officer)
    cites = ", ".join(str(n) for n in range(1, number + 1))
    made = recommend(draft, by=officer, cites=cites)
    said = f"I have amended Para {cites}."
    letter_with(answer(made, said, "accepted", cites=cites), by=officer)
    version_of([(n, f"{words} Twice.") for n, words in parts], revises=draft, by=officer)
    for _ in range(number):
        JudgementFactory(recommendation=made)
        AssessmentFactory(recommendation=made)
    client = client_of(member)
    client.get(made.get_absolute_url())
    with django_assert_num_queries(35):
        client.get(made.get_absolute_url())


def test_detail_leads_to_the_history_of_each_record(client_of, member, looped):
    page = text(client_of(member).get(looped.get_absolute_url()))
    for records in (looped.responses, looped.outcomes, looped.assessments, looped.judgements):
        record = records.get()
        kind = record._meta.model_name
        told = reverse("history:record", args=["recommendations", kind, record.pk])
        assert told in page
        back = text(client_of(member).get(told))
        assert f'href="{looped.get_absolute_url()}"' in back


# --- Recording ----------------------------------------------------------------------------------


def test_add_records_what_was_typed(client_of, officer, draft):
    item = ItemFactory()
    client = client_of(officer)
    form = filled(client.get(url("add", item.pk)))
    assert form["reference"] == "2026/01"
    assert form["version"] == str(draft.pk)
    form |= {"text": "Para 2 should say more.", "theme": "Patrol"}
    response = client.post(url("add", item.pk), form, follow=True)
    made = Recommendation.objects.get()
    assert response.redirect_chain == [(made.get_absolute_url(), 302)]
    assert "Recommendation 2026/01 has been recorded." in text(response)
    assert (made.theme, made.raised_in.item) == ("Patrol", item)
    assert made.citations.get().paragraphs.get().label == "2"
    assert made.history.get().history_user == officer


def test_add_another_leads_back_to_the_form(client_of, officer):
    item = ItemFactory()
    form = {"reference": "R1", "kind": "concern", "text": "New.", "route": "s.28(3)"}
    page = url("add", item.pk)
    assert client_of(officer).post(page, {**form, "another": "yes"}).url == page


def test_add_sent_twice_records_once(client_of, officer):
    item = ItemFactory()
    client = client_of(officer)
    form = filled(client.get(url("add", item.pk))) | {"text": "Once."}
    assert form["once"]
    first, second = (client.post(url("add", item.pk), form) for _ in range(2))
    assert first.url == second.url
    assert Recommendation.objects.count() == MinuteEntry.objects.count() == 1


def test_add_with_errors_keeps_what_was_typed(client_of, officer):
    item = ItemFactory()
    form = {"reference": "", "kind": "concern", "text": "Kept as typed.", "theme": "Kept too"}
    response = client_of(officer).post(url("add", item.pk), form)
    assert "Enter a reference" in text(response)
    again = filled(response)
    assert (again["text"], again["theme"], again["kind"]) == (
        "Kept as typed.",
        "Kept too",
        "concern",
    )
    assert counts() == [0] * 5


def test_add_under_approved_minutes_is_refused_and_keeps_what_was_typed(client_of, officer):
    meeting = ItemFactory().meeting
    meeting.state, meeting.approved_at = Meeting.State.APPROVED_MINUTES, meeting.starts_at
    history.save(meeting, by=officer, why="Approved")
    page = url("add", meeting.items.get().pk)
    client = client_of(officer)
    response = client.post(page, filled(client.get(page)) | {"text": "Too late."})
    assert response.status_code == 200
    assert "minutes of this meeting are approved" in text(response)
    assert filled(response)["text"] == "Too late."
    assert not Recommendation.objects.exists()


# --- Correcting ---------------------------------------------------------------------------------


def test_edit_saves_and_leads_back(client_of, officer, draft):
    made = recommend(draft, by=officer, cites="1")
    client = client_of(officer)
    form = filled(client.get(url("edit", made.pk)))
    assert form["cites"] == "1"
    response = client.post(url("edit", made.pk), form | {"text": "Better.", "cites": "2"})
    assert response.url == made.get_absolute_url()
    made.refresh_from_db()
    assert made.text == "Better."
    assert made.citations.get().labels == ["2"]


def test_stale_edit_shows_both_and_overwrites_only_when_sent_again(client_of, officer, draft):
    made = recommend(draft, by=officer, text="First.", cites="1")
    page, client = url("edit", made.pk), client_of(officer)
    mine = filled(client.get(page)) | {"text": "Mine."}
    theirs = Recommendation.objects.get(pk=made.pk)
    theirs.text = "Theirs."
    actions.correct_recommendation(theirs, cites="2", by=officer, seen=None)
    response = client.post(page, mine)
    assert response.status_code == 200
    assert "Nothing has been overwritten" in text(response)
    shown = {d.label: (d.theirs, d.yours) for d in response.context["form"].differences}
    assert shown == {
        "What the panel said": ("Theirs.", "Mine."),
        "Paragraphs of the plan it cites": ("2", "1"),
    }
    assert Recommendation.objects.get().text == "Theirs."
    again = filled(response)
    assert again["text"] == "Mine."
    assert client.post(page, again).status_code == 302
    assert Recommendation.objects.get().text == "Mine."


def test_version_of_what_was_answered_stays(client_of, officer, draft):
    made = recommend(draft, by=officer)
    ResponseFactory(recommendation=made)
    client, page = client_of(officer), url("edit", made.pk)
    shown = client.get(page)
    assert "a response has been recorded" in text(shown)
    assert client.post(page, filled(shown) | {"version": ""}).status_code == 302
    made.refresh_from_db()
    assert made.version == draft


# --- Judging ------------------------------------------------------------------------------------


def test_judge_records_the_panels_view_in_its_minute(client_of, officer):
    recommendation = RecommendationFactory()
    entry = EntryFactory(item=recommendation.raised_in.item, kind=MinuteEntry.Kind.RESOLUTION)
    client, page = client_of(officer), url("judge", recommendation.pk)
    form = filled(client.get(page)) | {"decision": "not satisfied", "entry": entry.pk}
    assert client.post(page, form).url == recommendation.get_absolute_url()
    found = Judgement.objects.get()
    assert (found.decision, found.entry) == ("not satisfied", entry)
    assert "Not satisfied" in text(client.get(recommendation.get_absolute_url()))


def test_judge_without_a_minute_comes_back(client_of, officer):
    response = client_of(officer).post(
        url("judge", RecommendationFactory().pk), {"decision": "satisfied", "comment": "Kept."}
    )
    assert "Select the minute that records the decision" in text(response)
    assert filled(response)["comment"] == "Kept."
    assert not Judgement.objects.exists()


def test_judge_twice_in_one_minute_is_refused_in_words(client_of, officer):
    recommendation = RecommendationFactory()
    entry = EntryFactory(item=recommendation.raised_in.item, kind=MinuteEntry.Kind.RESOLUTION)
    JudgementFactory(recommendation=recommendation, entry=entry)
    form = {"decision": "withdrawn", "entry": entry.pk, "once": str(uuid4())}
    response = client_of(officer).post(url("judge", recommendation.pk), form)
    assert response.status_code == 200
    assert "was judged in this minute before: satisfied" in text(response)
    assert Judgement.objects.count() == 1

"""The pages of the register and of one recommendation, through the client."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from meetings.models import Meeting, MinuteEntry
from pcp_scrutiny import history
from recommendations import actions
from recommendations.models import Assessment, Citation, Judgement, Recommendation
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import (
    AssessmentFactory,
    EntryFactory,
    ItemFactory,
    JudgementFactory,
    OutcomeFactory,
    RecommendationFactory,
    ResponseFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)
from tests.recommendations.pages import filled, text

pytestmark = pytest.mark.django_db
LIST = reverse("recommendations:list")
READERS = ["officer", "clerk", "member", "chair"]
OTHERS = ["clerk", "member", "chair", "administrator", "nobody"]


def url(name, *args):
    return reverse(f"recommendations:{name}", args=args)


@pytest.fixture
def draft(officer):
    return version_of([("1", "Every ward has an officer."), ("2", "Patrols.")], by=officer)


def counts():
    models = (Recommendation, Citation, MinuteEntry, Judgement, Assessment)
    return [model.objects.count() for model in models]


# --- The register -------------------------------------------------------------------------------


@pytest.mark.parametrize("persona", READERS)
def test_register_lists_where_each_stands(request, client_of, persona):
    ResponseFactory(recommendation__reference="R1", decision="deferred")
    page = text(client_of(request.getfixturevalue(persona)).get(LIST))
    for words in ("R1", "Deferred", "Awaiting a revised version", "1 recommendation"):
        assert words in page


def test_register_narrows_to_what_is_asked_and_says_so(client_of, member):
    RecommendationFactory(text="Patrols in the hills.")
    RecommendationFactory(text="Speeding on the coast road.")
    page = client_of(member).get(LIST, {"words": "coast"})
    assert [p.recommendation.text for p in page.context["positions"]] == [
        "Speeding on the coast road."
    ]
    assert "1 recommendation found" in text(page)
    assert 'value="coast"' in text(page)


def test_register_that_finds_nothing_offers_a_way_back(client_of, member):
    RecommendationFactory()
    page = text(client_of(member).get(LIST, {"words": "zebra"}))
    assert "Nothing fits" in page
    assert f'href="{LIST}"' in page


def test_register_without_recommendations_says_where_they_come_from(client_of, member):
    assert "None has been recorded yet" in text(client_of(member).get(LIST))


@pytest.mark.parametrize(
    "query",
    [{"kind": "shout"}, {"version": "x"}, {"version": "9999"}, {"page": "x"}, {"page": "99"}],
)
def test_register_copes_with_a_query_it_did_not_offer(client_of, member, query):
    RecommendationFactory()
    response = client_of(member).get(LIST, query)
    assert response.status_code == 200
    assert len(response.context["positions"]) == 1


def test_register_is_paged(client_of, member):
    entry = EntryFactory()
    for n in range(51):
        RecommendationFactory(reference=f"R{n:02}", raised_in=entry, version=None)
    client = client_of(member)
    assert len(client.get(LIST).context["positions"]) == 50
    second = client.get(LIST, {"page": 2})
    assert [p.recommendation.reference for p in second.context["positions"]] == ["R50"]


@pytest.mark.parametrize("number", [1, 3])
def test_register_takes_a_fixed_number_of_queries(
    client_of, member, django_assert_num_queries, number
):
    for _ in range(number):
        recommendation = ResponseFactory().recommendation
        OutcomeFactory(recommendation=recommendation, version=recommendation.version)
        JudgementFactory(recommendation=recommendation)
    client = client_of(member)
    client.get(LIST)  # the panel's name is looked up once
    with django_assert_num_queries(11):
        client.get(LIST)


# --- One recommendation -------------------------------------------------------------------------


@pytest.fixture
def looped(officer, clerk, draft):
    """A recommendation that has been all the way round."""
    made = recommend(
        draft, by=officer, cites="2", text="Say more on patrols.", suggested_wording="Ten hours."
    )
    actions.send_recommendations([made], sent_on=date(2026, 6, 15), due_on=None, by=officer)
    letter_with(answer(made, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    issued = version_of(
        [("1", "Every ward has an officer."), ("2", "Patrols by night.")], revises=draft, by=officer
    )
    AssessmentFactory(recommendation=made, version=issued, comment="It says by night only.")
    JudgementFactory(recommendation=made, comment="Ask again in June.")
    return made


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
    with django_assert_num_queries(25):
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


# --- Who may write ------------------------------------------------------------------------------


@pytest.fixture
def writing(draft):
    """Every route of the register that writes, with a form that would be taken."""
    recommendation = RecommendationFactory(version=draft)
    entry = EntryFactory(item=recommendation.raised_in.item, kind=MinuteEntry.Kind.RESOLUTION)
    point = {"reference": "New", "kind": "concern", "text": "New.", "route": "s.28(3)"}
    seen = history.stamp(recommendation)
    return {
        url("add", recommendation.raised_in.item_id): point,
        url("edit", recommendation.pk): {**point, "reference": "R1", "seen": seen},
        url("judge", recommendation.pk): {"decision": "satisfied", "entry": entry.pk},
        url("assess", recommendation.pk, draft.pk): {"view": "met"},
        url("send", draft.pk): {"sent_on_day": 1, "sent_on_month": 7, "sent_on_year": 2026},
    }


@pytest.mark.parametrize("persona", OTHERS)
def test_only_officers_write(request, client_of, writing, persona):
    before = counts(), Recommendation.history.count()
    client = client_of(request.getfixturevalue(persona))
    knows = persona in READERS
    for page, form in writing.items():
        assert client.post(page, form).status_code == (403 if knows else 404), page
    assert (counts(), Recommendation.history.count()) == before


def test_public_is_sent_to_sign_in(client_of, writing):
    before = counts()
    for page, form in writing.items():
        assert client_of(None).post(page, form).url.startswith(reverse("accounts:sign_in"))
    assert counts() == before


def test_officer_may_do_each(client_of, officer, writing):
    for page, form in writing.items():
        assert client_of(officer).post(page, form).status_code == 302, page


def test_get_writes_nothing(client_of, officer, writing, looped):
    before = counts(), Recommendation.history.count()
    for page in [LIST, looped.get_absolute_url(), *writing]:
        assert client_of(officer).get(page).status_code == 200
    assert (counts(), Recommendation.history.count()) == before


@pytest.mark.parametrize("name", ["detail", "edit", "judge", "add", "send"])
def test_unknown_pk_is_not_found(client_of, officer, name):
    assert client_of(officer).get(url(name, 9999)).status_code == 404


def test_assessment_of_what_is_not_there_is_not_found(client_of, officer, draft):
    recommendation = RecommendationFactory(version=draft)
    for pair in [(9999, draft.pk), (recommendation.pk, 9999)]:
        assert client_of(officer).get(url("assess", *pair)).status_code == 404


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


# --- Sending ------------------------------------------------------------------------------------


def test_send_dates_what_was_not_sent(client_of, officer, draft):
    point = RecommendationFactory(version=draft, reference="R1")
    page, client = url("send", draft.pk), client_of(officer)
    shown = client.get(page)
    assert "R1" in text(shown)
    days = {"sent_on_day": "1", "sent_on_month": "7", "sent_on_year": "2026"}
    assert client.post(page, filled(shown) | days).url == LIST
    point.refresh_from_db()
    assert (point.sent_on, point.due_on) == (date(2026, 7, 1), None)
    assert "Every recommendation on this version has been sent" in text(client.get(page))


@pytest.mark.parametrize(("day", "month"), [("", ""), ("31", "2"), ("x", "7")])
def test_send_with_no_day_comes_back_as_typed(client_of, officer, draft, day, month):
    RecommendationFactory(version=draft)
    days = {"sent_on_day": day, "sent_on_month": month, "sent_on_year": "2026"}
    response = client_of(officer).post(url("send", draft.pk), days)
    assert response.status_code == 200
    assert filled(response)["sent_on_day"] == day
    assert not Recommendation.objects.filter(sent_on__isnull=False).exists()


# --- Judging and assessing ----------------------------------------------------------------------


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
    assert "already exists" in text(response)
    assert Judgement.objects.count() == 1


def test_assess_makes_a_view_and_then_changes_it(client_of, officer, draft):
    recommendation = RecommendationFactory(version=draft)
    page, client = url("assess", recommendation.pk, draft.pk), client_of(officer)
    assert client.post(page, filled(client.get(page)) | {"view": "not met"}).status_code == 302
    again = filled(client.get(page))
    assert again["view"] == "not met"
    assert client.post(page, again | {"view": "met"}).status_code == 302
    assert Assessment.objects.get().view == "met"


def test_assess_by_two_at_once_shows_both(client_of, officer):
    """Neither had a row to be stale against when the form was opened."""
    recommendation, version = RecommendationFactory(), PlanVersionFactory()
    page, client = url("assess", recommendation.pk, version.pk), client_of(officer)
    mine = filled(client.get(page)) | {"view": "met", "comment": "Mine."}
    AssessmentFactory(
        recommendation=recommendation, version=version, view="not met", comment="Theirs."
    )
    response = client.post(page, mine)
    assert "Nothing has been overwritten" in text(response)
    assert "Theirs." in text(response)
    assert Assessment.objects.get().comment == "Theirs."
    assert client.post(page, filled(response)).status_code == 302
    assert Assessment.objects.get().comment == "Mine."


def test_assess_without_a_view_keeps_the_comment(client_of, officer, draft):
    page = url("assess", RecommendationFactory(version=draft).pk, draft.pk)
    response = client_of(officer).post(page, {"comment": "Kept."})
    assert "Select your view" in text(response)
    assert filled(response)["comment"] == "Kept."


# --- Not about a plan ---------------------------------------------------------------------------


def test_what_is_not_about_a_plan_can_be_sent(client_of, officer, draft):
    other = RecommendationFactory(version=None, reference="Other")
    on_a_plan = RecommendationFactory(version=draft, reference="On a plan")
    client, page = client_of(officer), url("send_others")
    detail = text(client.get(other.get_absolute_url()))
    assert f'href="{page}"' in detail
    assert "Not about a plan" in detail
    shown = client.get(page)
    assert "1 recommendation not about a plan has not been sent" in text(shown)
    days = {"sent_on_day": "1", "sent_on_month": "7", "sent_on_year": "2026"}
    assert client.post(page, filled(shown) | days).url == LIST
    other.refresh_from_db()
    on_a_plan.refresh_from_db()
    assert (other.sent_on, on_a_plan.sent_on) == (date(2026, 7, 1), None)
    assert "Every recommendation that is not about a plan has been sent" in text(client.get(page))


def test_send_that_the_records_refuse_says_why(client_of, officer, draft):
    """What is created in bulk is not validated: without its words it cannot be saved again."""
    wordless = Recommendation(reference="R1", text="", raised_in=EntryFactory(), version=draft)
    history.create_many(Recommendation, [wordless], by=officer, why="Brought in")
    page, client = url("send", draft.pk), client_of(officer)
    days = {"sent_on_day": "1", "sent_on_month": "7", "sent_on_year": "2026"}
    response = client.post(page, filled(client.get(page)) | days)
    assert response.status_code == 200
    assert "cannot be blank" in text(response)


def test_version_of_what_was_answered_stays(client_of, officer, draft):
    made = recommend(draft, by=officer)
    ResponseFactory(recommendation=made)
    client, page = client_of(officer), url("edit", made.pk)
    shown = client.get(page)
    assert "a response has been recorded" in text(shown)
    assert client.post(page, filled(shown) | {"version": ""}).status_code == 302
    made.refresh_from_db()
    assert made.version == draft

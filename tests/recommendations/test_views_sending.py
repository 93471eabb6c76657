"""Recording that recommendations were sent, through the client."""

from datetime import date

import pytest

from pcp_scrutiny import history
from recommendations import actions
from recommendations.models import Recommendation
from tests.factories.recommendations import EntryFactory, RecommendationFactory, recommend
from tests.recommendations.pages import filled, text, url

pytestmark = pytest.mark.django_db


def test_send_dates_what_was_not_sent(client_of, officer, draft):
    point = RecommendationFactory(version=draft, reference="R1")
    page, client = url("send", draft.pk), client_of(officer)
    shown = client.get(page)
    assert "R1" in text(shown)
    days = {"sent_on_day": "1", "sent_on_month": "7", "sent_on_year": "2026"}
    letter = client.post(page, filled(shown) | days).url
    assert letter == url("sent_on", draft.pk, "2026-07-01")
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
    letter = client.post(page, filled(shown) | days).url
    assert letter == url("sent_by_route", "plan", "2026-07-01")
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


def sending(**typed):
    days = {"sent_on_day": "1", "sent_on_month": "7", "sent_on_year": "2026"}
    due = {"due_on_day": "31", "due_on_month": "7", "due_on_year": "2026"}
    found = Recommendation.objects.filter(pk__in=typed.get("chosen", ()))
    seen = ",".join(f"{pk}:{stamp}" for pk, stamp in history.stamps(list(found)).items())
    return days | due | {"seen": seen} | typed


def test_send_records_only_what_was_chosen(client_of, officer, draft):
    first, second = RecommendationFactory(version=draft), RecommendationFactory(version=draft)
    client_of(officer).post(url("send", draft.pk), sending(chosen=[second.pk]))
    for point in (first, second):
        point.refresh_from_db()
    assert (first.sent_on, second.sent_on) == (None, date(2026, 7, 1))
    assert second.due_on == date(2026, 7, 31)


def test_send_offers_all_that_was_not_sent(client_of, officer, draft):
    points = [RecommendationFactory(version=draft) for _ in range(2)]
    RecommendationFactory(version=draft, sent_on=date(2026, 7, 1))
    form = client_of(officer).get(url("send", draft.pk)).context["form"]
    assert form["chosen"].value() == [point.pk for point in points]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"chosen": []}, "Select at least one recommendation to send"),
        ({"chosen": [0]}, "Select again from those below"),
        ({"sent_on_month": "6", "sent_on_day": "1"}, "was raised on 12 June 2026"),
        (
            {"due_on_month": "6", "due_on_day": "30"},
            "must be due on or after the day they were sent",
        ),
    ],
)
def test_send_says_what_is_wrong_and_records_nothing(client_of, officer, draft, typed, sentence):
    point = RecommendationFactory(version=draft)
    page = client_of(officer).post(url("send", draft.pk), sending(chosen=[point.pk]) | typed)
    assert sentence in text(page)
    point.refresh_from_db()
    assert point.sent_on is None


def test_letter_is_previewed_before_anything_is_recorded(client_of, officer, draft):
    point = RecommendationFactory(version=draft, text="Say more about patrols.")
    typed = sending(chosen=[point.pk], preview="1")
    page = text(client_of(officer).post(url("send", draft.pk), typed))
    assert "DRAFT: this letter has not been recorded as sent." in page
    assert "respond in writing by <strong>31 July 2026</strong>" in page
    point.refresh_from_db()
    assert point.sent_on is None


def test_what_is_not_about_a_plan_goes_in_a_letter_for_each_route(client_of, officer):
    points = [RecommendationFactory(version=None, route=route) for route in ("s.28(4)", "s.28(6)")]
    typed = sending(chosen=[point.pk for point in points], preview="1")
    page = text(client_of(officer).post(url("send_others"), typed))
    assert "The letter 1 of 2, as it would be sent" in page
    assert "section 28(4)" in page
    assert "section 28(6)" in page


def test_draft_letter_is_a_file(client_of, officer, draft):
    point = RecommendationFactory(version=draft)
    typed = sending(chosen=[point.pk], pdf="1")
    response = client_of(officer).post(url("send", draft.pk), typed)
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")


@pytest.mark.parametrize("number", [1, 3])
def test_send_takes_a_fixed_number_of_queries(
    client_of, officer, draft, number, django_assert_num_queries
):
    for _ in range(number):
        RecommendationFactory(version=draft)
    client = client_of(officer)
    with django_assert_num_queries(9):
        client.get(url("send", draft.pk))


@pytest.mark.parametrize("number", [1, 3])
def test_send_checks_the_dates_of_all_in_a_fixed_number_of_queries(
    client_of, officer, draft, number, django_assert_num_queries
):
    made = [RecommendationFactory(version=draft) for _ in range(number)]
    typed = sending(chosen=[point.pk for point in made], sent_on_month="5")
    client = client_of(officer)
    client.get(url("send", draft.pk))
    with django_assert_num_queries(12):
        page = client.post(url("send", draft.pk), typed)
    assert "was raised on 12 June 2026" in text(page)


# --- What someone else did meanwhile --------------------------------------------------------------


@pytest.fixture
def point(officer, draft):
    return recommend(draft, by=officer, reference="R1", text="Say more.", cites="1")


def correct(point, by, *, cites="1", **fields):
    for name, value in fields.items():
        setattr(point, name, value)
    actions.correct_recommendation(point, cites=cites, by=by, seen=None)


@pytest.mark.parametrize(
    ("corrected", "what"),
    [
        ({"text": "Say less."}, "text"),
        ({"text": "Say less.", "theme": "Patrol"}, "text, theme"),
        ({"cites": "2"}, "the paragraphs it cites"),
    ],
)
def test_send_says_what_was_corrected_after_the_letter_was_made(
    client_of, officer, clerk, draft, point, corrected, what
):
    client, page = client_of(officer), url("send", draft.pk)
    form = filled(client.get(page)) | sending(chosen=[point.pk])
    assert client.post(page, form | {"pdf": "1"}).content.startswith(b"%PDF")
    correct(point, clerk, **corrected)
    response = client.post(page, form)
    assert f"{clerk} changed R1 after you opened this page: {what}." in text(response)
    assert Recommendation.objects.unsent().exists()
    assert client.post(page, filled(response)).status_code == 302
    assert not Recommendation.objects.unsent().exists()


def test_preview_after_a_correction_shows_the_words_that_are_then_sent(
    client_of, officer, clerk, draft, point
):
    client, page = client_of(officer), url("send", draft.pk)
    form = filled(client.get(page)) | sending(chosen=[point.pk])
    correct(point, clerk, text="Say less.")
    shown = client.post(page, form | {"preview": "1"})
    assert "Say less." in text(shown)
    assert client.post(page, filled(shown)).status_code == 302


def test_send_of_one_that_the_page_did_not_show_records_nothing(client_of, officer, draft, point):
    typed = sending(chosen=[point.pk], seen="")
    page = client_of(officer).post(url("send", draft.pk), typed)
    assert "it was not on the page" in text(page)
    assert Recommendation.objects.unsent().exists()

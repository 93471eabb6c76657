"""Giving another day for the response, through the client."""

from datetime import date

import pytest

from recommendations import actions
from recommendations.models import DueDateRevision, Recommendation
from tests.factories.recommendations import RecommendationFactory, answer, letter_with
from tests.recommendations.pages import filled, text, url

pytestmark = pytest.mark.django_db
SENT = {"sent_on": date(2026, 6, 20), "due_on": date(2026, 7, 31)}


def day(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


GIVEN = {
    **day("due_on", date(2026, 9, 1)),
    **day("decided_on", date(2026, 7, 1)),
    "reason": "The office asked for time.",
}


@pytest.fixture
def sent():
    return RecommendationFactory(reference="R1", **SENT)


def test_due_keeps_the_first_date_and_shows_the_slip(client_of, officer, member, sent):
    client, page = client_of(officer), url("due", sent.pk)
    response = client.post(page, filled(client.get(page)) | GIVEN)
    assert response.url == sent.get_absolute_url()
    assert Recommendation.objects.get().due_on == SENT["due_on"]
    shown = text(client_of(member).get(response.url))
    assert "now due by <strong>1 September 2026</strong>, and no longer by 31 July 2026" in shown
    assert "The office asked for time." in shown
    assert f"Recorded by {officer}" in shown
    assert "date revised 1 time, first 31 July 2026" in shown


def test_due_before_the_meeting_is_refused_and_keeps_what_was_typed(client_of, officer, sent):
    client, page = client_of(officer), url("due", sent.pk)
    form = filled(client.get(page)) | GIVEN | day("due_on", date(2026, 6, 1))
    response = client.post(page, form)
    assert "was raised at the meeting of 12 June 2026" in text(response)
    assert filled(response)["reason"] == GIVEN["reason"]
    assert not DueDateRevision.objects.exists()


def test_due_sets_the_first_date_where_none_was_set(client_of, officer):
    made = RecommendationFactory(sent_on=SENT["sent_on"])
    client, page = client_of(officer), url("due", made.pk)
    shown = client.get(page)
    assert "Set a date for the response" in text(shown)
    client.post(page, filled(shown) | GIVEN)
    made.refresh_from_db()
    assert made.due_on == date(2026, 9, 1)
    assert not DueDateRevision.objects.exists()


def test_due_of_one_not_sent_says_to_send_it_and_has_no_form(client_of, officer):
    page = text(client_of(officer).get(url("due", RecommendationFactory().pk)))
    assert "Record that it was sent" in page
    assert "due_on_day" not in page


def test_due_after_the_answer_says_it_is_answered(client_of, officer, sent):
    letter_with(answer(sent, "I agree.", "accepted"), by=officer)
    response = client_of(officer).post(url("due", sent.pk), GIVEN)
    assert "R1 was answered on 20 July 2026" in text(response)
    assert not DueDateRevision.objects.exists()


def test_due_shows_what_someone_else_gave_meanwhile(client_of, officer, clerk, sent):
    client, page = client_of(officer), url("due", sent.pk)
    form = filled(client.get(page)) | GIVEN
    theirs = {"due_on": date(2026, 10, 1), "decided_on": date(2026, 7, 1), "reason": "Theirs."}
    actions.revise_due_date(sent, by=clerk, **theirs)
    response = client.post(page, form)
    assert "Nothing has been overwritten" in text(response)
    assert "Theirs." in text(response)
    assert DueDateRevision.objects.count() == 1
    assert client.post(page, filled(response)).status_code == 302
    assert DueDateRevision.objects.count() == 2


@pytest.mark.parametrize("persona", ["member", "chair", "clerk"])
def test_due_is_for_officers(request, client_of, sent, persona):
    client = client_of(request.getfixturevalue(persona))
    assert client.post(url("due", sent.pk), GIVEN).status_code == 403
    assert not DueDateRevision.objects.exists()

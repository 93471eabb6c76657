"""What was read from a letter is corrected afterwards."""

from datetime import date

import pytest
from django.urls import reverse

from recommendations.models import Outcome
from tests.factories.recommendations import (
    answer,
    letter_with,
    version_of,
)
from tests.recommendations.letter_pages.sending import (
    OTHERS,
    rows,
)
from tests.recommendations.pages import filled, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(officer, points):
    letter = letter_with(
        answer(points[0], "I have amended Para 2.", "accepted", cites="2"), by=officer
    )
    return letter.responses.get()


def edit_url(response):
    return reverse("recommendations:edit_response", args=[response.pk])


def test_response_is_corrected_and_its_outcomes_are_proposed_again(
    client_of, officer, draft, answered
):
    version_of([("1", "A named officer."), ("2", "Patrols.")], revises=draft, by=officer)
    assert Outcome.objects.get().place == "2"
    client, page = client_of(officer), edit_url(answered)
    for leads_here in (answered.recommendation, answered.letter):
        assert page in text(client.get(leads_here.get_absolute_url()))
    form = filled(client.get(page)) | {"text": "I have amended Para 1.", "cites": "1"}
    assert client.post(page, form).url == answered.recommendation.get_absolute_url()
    answered.refresh_from_db()
    assert answered.text == "I have amended Para 1."
    assert answered.history.latest().history_change_reason == "Corrected"
    assert [(o.place, o.verdict) for o in Outcome.objects.all()] == [("1", "borne out")]


def test_response_corrected_by_two_at_once_shows_both(client_of, officer, answered):
    client, page = client_of(officer), edit_url(answered)
    mine, theirs = filled(client.get(page)), filled(client.get(page))
    client.post(page, theirs | {"text": "Theirs, Para 1.", "cites": "1"})
    response = client.post(page, mine | {"text": "Mine."})
    assert "Nothing has been overwritten" in text(response)
    shown = {d.label: (d.theirs, d.yours) for d in response.context["form"].differences}
    assert shown == {
        "The response": ("Theirs, Para 1.", "Mine."),
        "Places in the plan it cites": ("1", "2"),
    }
    answered.refresh_from_db()
    assert answered.text == "Theirs, Para 1."


def test_response_with_errors_keeps_what_was_typed(client_of, officer, answered):
    client, page = client_of(officer), edit_url(answered)
    form = filled(client.get(page)) | {"decision": "not accepted", "cites": "7"}
    response = client.post(page, form)
    assert "say why not" in text(response)
    assert filled(response)["cites"] == "7"


def test_head_of_a_letter_is_corrected(client_of, officer, answered):
    letter = answered.letter
    client, page = client_of(officer), reverse("recommendations:edit_letter", args=[letter.pk])
    assert page in text(client.get(letter.get_absolute_url()))
    form = filled(client.get(page)) | {"dated_day": "22", "reference": "OPCC/15"}
    assert client.post(page, form).url == letter.get_absolute_url()
    letter.refresh_from_db()
    assert (letter.dated, letter.reference) == (date(2026, 7, 22), "OPCC/15")


@pytest.mark.parametrize("persona", OTHERS)
def test_only_officers_correct(request, client_of, answered, persona):
    client, before = client_of(request.getfixturevalue(persona)), rows()
    knows = persona not in ("administrator", "nobody")
    letter = answered.letter
    for page in (edit_url(answered), reverse("recommendations:edit_letter", args=[letter.pk])):
        response = client.post(page, {"text": "x", "decision": "noted"})
        assert response.status_code == (403 if knows else 404)
        if knows:
            assert page not in text(client.get(letter.get_absolute_url()))
    assert rows() == before

"""What was read from a letter is corrected and confirmed."""

import pytest
from django.core.files.storage import default_storage

from pcp_scrutiny.documents import holding
from recommendations.models import Outcome, Response, ResponseLetter
from tests.factories.recommendations import (
    version_of,
)
from tests.recommendations.correspondence.test_reviewing import LETTER
from tests.recommendations.letter_pages.sending import (
    rows,
    send_in,
)
from tests.recommendations.pages import filled, text

pytestmark = pytest.mark.django_db


def test_confirming_records_what_stands_in_the_form(officer, draft, points, waiting):
    client, page = waiting
    form = filled(client.get(page)) | {"answer-0-text": "As I corrected it.", "dated_day": "21"}
    response = client.post(page, form, follow=True)
    letter = ResponseLetter.objects.get()
    assert response.redirect_chain == [(letter.get_absolute_url(), 302)]
    assert "The letter of 21 July 2026 has been added." in text(response)
    first, second = letter.responses.all()
    assert (first.recommendation, first.text) == (points[0], "As I corrected it.")
    assert (second.recommendation, second.decision) == (points[1], "not accepted")
    assert second.citations.get().document == "minutes"
    assert letter.history.get().history_user == officer


def test_confirmed_letter_no_longer_waits(waiting):
    client, page = waiting
    client.post(page, filled(client.get(page)))
    assert client.get(page).status_code == 404
    assert default_storage.listdir(holding.FOLDER) == ([], [])


def test_confirming_twice_records_once(waiting):
    client, page = waiting
    form = filled(client.get(page))
    assert form["once"]
    first, second = client.post(page, form), client.post(page, form)
    assert first.status_code == 302
    assert first.url == second.url
    assert ResponseLetter.objects.count() == 1
    assert Response.objects.count() == 2


def test_letter_that_was_added_meanwhile_is_refused_and_what_was_typed_is_kept(draft, waiting):
    client, page = waiting
    again = send_in(client, draft, LETTER.encode() + b"\n").url
    client.post(page, filled(client.get(page)))
    before = rows()
    response = client.post(again, filled(client.get(again)) | {"answer-0-text": "Typed."})
    assert response.status_code == 200
    assert "added before, as the letter of 20 July 2026" in text(response)
    assert filled(response)["answer-0-text"] == "Typed."
    assert rows() == before


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"dated_day": ""}, "date"),
        ({"dated_day": "31", "dated_month": "2"}, "date"),
        ({"answer-1-reason": ""}, "say why not"),
        ({"answer-0-decision": ""}, "Select what the response amounts to"),
        ({"answer-0-text": " "}, "Enter the response, or leave this point out"),
        ({"answer-0-recommendation": "", "answer-1-recommendation": ""}, "at least one answer"),
        ({"reference": "x" * 101}, "100"),
    ],
)
def test_errors_keep_what_was_typed_and_record_nothing(waiting, changed, words):
    client, page = waiting
    before = rows()
    form = filled(client.get(page)) | {"answer-0-point": "As I put it."} | changed
    response = client.post(page, form)
    assert response.status_code == 200
    assert words in text(response)
    assert "error-summary" in text(response)
    again = filled(response)
    for fresh in ("once", "csrfmiddlewaretoken"):
        del form[fresh], again[fresh]
    assert again == form
    assert rows() == before
    assert client.get(page).status_code == 200  # it waits still


def test_recommendation_answered_twice_is_refused(waiting, points):
    client, page = waiting
    form = filled(client.get(page)) | {"answer-1-recommendation": str(points[0].pk)}
    assert f"{points[0]} is answered twice" in text(client.post(page, form))
    assert not ResponseLetter.objects.exists()


@pytest.mark.parametrize("form", [{}, {"dated_day": "1"}, {"answer-TOTAL_FORMS": "x"}])
def test_form_that_came_in_pieces_records_nothing(waiting, form):
    client, page = waiting
    assert client.post(page, form).status_code == 200
    assert not ResponseLetter.objects.exists()


def test_confirming_proposes_outcomes_in_the_revised_version(officer, draft, waiting):
    parts = [("1", "Every ward has an officer."), ("2", "Patrols every month.")]
    version_of(parts, revises=draft, by=officer)
    client, page = waiting
    client.post(page, filled(client.get(page)))
    assert [(o.place, o.verdict) for o in Outcome.objects.all()] == [("2", "borne out")]
    [letter] = ResponseLetter.objects.all()
    assert "Borne out" in text(client.get(letter.get_absolute_url()))


def test_letter_without_points_is_said_and_can_be_typed_in(client_of, officer, draft, points):
    client = client_of(officer)
    page = send_in(client, draft, b"Dear Chair, thank you for a most enjoyable afternoon.").url
    shown = client.get(page)
    assert "0 points were read" in text(shown)
    assert "could be recognised" in text(shown)
    form = filled(shown) | {"dated_day": "1", "dated_month": "8", "dated_year": "2026"}
    form |= {
        "answer-0-text": "Yes.",
        "answer-0-decision": "accepted",
        "answer-1-recommendation": "",
    }
    assert client.post(page, form).status_code == 302
    assert Response.objects.get().recommendation == points[0]

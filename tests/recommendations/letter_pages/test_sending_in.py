"""A letter is sent in: what is read of it, and who may see it."""

from datetime import date, timedelta

import pytest
from django.core import signing
from django.core.files.storage import default_storage

from pcp_scrutiny.documents import holding
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import (
    RecommendationFactory,
)
from tests.recommendations.correspondence.test_reviewing import LETTER
from tests.recommendations.letter_pages.sending import (
    ADD,
    OTHERS,
    REVIEW,
    rows,
    send_in,
    word,
)
from tests.recommendations.pages import filled, text

pytestmark = pytest.mark.django_db


# --- Sending in --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("way", "name"),
    [
        ({"data": LETTER.encode()}, "letter.txt"),
        ({"data": word(), "name": "letter.docx"}, "letter.docx"),
        ({"pasted": LETTER}, "pasted.txt"),
    ],
    ids=["text", "word", "pasted"],
)
def test_letter_is_read_and_nothing_is_recorded(client_of, officer, draft, points, way, name):
    client, before = client_of(officer), rows()
    response = send_in(client, draft, **way)
    assert response.url.startswith(f"{REVIEW}?held=")
    page = client.get(response.url)
    assert rows() == before
    for words in (
        "2 points were read",
        name,
        "Thank you for the panel",
        "Nothing has been recorded",
    ):
        assert words in text(page)
    form = filled(page)
    assert [form[f"dated_{part}"] for part in ("day", "month", "year")] == ["20", "7", "2026"]
    assert form["reference"] == "OPCC/7"
    assert form["answer-0-recommendation"] == str(points[0].pk)
    assert form["answer-0-decision"] == "accepted"
    assert form["answer-0-cites"] == "2"
    assert form["answer-1-decision"] == "not accepted"
    assert "It also cites “Minute 12”" in text(page)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "empty.txt", "is empty"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "letter.docx", "not a Word document"),
        (word()[:-300], "letter.docx", "damaged"),
        (LETTER.encode(), "letter.pdf", "not a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "letter.doc", ""),
    ],
)
def test_bad_upload_is_refused_and_what_was_typed_is_kept(
    client_of, officer, draft, points, data, name, words
):
    RecommendationFactory(version=PlanVersionFactory(dated=date(2026, 12, 1)))
    before = rows()
    response = send_in(client_of(officer), draft, data, name=name)
    assert response.status_code == 200
    [sentence] = response.context["form"].errors["upload"]
    assert words in sentence
    assert sentence.endswith(".")
    assert filled(response)["version"] == str(draft.pk)
    assert rows() == before
    assert not default_storage.exists(holding.FOLDER)


def test_both_ways_at_once_is_refused_and_the_text_is_kept(client_of, officer, draft, points):
    response = send_in(client_of(officer), draft, b"Dear Chair", pasted="Dear Chair,\nI agree.")
    assert "not both" in text(response)
    assert filled(response)["pasted"].splitlines() == ["Dear Chair,", "I agree."]


def test_version_that_nobody_commented_on_is_refused_and_the_text_is_kept(
    client_of, officer, draft, points
):
    response = send_in(client_of(officer), PlanVersionFactory(), pasted=LETTER)
    assert response.context["form"].errors["version"]
    assert "Dear Chair" in filled(response)["pasted"]


def test_without_recommendations_there_is_nothing_to_answer(client_of, officer):
    page = text(client_of(officer).get(ADD))
    assert "There is no recommendation for a letter to answer" in page


# --- Whose it is --------------------------------------------------------------------


def test_another_officer_does_not_see_the_letter(client_of, clerk, administrator, waiting):
    for person in (clerk, administrator):
        person.is_officer = True
        person.save()
        response = client_of(person).get(waiting[1])
        assert response.status_code == 404
        assert "no longer waiting" in text(response)
        assert "Thank you" not in text(response)
        assert client_of(person).post(waiting[1], {}).status_code == 404


@pytest.mark.parametrize("held", ["", "nonsense", "a:b:c", "\x00"])
def test_nonsense_for_a_letter_is_not_found(client_of, officer, held):
    response = client_of(officer).get(REVIEW, {"held": held})
    assert response.status_code == 404
    assert f'href="{ADD}"' in text(response)


def test_address_that_was_tampered_with_is_not_found(waiting):
    client, page = waiting
    assert client.get(page[:-1]).status_code == 404
    assert client.get(f"{page}x").status_code == 404
    assert client.get(REVIEW).status_code == 404


def test_letter_older_than_a_week_is_not_found(client_of, officer, draft, points, monkeypatch):
    with monkeypatch.context() as patch:
        then = signing.time.time() - (holding.KEPT_FOR + timedelta(hours=1)).total_seconds()
        patch.setattr(signing.time, "time", lambda: then)
        about = {"version": draft.pk, "pasted": False}
        token = holding.hold(
            LETTER.encode(), purpose="letter", name="letter.txt", by=officer, about=about
        )
    assert client_of(officer).get(REVIEW, {"held": token}).status_code == 404


@pytest.mark.parametrize("persona", OTHERS)
def test_only_officers_bring_letters_in(request, client_of, draft, points, persona):
    client, before = client_of(request.getfixturevalue(persona)), rows()
    assert client.get(ADD).status_code == client.get(REVIEW).status_code == 403
    assert send_in(client, draft, LETTER.encode()).status_code == 403
    assert client.post(f"{REVIEW}?held=x", {}).status_code == 403
    assert rows() == before

"""A letter that was kept: its page, its file, the list of letters."""

import hashlib
from datetime import date

import pytest
from django.urls import reverse

from recommendations.models import Outcome, ResponseLetter
from tests.factories.plans import ReceivedFileFactory
from tests.factories.recommendations import (
    LetterFactory,
    OutcomeFactory,
    ResponseFactory,
    answer,
    letter_with,
    recommend,
)
from tests.recommendations.correspondence.test_reviewing import HOURS, LETTER
from tests.recommendations.letter_pages.sending import (
    ADD,
    LETTERS,
    rows,
    send_in,
    word,
)
from tests.recommendations.pages import filled, text

pytestmark = pytest.mark.django_db


# --- Kept --------------------------------------------------------------------


@pytest.mark.parametrize("name", ["letter.txt", "letter.docx"])
def test_file_comes_back_byte_for_byte_as_an_attachment(
    client_of, officer, member, draft, points, name
):
    data = word() if name.endswith("docx") else b"\xef\xbb\xbf" + LETTER.encode()
    client = client_of(officer)
    page = send_in(client, draft, data, name=name).url
    client.post(page, filled(client.get(page)))
    letter = ResponseLetter.objects.get()
    response = client_of(member).get(reverse("recommendations:letter_source", args=[letter.pk]))
    assert b"".join(response.streaming_content) == data
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert letter.source.size == len(data)


def test_file_named_to_do_harm_is_only_ever_saved(client_of, officer):
    source = ReceivedFileFactory(
        name='x"\r\nSet-Cookie: a=b.html', data=b"<script>alert(1)</script>"
    )
    letter = LetterFactory(source=source)
    url = reverse("recommendations:letter_source", args=[letter.pk])
    response = client_of(officer).get(url)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "\n" not in response.headers["Content-Disposition"]
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert "Set-Cookie" not in response.headers


def test_letter_page_shows_answers_and_where_it_is_kept(client_of, member, officer, draft, points):
    letter = letter_with(
        answer(points[0], "I agree.", "deferred"), by=officer, reference="OPCC/14", data=b"I agree."
    )
    page = text(client_of(member).get(letter.get_absolute_url()))
    for words in ("Letter of 20 July 2026", "OPCC/14", "The letter answers 1 point.", "Deferred"):
        assert words in page
    assert letter.source.sha256 in page
    assert points[0].get_absolute_url() in page


def test_letter_page_leaves_out_outcomes_that_were_rejected(client_of, member, officer):
    response = ResponseFactory()
    for state in ("proposed", "rejected"):
        OutcomeFactory(
            recommendation=response.recommendation,
            response=response,
            evidence=f"What is said of the part {state}.",
            place=f"the part {state}",
            state=state,
            note="No.",
            decided_by=officer,
            decided_at="2026-09-01T09:00Z",
        )
    page = text(client_of(member).get(response.letter.get_absolute_url()))
    assert "the part proposed" in page
    assert "the part rejected" not in page


def test_letters_are_listed_newest_first(client_of, member):
    older, newer = (LetterFactory(dated=date(2026, month, 1)) for month in (3, 9))
    page = text(client_of(member).get(LETTERS))
    assert page.index(newer.get_absolute_url()) < page.index(older.get_absolute_url())


@pytest.mark.parametrize(("persona", "may"), [("officer", True), ("member", False)])
def test_letters_offer_to_add_one_to_those_who_may(request, client_of, persona, may):
    page = text(client_of(request.getfixturevalue(persona)).get(LETTERS))
    assert "No letter has been added yet." in page
    assert (ADD in page) is may


@pytest.mark.parametrize("name", ["letter", "letter_source"])
def test_unknown_letter_is_not_found(client_of, officer, name):
    assert client_of(officer).get(reverse(f"recommendations:{name}", args=[99])).status_code == 404


def test_get_writes_nothing(client_of, officer, waiting):
    letter = LetterFactory()
    before = rows()
    pages = [LETTERS, ADD, waiting[1], letter.get_absolute_url()]
    for page in [*pages, reverse("recommendations:letter_source", args=[letter.pk])]:
        assert client_of(officer).get(page).status_code == 200
    assert rows() == before


@pytest.mark.parametrize("number", [1, 3])
def test_letters_take_a_fixed_number_of_queries(
    client_of, member, django_assert_num_queries, number
):
    for _ in range(number):
        ResponseFactory()
    client = client_of(member)
    client.get(LETTERS)
    with django_assert_num_queries(4):
        client.get(LETTERS)


@pytest.mark.parametrize("number", [1, 3])
def test_letter_takes_a_fixed_number_of_queries(
    client_of, member, django_assert_num_queries, number
):
    letter = LetterFactory()
    for _ in range(number):
        response = ResponseFactory(letter=letter, recommendation__version=letter.version)
        OutcomeFactory(recommendation=response.recommendation, response=response)
    client = client_of(member)
    client.get(letter.get_absolute_url())
    with django_assert_num_queries(13):
        client.get(letter.get_absolute_url())


def test_sending_in_may_be_repeated_and_still_records_nothing(client_of, officer, draft, points):
    client, before = client_of(officer), rows()
    for _ in range(2):
        send_in(client, draft, LETTER.encode())
    assert rows() == before


@pytest.mark.parametrize("number", [1, 3])
def test_review_takes_a_fixed_number_of_queries(
    client_of, officer, draft, django_assert_num_queries, number
):
    for _ in range(number):
        recommend(draft, by=officer)
    client = client_of(officer)
    page = send_in(client, draft, LETTER.encode()).url
    client.get(page)
    with django_assert_num_queries(10):
        client.get(page)


@pytest.mark.parametrize("ending", [".txt", ""])
def test_long_name_of_a_file_leaves_a_short_address(client_of, officer, draft, points, ending):
    name = "".join(hashlib.sha256(bytes([n])).hexdigest() for n in range(6)) + ending
    client = client_of(officer)
    page = send_in(client, draft, LETTER.encode(), name=name).url
    assert len(page) < 400
    shown = text(client.get(page))
    assert name[:60] in shown
    assert name not in shown


# --- Not about a plan --------------------------------------------------------------------


def test_letter_not_about_a_plan_goes_all_the_way(client_of, officer, member, draft, points):
    other = recommend(None, by=officer, text=HOURS)
    client = client_of(officer)
    page = client.post(ADD, {"version": "", "pasted": LETTER}).url
    form = filled(client.get(page))
    assert form["answer-0-recommendation"] == str(other.pk)
    assert client.post(page, form | {"answer-1-recommendation": ""}).status_code == 302
    letter = ResponseLetter.objects.get()
    assert letter.version is None
    for address in (letter.get_absolute_url(), LETTERS):
        assert "Matters not about a plan" in text(client_of(member).get(address))
    assert "Answered by" in text(client_of(member).get(other.get_absolute_url()))
    assert not Outcome.objects.exists()

"""A letter's way in, through the client: sent in, read, corrected, confirmed, kept."""

import hashlib
import io
from datetime import date, timedelta

import docx
import pytest
from django.apps import apps
from django.core import signing
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pcp_scrutiny.documents import holding
from recommendations.models import Outcome, Response, ResponseLetter
from tests.factories.plans import PlanVersionFactory, ReceivedFileFactory
from tests.factories.recommendations import (
    LetterFactory,
    OutcomeFactory,
    RecommendationFactory,
    ResponseFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)
from tests.recommendations.pages import filled, text
from tests.recommendations.test_reviewing import HOURS, LETTER, THEFT

pytestmark = pytest.mark.django_db
LETTERS = reverse("recommendations:letters")
ADD = reverse("recommendations:add_letter")
REVIEW = reverse("recommendations:review_letter")
OTHERS = ["clerk", "member", "chair", "administrator", "nobody"]


def word(words=LETTER):
    document, out = docx.Document(), io.BytesIO()
    for paragraph in words.split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(out)
    return out.getvalue()


# What signing in and showing a page may write, and is not the record.
SURROUNDINGS = ("sessions", "auth", "contenttypes")


def rows():
    """How many rows every other table has, each table of history too."""
    models = [m for m in apps.get_models() if m._meta.app_label not in SURROUNDINGS]
    return {model._meta.label: model._default_manager.count() for model in models}


@pytest.fixture
def draft(officer):
    return version_of([("1", "Every ward has an officer."), ("2", "Patrols.")], by=officer)


@pytest.fixture
def points(officer, draft):
    return [recommend(draft, by=officer, text=words) for words in (HOURS, THEFT)]


def send_in(client, draft, data=None, *, name="letter.txt", pasted="", **changed):
    form = {"version": draft.pk, "pasted": pasted, **changed}
    if data is not None:
        form["upload"] = SimpleUploadedFile(name, data)
    return client.post(ADD, form)


@pytest.fixture
def waiting(client_of, officer, draft, points):
    """An officer's browser, and the address of the page that asks to check a letter."""
    client = client_of(officer)
    return client, send_in(client, draft, LETTER.encode()).url


# --- Sending in ---------------------------------------------------------------------------------


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


# --- Whose it is --------------------------------------------------------------------------------


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


# --- Confirming ---------------------------------------------------------------------------------


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


def test_same_letter_again_is_refused_and_what_was_typed_is_kept(draft, waiting):
    client, page = waiting
    client.post(page, filled(client.get(page)))
    before = rows()
    again = send_in(client, draft, LETTER.encode()).url
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


# --- Kept ---------------------------------------------------------------------------------------


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
    for words in ("Letter of 20 July 2026", "OPCC/14", "1 point answered", "Deferred"):
        assert words in page
    assert letter.source.sha256 in page
    assert points[0].get_absolute_url() in page


def test_letter_page_leaves_out_outcomes_that_were_rejected(client_of, member, officer):
    response = ResponseFactory()
    for state in ("proposed", "rejected"):
        OutcomeFactory(
            recommendation=response.recommendation,
            response=response,
            place=f"the part {state}",
            state=state,
            note="No.",
            decided_by=officer,
            decided_at="2026-09-01T09:00Z",
        )
    page = text(client_of(member).get(response.letter.get_absolute_url()))
    assert "The part proposed" in page
    assert "part rejected" not in page


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
    with django_assert_num_queries(8):
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
    with django_assert_num_queries(6):
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


# --- Not about a plan ---------------------------------------------------------------------------


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


# --- Correcting ---------------------------------------------------------------------------------


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

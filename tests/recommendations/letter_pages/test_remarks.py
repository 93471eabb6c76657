"""What an officer is told of a letter before it is confirmed, and what is impossible."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from recommendations import actions
from recommendations.models import Response, ResponseLetter
from tests.factories.recommendations import (
    JudgementFactory,
    answer,
    letter_with,
    received_letter,
    recommend,
    version_of,
)
from tests.recommendations.correspondence.test_reviewing import HOURS, LETTER, THEFT
from tests.recommendations.letter_pages.sending import ADD, rows, send_in
from tests.recommendations.pages import filled, text

pytestmark = pytest.mark.django_db


def review(client, draft, words=LETTER):
    return client.get(send_in(client, draft, words.encode()).url)


def test_claims_are_shown_with_the_words_that_led_to_them(client_of, officer, draft, points):
    page = text(review(client_of(officer), draft))
    assert "What it claims:" in page
    assert "Says that a change was made at paragraph 2" in page
    assert '<mark class="app-led-by">' in page


def test_recommendation_without_an_answer_is_shown_as_such_and_may_stay_so(
    client_of, officer, draft, points
):
    third = recommend(draft, by=officer, text="Say how many horses the force will keep, and where.")
    client = client_of(officer)
    page = send_in(client, draft, LETTER.encode()).url
    shown = client.get(page)
    assert "Not answered" in text(shown)
    form = filled(shown)
    assert form["answer-2-recommendation"] == str(third.pk)
    assert client.post(page, form).status_code == 302
    assert not third.responses.exists()
    letter = text(client.get(ResponseLetter.objects.get().get_absolute_url()))
    assert "The letter answers 2 points." in letter


def test_recommendation_that_was_sent_and_not_answered_is_named_on_the_letters_page(
    client_of, member, officer, draft, points
):
    actions.send_recommendations(points, sent_on=date(2026, 6, 20), due_on=None, by=officer)
    letter = letter_with(answer(points[0], "I agree.", "accepted"), by=officer)
    page = text(client_of(member).get(letter.get_absolute_url()))
    assert f"1 recommendation that the panel sent is not answered in it: {points[1]}." in page
    JudgementFactory(recommendation=points[1], decision="withdrawn")
    assert "is not answered in it" not in text(client_of(member).get(letter.get_absolute_url()))


def test_answer_given_before_is_said_and_the_later_date_counts(client_of, officer, draft, points):
    letter_with(
        answer(points[0], "No.", "not accepted"), by=officer, dated=date(2026, 7, 1), data=b"No."
    )
    page = text(review(client_of(officer), draft))
    assert "It was answered before, in the letter of 1 July 2026 (not accepted)." in page
    assert "the one in the letter with the later date counts" in page


def test_withdrawn_recommendation_is_said(client_of, officer, draft, points):
    JudgementFactory(recommendation=points[0], decision="withdrawn")
    assert f"The panel withdrew {points[0]} on" in text(review(client_of(officer), draft))


def test_letter_dated_before_it_was_sent_is_said_before_and_after(
    client_of, officer, draft, points
):
    actions.send_recommendations(points, sent_on=date(2026, 8, 1), due_on=None, by=officer)
    client = client_of(officer)
    page = send_in(client, draft, LETTER.encode()).url
    shown = client.get(page)
    assert "was sent on 1 August 2026, after the date of the letter (20 July 2026)" in text(shown)
    kept = text(client.post(page, filled(shown), follow=True))
    assert f"The letter is dated before {points[0]} was sent, on 1 August 2026." in kept


def test_recommendation_that_is_not_recorded_as_sent_is_said(client_of, officer, draft, points):
    assert "is not recorded as sent" in text(review(client_of(officer), draft))


def test_place_that_no_version_has_is_said(client_of, officer, draft, points):
    page = text(review(client_of(officer), draft, LETTER.replace("Para 2", "Para 80")))
    assert "The draft of 5 May 2026 has no paragraph 80." in page
    version_of([("1", "Every ward has an officer."), ("2", "More.")], revises=draft, by=officer)
    page = text(review(client_of(officer), draft, LETTER.replace("Para 2", "Para 81")))
    neither = "Neither the draft of 5 May 2026 nor the issued plan of 1 September 2026 has"
    assert f"{neither} no paragraph 81." not in page
    assert f"{neither} a paragraph 81." in page


def test_number_that_two_paragraphs_have_is_said(client_of, officer):
    parts = [("1", "Wards.", ["Roads"]), ("2", "Patrols.", ["Roads"]), ("2", "Dogs.", ["Parks"])]
    draft = version_of(parts, by=officer)
    for words in (HOURS, THEFT):
        recommend(draft, by=officer, text=words)
    page = text(review(client_of(officer), draft))
    assert "has 2 paragraphs 2, under “Roads” and “Parks”. All of them are kept." in page


def test_point_that_resembles_a_recommendation_on_another_version_is_said(
    client_of, officer, draft, points
):
    revised = version_of([("1", "A named officer."), ("2", "Walks.")], revises=draft, by=officer)
    recommend(revised, by=officer, text="Say how many horses the force will keep, and where.")
    page = text(review(client_of(officer), revised))
    assert f"This point resembles {points[0]}, which is about the draft of 5 May 2026." in page
    assert "add it again for that version" in page


# --- Impossible ---------------------------------------------------------------------------------


def test_letter_read_twice_is_refused_as_it_comes_in_and_leads_to_the_first(
    client_of, officer, draft, points
):
    letter = letter_with(answer(points[0], "I agree.", "accepted"), by=officer, data=b"I agree.")
    client, before = client_of(officer), rows()
    for again in ({"data": b"I agree."}, {"pasted": "I agree."}):
        refused = send_in(client, draft, **again)
        assert refused.status_code == 200
        assert "This letter was added before, as the letter of 20 July 2026" in text(refused)
        assert letter.get_absolute_url() in text(refused)
    assert rows() == before


def test_same_words_on_another_version_are_another_letter(client_of, officer, draft, points):
    letter_with(answer(points[0], "I agree.", "accepted"), by=officer, data=b"I agree.")
    recommend(None, by=officer)
    assert client_of(officer).post(ADD, {"version": "", "pasted": "I agree."}).status_code == 302


def test_answer_to_a_recommendation_on_another_version_is_refused(officer, draft, points):
    stranger = recommend(version_of([("1", "Wards.")], by=officer), by=officer)
    with pytest.raises(ValidationError, match="add the letter again for the version"):
        letter_with(answer(stranger, "I agree.", "accepted"), by=officer, version=draft)
    with pytest.raises(ValidationError, match="matters that are not of a plan"):
        actions.confirm_letter(
            received_letter(b"I agree."),
            [answer(stranger, "I agree.", "accepted")],
            version=None,
            by=officer,
        )
    assert not Response.objects.exists()


def test_letter_older_than_what_it_answers_is_refused_and_says_what_to_do(
    client_of, officer, draft, points
):
    client = client_of(officer)
    page = send_in(client, draft, LETTER.encode()).url
    refused = client.post(page, filled(client.get(page)) | {"dated_month": "5"})
    assert "The letter is dated 20 May 2026, before the panel made" in text(refused)
    assert not ResponseLetter.objects.exists()


def test_letter_is_not_made_older_than_what_it_answers_afterwards(client_of, officer, points):
    letter = letter_with(answer(points[0], "I agree.", "accepted"), by=officer)
    client, page = client_of(officer), reverse("recommendations:edit_letter", args=[letter.pk])
    refused = client.post(page, filled(client.get(page)) | {"dated_month": "5"})
    assert "Correct the date of the letter" in text(refused)
    letter.refresh_from_db()
    assert letter.dated == date(2026, 7, 20)


# --- All at once --------------------------------------------------------------------------------


def test_all_findings_of_a_letter_are_confirmed_at_once(client_of, officer, draft, points):
    said = "I have amended Para 1 and 2."
    letter = letter_with(answer(points[0], said, "accepted", cites="1, 2"), by=officer)
    issued = version_of([("1", "Named officers."), ("2", "Walks.")], revises=draft, by=officer)
    client, page = client_of(officer), reverse("recommendations:confirm_letter", args=[letter.pk])
    shown = client.get(letter.get_absolute_url())
    assert page in text(shown)
    seen = [f"{key}:{stamp}" for key, stamp in shown.context["account"].proposed]
    assert len(seen) == issued.outcomes.count() == 2
    stale = client.post(page, {"seen": [seen[0], f"{seen[1]}0"]}, follow=True)
    assert "Nothing has been recorded." in text(stale)
    assert issued.outcomes.proposed().count() == 2
    assert "Confirmed: 2 of this letter." in text(client.post(page, {"seen": seen}, follow=True))
    assert not issued.outcomes.proposed().exists()

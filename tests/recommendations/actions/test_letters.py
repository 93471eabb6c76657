"""Confirming letters, and correcting what was read from them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pcp_scrutiny import history
from pcp_scrutiny.documents.models import ReceivedFile
from recommendations import actions
from recommendations.models import (
    Citation,
    Outcome,
    Response,
    ResponseLetter,
)
from tests.factories.recommendations import (
    answer,
    letter_with,
    received_letter,
    recommend,
    version_of,
)
from tests.recommendations.actions.samples import PARTS, last

LETTER = (ResponseLetter, Response, ReceivedFile, Citation, Outcome)


def counts():
    return [model.objects.count() for model in LETTER]


def test_confirm_letter_writes_letter_answers_and_citations(officer, draft, points):
    said = "I have amended Para 2. Minute 4 of the meeting of 3 March records it."
    letter = letter_with(
        answer(points[0], "No, for want of money.", "not accepted", reason="for want of money"),
        answer(points[1], said, "accepted", cites="2"),
        by=officer,
        reference="OPCC/14",
        dated=date(2026, 7, 3),
    )
    assert (letter.version, letter.reference, letter.dated) == (draft, "OPCC/14", date(2026, 7, 3))
    assert said in letter.text
    first, second = letter.responses.order_by("position")
    assert (first.recommendation, first.decision) == (points[0], "not accepted")
    assert first.reason == "for want of money"
    assert (second.point, second.text) == (points[1].text, said)
    cited = {citation.document: citation for citation in second.citations.all()}
    assert cited["plan"].paragraphs.get().label == "2"
    assert cited["minutes"].labels
    assert not cited["minutes"].paragraphs.exists()


def test_confirm_letter_says_who_and_why(officer, points):
    letter = letter_with(answer(points[0], "See Para 1.", "noted", cites="1"), by=officer)
    response = letter.responses.get()
    assert last(letter) == (officer, "Letter received")
    assert last(letter.source) == (officer, "Received")
    assert last(response) == (officer, "Read from the letter and confirmed")
    assert last(response.citations.get()) == (officer, "Cited in the response")


def test_confirm_letter_keeps_the_file_byte_for_byte(officer, points):
    data = "\ufeffDear Chair,\r\n\r\nI agree.\t\r\n".encode()
    letter = letter_with(answer(points[0], "I agree.", "accepted"), by=officer, data=data)
    with letter.source.content.open("rb") as file:
        assert file.read() == data
    assert letter.source.size == len(data)


def test_confirm_letter_refuses_the_same_letter_again(officer, points):
    data = b"I agree with both."
    letter_with(answer(points[0], "I agree.", "accepted"), by=officer, data=data)
    before = counts()
    with pytest.raises(ValidationError, match="added before, as the letter of 20 July 2026"):
        letter_with(answer(points[1], "I agree.", "accepted"), by=officer, data=data)
    assert counts() == before


def test_confirm_letter_takes_the_same_words_on_another_version(officer, points):
    data = b"I agree with both."
    letter_with(answer(points[0], "I agree.", "accepted"), by=officer, data=data)
    other = recommend(version_of(PARTS, by=officer), by=officer)
    assert letter_with(answer(other, "I agree.", "accepted"), by=officer, data=data).pk


def test_confirm_letter_answers_what_is_not_about_a_plan(officer):
    other = recommend(None, by=officer)
    letter = letter_with(answer(other, "See Para 2.", "noted", cites="2"), by=officer, data=b"See.")
    assert letter.version is None
    assert letter.responses.get().citations.get().labels == ["2"]
    assert not Outcome.objects.exists()
    with pytest.raises(ValidationError, match="added before"):
        letter_with(answer(other, "See Para 2.", "noted"), by=officer, data=b"See.")


@pytest.mark.parametrize("is_about_a_plan", [True, False])
def test_confirm_letter_waits_for_another_on_the_same(officer, draft, is_about_a_plan):
    point = recommend(draft if is_about_a_plan else None, by=officer)
    with CaptureQueriesContext(connection) as queries:
        letter_with(answer(point, "I agree.", "accepted"), by=officer)
    table = "plans_planversion" if is_about_a_plan else "recommendations_recommendation"
    asked = [query["sql"] for query in queries]
    check = next(at for at, sql in enumerate(asked) if "sha256" in sql)
    held = [sql for sql in asked[:check] if f'FROM "{table}"' in sql]
    assert held
    if connection.features.has_select_for_update:  # SQLite locks as a whole
        assert "FOR UPDATE" in held[0]


def test_confirm_letter_refuses_one_recommendation_answered_twice(officer, points):
    first, second = points
    with pytest.raises(ValidationError, match=f"^..{first} is answered twice"):
        letter_with(
            answer(first, "I agree.", "accepted"),
            answer(second, "I agree.", "accepted"),
            answer(first, "I do not.", "not accepted"),
            by=officer,
        )
    assert not ResponseLetter.objects.exists()


def test_confirm_letter_refuses_to_answer_nothing(officer, draft):
    with pytest.raises(ValidationError, match="at least one answer"):
        actions.confirm_letter(received_letter(b"Dear Chair"), [], version=draft, by=officer)
    assert not ReceivedFile.objects.filter(name="letter.txt").exists()


def test_confirm_letter_is_all_or_none(officer, points):
    before = counts()
    with pytest.raises(ValidationError):
        letter_with(
            answer(points[0], "I agree.", "accepted"),
            answer(points[1], "No.", "not accepted", reason=""),
            by=officer,
        )
    assert counts() == before


def test_confirm_letter_proposes_outcomes_in_each_locked_revision(officer, draft, points):
    now = [PARTS[0], ("2", "Hours of patrol on foot are published in each month.")]
    locked = version_of(now, revises=draft, by=officer)
    version_of(now, revises=draft, by=officer, lock=False)
    letter_with(answer(points[1], "I have amended Para 2.", "accepted", cites="2"), by=officer)
    assert [(o.version, o.verdict) for o in Outcome.objects.all()] == [(locked, "borne out")]


# --- Correcting what was read from a letter -----------------------------------------------------


def test_correct_response_writes_the_answer_and_what_it_cites(officer, points):
    response = letter_with(
        answer(points[0], "See Para 1.", "noted", cites="1"), by=officer
    ).responses.get()
    response.decision = "deferred"
    actions.correct_response(response, cites="2", by=officer, seen=history.stamp(response))
    stored = Response.objects.get()
    assert stored.decision == "deferred"
    assert [c.labels for c in stored.citations.all()] == [["2"]]
    assert stored.citations.get().paragraphs.get().label == "2"
    assert last(stored) == (officer, "Corrected")


def test_correct_response_proposes_its_outcomes_again(officer, draft, points):
    now = [PARTS[0], ("2", "Hours of patrol on foot are published in each month.")]
    version_of(now, revises=draft, by=officer)
    said = "I have amended the plan."
    response = letter_with(answer(points[1], said, "accepted", cites="1"), by=officer)
    response = response.responses.get()
    assert "1" in Outcome.objects.values_list("place", flat=True)
    actions.correct_response(response, cites="2", by=officer, seen=None)
    assert [(o.place, o.verdict) for o in Outcome.objects.all()] == [("2", "borne out")]


def test_correct_response_leaves_decisions_alone(officer, draft, points):
    version_of([PARTS[0], ("2", "Hours are published.")], revises=draft, by=officer)
    letter = letter_with(
        answer(points[1], "I have amended Para 2.", "accepted", cites="2"), by=officer
    )
    actions.confirm_outcome(Outcome.objects.get(), by=officer)
    response = letter.responses.get()
    response.decision = "noted"
    actions.correct_response(response, cites="", by=officer, seen=None)
    assert Outcome.objects.get().state == "confirmed"


def test_correct_response_refuses_what_someone_else_changed_meanwhile(officer, clerk, points):
    letter = letter_with(answer(points[0], "I agree.", "accepted"), by=officer)
    response = letter.responses.get()
    seen = history.stamp(response)
    actions.correct_response(Response.objects.get(), cites="2", by=clerk, seen=seen)
    with pytest.raises(history.Stale):
        actions.correct_response(response, cites="1", by=officer, seen=seen)
    assert Response.objects.get().citations.get().labels == ["2"]


def test_correct_response_that_is_not_about_a_plan_proposes_nothing(officer):
    letter = letter_with(answer(recommend(None, by=officer), "Yes.", "accepted"), by=officer)
    actions.correct_response(letter.responses.get(), cites="2", by=officer, seen=None)
    assert not Outcome.objects.exists()


def test_correct_letter_says_who_and_why(officer, points):
    letter = letter_with(answer(points[0], "I agree.", "accepted"), by=officer)
    letter.reference = "OPCC/15"
    actions.correct_letter(letter, by=officer, seen=history.stamp(letter))
    assert ResponseLetter.objects.get().reference == "OPCC/15"
    assert last(letter) == (officer, "Corrected")

"""A held letter, read: what is proposed beside it, and what confirming it keeps."""

from datetime import date

import pytest
from django.http import QueryDict

from pcp_scrutiny.documents import holding
from recommendations.correspondence import reviewing
from recommendations.models import Response, ResponseLetter
from tests.factories.recommendations import recommend, version_of

HOURS = "The hours that officers spend on foot patrol should be published every month."
THEFT = "Every shop theft should be visited on the day that it is reported."
RURAL = "A dedicated team for rural crime should be set up in the north of the county."

LETTER = """Our ref: OPCC/7

20 July 2026

Dear Chair,

Thank you for the panel's report on my draft plan.

Recommendation 1: The hours that officers spend on foot patrol should be published every month.

Response: I accept this recommendation and have amended the plan. Please see Para 2.

Recommendation 2: Every shop theft should be visited on the day that it is reported.

Response: I do not accept this recommendation because there is no money for it. Minute 12 of the \
meeting of 3 March 2026 records why.

Yours sincerely,

The Commissioner
"""


def held(data, **said):
    return holding.hold(data, purpose=reviewing.PURPOSE, **said)


@pytest.fixture
def draft(officer):
    parts = [("1", "Wards."), ("2", "Patrol."), ("3", "Roads.", ["Roads, rail and rivers"])]
    return version_of(parts, by=officer)


@pytest.fixture
def points(officer, draft):
    return [recommend(draft, by=officer, text=text) for text in (HOURS, THEFT, RURAL)]


@pytest.fixture
def read(officer, draft):
    def hold_and_read(text=LETTER, *, pasted=False):
        about = {"version": draft.pk, "pasted": pasted}
        token = held(text.encode(), name="letter.txt", by=officer, about=about)
        return reviewing.read(token, by=officer)

    return hold_and_read


def proposed(reading):
    return reviewing.forms_for(reading, None).answers.initial


# --- Reading ------------------------------------------------------------------------------------


def test_read_gives_the_letter_and_what_it_may_answer(draft, points, read, officer):
    recommend(None, by=officer, reference="Elsewhere")
    reading = read()
    assert (reading.version, list(reading.recommendations)) == (draft, points)
    assert "Thank you for the panel's report" in reading.document.text
    assert len(reading.letter.pairs) == 2


def test_read_refuses_a_letter_whose_version_is_gone(officer, draft):
    token = held(b"Dear Chair", name="a.txt", by=officer, about={"version": draft.pk + 99})
    with pytest.raises(holding.NotHeldError):
        reviewing.read(token, by=officer)


def test_read_refuses_someone_elses_letter(officer, clerk, draft):
    token = held(b"Dear Chair", name="a.txt", by=officer, about={"version": draft.pk})
    with pytest.raises(holding.NotHeldError):
        reviewing.read(token, by=clerk)


@pytest.mark.parametrize("text", ["<html>pasted from a page</html>", "%PDF-1.7 as we call it"])
def test_pasted_text_is_text_whatever_it_looks_like(read, points, text):
    assert text in read(text, pasted=True).document.text


def test_read_without_a_version_offers_what_is_not_about_a_plan(officer, points):
    other = recommend(None, by=officer, text=HOURS)
    about = {"version": None}
    reading = reviewing.read(
        held(LETTER.encode(), name="a.txt", by=officer, about=about), by=officer
    )
    assert (reading.version, list(reading.recommendations)) == (None, [other])
    assert proposed(reading)[0]["recommendation"] == other
    _, letter = confirm(reading, data(row(other)), officer)
    assert letter.version is None
    assert letter.responses.get().recommendation == other


# --- What is proposed ---------------------------------------------------------------------------


def test_each_point_is_proposed_with_its_recommendation(points, read):
    first, second, rest = proposed(read())
    assert (first["recommendation"], second["recommendation"]) == (points[0], points[1])
    assert first["text"].startswith("I accept this recommendation")
    assert (first["decision"], first["cites"], first["unsure"]) == ("accepted", "2", "")
    assert (second["decision"], second["cites"]) == ("not accepted", "")
    assert second["reason"].endswith("no money for it.")
    assert [cited.words for cited in second["elsewhere"]] == ["Minute 12"]
    assert (rest["recommendation"], rest["unsure"]) == (points[2], reviewing.NOT_READ)


def test_point_like_no_recommendation_says_so(points, read):
    strange = "Recommendation 9: Horses in the fens want better hay and warmer stables."
    strange = LETTER.replace(f"Recommendation 2: {THEFT}", strange)
    rows = proposed(read(strange))
    assert rows[1]["recommendation"] is None
    assert reviewing.NOT_MATCHED in rows[1]["unsure"]
    assert [row["recommendation"] for row in rows[2:]] == [points[1], points[2]]


def test_point_like_two_recommendations_says_so(officer, draft, read):
    for _ in range(3):
        recommend(draft, by=officer, text=HOURS)
    assert reviewing.NOT_SURE_WHICH in proposed(read(LETTER.replace("1:", "8:")))[0]["unsure"]


def test_heading_of_the_version_is_proposed_as_a_place(points, read):
    said = "Please see the section “Roads, rail and rivers”."
    rows = proposed(read(LETTER.replace("Please see Para 2.", said)))
    assert rows[0]["cites"] == "Roads, rail and rivers"


def test_letter_without_points_proposes_every_recommendation_to_type_in(points, read):
    reading = read("Dear Chair, thank you for a most enjoyable afternoon.")
    assert reading.letter.unsure
    assert [row["recommendation"] for row in proposed(reading)] == points


# --- Confirming ---------------------------------------------------------------------------------

HEAD = {"dated_day": "20", "dated_month": "7", "dated_year": "2026", "reference": "OPCC/7"}


def data(*rows, **head):
    sent = QueryDict(mutable=True)
    sent.update(
        {**HEAD, **head, "answer-TOTAL_FORMS": len(rows), "answer-INITIAL_FORMS": len(rows)}
    )
    for at, row in enumerate(rows):
        sent.update({f"answer-{at}-{name}": value for name, value in row.items()})
    return sent


def row(answered, **changed):
    answer = {"text": "I agree.", "decision": "accepted", "point": "", "reason": "", "cites": ""}
    return {**answer, "recommendation": answered.pk if answered else "", **changed}


def confirm(reading, sent, officer):
    forms = reviewing.forms_for(reading, sent)
    return forms, reviewing.confirmed(forms, reading, by=officer)


def test_confirmed_keeps_what_the_officer_corrected(officer, points, read):
    rows = [row(points[0], text="Corrected.", cites="2, 3"), row(points[2], decision="noted")]
    _, letter = confirm(read(), data(*rows, reference="Mine", dated_day="21"), officer)
    assert (letter.reference, letter.dated) == ("Mine", date(2026, 7, 21))
    first, second = letter.responses.all()
    assert (first.text, first.recommendation) == ("Corrected.", points[0])
    assert [label for c in first.citations.all() for label in c.labels] == ["2", "3"]
    assert (second.decision, second.recommendation) == ("noted", points[2])


def test_confirmed_leaves_out_a_point_without_a_recommendation(officer, points, read):
    rows = [row(points[0]), row(None, text="", decision="")]
    _, letter = confirm(read(), data(*rows), officer)
    assert letter.responses.count() == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "  \n"}, "text"),
        ({"decision": ""}, "decision"),
        ({"decision": "not accepted"}, "reason"),
        ({"decision": "maybe"}, "decision"),
        ({"recommendation": "9999"}, "recommendation"),
    ],
)
def test_answer_that_lacks_something_comes_back(officer, points, read, changed, field):
    forms, letter = confirm(read(), data(row(points[0], **changed)), officer)
    assert letter is None
    assert list(forms.answers.forms[0].errors) == [field]
    assert not ResponseLetter.objects.exists()


def test_letter_and_answers_are_checked_together(officer, points, read):
    forms, letter = confirm(read(), data(row(points[0], text=""), dated_day=""), officer)
    assert letter is None
    assert "dated" in forms.head.errors
    assert "text" in forms.answers.forms[0].errors


def test_recommendation_on_another_version_cannot_be_answered(officer, points, read):
    other = recommend(None, by=officer)
    forms, letter = confirm(read(), data(row(other)), officer)
    assert letter is None
    assert "recommendation" in forms.answers.forms[0].errors


def test_refusal_of_the_records_is_said_on_the_form(officer, points, read):
    forms, letter = confirm(read(), data(row(points[0]), row(points[0])), officer)
    assert letter is None
    assert "is answered twice" in str(forms.head.non_field_errors())


def test_nothing_answered_is_said_on_the_form(officer, points, read):
    forms, letter = confirm(read(), data(row(None)), officer)
    assert letter is None
    assert "at least one answer" in str(forms.head.non_field_errors())


@pytest.mark.parametrize("missing", ["answer-TOTAL_FORMS", "answer-INITIAL_FORMS"])
def test_form_that_lost_its_count_comes_back(officer, points, read, missing):
    sent = data(row(points[0]))
    del sent[missing]
    assert confirm(read(), sent, officer)[1] is None
    assert not Response.objects.exists()

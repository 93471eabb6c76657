"""A recommendation that several letters answer."""

from datetime import date

from recommendations import actions
from recommendations.models import Outcome
from tests.factories.recommendations import (
    answer,
    letter_with,
    recommend,
    version_of,
)
from tests.recommendations.outcomes.cases import (
    DRAFT,
    REWORDED,
    said,
)


def test_second_letter_adds_what_it_names_and_keeps_what_the_first_led_to(officer):
    draft = version_of(DRAFT, by=officer)
    point = recommend(draft, by=officer)
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    issued = version_of(REWORDED, revises=draft, by=officer)
    letter_with(answer(point, "I have also amended Para 5.", "accepted", cites="5"), by=officer)
    assert [(p, v) for p, v, _ in said(issued)] == [("2", "borne out"), ("5", "not borne out")]


def letters(officer, *said):
    """A recommendation answered by several letters, a month apart, and then the revised plan."""
    draft = version_of(DRAFT, by=officer)
    point = recommend(draft, by=officer)
    for month, (text, decision, cites) in enumerate(said, start=6):
        one = answer(point, text, decision, cites=cites)
        letter_with(one, by=officer, dated=date(2026, month, 20))
    return version_of(REWORDED, revises=draft, by=officer)


def test_later_letter_corrects_what_an_earlier_one_said_of_a_place(officer):
    issued = letters(
        officer,
        ("I have amended Para 5.", "accepted", "5"),
        ("In truth Para 5 already covers this.", "already covered", "5"),
    )
    assert said(issued) == [("5", "as stated", "unchanged")]
    assert Outcome.objects.get().response.letter.dated == date(2026, 7, 20)


def test_later_letter_takes_back_a_claim(officer):
    issued = letters(
        officer,
        ("I have amended Para 5 and Para 2.", "accepted", "2, 5"),
        ("I have not amended Para 5 after all.", "accepted in part", "5"),
    )
    assert said(issued) == [("2", "borne out", "reworded")]


def test_later_letter_does_not_undo_what_an_officer_confirmed(officer):
    issued = letters(officer, ("I have amended Para 5.", "accepted", "5"))
    actions.confirm_outcome(Outcome.objects.get(), by=officer)
    point = Outcome.objects.get().recommendation
    correction = answer(point, "Para 5 already covers this.", "already covered", cites="5")
    letter_with(correction, by=officer, dated=date(2026, 10, 1))
    assert said(issued) == [("5", "not borne out", "unchanged")]


def test_claim_without_a_place_goes_once_a_later_letter_names_one(officer):
    issued = letters(
        officer,
        ("I have amended the Plan to reflect this.", "accepted", ""),
        ("The change is at Para 2, which I have amended.", "accepted", "2"),
    )
    assert said(issued) == [("2", "borne out", "reworded")]

"""Officers enter outcomes of their own and correct what was proposed; no machine changes that."""

import pytest
from django.core.exceptions import ValidationError

from pcp_scrutiny import history
from plans.models import Revision
from recommendations import actions
from recommendations.models import Outcome
from recommendations.outcomes import proposing
from recommendations.outcomes.verdicts import NO_PLACE
from tests.factories.recommendations import answer, letter_with, recommend, version_of
from tests.recommendations.outcomes.cases import DRAFT, PATROL_NOW, REWORDED, RURAL, revised

SAID = "I have amended the Plan to reflect this."


@pytest.fixture
def draft(officer):
    return version_of(DRAFT, by=officer)


@pytest.fixture
def point(officer, draft):
    """A recommendation whose response says that the plan was changed, and not where."""
    point = recommend(draft, by=officer, text="Patrols matter.")
    letter_with(answer(point, SAID, "accepted"), by=officer)
    return point


@pytest.fixture
def issued(officer, draft, point):
    return version_of([*REWORDED, ("7", RURAL)], revises=draft, by=officer)


def revision(version, label):
    return Revision.objects.get(comparison__later=version, later__label=label)


def enter(officer, point, issued, label="2", verdict="borne out", **fields):
    fields.setdefault("revision", revision(issued, label) if label else None)
    return actions.enter_outcome(
        recommendation=point, version=issued, verdict=verdict, by=officer, **fields
    )


def test_what_an_officer_enters_is_confirmed_and_says_who_and_why(officer, point, issued):
    outcome = enter(officer, point, issued, note="It is the only change on patrols.")
    assert (outcome.place, outcome.basis, outcome.state) == ("2", "officer", "confirmed")
    assert (outcome.decided_by, outcome.response) == (officer, point.responses.get())
    assert outcome.evidence == "An officer found that the change at paragraph 2 answers the point."
    row = outcome.history.get()
    assert (row.history_user, row.history_change_reason) == (
        officer,
        "Entered: It is the only change on patrols.",
    )


def test_place_that_is_found_takes_the_place_of_the_one_that_was_not_named(officer, point, issued):
    placeless = Outcome.objects.get()
    assert placeless.place == NO_PLACE
    enter(officer, point, issued)
    assert [o.place for o in Outcome.objects.all()] == ["2"]
    gone = Outcome.history.filter(id=placeless.pk).latest()
    assert gone.history_change_reason == "An officer found the place: 2"
    assert proposing.propose(issued, by=officer) == []
    assert [o.place for o in Outcome.objects.all()] == ["2"]


@pytest.mark.parametrize(
    ("label", "verdict", "place", "words"),
    [
        ("1", "borne out", "", "word for word the same"),
        ("1", "changed without being claimed", "", "word for word the same"),
        ("", "borne out", "9", "Choose the paragraph of the plan"),
        ("", "as stated", "9", "Choose the paragraph of the plan"),
        ("2", "not found", "", "leave the change out"),
        ("", "not found", "", "Enter the place"),
    ],
)
def test_verdict_that_does_not_fit_is_refused(officer, point, issued, label, verdict, place, words):
    before = Outcome.objects.count()
    with pytest.raises(ValidationError, match=words):
        enter(officer, point, issued, label, verdict, place=place)
    assert Outcome.objects.count() == before


@pytest.mark.parametrize(
    ("label", "verdict", "place"),
    [("1", "as stated", ""), ("1", "not borne out", ""), ("", "not found", "80")],
)
def test_outcome_need_not_rest_on_a_change(officer, point, issued, label, verdict, place):
    outcome = enter(officer, point, issued, label, verdict, place=place)
    assert (outcome.place, outcome.verdict) == (place or label, verdict)


def test_recommendation_of_another_plan_is_refused(officer, issued):
    stranger = recommend(version_of(DRAFT, by=officer), by=officer)
    with pytest.raises(ValidationError, match="was not made from"):
        enter(officer, stranger, issued)


def test_change_of_another_version_is_refused(officer, point, issued):
    other = version_of(DRAFT, by=officer)
    elsewhere = revision(version_of(REWORDED, revises=other, by=officer), "2")
    with pytest.raises(ValidationError, match="of another version"):
        enter(officer, point, issued, revision=elsewhere)


def test_open_version_is_refused(officer, draft, point):
    version = version_of(REWORDED, revises=draft, by=officer, lock=False)
    with pytest.raises(ValidationError, match="Lock the"):
        enter(officer, point, version)


def test_same_place_twice_is_refused_and_names_what_is_there(officer, point, issued):
    enter(officer, point, issued)
    with pytest.raises(ValidationError, match="paragraph 2: borne out already"):
        enter(officer, point, issued)


# --- Correcting ---------------------------------------------------------------------------------


@pytest.fixture
def proposed(officer, draft):
    """Said to be at 5, which is word for word the same; 2 was reworded."""
    point = recommend(draft, by=officer)
    letter_with(answer(point, "I have amended Para 5.", "accepted", cites="5"), by=officer)
    version_of(revised(("2", PATROL_NOW)), revises=draft, by=officer)
    return Outcome.objects.get()


def correct(outcome, officer, label, verdict="borne out", note="It is at 2.", **fields):
    found = revision(outcome.version, label) if label else None
    return actions.correct_outcome(
        outcome, revision=found, verdict=verdict, note=note, by=officer, **fields
    )


def test_correcting_says_what_why_and_who(officer, proposed):
    corrected = correct(proposed, officer, "2")
    assert (corrected.pk, corrected.place, corrected.verdict) == (proposed.pk, "2", "borne out")
    assert (corrected.state, corrected.basis, corrected.note) == (
        "confirmed",
        "officer",
        "It is at 2.",
    )
    assert corrected.history.latest().history_change_reason == "Corrected: It is at 2."


def test_machine_neither_changes_what_was_corrected_nor_proposes_the_old_place(officer, proposed):
    correct(proposed, officer, "2")
    before = list(Outcome.objects.values())
    assert proposing.propose(proposed.version, by=officer) == []
    assert list(Outcome.objects.values()) == before


def test_correcting_the_verdict_only_leaves_the_place_and_who_named_it(officer, proposed):
    corrected = correct(proposed, officer, "5", "as stated", note="It was there before.")
    assert (corrected.place, corrected.basis) == ("5", "cited")
    assert corrected.evidence == (
        "An officer found that paragraph 5 says what the response states."
    )


@pytest.mark.parametrize(
    ("label", "verdict", "note", "words"),
    [
        ("2", "borne out", " ", "Enter why"),
        ("5", "borne out", "No.", "word for word the same"),
        ("", "as stated", "No.", "Choose the paragraph"),
    ],
)
def test_correction_that_does_not_fit_is_refused(officer, proposed, label, verdict, note, words):
    before = list(Outcome.objects.values())
    with pytest.raises(ValidationError, match=words):
        correct(proposed, officer, label, verdict, note)
    assert list(Outcome.objects.values()) == before


def test_correcting_what_has_moved_on_is_stale(officer, proposed):
    seen = history.stamp(proposed)
    actions.confirm_outcome(proposed, by=officer)
    with pytest.raises(history.Stale):
        correct(proposed, officer, "2", seen=seen)


# --- Many at once -------------------------------------------------------------------------------


def test_all_that_wait_are_confirmed_at_once_or_none(officer, point, issued, draft):
    second = recommend(draft, by=officer)
    letter_with(
        answer(second, "I have amended Para 2 and 7.", "accepted", cites="2, 7"), by=officer
    )
    waiting = list(Outcome.objects.proposed())
    seen = history.stamps(waiting)
    with pytest.raises(history.Stale):
        actions.confirm_outcomes(seen | {waiting[-1].pk: "0"}, by=officer)
    assert Outcome.objects.proposed().count() == len(waiting)
    assert actions.confirm_outcomes(seen, by=officer) == len(waiting) == 3
    assert not Outcome.objects.proposed().exists()
    assert actions.confirm_outcomes(seen, by=officer) == 0

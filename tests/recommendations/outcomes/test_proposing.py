"""What is proposed of each response, from real versions that were really compared."""

import pytest

from plans.models import Revision
from recommendations.models import Outcome
from recommendations.outcomes import proposing
from tests.factories.recommendations import (
    answer,
    letter_with,
    recommend,
    version_of,
)
from tests.recommendations.outcomes.cases import (
    DRAFT,
    REWORDED,
    Case,
    run,
    said,
)
from tests.recommendations.outcomes.given import CASES


@pytest.mark.parametrize("name", CASES)
def test_locking_a_revised_version_proposes_what_the_comparison_shows(officer, name):
    case = CASES[name]
    version = run(case, officer)
    assert said(version) == case.expected
    evidence = " ".join(o.evidence for o in Outcome.objects.all())
    assert case.evidence in evidence
    assert all(o.state == "proposed" and o.decided_by is None for o in Outcome.objects.all())


def test_letter_that_comes_after_the_revised_version_is_held_against_it_at_once(officer):
    draft = version_of(DRAFT, by=officer)
    point = recommend(draft, by=officer)
    issued = version_of(REWORDED, revises=draft, by=officer)
    assert said(issued) == []
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    assert said(issued) == [("2", "borne out", "reworded")]


def test_evidence_says_that_the_earlier_number_was_taken_only_where_it_was(officer):
    run(CASES["the later number counts first"], officer)
    assert "earlier version’s" not in Outcome.objects.get().evidence


def test_borne_out_is_said_only_of_a_revision_that_is_a_change(officer):
    for name in ("amended and reworded", "split", "merged", "a new paragraph that is new"):
        run(CASES[name], officer)
    found = Outcome.objects.filter(verdict="borne out")
    assert found.count() == 4
    assert not found.filter(revision=None).exists()
    assert not found.filter(revision__kind__in=Revision.SAME_WORDS).exists()


@pytest.mark.parametrize(
    ("cites", "point_cites", "response", "basis"),
    [
        ("2", "", "I have amended the plan, please see Para 2.", "cited"),
        ("", "2", "I agree with the panel and have amended the plan.", "comparison"),
        ("2", "", "I agree, and the paragraph on foot patrol says so.", "officer"),
    ],
)
def test_basis_says_who_named_the_place(officer, cites, point_cites, response, basis):
    run(Case(REWORDED, response, [], cites=cites, point_cites=point_cites), officer)
    assert Outcome.objects.get().basis == basis


# --- Where nothing is proposed -------------------------------------------------------------------


def test_open_version_has_nothing_proposed_in_it(officer):
    draft = version_of(DRAFT, by=officer)
    point = recommend(draft, by=officer)
    issued = version_of(REWORDED, revises=draft, by=officer, lock=False)
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    assert proposing.propose(issued, by=officer) == []
    assert not Outcome.objects.exists()


def test_version_that_was_compared_with_nothing_has_nothing_proposed_in_it(officer):
    version = version_of(DRAFT, by=officer)
    assert proposing.propose(version, by=officer) == []


def test_answer_on_another_version_is_not_held_against_this_one(officer):
    draft = version_of(DRAFT, by=officer)
    issued = version_of(REWORDED, revises=draft, by=officer)
    elsewhere = recommend(version_of(DRAFT, by=officer), by=officer)
    letter_with(answer(elsewhere, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    assert proposing.propose(issued, by=officer) == []

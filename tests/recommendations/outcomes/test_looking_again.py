"""Proposing once more: what was decided stays, the rest follows the records."""

import pytest

from pcp_scrutiny import history
from plans.models import Revision
from recommendations import actions
from recommendations.models import Outcome, Response
from recommendations.outcomes import proposing
from tests.factories.plans import ComparisonFactory, PlanVersionFactory, RevisionFactory
from tests.factories.recommendations import (
    ResponseFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)
from tests.recommendations.outcomes.cases import (
    DRAFT,
    RURAL,
    run,
    said,
)
from tests.recommendations.outcomes.given import CASES


@pytest.fixture
def issued(officer):
    """A version with one outcome borne out and one not, both to be confirmed."""
    return run(CASES["two places in one sentence, one of them true"], officer)


def rows(version):
    return list(Outcome.objects.filter(version=version).order_by("pk").values())


def test_propose_again_changes_nothing_and_writes_no_history(officer, issued):
    before, written = rows(issued), Outcome.history.count()
    assert proposing.propose(issued, by=officer) == []
    assert rows(issued) == before
    assert Outcome.history.count() == written


@pytest.mark.parametrize("decide", ["confirm", "reject"])
def test_propose_again_leaves_what_an_officer_decided(officer, issued, decide):
    first, second = Outcome.objects.order_by("pk")
    if decide == "confirm":
        actions.confirm_outcome(first, by=officer)
    else:
        actions.reject_outcome(first, note="It is about another town.", by=officer)
    before = rows(issued)
    for response in Response.objects.all():  # the letter is read anew, and says something else
        response.text = "I have not changed the plan."
        _save(response, by=officer)
        for citation in response.citations.all():
            citation.labels = []
            _save(citation, by=officer)
    proposing.propose(issued, by=officer)
    assert rows(issued) == before[:1]
    assert not Outcome.objects.filter(pk=second.pk).exists()


def test_propose_again_does_not_propose_anew_what_was_rejected(officer, issued):
    rejected = Outcome.objects.get(place="5")
    actions.reject_outcome(rejected, note="It names another place.", by=officer)
    assert proposing.propose(issued, by=officer) == []
    assert Outcome.objects.filter(version=issued, place="5").count() == 1


def test_decided_outcome_stays_when_the_comparison_finds_something_else(officer, issued):
    actions.confirm_outcome(Outcome.objects.get(place="2"), by=officer)
    before = rows(issued)
    for outcome in Outcome.objects.all():
        revision = outcome.revision
        revision.kind, revision.words_changed = Revision.Kind.RENUMBERED, False
        _save(revision, by=officer)
    proposing.propose(issued, by=officer)
    after = rows(issued)
    assert after[0] == before[0]
    assert "another number" in after[1]["evidence"]


def test_stale_proposal_is_taken_back_and_its_history_says_why(officer, issued):
    citation = Response.objects.get().citations.get()
    citation.labels = ["2"]
    _save(citation, by=officer)
    gone = Outcome.objects.get(place="5").pk
    assert proposing.propose(issued, by=officer) == []
    assert said(issued) == [("2", "borne out", "reworded")]
    last = Outcome.history.filter(id=gone).latest()
    assert (last.history_type, last.history_user) == ("-", officer)
    assert last.history_change_reason == "Looked again: no longer so"


def test_proposal_found_otherwise_is_brought_up_to_date_in_place(officer, issued):
    outcome = Outcome.objects.get(place="5")
    revision = outcome.revision
    revision.kind, revision.words_changed = Revision.Kind.REWORDED, True
    _save(revision, by=officer)
    assert proposing.propose(issued, by=officer) == []
    again = Outcome.objects.get(pk=outcome.pk)
    assert again.verdict == "borne out"
    assert again.history.latest().history_change_reason == "Looked again: found otherwise"


def test_place_with_a_name_longer_than_its_column_is_proposed_once(officer):
    long = "Keeping people safe " * 8
    heading = [long.strip()]
    draft = version_of([*DRAFT, ("", RURAL, heading)], by=officer)
    point = recommend(draft, by=officer)
    said_of_it = f"I have amended the section “{heading[0]}”."
    letter_with(answer(point, said_of_it, "accepted", cites=heading[0]), by=officer)
    now = RURAL.replace("spring", "winter and spring")
    version = version_of([*DRAFT, ("", now, heading)], revises=draft, by=officer)
    assert [(v, k) for _, v, k in said(version)] == [("borne out", "reworded")]
    assert proposing.propose(version, by=officer) == []


def test_proposing_writes_history_with_who_and_why(officer, issued):
    row = Outcome.objects.first().history.get()
    assert (row.history_user, row.history_change_reason) == (officer, "Proposed by comparison")


def test_response_without_a_citation_of_a_compared_place_is_left_alone(officer):
    response = ResponseFactory()
    later = PlanVersionFactory(revises=response.letter.version, plan=response.letter.version.plan)
    comparison = ComparisonFactory(earlier=response.letter.version, later=later)
    RevisionFactory(comparison=comparison)
    assert proposing.propose(later, by=officer) == []


def _save(record, *, by):
    history.save(record, by=by, why="Changed in a test")

"""Outcomes by recommendation, counted, and the changes that none accounts for."""

import pytest

from recommendations import loop
from recommendations.models import Outcome
from tests.factories.recommendations import (
    OutcomeFactory,
    RecommendationFactory,
    answer,
    decided,
    letter_with,
    recommend,
    version_of,
)

pytestmark = pytest.mark.django_db
WARD = "Every ward will have a named officer whom residents can reach by telephone."
HOURS = "I will publish each quarter the number of hours that officers spend on foot patrol."
HOURS_NOW = "I will publish each month the number of hours that officers spend on foot patrol."


def test_by_recommendation_follows_the_register():
    later, earlier = (RecommendationFactory(reference=r) for r in ("R2", "R1"))
    for recommendation, place in [(later, "1"), (earlier, "2"), (later, "3")]:
        OutcomeFactory(recommendation=recommendation, place=place)
    grouped = loop.by_recommendation(Outcome.objects.with_evidence())
    places = [(r, [shown.outcome.place for shown in found]) for r, found in grouped]
    assert places == [(earlier, ["2"]), (later, ["1", "3"])]


def test_summary_counts_what_stands():
    OutcomeFactory(verdict="not found")
    OutcomeFactory()
    decided("confirmed")
    decided("rejected", verdict="not found")
    found = loop.summary(Outcome.objects.all())
    assert found["to_confirm"] == 2
    assert [one for one in found["verdicts"] if one[1]] == [("Not borne out", 2), ("Not found", 1)]


def test_outcome_without_a_revision_has_nothing_to_set_out():
    assert loop.show(OutcomeFactory(verdict="not found")).change is None


def test_outcome_shows_the_paragraph_before_and_after_word_by_word(officer):
    draft = version_of([("1", WARD), ("2", HOURS)], by=officer)
    point = recommend(draft, by=officer, cites="2")
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    version_of([("1", WARD), ("2", HOURS_NOW)], revises=draft, by=officer)
    [shown] = loop.gather(point).outcomes
    runs = {run.kind: run.text.strip() for run in shown.change.runs if run.kind != "same"}
    assert runs == {"deleted": "quarter", "inserted": "month"}
    assert (shown.change.before, shown.change.after) == ("paragraph 2", "paragraph 2")

"""Judging and assessing."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from meetings.models import MinuteEntry
from pcp_scrutiny import history
from recommendations import actions
from recommendations.models import (
    Assessment,
    Judgement,
)
from tests.factories.recommendations import (
    EntryFactory,
    JudgementFactory,
    RecommendationFactory,
)
from tests.recommendations.actions.samples import approve, last


@pytest.mark.parametrize("decision", Judgement.Decision.values)
def test_record_judgement_names_its_meeting(officer, decision):
    entry = EntryFactory(kind=MinuteEntry.Kind.RESOLUTION)
    record = Judgement(recommendation=RecommendationFactory(), entry=entry, decision=decision)
    actions.record_judgement(record, by=officer)
    assert last(record) == (officer, f"Decided at {entry.item.meeting}")


def test_record_judgement_may_name_approved_minutes(officer):
    entry = EntryFactory(kind=MinuteEntry.Kind.RESOLUTION)
    approve(entry.item)
    record = Judgement(recommendation=RecommendationFactory(), entry=entry, decision="satisfied")
    assert actions.record_judgement(record, by=officer).pk


def test_record_judgement_refuses_two_from_one_minute(officer):
    first = JudgementFactory()
    again = Judgement(recommendation=first.recommendation, entry=first.entry, decision="withdrawn")
    with pytest.raises((ValidationError, IntegrityError)):
        actions.record_judgement(again, by=officer)


def test_assess_writes_the_view_and_who_held_it(officer, draft):
    record = Assessment(recommendation=RecommendationFactory(), version=draft, view="partly met")
    actions.assess(record, by=officer, seen=None)
    assert last(record) == (officer, "Assessed")


def test_assess_refuses_what_someone_else_changed_meanwhile(officer, clerk, draft):
    record = Assessment(recommendation=RecommendationFactory(), version=draft, view="met")
    actions.assess(record, by=officer, seen=None)
    seen = history.stamp(record)
    theirs = Assessment.objects.get()
    theirs.view = "not met"
    actions.assess(theirs, by=clerk, seen=seen)
    with pytest.raises(history.Stale):
        actions.assess(record, by=officer, seen=seen)
    assert Assessment.objects.get().view == "not met"

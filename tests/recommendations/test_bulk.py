"""Changing several recommendations at once: all of them or none, each with its history."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from pcp_scrutiny import history
from recommendations import actions
from recommendations.models import DueDateRevision, Outcome, Recommendation
from tests.factories.recommendations import OutcomeFactory, RecommendationFactory, decided

pytestmark = pytest.mark.django_db
SENT, DUE, LATER = date(2026, 6, 15), date(2026, 7, 15), date(2026, 8, 15)
REVISED = {"due_on": LATER, "decided_on": date(2026, 7, 1), "reason": "An election was called."}


@pytest.fixture
def two():
    return [RecommendationFactory(reference=f"R{n}") for n in (1, 2)]


@pytest.fixture
def sent():
    return [RecommendationFactory(reference=f"S{n}", sent_on=SENT, due_on=DUE) for n in (1, 2)]


def last(record):
    """Who changed a record last, and why."""
    row = record.history.latest()
    return row.history_user, row.history_change_reason


def fresh(records):
    return [type(record).objects.get(pk=record.pk) for record in records]


def move_on(record, by):
    """Someone else changes a record meanwhile."""
    record = fresh([record])[0]
    record.theme = "Theirs"
    history.save(record, by=by, why="Meanwhile")


def test_send_chosen_dates_each(two, officer):
    seen = history.stamps(two)
    assert actions.send_chosen(two, sent_on=SENT, due_on=DUE, by=officer, seen=seen) == 2
    for one in fresh(two):
        assert (one.sent_on, one.due_on) == (SENT, DUE)
        assert last(one) == (officer, "Sent")


def test_send_chosen_sends_all_or_none(two, officer, clerk):
    seen = history.stamps(two)
    move_on(two[1], clerk)
    with pytest.raises(history.Stale) as stale:
        actions.send_chosen(two, sent_on=SENT, due_on=DUE, by=officer, seen=seen)
    assert (stale.value.theirs, stale.value.who) == (two[1], clerk)
    assert [one.sent_on for one in fresh(two)] == [None, None]


def test_send_chosen_before_they_were_raised_sends_none(two, officer):
    seen = history.stamps(two)
    with pytest.raises(ValidationError):
        actions.send_chosen(two, sent_on=date(2026, 6, 1), due_on=None, by=officer, seen=seen)
    assert [one.sent_on for one in fresh(two)] == [None, None]


def test_revise_chosen_gives_each_another_day_and_keeps_the_first(sent, officer):
    seen = actions.due_date_stamps(sent)
    assert actions.revise_chosen(sent, **REVISED, by=officer, seen=seen) == 2
    for one in fresh(sent):
        revision = one.due_date_revisions.get()
        assert (one.due_on, revision.due_on, revision.reason) == (DUE, LATER, REVISED["reason"])
        assert last(revision) == (officer, f"Due date revised: {REVISED['reason']}")


def test_revise_chosen_revises_all_or_none(sent, officer):
    seen = actions.due_date_stamps(sent)
    actions.revise_due_date(sent[1], **REVISED, by=officer)
    with pytest.raises(history.Stale):
        actions.revise_chosen(
            sent, **{**REVISED, "due_on": date(2026, 9, 1)}, by=officer, seen=seen
        )
    assert DueDateRevision.objects.count() == 1


def test_revise_chosen_needs_a_reason(sent, officer):
    seen = actions.due_date_stamps(sent)
    with pytest.raises(ValidationError, match="why"):
        actions.revise_chosen(sent, **{**REVISED, "reason": " "}, by=officer, seen=seen)
    assert not DueDateRevision.objects.exists()


def test_due_date_stamps_are_those_of_each(two, sent, officer, django_assert_num_queries):
    actions.revise_due_date(sent[0], **REVISED, by=officer)
    everything = fresh([*two, *sent])
    with django_assert_num_queries(1):
        stamps = actions.due_date_stamps(everything)
    assert stamps == {one.pk: actions.due_date_stamp(one) for one in everything}


def test_confirm_chosen_vouches_for_each(officer):
    outcomes = [OutcomeFactory(), OutcomeFactory()]
    seen = history.stamps(outcomes)
    assert actions.confirm_chosen(outcomes, by=officer, seen=seen) == 2
    for one in fresh(outcomes):
        assert (one.state, one.decided_by) == ("confirmed", officer)
        assert last(one) == (officer, "Confirmed")


def test_confirm_chosen_never_confirms_what_was_rejected_meanwhile(officer, clerk):
    outcomes = [OutcomeFactory(), OutcomeFactory()]
    seen = history.stamps(outcomes)
    actions.reject_outcome(outcomes[1], note="Another paragraph.", by=clerk)
    with pytest.raises(history.Stale):
        actions.confirm_chosen(outcomes, by=officer, seen=seen)
    assert [one.state for one in fresh(outcomes)] == ["proposed", "rejected"]


def test_confirm_chosen_needs_to_have_seen_each(officer):
    with pytest.raises(history.Stale):
        actions.confirm_chosen([decided("rejected")], by=officer, seen={})
    assert not Outcome.objects.filter(state="confirmed").exists()


@pytest.mark.parametrize(
    ("act", "field", "why"),
    [
        (actions.set_theme, "theme", "Theme: Patrol"),
        (actions.set_owner, "owner", "Who is to act on it: Patrol"),
    ],
)
def test_set_changes_those_that_had_another(two, officer, act, field, why):
    already = RecommendationFactory(**{field: "Patrol"})
    rows = already.history.count()
    seen = history.stamps([*two, already])
    assert act([*two, already], **{field: "Patrol"}, by=officer, seen=seen) == 2
    for one in fresh(two):
        assert getattr(one, field) == "Patrol"
        assert last(one) == (officer, why)
    assert already.history.count() == rows


def test_set_theme_takes_it_away(officer):
    one = RecommendationFactory(theme="Patrol")
    assert actions.set_theme([one], theme="", by=officer, seen=history.stamps([one])) == 1
    assert Recommendation.objects.get().theme == ""
    assert last(one) == (officer, "Theme: none")


@pytest.mark.parametrize(
    ("act", "field"), [(actions.set_theme, "theme"), (actions.set_owner, "owner")]
)
def test_set_changes_all_or_none(two, officer, clerk, act, field):
    seen = history.stamps(two)
    move_on(two[1], clerk)
    with pytest.raises(history.Stale):
        act(two, **{field: "Mine"}, by=officer, seen=seen)
    assert getattr(fresh(two)[0], field) == ""


def test_set_theme_that_is_too_long_is_refused(two, officer):
    with pytest.raises(ValidationError):
        actions.set_theme(two, theme="x" * 101, by=officer, seen=history.stamps(two))
    assert not Recommendation.objects.exclude(theme="").exists()

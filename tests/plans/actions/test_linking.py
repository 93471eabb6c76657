"""What officers decide about links, and that nothing overwrites it."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from pcp_scrutiny import history
from plans import actions
from plans.actions import comparing
from plans.compared.decisions import is_certain, told_apart
from plans.compared.links import stored
from plans.models import BrokenLink, Revision
from tests.factories.plans import (
    ComparisonFactory,
    ParagraphFactory,
    PlanFactory,
    RevisionFactory,
)
from tests.factories.recommendations import OutcomeFactory
from tests.plans.actions.samples import add, why

BEFORE = """Police and Crime Plan

Neighbourhoods

1. Every ward will have a named officer whom people can reach by telephone.

2. I will publish the number of hours that officers spend on patrol.

3. Shop theft will be answered within one day in every part of the county.
"""

AFTER = """Police and Crime Plan

Neighbourhoods

1. Every ward will have a named officer whom people can reach by telephone.

2. A survey of residents will be held twice in each year and its results published.

3. I will publish every month the number of hours that officers spend on patrol.
"""


@pytest.fixture
def comparison(officer):
    """1 stays, 2 is reworded and now 3, 3 is gone, the new 2 is added."""
    plan = PlanFactory()
    draft = add(plan, BEFORE, by=officer)
    return add(plan, AFTER, by=officer, kind="issued", revises=draft).comparison


def old(comparison, label):
    return comparison.earlier.paragraphs.get(label=label)


def new(comparison, label):
    return comparison.later.paragraphs.get(label=label)


def told(comparison):
    """Every revision as (kind, earlier labels, later labels)."""
    revisions = comparison.revisions.order_by("position", "pk")
    return [(r.kind, labels(r.earlier), labels(r.later)) for r in revisions]


def labels(side):
    return "+".join(side.order_by("position").values_list("label", flat=True))


def of(comparison, kind):
    return comparison.revisions.get(kind=kind)


def certain_of(comparison, user):
    """As the page of the comparison finds them."""
    return [change for change in stored(comparison, user) if is_certain(change)]


def test_the_comparison_is_as_the_tests_take_it(comparison):
    assert told(comparison) == [
        ("unchanged", "1", "1"),
        ("added", "", "2"),
        ("reworded", "2", "3"),
        ("removed", "3", ""),
    ]


# --- Confirm ------------------------------------------------------------------------------------


def test_confirm_says_who_vouches_for_a_link(comparison, officer):
    revision = actions.confirm_link(of(comparison, "reworded"), by=officer)
    revision.refresh_from_db()
    assert revision.confirmed_by == officer
    assert revision.confirmed_at is not None
    assert why(revision) == "Confirmed: paragraph 2 is now paragraph 3"
    assert revision.history.latest().history_user == officer


def test_what_is_confirmed_is_not_confirmed_again(comparison, officer):
    revision = actions.confirm_link(of(comparison, "reworded"), by=officer)
    with pytest.raises(ValidationError, match="confirmed this"):
        actions.confirm_link(revision, by=officer)


def test_confirm_refuses_what_is_no_longer_what_was_seen(comparison, officer):
    revision = of(comparison, "reworded")
    with pytest.raises(ValidationError, match="has changed since this page was opened"):
        actions.confirm_link(revision, by=officer, seen="1_2")
    seen = actions.sides_of(revision)
    assert actions.confirm_link(revision, by=officer, seen=seen).confirmed_at is not None


def test_confirm_refuses_what_is_gone(comparison, officer):
    revision = of(comparison, "removed")
    history.delete(revision, by=officer, why="Compared again")
    with pytest.raises(ValidationError, match="has changed since"):
        actions.confirm_link(Revision(pk=10_000, comparison=comparison), by=officer)


def test_confirm_while_the_comparison_is_awaited_asks_for_it_anew(comparison, officer, monkeypatch):
    """What the background found did not know of the decision, so it must not be stored."""
    monkeypatch.setattr(comparing, "LONG", 0)
    comparison.awaited_since = begun = timezone.now()
    history.save(comparison, by=officer, why="To be compared")
    actions.confirm_link(of(comparison, "reworded"), by=officer)
    comparison.refresh_from_db()
    assert comparison.awaited_since != begun


def test_confirm_certain_leaves_out_what_is_uncertain_unchanged_or_decided(comparison, officer):
    uncertain = of(comparison, "removed")
    uncertain.review = True
    history.save(uncertain, by=officer, why="Made uncertain for a test")
    actions.confirm_link(of(comparison, "added"), by=officer)
    assert actions.confirm_certain(comparison, by=officer) == 1
    confirmed = comparison.revisions.confirmed()
    assert {revision.kind for revision in confirmed} == {"added", "reworded"}
    assert why(of(comparison, "reworded")) == "Confirmed with all that are certain"
    assert actions.confirm_certain(comparison, by=officer) == 0


def test_confirm_certain_refuses_others_than_were_seen(comparison, officer):
    seen = told_apart(certain_of(comparison, officer))
    actions.break_link(of(comparison, "reworded"), by=officer)
    with pytest.raises(ValidationError, match="has changed since this page was opened"):
        actions.confirm_certain(comparison, by=officer, seen=seen)
    assert not comparison.revisions.confirmed().exists()
    certain = certain_of(comparison, officer)
    number = actions.confirm_certain(comparison, by=officer, seen=told_apart(certain))
    assert number == len(certain) > 0


@pytest.mark.parametrize("number", [1, 30])
def test_confirm_certain_costs_the_same_for_any_number(
    number, officer, django_assert_max_num_queries
):
    comparison = ComparisonFactory()
    for _ in range(number):
        new = ParagraphFactory(version=comparison.later)
        RevisionFactory(comparison=comparison, kind="added", later=[new], review=False)
    with django_assert_max_num_queries(14):
        assert actions.confirm_certain(comparison, by=officer) == number
    rows = Revision.history.filter(history_change_reason="Confirmed with all that are certain")
    assert {(row.history_user, row.confirmed_by) for row in rows} == {(officer, officer)}
    assert rows.count() == number


# --- Break --------------------------------------------------------------------------------------


def test_break_parts_what_the_comparison_had_linked(comparison, officer):
    broken = actions.break_link(of(comparison, "reworded"), by=officer)
    assert ("removed", "2", "") in told(comparison)
    assert ("added", "", "3") in told(comparison)
    assert (broken.earlier.label, broken.later.label) == ("2", "3")
    assert broken.broken_by == officer
    assert why(broken) == "Not the same: paragraph 2 and paragraph 3"


def test_what_was_broken_stays_so_when_compared_again(comparison, officer):
    actions.break_link(of(comparison, "reworded"), by=officer)
    before = told(comparison)
    actions.compare_with_predecessor(comparison.later, by=officer)
    assert told(comparison) == before


def test_break_refuses_what_an_officer_confirmed(comparison, officer):
    revision = actions.confirm_link(of(comparison, "reworded"), by=officer)
    with pytest.raises(ValidationError, match="confirmed this"):
        actions.break_link(revision, by=officer)
    assert not BrokenLink.objects.exists()


def test_break_refuses_where_there_is_no_link(comparison, officer):
    with pytest.raises(ValidationError, match="no link to break"):
        actions.break_link(of(comparison, "added"), by=officer)


def test_break_parts_every_pair_and_mend_takes_all_of_them_back(comparison, officer):
    both = [new(comparison, "2"), new(comparison, "3")]
    made = actions.make_link(comparison, earlier=[old(comparison, "2")], later=both, by=officer)
    made.confirmed_by = made.confirmed_at = None
    history.save(made, by=officer, why="As if the comparison had found it")
    broken = actions.break_link(made, by=officer)
    assert BrokenLink.objects.count() == 2
    actions.mend_link(broken, by=officer)
    assert not BrokenLink.objects.exists()
    reasons = BrokenLink.history.filter(history_type="-")
    assert {row.history_change_reason for row in reasons} == {
        "Taken back: paragraph 2 is not paragraph 2",
        "Taken back: paragraph 2 is not paragraph 3",
    }


def test_mend_lets_the_comparison_find_the_link_again(comparison, officer):
    before = told(comparison)
    broken = actions.break_link(of(comparison, "reworded"), by=officer)
    actions.mend_link(broken, by=officer)
    assert told(comparison) == before


# --- Make ---------------------------------------------------------------------------------------


def test_make_links_what_was_gone_to_what_is_new(comparison, officer):
    made = actions.make_link(
        comparison,
        earlier=[old(comparison, "3")],
        later=[new(comparison, "2")],
        by=officer,
    )
    assert (made.kind, made.words_changed, made.confidence) == ("reworded", True, 1.0)
    assert made.confirmed_by == officer
    assert why(made) == "Set by an officer: paragraph 3 became paragraph 2"
    assert told(comparison) == [
        ("unchanged", "1", "1"),
        ("reworded", "3", "2"),
        ("reworded", "2", "3"),
    ]


def test_make_with_several_on_a_side_is_a_split_or_a_merger(comparison, officer):
    both = [old(comparison, "2"), old(comparison, "3")]
    made = actions.make_link(comparison, earlier=both, later=[new(comparison, "3")], by=officer)
    assert made.kind == "merged"
    assert ("merged", "2+3", "3") in told(comparison)
    assert comparison.revisions.filter(earlier__label="3").count() == 1


def test_make_with_an_empty_side_says_that_it_is_new_or_gone(comparison, officer):
    made = actions.make_link(comparison, earlier=[], later=[new(comparison, "3")], by=officer)
    assert (made.kind, made.words_changed) == ("added", True)
    assert ("removed", "2", "") in told(comparison)
    gone = actions.make_link(comparison, earlier=[old(comparison, "2")], later=[], by=officer)
    assert gone.kind == "removed"


def test_make_of_what_the_comparison_found_confirms_it(comparison, officer):
    found = of(comparison, "reworded")
    made = actions.make_link(
        comparison, earlier=[old(comparison, "2")], later=[new(comparison, "3")], by=officer
    )
    assert made == found
    assert why(made) == "Confirmed: paragraph 2 is now paragraph 3"


def test_make_needs_a_paragraph(comparison, officer):
    with pytest.raises(ValidationError, match="at least one paragraph"):
        actions.make_link(comparison, earlier=[], later=[], by=officer)


def test_make_refuses_a_paragraph_of_a_confirmed_link(comparison, officer):
    confirmed = actions.confirm_link(of(comparison, "reworded"), by=officer)
    with pytest.raises(ValidationError, match="Paragraph 2 is now paragraph 3: ") as refusal:
        actions.make_link(
            comparison, earlier=[old(comparison, "3")], later=[new(comparison, "3")], by=officer
        )
    assert refusal.value.params == {"revision": confirmed}
    assert of(comparison, "removed").earlier.get() == old(comparison, "3")


def test_make_refuses_what_an_officer_broke(comparison, officer):
    broken = actions.break_link(of(comparison, "reworded"), by=officer)
    with pytest.raises(ValidationError, match="is not what became of paragraph 2") as refusal:
        actions.make_link(
            comparison, earlier=[old(comparison, "2")], later=[new(comparison, "3")], by=officer
        )
    assert refusal.value.params == {"broken": broken}


def test_what_was_made_is_never_overwritten(comparison, officer):
    made = actions.make_link(
        comparison, earlier=[old(comparison, "3")], later=[new(comparison, "2")], by=officer
    )
    rows = made.history.count()
    actions.compare_with_predecessor(comparison.later, by=officer)
    actions.break_link(comparison.revisions.get(earlier__label="2"), by=officer)
    assert ("reworded", "3", "2") in told(comparison)
    assert made.history.count() == rows


# --- Undo ---------------------------------------------------------------------------------------


def test_undo_leaves_it_to_the_comparison_again(comparison, officer):
    before = told(comparison)
    made = actions.make_link(
        comparison, earlier=[old(comparison, "3")], later=[new(comparison, "2")], by=officer
    )
    actions.undo_confirmation(made, by=officer)
    assert told(comparison) == before
    assert not comparison.revisions.confirmed().exists()
    reasons = [row.history_change_reason for row in Revision.history.filter(id=made.pk)]
    assert "Confirmation taken back: paragraph 3 is now paragraph 2" in reasons


def test_undo_refuses_what_nobody_confirmed(comparison, officer):
    with pytest.raises(ValidationError, match="nothing to undo"):
        actions.undo_confirmation(of(comparison, "reworded"), by=officer)


# --- Of a locked version, on which recommendations rest ------------------------------------------


@pytest.fixture
def locked(comparison, officer):
    for version in (comparison.earlier, comparison.later):
        actions.lock_version(version, by=officer)
    return comparison


def test_links_of_a_locked_version_can_be_decided(locked, officer):
    assert actions.confirm_link(of(locked, "added"), by=officer).confirmed_by == officer
    assert actions.break_link(of(locked, "reworded"), by=officer)


def test_a_revision_lives_on_where_an_outcome_rests_on_it(locked, officer):
    outcome = OutcomeFactory(version=locked.later, revision=of(locked, "reworded"))
    actions.make_link(
        locked, earlier=[old(locked, "2"), old(locked, "3")], later=[new(locked, "3")], by=officer
    )
    outcome.refresh_from_db()
    assert (outcome.revision.kind, labels(outcome.revision.earlier)) == ("merged", "2+3")


def test_a_revision_that_would_go_from_under_an_outcome_says_what_to_do(locked, officer):
    OutcomeFactory(
        version=locked.later,
        revision=of(locked, "removed"),
        verdict="changed without being claimed",
    )
    with pytest.raises(ValidationError, match="What became of a recommendation rests on this"):
        actions.make_link(locked, earlier=[old(locked, "3")], later=[new(locked, "3")], by=officer)
    assert ("removed", "3", "") in told(locked)


def rest(outcomes_on, locked):
    """Let an outcome of a recommendation rest on each of some revisions."""
    for revision in outcomes_on:
        OutcomeFactory(
            version=locked.later, revision=revision, verdict="changed without being claimed"
        )


def test_mend_that_would_take_a_revision_from_under_an_outcome_says_what_to_do(locked, officer):
    broken = actions.break_link(of(locked, "reworded"), by=officer)
    parted = locked.revisions.filter(earlier__label="2"), locked.revisions.filter(later__label="3")
    rest([side.get() for side in parted], locked)
    with pytest.raises(ValidationError, match="What became of a recommendation rests on this"):
        actions.mend_link(broken, by=officer)
    assert BrokenLink.objects.get() == broken
    assert ("removed", "2", "") in told(locked)


@pytest.fixture
def outdated(locked, officer):
    """Awaited, with a revision that goes when it is made and an outcome that rests on it."""
    both = {"earlier": [old(locked, "1")], "later": [new(locked, "2")]}
    rest([RevisionFactory(comparison=locked, review=True, **both)], locked)
    locked.awaited_since = timezone.now()
    history.save(locked, by=officer, why="To be compared")
    return locked


def test_confirm_that_would_take_a_revision_from_under_an_outcome_is_refused(outdated, officer):
    with pytest.raises(ValidationError, match="What became of a recommendation rests on this"):
        actions.confirm_link(of(outdated, "added"), by=officer)
    with pytest.raises(ValidationError, match="What became of a recommendation rests on this"):
        actions.confirm_certain(outdated, by=officer)
    assert not outdated.revisions.confirmed().exists()

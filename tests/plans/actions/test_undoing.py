"""Undoing corrections through history."""

import random

import pytest
from django.core.exceptions import ValidationError

from pcp_scrutiny import history
from plans import actions
from plans.models import BrokenLink, Paragraph
from tests.factories.plans import PlanVersionFactory
from tests.plans.actions.samples import kinds, labels, why


def state(version):
    """Everything that corrections change, in the order it is read in."""
    rows = version.paragraphs.order_by("position", "pk")
    return list(rows.values_list("pk", "position", "label", "heading", "page", "text", "unsure"))


def undo(version, by):
    return actions.undo_correction(version, key=actions.last_correction(version).key, by=by)


@pytest.fixture
def version(officer):
    return PlanVersionFactory(texts=["One. And more.", "Two.", "Three."])


def first(version):
    return version.paragraphs.order_by("position").first()


def test_undo_correction_brings_a_deleted_paragraph_back_as_the_same_record(version, officer):
    before, second = state(version), version.paragraphs.get(label="2")
    pk = second.pk
    actions.delete_paragraph(second, by=officer)
    undone = undo(version, officer)
    assert state(version) == before
    assert undone.words == "Deleted: not a paragraph of the plan"
    row = Paragraph.history.filter(id=pk).latest()
    assert (row.history_type, row.history_user) == ("+", officer)
    assert row.history_change_reason == "Undone: Deleted: not a paragraph of the plan"


def test_undo_correction_puts_what_was_split_together_again(version, officer):
    before = state(version)
    parts = [("1", "One."), ("1(a)", "And more.")]
    actions.split_paragraph(first(version), parts=parts, by=officer)
    assert actions.last_correction(version).words == "Split into 2"
    undo(version, officer)
    assert state(version) == before
    assert why(first(version)) == "Undone: Split into 2"


def test_undo_correction_again_goes_one_further_back(version, officer):
    states = [state(version)]
    for label in ("3", "2"):
        actions.delete_paragraph(version.paragraphs.get(label=label), by=officer)
        states.append(state(version))
    undo(version, officer)
    assert state(version) == states[1]
    undo(version, officer)
    assert state(version) == states[0]


def test_undo_correction_after_a_new_correction_undoes_that_and_then_what_stood(version, officer):
    actions.delete_paragraph(version.paragraphs.get(label="3"), by=officer)
    stood = state(version)
    actions.join_paragraph(version.paragraphs.get(label="2"), by=officer)
    undo(version, officer)
    actions.step_paragraph(version.paragraphs.get(label="2"), down=False, by=officer)
    undo(version, officer)
    assert state(version) == stood
    undo(version, officer)
    assert labels(version) == ["1", "2", "3"]


def test_last_correction_says_who_and_about_what(version, officer, clerk):
    actions.delete_paragraph(version.paragraphs.get(label="3"), by=clerk)
    actions.step_paragraph(first(version), down=True, by=officer)
    found = actions.last_correction(version)
    assert (found.name, found.who) == ("paragraph 1", officer)
    assert found.words == "Moved paragraph 1 after paragraph 2"


def test_what_was_read_is_no_correction(pair):
    assert [actions.last_correction(version) for version in pair] == [None, None]


def test_undo_correction_of_another_than_the_last_is_refused(version, officer, clerk):
    actions.delete_paragraph(version.paragraphs.get(label="3"), by=officer)
    key = actions.last_correction(version).key
    actions.delete_paragraph(version.paragraphs.get(label="2"), by=clerk)
    with pytest.raises(ValidationError, match="nothing was undone"):
        actions.undo_correction(version, key=key, by=officer)
    assert labels(version) == ["1"]


def test_undo_correction_twice_with_one_key_undoes_once(version, officer):
    for label in ("3", "2"):
        actions.delete_paragraph(version.paragraphs.get(label=label), by=officer)
    key = actions.last_correction(version).key
    actions.undo_correction(version, key=key, by=officer)
    with pytest.raises(ValidationError, match="nothing was undone"):
        actions.undo_correction(version, key=key, by=officer)
    assert labels(version) == ["1", "2"]


def test_undo_correction_of_a_locked_version_is_refused(version, officer):
    actions.delete_paragraph(version.paragraphs.get(label="3"), by=officer)
    key = actions.last_correction(version).key
    actions.lock_version(version, by=officer)
    with pytest.raises(ValidationError, match="locked"):
        actions.undo_correction(version, key=key, by=officer)


def test_undo_correction_keeps_the_comparison_true(pair, officer):
    _, issued = pair
    before = kinds(issued)
    actions.delete_paragraph(issued.paragraphs.get(label="2"), by=officer)
    assert kinds(issued) != before
    undo(issued, officer)
    assert sorted(kinds(issued)) == sorted(before)


def test_undo_correction_of_one_version_leaves_another_alone(pair, officer):
    draft, issued = pair
    actions.delete_paragraph(draft.paragraphs.get(label="1"), by=officer)
    actions.delete_paragraph(issued.paragraphs.get(label="1"), by=officer)
    undo(draft, officer)
    assert (labels(draft), labels(issued)) == (["1", "2", "3"], ["2", "3", "4"])


def test_undo_correction_brings_back_what_an_officer_said_of_its_links(pair, officer):
    draft, issued = pair
    earlier, later = draft.paragraphs.get(label="2"), issued.paragraphs.get(label="3")
    said = {"comparison": issued.comparison, "earlier": earlier, "later": later}
    broken = history.create(BrokenLink, by=officer, why="Not the same", broken_by=officer, **said)
    sides = {"earlier": earlier.pk, "later": later.pk}
    actions.delete_paragraph(later, by=officer)
    assert not BrokenLink.objects.exists()
    undo(issued, officer)
    assert BrokenLink.objects.get() == broken
    assert why(broken) == "Undone: Deleted: not a paragraph of the plan"
    assert not issued.comparison.revisions.filter(**sides).exists()


def correct_somehow(version, rng, by):
    """One correction of any sort, of a paragraph drawn by lot; whether there was any."""
    last = actions.last_correction(version)
    ordered = list(version.paragraphs.order_by("position", "pk"))
    paragraph = rng.choice(ordered)
    fields = {"label": str(rng.randint(1, 99)), "heading": ["Priorities", "Roads"], "text": "New."}
    parts = [(paragraph.label, "Part."), (paragraph.label + "(a)", "Part."), ("", "Part.")]

    def edit():
        paragraph.label, paragraph.text = fields["label"], f"{paragraph.text} More."
        actions.correct_paragraph(paragraph, by=by)

    ways = [
        edit,
        lambda: actions.add_paragraph(paragraph, **fields, by=by),
        lambda: actions.add_first_paragraph(version, **fields, by=by),
        lambda: actions.delete_paragraph(paragraph, by=by),
        lambda: actions.join_paragraph(paragraph, by=by),
        lambda: actions.split_paragraph(paragraph, parts=parts, by=by),
        lambda: actions.step_paragraph(paragraph, down=rng.random() < 0.5, by=by),
        lambda: actions.move_paragraph(paragraph, after=rng.choice([None, *ordered]), by=by),
        lambda: actions.rename_heading(
            paragraph, level=0, title=rng.choice(["", "Renamed"]), by=by
        ),
        lambda: actions.make_heading(paragraph, level=rng.randint(0, 1), by=by),
        lambda: actions.make_paragraph(paragraph, level=0, by=by),
        lambda: actions.approve_paragraph(paragraph, by=by),
    ]
    try:
        rng.choice(ways)()
    except ValidationError:
        return False
    return actions.last_correction(version) != last


@pytest.mark.parametrize("seed", range(12))
def test_any_corrections_undone_one_by_one_leave_each_state_as_it_was(seed, version, officer):
    rng = random.Random(seed)
    states = []
    for _ in range(12):
        before = state(version)
        if correct_somehow(version, rng, officer):
            states.append(before)
    assert states
    for before in reversed(states):
        undo(version, officer)
        assert state(version) == before


@pytest.mark.parametrize("seed", range(6))
def test_corrections_and_undoings_in_any_order_come_back_to_what_stood(seed, version, officer):
    rng = random.Random(seed)
    stack = []
    for _ in range(20):
        before = state(version)
        if stack and rng.random() < 0.4:
            undo(version, officer)
            assert state(version) == stack.pop()
        elif correct_somehow(version, rng, officer):
            stack.append(before)


def test_corrections_in_a_crowded_place_are_undone_with_the_room_made(version, officer):
    states = []
    for number in range(12):
        states.append(state(version))
        one = version.paragraphs.get(label="1")
        actions.add_paragraph(one, label=f"1({number})", heading=[], text="More.", by=officer)
    for before in reversed(states):
        undo(version, officer)
        assert state(version) == before

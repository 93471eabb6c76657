"""Each verb, what it refuses, and the history it writes."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from pcp_scrutiny import history
from plans import actions, arrivals, events
from plans.models import Comparison, Paragraph, PlanVersion, Revision
from tests.factories.plans import PlanFactory, PlanVersionFactory

DRAFT = """Police and Crime Plan

Neighbourhoods

1. Every ward will have a named officer whom people can reach by telephone.

2. I will publish the number of hours that officers spend on patrol.

3. Shop theft will be answered within one day in every part of the county.
"""

ISSUED = """Police and Crime Plan

Neighbourhoods

1. Every ward will have a named officer whom people can reach by telephone.

2. A survey of residents will be held twice in each year and its results published.

3. I will publish every month the number of hours that officers spend on patrol.

4. Shop theft will be answered within one day in every part of the county.
"""


def add(plan, text, *, by, kind="draft", dated=date(2026, 5, 5), revises=None):
    return actions.add_version(
        plan=plan,
        kind=kind,
        dated=dated,
        arrival=arrivals.read_pasted(text),
        by=by,
        revises=revises,
    )


def labels(version):
    return [p.label for p in version.paragraphs.order_by("position")]


def kinds(version):
    revisions = Revision.objects.filter(comparison__later=version).order_by("position", "pk")
    return [revision.kind for revision in revisions]


def why(record):
    return record.history.latest().history_change_reason


@pytest.fixture
def pair(officer):
    """A draft and the issued plan that revises it, both open."""
    plan = PlanFactory()
    draft = add(plan, DRAFT, by=officer)
    issued = add(plan, ISSUED, by=officer, kind="issued", dated=date(2026, 9, 1), revises=draft)
    return draft, issued


# --- Adding --------------------------------------------------------------------------------------


def test_add_plan_writes_history(officer):
    plan = actions.add_plan(title="Police and Crime Plan 2026–2030", by=officer)
    assert plan.history.latest().history_user == officer
    assert why(plan) == "Added the plan"


def test_add_plan_of_a_known_title_is_refused(officer):
    plan = PlanFactory()
    with pytest.raises(ValidationError):
        actions.add_plan(title=plan.title, by=officer)


def test_add_version_keeps_the_file_and_reads_the_paragraphs(officer):
    version = add(PlanFactory(), DRAFT, by=officer)
    assert labels(version) == ["1", "2", "3"]
    assert version.source.content.read() == DRAFT.encode()
    assert version.paragraphs.first().heading == ["Neighbourhoods"]


def test_add_version_writes_history_of_the_version_and_of_each_paragraph(officer):
    version = add(PlanFactory(), DRAFT, by=officer)
    assert version.history.latest().history_user == officer
    for paragraph in version.paragraphs.all():
        assert paragraph.history.latest().history_user == officer
        assert why(paragraph) == "Read from pasted.txt"


def test_add_version_of_the_same_file_is_refused_naming_the_version(officer):
    plan = PlanFactory()
    add(plan, DRAFT, by=officer)
    with pytest.raises(ValidationError, match="Draft, 5 May 2026"):
        add(plan, DRAFT, by=officer)
    assert plan.versions.count() == 1


def test_add_version_of_the_same_file_to_another_plan_is_accepted(officer):
    add(PlanFactory(), DRAFT, by=officer)
    assert add(PlanFactory(), DRAFT, by=officer).pk


def test_add_version_that_revises_another_plan_is_refused(officer):
    other = PlanVersionFactory()
    with pytest.raises(ValidationError, match="same plan"):
        add(PlanFactory(), DRAFT, by=officer, revises=other)


def test_add_version_dated_before_the_one_it_revises_is_refused(officer):
    plan = PlanFactory()
    draft = add(plan, DRAFT, by=officer)
    with pytest.raises(ValidationError, match="before that of the version it revises"):
        add(plan, ISSUED, by=officer, dated=date(2026, 5, 4), revises=draft)


def test_add_version_compares_it_with_the_one_it_revises(pair):
    _, issued = pair
    assert kinds(issued) == ["unchanged", "added", "reworded", "renumbered"]
    reworded = Revision.objects.get(kind="reworded")
    assert reworded.words_changed
    assert [p.label for p in reworded.earlier.all()] == ["2"]
    assert [p.label for p in reworded.later.all()] == ["3"]
    assert not Revision.objects.get(kind="renumbered").words_changed
    assert why(reworded) == "Compared with Draft, 5 May 2026"


# --- Saying what a version is ------------------------------------------------------------------


def test_correct_version_compares_it_anew(pair, officer):
    _, issued = pair
    issued.revises = None
    actions.correct_version(issued, by=officer)
    assert not Comparison.objects.exists()
    assert Revision.history.filter(history_type="-").count() == 4


def test_correct_version_in_a_circle_is_refused(pair, officer):
    draft, issued = pair
    draft.revises, draft.dated = issued, issued.dated
    with pytest.raises(ValidationError, match="revises this version"):
        actions.correct_version(draft, by=officer)


def test_delete_version_keeps_its_history_and_its_file(pair, officer):
    _, issued = pair
    texts, source = issued.paragraphs.count(), issued.source
    actions.delete_version(issued, by=officer)
    assert not PlanVersion.objects.filter(pk=issued.pk).exists()
    assert not Comparison.objects.exists()
    for model, number in ((PlanVersion, 1), (Paragraph, texts), (Comparison, 1), (Revision, 4)):
        gone = model.history.filter(history_type="-")
        assert gone.count() == number
        assert {row.history_change_reason for row in gone} == {"Deleted: added by mistake"}
    source.refresh_from_db()


def test_delete_version_that_another_revises_is_refused(pair, officer):
    draft, _ = pair
    with pytest.raises(ValidationError, match="revises this version"):
        actions.delete_version(draft, by=officer)


def test_a_version_deleted_by_mistake_can_be_added_again(officer):
    plan = PlanFactory()
    actions.delete_version(add(plan, DRAFT, by=officer), by=officer)
    assert add(plan, DRAFT, by=officer).pk


# --- Correcting ----------------------------------------------------------------------------------


def test_correct_paragraph_settles_what_was_unsure_and_writes_history(officer):
    version = PlanVersionFactory(texts=["One.", "Two."])
    paragraph = version.paragraphs.first()
    paragraph.unsure = "Is this a number?"
    history.save(paragraph, by=officer, why="Made unsure")
    paragraph.text = "One, corrected."
    actions.correct_paragraph(paragraph, by=officer)
    paragraph.refresh_from_db()
    assert (paragraph.text, paragraph.unsure) == ("One, corrected.", "")
    assert why(paragraph) == "Corrected against the document"


def test_correct_paragraph_from_a_stale_form_is_refused(officer, clerk):
    paragraph = PlanVersionFactory(texts=["One."]).paragraphs.get()
    seen = history.stamp(paragraph)
    history.save(paragraph, by=clerk, why="Changed in between")
    paragraph.text = "Mine."
    with pytest.raises(history.Stale):
        actions.correct_paragraph(paragraph, by=officer, seen=seen)
    assert Paragraph.objects.get().text == "One."


def test_correct_paragraph_keeps_the_comparison_true(pair, officer):
    _, issued = pair
    third = issued.paragraphs.get(label="3")
    third.text = "I will publish the number of hours that officers spend on patrol."
    actions.correct_paragraph(third, by=officer)
    assert kinds(issued) == ["unchanged", "added", "renumbered", "renumbered"]


def test_correct_paragraph_of_the_earlier_version_keeps_the_later_comparison_true(pair, officer):
    draft, issued = pair
    second = draft.paragraphs.get(label="2")
    second.text = issued.paragraphs.get(label="3").text
    actions.correct_paragraph(second, by=officer)
    assert kinds(issued) == ["unchanged", "added", "renumbered", "renumbered"]


def test_correct_paragraph_leaves_the_revisions_it_does_not_touch(pair, officer):
    _, issued = pair
    before = dict(Revision.objects.values_list("pk", "kind"))
    third = issued.paragraphs.get(label="3")
    third.text += " And on foot."
    actions.correct_paragraph(third, by=officer)
    assert dict(Revision.objects.values_list("pk", "kind")) == before


def test_approve_paragraph_settles_what_was_unsure(officer):
    paragraph = PlanVersionFactory(texts=["One."]).paragraphs.get()
    paragraph.unsure = "Is this a number?"
    history.save(paragraph, by=officer, why="Made unsure")
    actions.approve_paragraph(paragraph, by=officer)
    assert Paragraph.objects.get().unsure == ""
    assert why(paragraph) == "Checked: read correctly"


def test_add_paragraph_stands_after_the_other(officer):
    version = PlanVersionFactory(texts=["One.", "Two."])
    first = version.paragraphs.get(label="1")
    added = actions.add_paragraph(
        first, label="1(a)", heading=["Priorities"], text="Between.", by=officer
    )
    assert labels(version) == ["1", "1(a)", "2"]
    assert why(added) == "Added: the reading had missed it"


def test_add_paragraph_makes_room_when_there_is_none(officer):
    version = PlanVersionFactory(texts=["One.", "Two."])
    for number in range(12):
        first = version.paragraphs.get(label="1")
        actions.add_paragraph(first, label=f"1({number})", heading=[], text="More.", by=officer)
    assert labels(version) == ["1", *(f"1({n})" for n in reversed(range(12))), "2"]


def test_delete_paragraph_keeps_its_history(officer):
    version = PlanVersionFactory(texts=["One.", "Page 2 of 40"])
    paragraph = version.paragraphs.get(label="2")
    pk = paragraph.pk
    actions.delete_paragraph(paragraph, by=officer)
    assert labels(version) == ["1"]
    row = Paragraph.history.filter(id=pk).latest()
    assert (row.history_type, row.history_user) == ("-", officer)
    assert row.text == "Page 2 of 40"


def test_delete_paragraph_that_someone_changed_is_refused(officer, clerk):
    version = PlanVersionFactory(texts=["One.", "Two."])
    paragraph = version.paragraphs.get(label="2")
    seen = history.stamp(paragraph)
    history.save(paragraph, by=clerk, why="Changed in between")
    with pytest.raises(history.Stale):
        actions.delete_paragraph(paragraph, by=officer, seen=seen)
    assert labels(version) == ["1", "2"]


def test_delete_paragraph_that_is_the_last_is_refused(officer):
    paragraph = PlanVersionFactory(texts=["One."]).paragraphs.get()
    with pytest.raises(ValidationError, match="only paragraph"):
        actions.delete_paragraph(paragraph, by=officer)


def test_delete_paragraph_keeps_the_comparison_true(pair, officer):
    _, issued = pair
    actions.delete_paragraph(issued.paragraphs.get(label="2"), by=officer)
    assert kinds(issued) == ["unchanged", "reworded", "renumbered"]


def test_join_paragraph_adds_its_words_to_the_one_before(officer):
    version = PlanVersionFactory(texts=["One begins", "and ends.", "Three."])
    joined = actions.join_paragraph(version.paragraphs.get(label="2"), by=officer)
    assert joined.text == "One begins and ends."
    assert labels(version) == ["1", "3"]
    assert why(joined) == "Joined with paragraph 2, which followed it"


def test_join_paragraph_that_is_the_first_is_refused(officer):
    version = PlanVersionFactory(texts=["One.", "Two."])
    with pytest.raises(ValidationError, match="no paragraph before"):
        actions.join_paragraph(version.paragraphs.get(label="1"), by=officer)


def test_split_paragraph_puts_the_parts_in_order(officer):
    version = PlanVersionFactory(texts=["All of it.", "Two."])
    paragraph = version.paragraphs.get(label="1")
    parts = [("1", "First."), ("1(a)", "Second."), ("", "Third.")]
    pieces = actions.split_paragraph(paragraph, parts=parts, by=officer)
    assert labels(version) == ["1", "1(a)", "", "2"]
    assert [p.text for p in pieces] == ["First.", "Second.", "Third."]
    assert [bool(p.unsure) for p in pieces] == [False, False, True]
    assert why(pieces[0]) == "Split into 3"
    assert why(pieces[1]) == "Split off paragraph 1"


# --- Comparing -----------------------------------------------------------------------------------


def confirm(revision, officer):
    revision.confirmed_by, revision.confirmed_at = officer, timezone.now()
    return history.save(revision, by=officer, why="Confirmed")


def test_compare_never_changes_what_an_officer_confirmed(pair, officer):
    draft, issued = pair
    revision = Revision.objects.get(kind="reworded")
    revision.later.set([issued.paragraphs.get(label="2")])
    confirm(revision, officer)
    actions.compare_with_predecessor(issued, by=officer)
    revision.refresh_from_db()
    assert revision.kind == "reworded"
    assert [p.label for p in revision.earlier.all()] == ["2"]
    assert [p.label for p in revision.later.all()] == ["2"]
    others = Revision.objects.exclude(pk=revision.pk)
    assert not others.filter(earlier=draft.paragraphs.get(label="2")).exists()
    assert not others.filter(later=issued.paragraphs.get(label="2")).exists()


def test_compare_discards_a_confirmed_revision_whose_paragraph_was_deleted(pair, officer):
    _, issued = pair
    revision = confirm(Revision.objects.get(kind="reworded"), officer)
    actions.delete_paragraph(issued.paragraphs.get(label="3"), by=officer)
    row = Revision.history.filter(id=revision.pk).latest()
    assert row.history_type == "-"
    assert row.history_change_reason == "The paragraph it was about was deleted"


def test_compare_again_without_a_change_writes_nothing(pair, officer):
    _, issued = pair
    before = Revision.history.count()
    actions.compare_with_predecessor(issued, by=officer)
    assert Revision.history.count() == before


# --- Locking -------------------------------------------------------------------------------------


def test_lock_version_says_who_and_writes_history(officer):
    version = PlanVersionFactory(texts=["One."])
    actions.lock_version(version, by=officer)
    version.refresh_from_db()
    assert version.is_locked
    assert version.locked_by == officer
    assert why(version) == "Locked: its text stands"


def test_lock_version_tells_the_other_apps(pair, officer, monkeypatch):
    draft, issued = pair
    told = []
    monkeypatch.setattr(events, "version_locked", [lambda *about: told.append(about)])
    actions.lock_version(draft, by=officer)
    actions.lock_version(issued, by=officer)
    assert told == [(draft, None, officer), (issued, Comparison.objects.get(), officer)]


def test_lock_version_before_the_one_it_revises_is_refused(pair, officer):
    _, issued = pair
    with pytest.raises(ValidationError, match="Lock Draft, 5 May 2026 first"):
        actions.lock_version(issued, by=officer)


def test_lock_version_undoes_itself_when_another_app_fails(officer, monkeypatch):
    def fail(*about):
        raise RuntimeError("not today")

    version = PlanVersionFactory(texts=["One."])
    monkeypatch.setattr(events, "version_locked", [fail])
    with pytest.raises(RuntimeError):
        actions.lock_version(version, by=officer)
    assert not PlanVersion.objects.get().is_locked


@pytest.mark.parametrize(
    "act",
    [
        lambda p, by: actions.correct_paragraph(p, by=by),
        lambda p, by: actions.approve_paragraph(p, by=by),
        lambda p, by: actions.add_paragraph(p, label="", heading=[], text="More.", by=by),
        lambda p, by: actions.delete_paragraph(p, by=by),
        lambda p, by: actions.join_paragraph(p, by=by),
        lambda p, by: actions.split_paragraph(p, parts=[("1", "a"), ("", "b")], by=by),
        lambda p, by: actions.correct_version(p.version, by=by),
        lambda p, by: actions.lock_version(p.version, by=by),
        lambda p, by: actions.delete_version(p.version, by=by),
    ],
)
def test_a_locked_version_refuses_everything(act, officer):
    version = PlanVersionFactory(texts=["One.", "Two."], locked=True)
    with pytest.raises(ValidationError, match="has been locked"):
        act(version.paragraphs.get(label="2"), officer)
    assert [p.text for p in version.paragraphs.order_by("position")] == ["One.", "Two."]

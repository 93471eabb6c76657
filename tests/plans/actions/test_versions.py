"""Plans and versions: added, put right, locked, deleted, each with its history."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from plans import actions, events
from plans.models import Comparison, Paragraph, PlanVersion, Revision
from tests.factories.plans import PlanFactory, PlanVersionFactory
from tests.plans.actions.samples import DRAFT, ISSUED, add, kinds, labels, why


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

"""What the background does: a long file becomes a version, a long comparison is kept true."""

import logging

import pytest
from django.core.exceptions import ValidationError

from pcp_scrutiny import history
from plans import actions, tasks
from plans.actions import comparing
from plans.models import Comparison, Reading, Revision
from tests.factories.plans import ReadingFactory, ReceivedFileFactory
from tests.plans.actions.samples import kinds, why

NUMBERED = b"Our plan\n\n1. We will answer every call.\n\n2. We will say what happened next.\n"


def read(data=NUMBERED, **fields):
    reading = ReadingFactory(source=ReceivedFileFactory(data=data), **fields)
    tasks.read_version.func(reading.pk)
    reading.refresh_from_db()
    return reading


def test_read_version_makes_the_version_and_keeps_the_file(db):
    reading = read()
    assert reading.state == Reading.State.DONE
    assert reading.version.source == reading.source
    assert [p.label for p in reading.version.paragraphs.order_by("position")] == ["1", "2"]
    assert why(reading) == "Read"


def test_read_version_says_that_a_plan_has_no_numbers(db):
    reading = read(b"Our plan\n\nWe will answer every call.\n")
    assert reading.version.problems[0].startswith("No paragraph of this plan has a number.")


@pytest.mark.parametrize(
    ("data", "sentence"), [(b"%PDF-1.4 broken startxref", "plan.pdf"), (b"\n\n", "no text")]
)
def test_read_version_ends_failed_with_the_reason(data, sentence, db):
    name = "plan.pdf" if data.startswith(b"%PDF") else "plan.txt"
    reading = ReadingFactory(source=ReceivedFileFactory(data=data, name=name))
    tasks.read_version.func(reading.pk)
    reading.refresh_from_db()
    assert reading.state == Reading.State.FAILED
    assert reading.failure
    assert reading.version is None


def test_read_version_of_a_file_that_became_a_version_meanwhile_fails(db):
    first = read()
    second = ReadingFactory(plan=first.plan, source=ReceivedFileFactory(data=NUMBERED))
    tasks.read_version.func(second.pk)
    second.refresh_from_db()
    assert "which is in this plan already" in second.failure


def test_read_version_says_when_something_unexpected_stops_it(db, caplog):
    reading = ReadingFactory()
    reading.source.content.delete(save=False)
    with caplog.at_level(logging.CRITICAL, logger="plans.tasks"):
        tasks.read_version.func(reading.pk)
    reading.refresh_from_db()
    assert "did not expect" in reading.failure


def test_read_version_leaves_one_that_was_taken_up(db):
    reading = ReadingFactory()
    actions.begin_reading(reading.pk)
    tasks.read_version.func(reading.pk)
    reading.refresh_from_db()
    assert reading.state == Reading.State.READING


@pytest.fixture
def everything_is_long(monkeypatch):
    monkeypatch.setattr(comparing, "LONG", 0)


@pytest.fixture
def awaited(pair, officer, everything_is_long):
    """A comparison that a correction has made awaited, before the background is at it."""
    _, issued = pair
    paragraph = issued.paragraphs.get(label="4")
    paragraph.text = "Shop theft will be answered within three days in every part of the county."
    actions.correct_paragraph(paragraph, by=officer)
    return Comparison.objects.get(later=issued)


def test_a_long_comparison_is_awaited_and_what_was_stored_stands(awaited):
    assert awaited.awaited_since is not None
    assert why(awaited) == "To be compared in the background"
    assert kinds(awaited.later)[-1] == "renumbered"


def test_renew_comparison_brings_it_up_to_date(awaited, officer):
    tasks.renew_comparison.func(awaited.pk, officer.pk)
    awaited.refresh_from_db()
    assert awaited.awaited_since is None
    assert kinds(awaited.later)[-1] == "reworded"


def test_renew_comparison_that_is_not_awaited_writes_nothing(pair, officer):
    _, issued = pair
    before = Revision.history.count()
    tasks.renew_comparison.func(issued.comparison.pk, officer.pk)
    tasks.renew_comparison.func(0, officer.pk)
    assert Revision.history.count() == before


def test_renew_reads_again_what_was_corrected_meanwhile(awaited, officer, monkeypatch):
    """A correction while the comparison is worked out: only the second result is stored."""
    work_out, times = comparing._found, []

    def interrupted(known, **options):
        found = work_out(known, **options)
        times.append(len(known.later))
        if len(times) == 1:
            history.delete(awaited.later.paragraphs.get(label="4"), by=officer, why="Deleted")
            actions.renew(awaited, by=officer)
        return found

    monkeypatch.setattr(comparing, "_found", interrupted)
    tasks.renew_comparison.func(awaited.pk, officer.pk)
    assert times == [4, 3]
    assert kinds(awaited.later)[-1] == "removed"


def test_an_awaited_comparison_keeps_its_version_from_being_locked(awaited, officer):
    actions.lock_version(awaited.earlier, by=officer)
    with pytest.raises(ValidationError, match="still being compared"):
        actions.lock_version(awaited.later, by=officer)
    tasks.renew_comparison.func(awaited.pk, officer.pk)
    assert actions.lock_version(awaited.later, by=officer).is_locked


def test_renew_of_a_short_comparison_ends_the_waiting(awaited, officer, monkeypatch):
    monkeypatch.setattr(comparing, "LONG", 600)
    actions.renew(awaited, by=officer)
    awaited.refresh_from_db()
    assert awaited.awaited_since is None
    assert why(awaited) == "Compared at once"


def test_renew_comparison_that_fails_says_so_and_keeps_the_version_open(
    awaited, officer, monkeypatch
):
    def fail(*_args, **_options):
        raise RuntimeError

    monkeypatch.setattr(comparing, "store", fail)
    before = kinds(awaited.later)
    tasks.renew_comparison.func(awaited.pk, officer.pk)
    awaited.refresh_from_db()
    assert "did not expect" in awaited.failure
    assert kinds(awaited.later) == before
    actions.lock_version(awaited.earlier, by=officer)
    with pytest.raises(ValidationError, match="still being compared"):
        actions.lock_version(awaited.later, by=officer)
    actions.renew(awaited, by=officer)
    awaited.refresh_from_db()
    assert awaited.failure == ""


def test_renew_of_a_locked_version_is_made_at_once(pair, officer, everything_is_long):
    for version in pair:
        actions.lock_version(version, by=officer)
    comparison = pair[1].comparison
    actions.renew(comparison, by=officer)
    comparison.refresh_from_db()
    assert comparison.awaited_since is None


def test_read_version_that_was_deleted_meanwhile_does_nothing(db):
    tasks.read_version.func(0)


def test_a_version_that_a_waiting_file_revises_cannot_be_deleted(pair, officer):
    _, issued = pair
    reading = ReadingFactory(plan=issued.plan, revises=issued)
    with pytest.raises(ValidationError, match="is being read"):
        actions.delete_version(issued, by=officer)
    actions.fail_reading(reading.pk, reason="No text.")
    actions.delete_version(issued, by=officer)
    reading.refresh_from_db()
    assert reading.revises is None

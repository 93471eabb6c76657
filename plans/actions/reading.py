"""Reading a long file in the background, until it is a version of its plan."""

from datetime import date
from typing import Any

from django.db import transaction

from pcp_scrutiny import history
from pcp_scrutiny.documents.models import keep

from ..arrivals import Arrival
from ..models import Plan, PlanVersion, Reading
from .versions import add_version, refuse_same_file

UNNUMBERED = (
    "No paragraph of this plan has a number. If the printed plan numbers them, delete this version"
    " and add a file that has the numbers in its text."
)


@transaction.atomic
def ask_for_reading(
    *,
    plan: Plan,
    kind: str,
    dated: date,
    revises: PlanVersion | None,
    data: bytes,
    name: str,
    media_type: str,
    by: Any,
) -> Reading:
    """Keep a file as received and have it read in the background.

    Raises ValidationError where it is a version of the plan already.
    """
    from .. import tasks

    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    source = keep(data, name=name, media_type=media_type, by=by)
    refuse_same_file(plan, source.sha256)
    reading = history.create(
        Reading,
        by=by,
        why=f"{source.name} sent in",
        plan=plan,
        kind=kind,
        dated=dated,
        revises=revises,
        source=source,
        asked_by=by,
    )
    transaction.on_commit(lambda: tasks.read_version.enqueue(reading.pk))
    return reading


@transaction.atomic
def begin_reading(pk: int) -> Reading | None:
    """Take a waiting file up; None where it was taken up or given up already."""
    reading = Reading.objects.select_for_update().filter(pk=pk).first()
    if reading is None or reading.state != Reading.State.WAITING:
        return None
    reading.state = Reading.State.READING
    return history.save(reading, by=reading.asked_by, why="Being read")


def tell_pages(pk: int, done: int, total: int) -> None:
    """Say how many pages have been read, of how many."""
    # not historied: how far the work is, for as long as it is under way
    Reading.objects.filter(pk=pk).update(pages_read=done, pages=total)


@transaction.atomic
def finish_reading(pk: int, arrival: Arrival) -> Reading | None:
    """Make the version of what was read; None where it was given up meanwhile.

    Raises ValidationError as ``add_version`` does.
    """
    reading = Reading.objects.select_for_update().get(pk=pk)
    if reading.state != Reading.State.READING:
        return None
    reading.version = add_version(
        plan=reading.plan,
        kind=reading.kind,
        dated=reading.dated,
        revises=reading.revises,
        arrival=arrival,
        source=reading.source,
        problems=() if arrival.has_numbers else (UNNUMBERED,),
        by=reading.asked_by,
    )
    reading.state = Reading.State.DONE
    return history.save(reading, by=reading.asked_by, why="Read")


@transaction.atomic
def fail_reading(pk: int, *, reason: str) -> Reading | None:
    """Say why a file could not be read; None where that was settled already."""
    reading = Reading.objects.select_for_update().get(pk=pk)
    if reading.state not in (Reading.State.WAITING, Reading.State.READING):
        return None
    reading.state, reading.failure = Reading.State.FAILED, reason
    return history.save(reading, by=reading.asked_by, why="Could not be read")

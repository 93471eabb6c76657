"""Plans and their versions: add, correct what is said of them, lock."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError

from pcp_scrutiny import history
from pcp_scrutiny.documents.models import ReceivedFile, keep

from .. import events
from ..arrivals import Arrival
from ..models import Paragraph, Plan, PlanVersion
from .comparing import compare_with_predecessor, forget_comparison, held_comparison
from .correcting import GAP
from .opening import hold_open


@transaction.atomic
def add_plan(*, title: str, by: Any) -> Plan:
    """Begin a plan. Raises ValidationError where there is one of that title."""
    return history.create(Plan, by=by, why="Added the plan", title=title)


@transaction.atomic
def add_version(
    *,
    plan: Plan,
    kind: str,
    dated: date,
    arrival: Arrival,
    by: Any,
    revises: PlanVersion | None = None,
    source: ReceivedFile | None = None,
    problems: Sequence[str] = (),
) -> PlanVersion:
    """Keep what came in, make its paragraphs, and compare them with the version it revises.

    ``source`` is the file where it is kept already; ``problems`` are told besides those of the
    reading. Raises ValidationError where the same file is a version of this plan already.
    """
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    refuse_same_file(plan, arrival.sha256)
    if source is None:
        source = keep(arrival.data, name=arrival.name, media_type=arrival.media_type, by=by)
    version = PlanVersion(plan=plan, kind=kind, dated=dated, revises=revises, source=source)
    version.problems = [*problems, *arrival.plan.problems]
    _check_predecessor(version)
    history.save(version, by=by, why=f"Added from {source.name}")
    history.create_many(
        Paragraph, _paragraphs(version, arrival), by=by, why=f"Read from {source.name}"
    )
    compare_with_predecessor(version, by=by)
    return version


def refuse_same_file(plan: Plan, sha256: str) -> None:
    """Raise ValidationError where a file with this checksum is a version of the plan already."""
    same = plan.versions.filter(source__sha256=sha256).first()
    if same:
        raise ValidationError(
            f"This is word for word the file of {same}, which is in this plan already."
            " Choose the file of the new version."
        )


def _paragraphs(version: PlanVersion, arrival: Arrival) -> list[Paragraph]:
    return [
        Paragraph(
            version=version,
            position=place * GAP,
            label=read.label,
            heading=list(read.heading),
            page=read.page,
            text=read.text,
            unsure=read.unsure[:300],
        )
        for place, read in enumerate(arrival.plan.paragraphs, start=1)
    ]


@transaction.atomic
def correct_version(version: PlanVersion, *, by: Any, seen: str | None = None) -> PlanVersion:
    """Save an open version whose kind, date or predecessor was corrected; compare it anew."""
    hold_open(version)
    _check_predecessor(version)
    history.save(version, by=by, why="Corrected what is said of the version", seen=seen)
    compare_with_predecessor(version, by=by)
    return version


@transaction.atomic
def delete_version(version: PlanVersion, *, by: Any) -> Plan:
    """Delete an open version that was added by mistake; its file as received is kept.

    Raises ValidationError where another version revises it or anything else rests on it.
    """
    held, why = hold_open(version), "Deleted: added by mistake"
    if later := held.revised_by.first():
        raise ValidationError(f"{later} revises this version. Change what it revises first.")
    if held.readings.under_way().exists():
        raise ValidationError(
            "A file that revises this version is being read. Wait until that is done."
        )
    forget_comparison(held, by=by, why=why)
    try:
        for paragraph in held.paragraphs.all():
            history.delete(paragraph, by=by, why=why)
        history.delete(held, by=by, why=why)
    except ProtectedError as error:
        raise ValidationError(
            f"This version must stay: {history.referring(error)} to it. Correct what is said of the"
            " version instead, or its paragraphs."
        ) from error
    return held.plan


def _check_predecessor(version: PlanVersion) -> None:
    """Raise ValidationError where ``revises`` cannot be what this version revises."""
    earlier, seen = version.revises, {version.pk}
    if earlier is not None and earlier.plan_id != version.plan_id:
        raise ValidationError("A version revises a version of the same plan.")
    if earlier is not None and version.dated < earlier.dated:
        raise ValidationError(
            f"The date is before that of the version it revises: {earlier}."
            " Change the date, or the version it revises."
        )
    while earlier is not None:
        if earlier.pk in seen:
            raise ValidationError(f"{version.revises} revises this version. Choose another.")
        seen.add(earlier.pk)
        earlier = earlier.revises


@transaction.atomic
def lock_version(version: PlanVersion, *, by: Any) -> PlanVersion:
    """Let the text stand from now on, and tell the other apps.

    Raises ValidationError where the version it revises is still open, for the comparison would
    not stand, and while the comparison is awaited.
    """
    held = hold_open(version)
    if held.revises is not None and not held.revises.is_locked:
        raise ValidationError(
            f"Lock {held.revises} first: this version is compared with it,"
            " and its text can still change."
        )
    # It has been kept true with every correction.
    comparison = held_comparison(held) or compare_with_predecessor(held, by=by)
    if comparison is not None and comparison.awaited_since is not None:
        raise ValidationError(
            f"This version is still being compared with {held.revises}. Wait until that is done,"
            " then lock it."
        )
    held.locked_at = history.now()
    held.locked_by = by
    history.save(held, by=by, why="Locked: its text stands")
    events.tell_version_locked(held, comparison, by)
    return held

"""What waits for an officer among the plans."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from pcp_scrutiny.home import Block, Task

from .models import PlanVersion, Reading
from .permissions import can_add_version

LATELY = timedelta(days=2)
"""For as long a file that could not be read is shown."""


def waiting(user: Any, on: date) -> list[Block]:
    """The files that are being read, and the versions that are still to be corrected and locked."""
    if not can_add_version(user):
        return []
    readings = Reading.objects.visible_to(user).to_look_at(since=on - LATELY)
    versions = PlanVersion.objects.visible_to(user).open().with_counts().order_by("dated", "pk")
    tasks = [
        Task(
            text=f"{reading.source.name}: {reading.get_state_display().lower()}",
            href=reading.get_absolute_url(),
            note=reading.plan.title,
            urgent=reading.state == Reading.State.FAILED,
        )
        for reading in readings
    ]
    tasks += [
        Task(
            text=f"Correct and lock {version}",
            href=reverse("plans:correct", args=[version.pk]),
            note=_note(version),
        )
        for version in versions
    ]
    return [Block("Versions being corrected", place=10, tasks=tasks)] if tasks else []


def _note(version: PlanVersion) -> str:
    if version.unsure_count == 0:
        return version.plan.title
    noun = "paragraph" if version.unsure_count == 1 else "paragraphs"
    return f"{version.plan.title}: {version.unsure_count} {noun} to check"

"""What officers make of a version against what the panel said."""

from typing import Any

from django.db import transaction

from pcp_scrutiny import history

from ..models import Assessment


@transaction.atomic
def assess(assessment: Assessment, *, by: Any, seen: str | None) -> Assessment:
    """Save an officer's view of a recommendation. Raises Stale as ``history.save`` does."""
    return history.save(assessment, by=by, why="Assessed", seen=seen)

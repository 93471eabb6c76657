"""What the panel decided about what it had said."""

from typing import Any

from django.db import transaction

from pcp_scrutiny import history

from ..models import Judgement


@transaction.atomic
def record_judgement(judgement: Judgement, *, by: Any) -> Judgement:
    """Record what the panel decided about a recommendation, in the minute that says so."""
    return history.save(judgement, by=by, why=f"Decided at {judgement.entry.item.meeting}")

"""What the panel decided about what it had said."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from pcp_scrutiny import history

from ..models import Judgement, Recommendation
from ..rules import judging


@transaction.atomic
def record_judgement(judgement: Judgement, *, by: Any) -> Judgement:
    """Record what the panel decided about a recommendation, in the minute that says so. Raises
    ValidationError without a minute, and where ``judging.against`` says so."""
    _check(judgement)
    return history.save(judgement, by=by, why=f"Decided at {judgement.entry.item.meeting}")


@transaction.atomic
def correct_judgement(judgement: Judgement, *, by: Any, seen: str | None) -> Judgement:
    """Correct what was recorded of the panel's decision. Raises as ``record_judgement`` does, and
    Stale as ``history.save`` does."""
    _check(judgement)
    return history.save(judgement, by=by, why="Corrected", seen=seen)


def judging_of(judgement: Judgement) -> judging.Judging:
    """What is known about a judgement that names its minute."""
    recommendation, entry = judgement.recommendation, judgement.entry
    letters = recommendation.responses.order_by("letter__dated")
    there = recommendation.judgements.filter(entry=entry).exclude(pk=judgement.pk).first()
    return judging.Judging(
        reference=recommendation.reference,
        raised_on=recommendation.raised_in.item.meeting.day,
        meeting_on=entry.item.meeting.day,
        today=timezone.localdate(history.now()),
        answered_on=letters.values_list("letter__dated", flat=True).first(),
        said_there=there.get_decision_display().lower() if there else "",
    )


def _check(judgement: Judgement) -> None:
    if judgement.entry_id is None:
        raise ValidationError(
            "A judgement names the minute that records it. Record the resolution in the minutes of "
            "the meeting first, then choose it here."
        )
    # One judgement of a recommendation at a time, so that two are not written in one minute.
    Recommendation.objects.select_for_update().get(pk=judgement.recommendation_id)
    wrong = judging.against(judging_of(judgement), judgement.decision)
    if wrong:
        raise ValidationError([f"{sentence}." for sentence in wrong.values()])

"""Whether, and when, the panel withdrew what it had said."""

from datetime import date

from django.utils import timezone

from ..models import Judgement, Recommendation


def withdrawn_on(recommendation: Recommendation) -> date | None:
    """The day of the meeting whose judgement withdrew it, where that is the latest; None otherwise.
    Asks no more where the judgements are prefetched with their meetings."""
    judged = sorted(
        recommendation.judgements.all(), key=lambda j: (j.entry.item.meeting.starts_at, j.pk)
    )
    if not judged or judged[-1].decision != Judgement.Decision.WITHDRAWN:
        return None
    return timezone.localtime(judged[-1].entry.item.meeting.starts_at).date()

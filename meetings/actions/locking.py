"""One meeting is changed by one person at a time."""

from django.core.exceptions import ValidationError
from django.db.models import Max, QuerySet

from ..models import Meeting


def hold(meeting: Meeting) -> Meeting:
    """Lock the meeting until the transaction ends; answer with it as it now is."""
    return Meeting.objects.select_for_update().get(pk=meeting.pk)


def hold_open(meeting: Meeting) -> Meeting:
    """The same, refusing a meeting whose minutes are approved."""
    held = hold(meeting)
    if held.minutes_are_approved:
        raise ValidationError(
            "The minutes of this meeting are approved, so its record can no longer be changed."
        )
    return held


def next_position(siblings: QuerySet) -> int:
    """The place after the last of them; the first is 1."""
    return (siblings.aggregate(last=Max("position"))["last"] or 0) + 1

"""Under the item for the minutes of the last meeting: recording that they were approved there."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils import timezone

from ..minuting import corrections
from ..models import AgendaItem, Meeting
from ..permissions import can_arrange_meetings
from ..related import Link


def approvals_under(user: Any, items: Sequence[AgendaItem]) -> dict[int, list[Link]]:
    """For each item that is for minutes, at a meeting whose own are open: the finished drafts of
    the meetings before. One query where there is such an item."""
    if not can_arrange_meetings(user):
        return {}
    places = [item for item in items if _is_for_minutes(item)]
    if not places:
        return {}
    drafts = list(Meeting.objects.visible_to(user).filter(state=Meeting.State.DRAFT_MINUTES))
    return {
        item.pk: [
            _link(draft, item) for draft in drafts if draft.starts_at < item.meeting.starts_at
        ]
        for item in places
    }


def _is_for_minutes(item: AgendaItem | None) -> bool:
    if item is None or item.standing != AgendaItem.Standing.MINUTES:
        return False
    meeting = item.meeting
    return meeting.day <= timezone.localdate() and not meeting.minutes_are_approved


def _link(draft: Meeting, item: AgendaItem) -> Link:
    address = reverse("meetings:approve_minutes", args=[draft.pk])
    day = corrections.in_full(draft.day)
    return Link(f"Record the approval of the minutes of {day}", f"{address}?at={item.pk}")

"""Who held which office of the panel on the day of a meeting."""

from collections.abc import Iterable

from django.utils import timezone

from ..models import Attendance, Meeting, PanelMember


def positions(meeting: Meeting, attendances: Iterable[Attendance]) -> dict[int, str]:
    """Of finished minutes, the offices that the members who were there held on the day, by primary
    key; of a member who was put on the list later, the first. One query; minutes that are notes
    go by the list as it is."""
    members = [row.member_id for row in attendances if row.member_id]
    if not members or not meeting.minutes_are_finished:
        return {}
    rows = PanelMember.history.filter(id__in=members).order_by("history_id")
    found: dict[int, str] = {}
    for pk, position, at in rows.values_list("id", "position", "history_date"):
        if pk not in found or timezone.localdate(at) <= meeting.day:
            found[pk] = position
    return found

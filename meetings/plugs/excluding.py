"""Beside the minutes: the ways to exclude the public from what follows and to let them in again."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from ..actions.withholding import said_at
from ..minuting import privacy
from ..models import AgendaItem, Exclusion, Meeting, MinuteEntry
from ..permissions import can_arrange_meetings, can_edit_meeting
from ..related import Link


def links_of_items(user: Any, items: Sequence[AgendaItem]) -> dict[int, list[Link]]:
    """Under each item of minutes being taken: exclude the public after what is minuted there, or
    let them in again. Two queries for each meeting that has begun."""
    links: dict[int, list[Link]] = {}
    meetings = {item.meeting_id: item.meeting for item in items}
    for meeting in meetings.values():
        if _is_being_minuted(meeting) and can_edit_meeting(user, meeting):
            own = [item for item in items if item.meeting_id == meeting.pk]
            links |= {item.pk: [link] for item, link in _of(meeting, own)}
    return links


def _is_being_minuted(meeting: Meeting) -> bool:
    return meeting.state in (Meeting.State.IN_PROGRESS, Meeting.State.DRAFT_MINUTES)


def _of(meeting: Meeting, items: Sequence[AgendaItem]) -> Iterable[tuple[AgendaItem, Link]]:
    entries, said = said_at(meeting)
    place = {entry.pk: entry.item.position for entry in entries}
    for item in items:
        before = [one for one in said if place[one.pk] <= item.position]
        is_out = privacy.is_out_after(before)
        words = "Let the public in again" if is_out else "Exclude the public"
        address = reverse("meetings:readmit" if is_out else "meetings:exclude", args=[item.pk])
        yield item, Link(words, address, about=f" at item {item.number}")


def links_of_entries(user: Any, entries: Sequence[MinuteEntry]) -> Mapping[int, Sequence[Link]]:
    """From the resolution that excludes the public to where that is put right."""
    if not can_arrange_meetings(user):
        return {}
    excluded = Exclusion.objects.visible_to(user).filter(entry__in=entries)
    return {
        exclusion.entry_id: [
            Link(
                "Change the exclusion",
                reverse("meetings:exclusion", args=[exclusion.entry_id]),
                about=" of the public",
            )
        ]
        for exclusion in excluded
        if can_edit_meeting(user, exclusion.entry.item.meeting)
    }

"""What waits on the home page: meetings to prepare, the next meeting, minutes to finish."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny.home import Block, Task
from pcp_scrutiny.panel.models import Panel

from . import readiness, related
from .models import AgendaItem, Meeting, Paper
from .permissions import can_arrange_meetings, can_view_meetings


def meetings_waiting(user: Any, on: date) -> list[Block]:
    """The blocks of the home page that are about meetings."""
    if not can_view_meetings(user):
        return []
    now = timezone.make_aware(datetime.combine(on, time.min))
    meetings = Meeting.objects.visible_to(user)
    blocks = []
    if user.is_member:
        blocks.append(_next(user, meetings, now))
    if can_arrange_meetings(user):
        blocks += [_in_preparation(meetings, now, on), _minutes(meetings, now)]
    return blocks


def _next(user: Any, meetings: Any, now: datetime) -> Block:
    found = meetings.upcoming(now).first()
    tasks = []
    if found is not None:
        links = related.meeting_links(user, [found]).get(found.pk, ())
        tasks += [Task(link.text, link.href, link.about) for link in links]
        tasks.append(
            Task(_named(found), f"{found.get_absolute_url()}#agenda", f"Agenda. {found.venue}")
        )
    return Block("The next meeting", 10, tasks, "No meeting is planned.")


def _in_preparation(meetings: Any, now: datetime, on: date) -> Block:
    papers = Paper.objects.select_related("minutes_of")
    items = AgendaItem.objects.order_by("position").prefetch_related(
        Prefetch("papers", queryset=papers)
    )
    found = meetings.in_preparation(now).prefetch_related(Prefetch("items", queryset=items))
    return Block(
        "Meetings in preparation", 30, list(_to_prepare(found, on)), "No meeting is in preparation."
    )


def _to_prepare(meetings: Any, on: date) -> Iterator[Task]:
    panel = Panel.current()
    for meeting in meetings:
        clock = readiness.notice_of(meeting, panel=panel, on=on)
        lacks = readiness.missing(meeting, list(meeting.items.all()))
        by = f"{clock.publish_by:%A} {clock.publish_by.day} {clock.publish_by:%B %Y}"
        verb = _deadline(clock)
        missing = f". Missing: {len(lacks)} thing{'s' if len(lacks) != 1 else ''}" if lacks else ""
        note = f"{verb} {by}{_left(clock)}{missing}"
        yield Task(_named(meeting), meeting.get_absolute_url(), note, bool(clock.stage))


def _deadline(clock: readiness.Notice) -> str:
    if clock.is_late:
        return "The agenda should have been published by"
    if clock.is_after_last_working_day:
        return "Publish the agenda today: the last working day for it was"
    return "Publish the agenda by"


def _left(clock: readiness.Notice) -> str:
    """How near it is, where it is near enough to say; how late, where it is too late."""
    if clock.is_late:
        short = clock.short_by
        return f": {short} clear day{'' if short == 1 else 's'} short if published today"
    if not clock.stage or clock.is_after_last_working_day:
        return ""
    return f": {clock.left_in_words}"


def _minutes(meetings: Any, now: datetime) -> Block:
    tasks = [
        Task(
            _named(meeting),
            reverse("meetings:minutes", args=[meeting.pk]),
            "Draft, to be approved"
            if meeting.state == Meeting.State.DRAFT_MINUTES
            else "Minutes to be finished",
        )
        for meeting in meetings.with_minutes_to_finish(now)
    ]
    return Block("Minutes not yet approved", 40, tasks, "All minutes are approved.")


def _named(meeting: Meeting) -> str:
    return str(meeting)

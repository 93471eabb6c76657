"""A letter to the officers and clerks when the last day to publish an agenda nears: five working
days before it, two before it, on the day, and once when it has passed.

Each warning is told once. After days without a run only the latest is told: the ones before it
would say what is no longer so. A meeting that is put off has another last day, and is told of anew.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone

from pcp_scrutiny.accounts.models import User
from pcp_scrutiny.addresses import absolute
from pcp_scrutiny.components.templatetags.formats import date_gds
from pcp_scrutiny.panel.models import Panel
from pcp_scrutiny.reminders import Letter, Reminder, Source

from .. import readiness
from ..models import Meeting


class Deadline(NamedTuple):
    """A meeting whose agenda is not published, and its notice clock."""

    meeting: Meeting
    clock: readiness.Notice


def deadlines(on: date) -> Iterator[Reminder]:
    """Each meeting whose last day to publish is near or past, for each who may publish."""
    morning = timezone.make_aware(datetime.combine(on, time.min))
    panel = Panel.current()
    found = [
        Deadline(meeting, readiness.notice_of(meeting, panel=panel, on=on))
        for meeting in Meeting.objects.in_preparation(morning)
    ]
    near = [each for each in found if each.clock.stage]
    people = list(_arrangers()) if near else []
    for each in near:
        key = f"notice:{each.meeting.pk}:{each.clock.publish_by.isoformat()}:{each.clock.stage}"
        for person in people:
            yield Reminder(key=key, to=person, thing=each)


def _arrangers() -> Any:
    return User.objects.filter(Q(is_officer=True) | Q(is_clerk=True), is_active=True)


def write(person: Any, near: Sequence[Deadline], on: date) -> Letter:
    """The letter: which meeting, by when, and how much time there is."""
    shown = [
        {
            "meeting": each.meeting,
            "clock": each.clock,
            "href": absolute(each.meeting.get_absolute_url()),
        }
        for each in near
    ]
    context = {"person": person, "panel": Panel.current(), "meetings": shown, "on": on}
    days = " and ".join(date_gds(each.meeting.starts_at) for each in near)
    return Letter(
        f"Publish the agenda for the meeting on {days}",
        render_to_string("mail/notice.txt", context),
    )


NOTICE = Source("the notice of meetings", deadlines, write)

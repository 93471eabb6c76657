"""A letter to members when the papers for a meeting are out, once for each meeting.

They are out when the agenda is recorded as published and a pack has been made: until then there is
nothing to read, and a pack that is made before is the clerk's to check.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.template.loader import render_to_string
from django.utils import timezone

from pcp_scrutiny.accounts.models import User
from pcp_scrutiny.addresses import absolute
from pcp_scrutiny.components.templatetags.formats import date_gds
from pcp_scrutiny.panel.models import Panel
from pcp_scrutiny.reminders import Letter, Reminder, Source

from .. import related
from ..models import Meeting, Pack, PanelMember


def papers_out(on: date) -> Iterator[Reminder]:
    """Each meeting to come whose papers are out, for each member."""
    morning = timezone.make_aware(datetime.combine(on, time.min))
    packs = Pack.objects.filter(meeting=OuterRef("pk"), state=Pack.State.MADE)
    published = Meeting.objects.upcoming(morning).filter(
        Exists(packs), state=Meeting.State.AGENDA_PUBLISHED, published_on__lte=on
    )
    meetings = list(published)
    people = list(_members(on)) if meetings else []
    for meeting in meetings:
        for person in people:
            yield Reminder(key=f"papers-out:{meeting.pk}", to=person, thing=meeting)


def _members(on: date) -> Any:
    """Those who read as members: by their role, or as a member who has another role besides."""
    serving = PanelMember.objects.serving(on).filter(user=OuterRef("pk"))
    works_here = Q(is_officer=True) | Q(is_clerk=True)
    members = Q(is_member=True) | (works_here & Exists(serving))
    return User.objects.filter(members, is_active=True)


def write(person: Any, meetings: Sequence[Meeting], on: date) -> Letter:  # noqa: ARG001
    """The letter: when, where, and where to read."""
    links = related.meeting_links(person, meetings)
    shown = [
        {
            "meeting": meeting,
            "agenda": absolute(meeting.get_absolute_url()),
            "links": [(link.text, absolute(link.href)) for link in links.get(meeting.pk, ())],
        }
        for meeting in meetings
    ]
    context = {"person": person, "panel": Panel.current(), "meetings": shown}
    days = " and ".join(date_gds(meeting.starts_at) for meeting in meetings)
    return Letter(
        f"Agenda and papers for the meeting on {days}",
        render_to_string("mail/papers_out.txt", context),
    )


PAPERS_OUT = Source("the papers for a meeting", papers_out, write)

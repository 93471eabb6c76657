"""A letter to members when the papers for a meeting are published, when a supplement to them is,
and when a next version is.

What is made but not published is the clerk's to check, and no news. Public and full pack of one
version, or of one supplement, are told of once, whichever comes first. After days without a run
only the latest version is told, and of the supplements those that it does not contain.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any, NamedTuple

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


class Out(NamedTuple):
    """Papers for a meeting that were published: ``number`` 1 for those that came out with the
    agenda, more for a next version; or a ``supplement`` to them, 1, 2, ..."""

    meeting: Meeting
    number: int = 1
    supplement: int = 0

    @property
    def key(self) -> str:
        """What tells it from other news."""
        key = f"papers-out:{self.meeting.pk}"
        if self.supplement:
            return f"{key}:supplement-{self.supplement}"
        return key if self.number == 1 else f"{key}:{self.number}"


def papers_out(on: date) -> Iterator[Reminder]:
    """Each meeting to come whose papers are published, for each member; with its newest version,
    and with the supplements to that."""
    morning = timezone.make_aware(datetime.combine(on, time.min))
    open_for = Meeting.objects.upcoming(morning).filter(
        state=Meeting.State.AGENDA_PUBLISHED, published_on__lte=on
    )
    midnight = timezone.make_aware(datetime.combine(on + timedelta(days=1), time.min))
    packs = Pack.objects.filter(published_at__lt=midnight, meeting__in=open_for)
    rows = packs.select_related("meeting").order_by("meeting__starts_at", "meeting_id", "pk")
    news: list[Out] = []
    for meeting, published in groupby(rows, key=lambda pack: pack.meeting):
        news += _news(meeting, list(published))
    people = list(_members(on)) if news else []
    for out in news:
        for person in people:
            yield Reminder(key=out.key, to=person, thing=out)


def _news(meeting: Meeting, packs: Sequence[Pack]) -> Iterator[Out]:
    versions = [pack for pack in packs if not pack.supplement]
    if not versions:
        return
    last = max(pack.version for pack in versions)
    for number in sorted({1, last}):
        yield Out(meeting, number)
    since = min(pack.published_at for pack in versions if pack.version == last)
    later = {pack.supplement for pack in packs if pack.supplement and pack.published_at >= since}
    for supplement in sorted(later):
        yield Out(meeting, last, supplement)


def _members(on: date) -> Any:
    """Those who read as members: by their role, or as a member who has another role besides."""
    serving = PanelMember.objects.serving(on).filter(user=OuterRef("pk"))
    works_here = Q(is_officer=True) | Q(is_clerk=True)
    members = Q(is_member=True) | (works_here & Exists(serving))
    return User.objects.filter(members, is_active=True)


def write(person: Any, news: Sequence[Out], on: date) -> Letter:  # noqa: ARG001
    """The letter: when, where, and where to read. Who is to be told that the papers are out is
    told that alone: the newest version and its supplements are what they will find."""
    by_meeting: dict[Meeting, list[Out]] = {}
    for out in sorted(news, key=lambda out: (out.meeting.starts_at, out.meeting.pk)):
        by_meeting.setdefault(out.meeting, []).append(out)
    links = related.meeting_links(person, list(by_meeting))
    shown = [
        {
            "meeting": meeting,
            "what": _what(outs),
            "agenda": absolute(meeting.get_absolute_url()),
            "links": [(link.text, absolute(link.href)) for link in links.get(meeting.pk, ())],
        }
        for meeting, outs in by_meeting.items()
    ]
    context = {"person": person, "panel": Panel.current(), "meetings": shown}
    whats = {each["what"] for each in shown}
    what = whats.pop() if len(whats) == 1 else FIRST
    days = " and ".join(date_gds(meeting.starts_at) for meeting in by_meeting)
    return Letter(
        f"{what} for the meeting on {days}", render_to_string("mail/papers_out.txt", context)
    )


FIRST = "Agenda and papers"
NEWER = "A newer agenda pack"


def _what(outs: Sequence[Out]) -> str:
    """What is news about one meeting."""
    if any(out.number == 1 and not out.supplement for out in outs):
        return FIRST
    if any(not out.supplement for out in outs):
        return NEWER
    numbers = [str(out.supplement) for out in sorted(outs, key=lambda out: out.supplement)]
    if len(numbers) == 1:
        return f"Supplement {numbers[0]} to the agenda pack"
    return f"Supplements {', '.join(numbers[:-1])} and {numbers[-1]} to the agenda pack"


PAPERS_OUT = Source("the papers for a meeting", papers_out, write)

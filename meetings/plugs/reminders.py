"""A letter to members when the papers for a meeting are out, and when a newer pack is made.

They are out when the agenda is recorded as published and a pack has been made: until then there is
nothing to read, and a pack that is made before is the clerk's to check.

A pack that replaces one of the same audience, is made on a later day than that of publication, and
prints something else, is news: members may have read, or printed, what no longer holds. Such packs
are counted for each audience, and the greater number says how often the papers came out. So the
public pack and the full pack that are made again together are told of once; and what is made again
between two runs is told of once, since only the last counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
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
    """The papers for a meeting. ``number`` is 1 for those that came out with the agenda, more for
    a newer pack."""

    meeting: Meeting
    number: int = 1

    @property
    def key(self) -> str:
        """What tells it from other news."""
        key = f"papers-out:{self.meeting.pk}"
        return key if self.number == 1 else f"{key}:{self.number}"


def papers_out(on: date) -> Iterator[Reminder]:
    """Each meeting to come whose papers are out, for each member; and its newest pack, where that
    was made after the agenda was published."""
    morning = timezone.make_aware(datetime.combine(on, time.min))
    published = Meeting.objects.upcoming(morning).filter(
        state=Meeting.State.AGENDA_PUBLISHED, published_on__lte=on
    )
    packs = Pack.objects.filter(state=Pack.State.MADE, meeting__in=published)
    rows = packs.select_related("meeting").order_by("meeting__starts_at", "meeting_id", "pk")
    news: list[Out] = []
    for meeting, made in groupby(rows, key=lambda pack: pack.meeting):
        number = _times_out(meeting, list(made))
        news += [Out(meeting, each) for each in sorted({1, number})]
    people = list(_members(on)) if news else []
    for out in news:
        for person in people:
            yield Reminder(key=out.key, to=person, thing=out)


def _times_out(meeting: Meeting, packs: Iterable[Pack]) -> int:
    """How often the papers came out, by the packs that were made, the oldest first."""
    by_audience: dict[str, list[Pack]] = {}
    for pack in packs:
        made = by_audience.setdefault(pack.audience, [])
        is_later = timezone.localtime(pack.made_at or pack.asked_at).date() > meeting.published_on
        if made and (not is_later or pack.made_from == made[-1].made_from):
            made.pop()  # what was made before the papers were out, or says the same, is no news
        made.append(pack)
    return max(len(made) for made in by_audience.values())


def _members(on: date) -> Any:
    """Those who read as members: by their role, or as a member who has another role besides."""
    serving = PanelMember.objects.serving(on).filter(user=OuterRef("pk"))
    works_here = Q(is_officer=True) | Q(is_clerk=True)
    members = Q(is_member=True) | (works_here & Exists(serving))
    return User.objects.filter(members, is_active=True)


def write(person: Any, news: Sequence[Out], on: date) -> Letter:  # noqa: ARG001
    """The letter: when, where, and where to read. Who is to be told both that the papers are out
    and of a newer pack is told that they are out: the newest pack is what they will find."""
    first = {out.meeting.pk: out for out in sorted(news, key=lambda o: o.number, reverse=True)}
    told = sorted(first.values(), key=lambda out: (out.meeting.starts_at, out.meeting.pk))
    meetings = [out.meeting for out in told]
    links = related.meeting_links(person, meetings)
    shown = [
        {
            "meeting": out.meeting,
            "is_newer": out.number > 1,
            "agenda": absolute(out.meeting.get_absolute_url()),
            "links": [(link.text, absolute(link.href)) for link in links.get(out.meeting.pk, ())],
        }
        for out in told
    ]
    context = {"person": person, "panel": Panel.current(), "meetings": shown}
    is_newer = all(out.number > 1 for out in told)
    what = "A newer agenda pack" if is_newer else "Agenda and papers"
    days = " and ".join(date_gds(meeting.starts_at) for meeting in meetings)
    return Letter(
        f"{what} for the meeting on {days}",
        render_to_string("mail/papers_out.txt", context),
    )


PAPERS_OUT = Source("the papers for a meeting", papers_out, write)

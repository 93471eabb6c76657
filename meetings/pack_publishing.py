"""What is seen before an agenda pack is published: for whom, with how much notice, and what the
public is not shown."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pcp_scrutiny.panel.models import Panel

from . import pack_pages, packs
from .agenda import publication
from .models import AgendaItem, Meeting, Pack, Paper


def before(pack: Pack, *, user: Any, on: date) -> dict[str, Any]:
    """The context of the page that asks; ``on`` is the day of publication."""
    meeting, panel = pack.meeting, Panel.current()
    clock = publication.clock_of(meeting, panel)
    rows = list(pack_pages.rows(pack, user))
    is_public = pack.audience == Pack.Audience.PUBLIC
    papers = Paper.objects.filter(item__meeting=meeting).select_related("item")
    return {
        "pack": pack,
        "meeting": meeting,
        "panel": panel,
        "obstacle": obstacle(pack),
        "on": on,
        "clear_days": clock.clear_days(on),
        "short_by": clock.short_by(on),
        "last_day": clock.last_day,
        "is_the_agenda": is_public
        and not pack.supplement
        and meeting.state == Meeting.State.PLANNED,
        "withheld": [row for row in rows if row.withheld_under],
        "exempt_items": _exempt_items(meeting) if is_public else [],
        "lacking": [row for row in rows if row.lacks],
        "to_follow": papers.filter(is_to_follow=True) | papers.filter(pk__in=pack.without),
        "other_days": _other_days(pack, papers, on=on),
    }


def obstacle(pack: Pack) -> str:
    """What keeps it from being published, as far as that is known before its file is read."""
    if pack.state != Pack.State.MADE:
        return "Only a pack that has been made can be published."
    if packs.is_out_of_date(pack):
        return "The record has changed since this pack was made. Make it again first."
    return ""


def twin_to_publish(pack: Pack) -> Pack | None:
    """The pack of the other audience, where it is made of the same record and not published."""
    found = pack_pages.twin(pack)
    if found is None or found.is_published or obstacle(found):
        return None
    return found


def done(published: Sequence[Pack]) -> str:
    """What is said when it is done."""
    one = published[0]
    named = " and ".join(["the public pack", "the full pack"] if len(published) > 1 else [_a(one)])
    return f"{named[0].upper()}{named[1:]} {'are' if len(published) > 1 else 'is'} published."


def _a(pack: Pack) -> str:
    if pack.supplement:
        return f"supplement {pack.supplement} ({pack.get_audience_display().lower()})"
    return f"the {pack.get_audience_display().lower()}"


def _exempt_items(meeting: Meeting) -> list[AgendaItem]:
    """Items of which the public is told no more than the paragraph."""
    return list(meeting.items.exclude(restricted_under=None).order_by("position"))


def _other_days(pack: Pack, papers: Any, *, on: date) -> list[Paper]:
    """The papers of a supplement that are recorded as published on another day."""
    if not pack.supplement:
        return []
    held = [slot["paper"] for slot in pack.manifest if slot["paper"]]
    return list(papers.filter(pk__in=held).exclude(published_on=None).exclude(published_on=on))

"""What is seen before an agenda pack is published: for whom, with how much notice, and what the
public is not shown."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from pcp_scrutiny.panel.models import Panel

from . import pack_pages, packs
from .agenda import publication
from .models import Meeting, Pack, Paper


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
        "is_the_agenda": _is_the_agenda(pack),
        "told": _told(pack, on=on),
        "withheld": list(_withheld(pack, rows)) if is_public else [],
        "lacking": [row for row in rows if row.lacks],
        "risky": [row for row in rows if row.risks],
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
    if one.supplement and len(published) > 1:
        return f"Supplement {one.supplement} is published, for the public and in full."
    named = " and ".join(["the public pack", "the full pack"] if len(published) > 1 else [_a(one)])
    return f"{named[0].upper()}{named[1:]} {'are' if len(published) > 1 else 'is'} published."


def _a(pack: Pack) -> str:
    if pack.supplement:
        return f"supplement {pack.supplement} ({pack.get_audience_display().lower()})"
    return f"the {pack.get_audience_display().lower()}"


def _is_the_agenda(pack: Pack) -> bool:
    """Whether publishing it records that the agenda is published."""
    is_planned = pack.meeting.state == Meeting.State.PLANNED
    return is_planned and pack.audience == Pack.Audience.PUBLIC and not pack.supplement


def _told(pack: Pack, *, on: date) -> str:
    """How members learn of it: plugs/reminders.py writes to them of meetings to come whose agenda
    is published, and once of both audiences' packs."""
    found = "Members find it on the page of the meeting"
    if pack.meeting.day <= on:
        return f"{found}. No e-mail tells them of it, because the meeting is not still to come."
    if pack.meeting.state == Meeting.State.PLANNED and not _is_the_agenda(pack):
        return f"{found}. They are told by e-mail once the agenda is published, not before."
    if pack.meeting.state not in (Meeting.State.PLANNED, Meeting.State.AGENDA_PUBLISHED):
        return f"{found}. No e-mail tells them of it."
    if other := _published_alike(pack):
        return f"{found}. They are written to once: of this one and of the {other}."
    return (
        "Members are told by e-mail with the next reminders, and find it on the page of the "
        "meeting."
    )


def _published_alike(pack: Pack) -> str:
    """What the other audience's pack is called, where that is published and says the same: the
    news of it is the news of this one."""
    out = pack.meeting.packs.filter(supplement=pack.supplement).exclude(published_at=None)
    last = out.order_by("version", "pk").last()
    if last is None or last.audience == pack.audience or packs.is_out_of_date(last):
        return ""
    own = out.filter(audience=pack.audience, version=last.version)
    return "" if own.exists() else last.get_audience_display().lower()


def _withheld(pack: Pack, rows: Sequence[pack_pages.Row]) -> Iterator[tuple[str, int]]:
    """What the public is not shown, and the paragraph of Schedule 12A that each is withheld
    under. A supplement names only the items that it has papers of."""
    held = {row.item_key for row in rows}
    private = {item.pk: item for item in pack.meeting.items.exclude(restricted_under=None)}
    for item in sorted(private.values(), key=lambda item: item.position):
        if pack.supplement and item.pk not in held:
            continue
        pages = [row.pages.lower() for row in rows if row.item_key == item.pk]
        papers = f", and its papers ({', '.join(pages)})" if pages else ""
        yield f"The title of item {item.number}, {item.title}{papers}", item.restricted_under
    for row in rows:
        if row.withheld_under and row.item_key not in private:
            yield f"{row.name} ({row.pages.lower()})", row.withheld_under


def _other_days(pack: Pack, papers: Any, *, on: date) -> list[Paper]:
    """The papers of a supplement that are recorded as published on another day."""
    if not pack.supplement:
        return []
    held = [slot["paper"] for slot in pack.manifest if slot["paper"]]
    return list(papers.filter(pk__in=held).exclude(published_on=None).exclude(published_on=on))

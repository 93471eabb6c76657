"""Standing items: added to an agenda, or copied from the one before."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction

from pcp_scrutiny import history

from ..agenda import standing
from ..models import AgendaItem, Meeting
from .arranging import insert
from .locking import hold_open

MINUTES = AgendaItem.Standing.MINUTES


class Copied(NamedTuple):
    """What was copied, and the kinds that were not because they are exempt there."""

    items: list[AgendaItem]
    exempt: list[str]


@transaction.atomic
def add_standing_items(meeting: Meeting, kinds: Iterable[str], *, by: Any) -> list[AgendaItem]:
    """Put standing items of those kinds where they belong; what is there already stays."""
    _hold_unpublished(meeting)
    labels = dict(AgendaItem.Standing.choices)
    there = set(meeting.items.values_list("standing", flat=True))
    return [
        _put(
            AgendaItem(
                meeting=meeting,
                standing=kind,
                title=_usual_title(meeting, kind) or labels[kind],
                purpose=standing.PURPOSES[kind],
            ),
            by=by,
            why="Standing item added",
        )
        for kind in standing.in_order(set(kinds) - there)
    ]


@transaction.atomic
def copy_standing_items(meeting: Meeting, earlier: Meeting, *, by: Any) -> Copied:
    """Copy the standing items of an earlier agenda where this one has none of their kind: as they
    were, but for the meeting whose minutes are approved. What was exempt there is not copied: its
    words would be on an open agenda."""
    _hold_unpublished(meeting)
    there = set(meeting.items.values_list("standing", flat=True))
    found = earlier.items.exclude(standing="").exclude(standing__in=there)
    found = list(found.order_by("position", "pk"))
    labels = dict(AgendaItem.Standing.choices)
    copies = [
        _put(copy_of(item, meeting), by=by, why=f"Standing item copied from {earlier}")
        for item in found
        if item.restricted_under is None
    ]
    exempt = [labels[item.standing] for item in found if item.restricted_under is not None]
    return Copied(copies, exempt)


def wrongly_dated(meeting: Meeting) -> tuple[AgendaItem, str] | None:
    """The item for the minutes of the previous meeting, and the title it should have, where it
    names the day of another meeting. Two queries."""
    item = meeting.items.filter(standing=MINUTES).order_by("position", "pk").first()
    title = _usual_title(meeting, MINUTES) if item and standing.names_a_year(item.title) else ""
    return (item, title) if item and title and title != item.title else None


@transaction.atomic
def date_minutes_anew(meeting: Meeting, *, by: Any) -> AgendaItem | None:
    """Give the item for the minutes of the previous meeting its usual title, where it names the
    day of another meeting; None where it does not."""
    _hold_unpublished(meeting)
    wrong = wrongly_dated(meeting)
    if wrong is None:
        return None
    item, title = wrong
    item.title = title
    return history.save(item, by=by, why="Title made from the meeting before")


def _usual_title(meeting: Meeting, kind: str) -> str:
    """The title that names the meeting before; empty for another kind, or where there is none."""
    before = Meeting.objects.before(meeting) if kind == MINUTES else None
    return standing.title_of_minutes(before.day) if before else ""


def copy_of(item: AgendaItem, meeting: Meeting) -> AgendaItem:
    """As it was; what names last time's minutes names those of the meeting before this one."""
    purpose = item.purpose
    if item.standing == MINUTES and standing.names_a_year(purpose):
        purpose = standing.PURPOSES[MINUTES]
    return AgendaItem(
        meeting=meeting,
        standing=item.standing,
        title=_usual_title(meeting, item.standing) or item.title,
        purpose=purpose,
        presenter=item.presenter,
    )


def _put(item: AgendaItem, *, by: Any, why: str) -> AgendaItem:
    """Among the items: a place between two of them, after the parts of the one above."""
    items = list(item.meeting.items.filter(is_part=False).order_by("position", "pk"))
    place = standing.place([each.standing for each in items], item.standing)
    after = items[place - 1].pk if place else 0
    return insert(item, after=after, by=by, why=why)


def _hold_unpublished(meeting: Meeting) -> None:
    if hold_open(meeting).published_on:
        raise ValidationError(
            "The agenda has been published. Add the item by itself, with the day on which it was "
            "published, or as urgent business."
        )

"""Matters arising: what was agreed at earlier meetings and was not done by the day of this one.
The next agenda shows it by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pcp_scrutiny.panel.models import Panel

from ..minutes import numbers_of
from ..models import Action, AgendaItem, Meeting


@dataclass(frozen=True, slots=True)
class Matter:
    """An action or undertaking as the agenda of a later meeting shows it. ``agreed_on`` is the
    day of the meeting that agreed it, ``number`` that of its minute; nobody is named yet where
    ``owner`` is empty."""

    action: Action
    kind: str
    owner: str
    text: str
    due_on: date | None
    agreed_on: date
    number: str
    restricted_under: int | None = None


def matters(meeting: Meeting, found: Any = None, *, panel: Panel | None = None) -> list[Matter]:
    """What arises at a meeting, the earliest agreed first; of what is ``found`` where that is
    given, for the public ``Action.objects.public()``. Three queries, two more at most."""
    actions = Action.objects.all() if found is None else found
    related = actions.select_related("entry__item__meeting")
    arising = list(related.arising_at(meeting))
    numbers = numbers_of([action.entry for action in arising], panel=panel)
    return [_matter(action, numbers.get(action.entry_id, "")) for action in arising]


def _matter(action: Action, number: str) -> Matter:
    entry = action.entry
    return Matter(
        action=action,
        kind=entry.get_kind_display(),
        owner=action.owner,
        text=entry.text,
        due_on=action.due_on,
        agreed_on=entry.item.meeting.day,
        number=number,
        restricted_under=entry.restricted_under or entry.item.restricted_under,
    )


def place(items: Iterable[AgendaItem]) -> int | None:
    """The key of the item under which they stand: matters arising, else the minutes of the
    previous meeting; None where the agenda has neither."""
    standing = {item.standing: item.pk for item in items if item.restricted_under is None}
    wanted = (AgendaItem.Standing.MATTERS_ARISING, AgendaItem.Standing.MINUTES)
    return next((standing[kind] for kind in wanted if kind in standing), None)

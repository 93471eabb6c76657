"""Minutes that were written elsewhere, put on record as an officer or the clerk confirmed them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from ..models import AgendaItem, Meeting, MinuteEntry
from .agenda import call_meeting
from .arranging import insert
from .entries import add_entry
from .locking import hold_open

HAS_MINUTES = (
    "Minutes of this meeting are on record already. They were not changed: add what is missing to"
    " them, or choose another meeting."
)
NOTHING_LEFT = "Nothing is left to record. Leave in at least one entry."
ON_RECORD = "This meeting is in the calendar already. Choose it above instead of adding it."


@dataclass(frozen=True)
class BroughtEntry:
    """Something minuted, as it was confirmed. ``level`` is that of a minute entry, 0 to 2."""

    kind: str
    level: int
    text: str


@dataclass(frozen=True)
class BroughtItem:
    """An item with what was minuted under it. ``restricted_under`` is the paragraph of
    Schedule 12A for one that is not for publication, else None."""

    title: str
    purpose: str
    restricted_under: int | None
    entries: Sequence[BroughtEntry]


@transaction.atomic
def bring_in(meeting: Meeting, items: Sequence[BroughtItem], *, by: Any) -> Meeting:
    """Put minutes on the record of a meeting that has none; a meeting that is not in the calendar
    comes into it first.

    An item goes to the one of the agenda that has its title, others come at the end of it. What
    was minuted before is never touched: raises ValidationError if there is any.
    """
    if not any(item.entries for item in items):
        raise ValidationError(NOTHING_LEFT)
    if meeting._state.adding:
        if Meeting.objects.filter(title=meeting.title, starts_at=meeting.starts_at).exists():
            raise ValidationError(ON_RECORD)
        call_meeting(meeting, by=by)
    held = hold_open(meeting)
    if MinuteEntry.objects.filter(item__meeting=held).exists():
        raise ValidationError(HAS_MINUTES)
    agenda: dict[str, list[AgendaItem]] = {}
    for there in held.items.order_by("position", "pk"):
        agenda.setdefault(_key(there.title), []).append(there)
    for brought in items:
        same = agenda.get(_key(brought.title))
        item = same.pop(0) if same else _add(held, brought, by=by)
        _minute(item, brought, by=by)
    return held


def _key(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))


def _add(meeting: Meeting, brought: BroughtItem, *, by: Any) -> AgendaItem:
    item = AgendaItem(
        meeting=meeting,
        title=brought.title,
        purpose=brought.purpose,
        restricted_under=brought.restricted_under,
    )
    return insert(item, after=None, by=by, why="Brought in with the minutes")


def _minute(item: AgendaItem, brought: BroughtItem, *, by: Any) -> None:
    if brought.restricted_under and item.restricted_under is None:
        raise ValidationError(
            f"“{item.title}” is open to the public on the agenda. Change it there before minutes"
            " that are not for publication come under it."
        )
    for said in brought.entries:
        entry = MinuteEntry(item=item, kind=said.kind, level=said.level, text=said.text)
        add_entry(entry, by=by)

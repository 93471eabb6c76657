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
from .exclusion import exclude_public, readmit_public
from .locking import hold_open

HAS_MINUTES = (
    "Minutes of this meeting are on record already. They were not changed: add what is missing to"
    " them, or choose another meeting."
)
NOTHING_LEFT = "Nothing is left to record. Leave in at least one entry."
OTHER_ORDER = (
    "The public was excluded, and the agenda of this meeting has the items in another order than"
    " the minutes, so it is not certain what was said in private. Put the items of the agenda into"
    " the order of the minutes first, or say that the public stayed and withhold the items."
)
WITH_THE_MINUTES = "Brought in with the minutes"
ON_RECORD = "This meeting is in the calendar already. Choose it above instead of adding it."


@dataclass(frozen=True)
class BroughtEntry:
    """Something minuted, as it was confirmed. ``level`` is that of a minute entry, 0 to 2;
    ``excludes`` the paragraph of Schedule 12A under which it excludes the public, else None;
    ``readmits`` says that they were let in again with it, where they were out."""

    kind: str
    level: int
    text: str
    excludes: int | None = None
    readmits: bool = False


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

    An item goes to the one of the agenda that has its title, others come at the end of it; where
    the public was excluded, after the one before them in the minutes, because what follows is
    withheld. What was minuted before is never touched: raises ValidationError if there is any.
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
    in_order = any(entry.excludes for item in items for entry in item.entries)
    after = 0 if in_order else None
    put: list[AgendaItem] = []
    for brought in items:
        same = agenda.get(_key(brought.title))
        item = same.pop(0) if same else _add(held, brought, after=after, by=by)
        after = item.pk if in_order else None
        put.append(item)
    if in_order:
        _stand_in_order(held, put)
    is_out = False
    for item, brought in zip(put, items, strict=True):
        is_out = _minute(item, brought, is_out=is_out, by=by)
    return held


def _stand_in_order(meeting: Meeting, items: Sequence[AgendaItem]) -> None:
    """Raise ValidationError where the agenda has the items in another order than the minutes: what
    was said in private would be taken to have been said before the public was excluded."""
    places = dict(meeting.items.values_list("pk", "position"))
    order = [places[item.pk] for item in items]
    if order != sorted(order):
        raise ValidationError(OTHER_ORDER)


def _key(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))


def _add(meeting: Meeting, brought: BroughtItem, *, after: int | None, by: Any) -> AgendaItem:
    item = AgendaItem(
        meeting=meeting,
        title=brought.title,
        purpose=brought.purpose,
        restricted_under=brought.restricted_under,
    )
    return insert(item, after=after, by=by, why=WITH_THE_MINUTES)


def _minute(item: AgendaItem, brought: BroughtItem, *, is_out: bool, by: Any) -> bool:
    """Minute what was said under an item; answer with whether the public is out after it."""
    if brought.restricted_under and item.restricted_under is None:
        raise ValidationError(
            f"“{item.title}” is open to the public on the agenda. Change it there before minutes"
            " that are not for publication come under it."
        )
    for said in brought.entries:
        entry = MinuteEntry(item=item, kind=said.kind, level=said.level, text=said.text)
        add_entry(entry, by=by)
        if said.excludes:
            exclude_public(entry, paragraph=said.excludes, by=by, because=WITH_THE_MINUTES)
            is_out = True
        elif said.readmits and is_out:
            readmit_public(entry, by=by, because=WITH_THE_MINUTES)
            is_out = False
    return is_out

"""What has changed on an agenda since it was published, from its history.

An agenda is published as the record had it when its publication was recorded. What was changed
before it is no change to those who read it, and neither is what was changed and changed back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from ..models import AgendaItem, Meeting

SHOWN = ("title", "purpose", "presenter", "starts_at", "restricted_under", "special_circumstances")


@dataclass(frozen=True, slots=True)
class Since:
    """How an item came to be other than what was published: ``added`` or ``changed`` on a day,
    and the number it ``was`` published under, where it has another now."""

    added: date | None = None
    changed: date | None = None
    was: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """An item that was published and has been taken off."""

    number: str
    title: str
    restricted_under: int | None
    on: date


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed since publication: of the items by primary key, and those that are gone."""

    items: Mapping[int, Since]
    gone: tuple[Gone, ...] = ()

    def public(self) -> "Changes":
        """Without the words of what was not for publication."""
        return Changes(self.items, tuple(one for one in self.gone if not one.restricted_under))


NONE = Changes({})


def publication(meeting: Meeting, items: Iterable[AgendaItem]) -> Changes:
    """What has changed since the agenda was published: two queries, none before publication."""
    if meeting.published_on is None:
        return NONE
    published = meeting.history.exclude(published_on=None).order_by("history_id").first()
    if published is None or published.history_type == "+":  # brought in as it stood
        return NONE
    rows: dict[int, list[Any]] = {}
    for row in AgendaItem.history.filter(meeting_id=meeting.pk).order_by("history_id"):
        rows.setdefault(row.id, []).append(row)
    there = {item.pk: item for item in items}
    changed = {pk: _since(item, rows.get(pk, []), published) for pk, item in there.items()}
    gone = [_gone(told, published) for told in rows.values() if told[-1].history_type == "-"]
    return Changes(
        {pk: since for pk, since in changed.items() if since}, tuple(one for one in gone if one)
    )


def _since(item: AgendaItem, rows: list[Any], published: Any) -> Since | None:
    before = _as_published(rows, published)
    if before is None:
        added = item.published_on or (_day(rows[0].history_date) if rows else None)
        return Since(added=added) if added else None
    was = before.number if before.number != item.number else ""
    if _words(before) == _words(item):
        return Since(was=was) if was else None
    return Since(changed=_last_change(rows, before), was=was)


def _gone(rows: list[Any], published: Any) -> Gone | None:
    before = _as_published(rows, published)
    if before is None or before.history_type == "-":
        return None
    restricted = before.restricted_under or rows[-1].restricted_under
    return Gone(before.number, before.title, restricted, _day(rows[-1].history_date))


def _as_published(rows: list[Any], published: Any) -> Any:
    moment = published.history_date
    return next((row for row in reversed(rows) if row.history_date <= moment), None)


def _last_change(rows: list[Any], before: Any) -> date:
    """The day on which its words became what they are."""
    last, day = _words(before), _day(before.history_date)
    for row in rows[rows.index(before) :]:
        if _words(row) != last:
            last, day = _words(row), _day(row.history_date)
    return day


def _words(item: Any) -> tuple[Any, ...]:
    return tuple(getattr(item, name) for name in SHOWN)


def _day(moment: datetime) -> date:
    return timezone.localdate(moment)

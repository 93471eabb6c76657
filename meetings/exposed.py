"""Whether a public pack holds what has become exempt since it was made or published.

That is told from the manifest and from the history of the record, not from what the record now
says: whoever made a paper exempt may have reworded it, replaced its file or removed it since, and
the pack still prints what it was. Papers from the record may print much else. They are read again,
with the secrets of today.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db.models import Q

from pcp_scrutiny import history

from . import kept_files
from .models import AgendaItem, MinuteEntry, Pack, Paper
from .packs import CannotMake, leaks

HOUR = 3600  # seconds
TYPED = (Paper.WRITTEN, Paper.UPLOADED)
WORDS: Mapping[type, Sequence[str]] = {
    Paper: (
        *("label", "title", "text", "kind", "minutes_of_id", "version_id", "about", "file_id"),
        *("printed_id", "background", "late_reason"),
    ),
    AgendaItem: ("title", "purpose", "presenter", "special_circumstances"),
    MinuteEntry: ("text",),
}
"""What a pack prints of each."""


def is_handed_out(pack: Pack) -> bool:
    """Whether the pack may be read here: it is made, and is the full one or holds nothing that has
    become exempt."""
    if pack.state != Pack.State.MADE:
        return False
    return pack.audience == Pack.Audience.FULL or not reasons(pack)


def reasons(pack: Pack) -> list[str]:
    """What a public pack holds that is exempt now, or was at some time since, in sentences that
    name it without its title."""
    if pack.audience != Pack.Audience.PUBLIC or pack.state != Pack.State.MADE:
        return []
    since = pack.published_at or pack.made_at
    printed = {slot["paper"] for slot in pack.manifest if _is_printed(slot)}
    papers = _lives(Paper, Q(id__in=printed), "kind", "minutes_of_id")
    from_record = [life for life in papers.values() if life.at(since).kind not in TYPED]
    minuted = {life.at(since).minutes_of_id for life in from_record} - {None}
    under = {state.item_id for life in papers.values() for state in life.states}
    of_meetings = Q(meeting_id__in={pack.meeting_id, *minuted})
    items = _lives(AgendaItem, of_meetings | Q(id__in=under), "meeting_id")
    told = [*_papers(papers, items, since), *_items(pack, items, since)]
    told += _minutes(minuted, items, since) if minuted else ()
    return told or (_read_again(pack) if from_record else [])


def _is_printed(slot: Mapping[str, Any]) -> bool:
    return slot["paper"] is not None and slot["withheld_under"] is None and slot["printed"] > 0


# --- The history ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Life:
    """The states that a record has had, oldest first: rows of its history without its words."""

    model: type
    key: int
    states: Sequence[Any]

    def at(self, moment: datetime) -> Any:
        """How it was at that moment; how it began, if it began later."""
        before = [state for state in self.states if state.history_date <= moment]
        return before[-1] if before else self.states[0]

    def began_by(self, moment: datetime) -> bool:
        """Whether there was one at that moment."""
        return self.states[0].history_date <= moment

    def became_exempt(self, since: datetime, items: Mapping[int, "Life"]) -> bool:
        """Whether it, or the item it was under, was restricted at any time since. That this was
        taken back counts only while it still says what it said."""
        if _is_exempt(self.states[-1], items, None):
            return True
        under = {state.item_id for state in self.states if hasattr(state, "item_id")}
        theirs = [state for key in under & items.keys() for state in items[key].states]
        moments = {state.history_date for state in (*self.states, *theirs)}
        last = self.states[-1]
        if last.history_type == "-":
            moments = {moment for moment in moments if moment <= last.history_date}
        was = any(_is_exempt(self.at(each), items, each) for each in moments if each > since)
        return was and self._words(self.at(since)) != self._words(last)

    def _words(self, state: Any) -> Any:
        rows = self.model.history.filter(history_id=state.history_id)
        return rows.values_list(*WORDS[self.model]).get()


def _is_exempt(state: Any, items: Mapping[int, Life], moment: datetime | None) -> bool:
    """Whether a state is restricted, or its item was at that moment; without one, in the end."""
    if state.restricted_under is not None:
        return True
    item = items.get(getattr(state, "item_id", None))
    if item is None:
        return False
    of_item = item.at(moment) if moment else item.states[-1]
    return of_item.restricted_under is not None


def _lives(model: Any, these: Q, *fields: str) -> dict[int, Life]:
    """The lives of some records by their keys, in one query."""
    fields = (*fields, "item_id", "label") if model is Paper else fields
    fields = (*fields, "item_id") if model is MinuteEntry else fields
    fields = (*fields, "number") if model is AgendaItem else fields
    about = ("id", "history_id", "history_date", "history_type", "restricted_under", *fields)
    states = defaultdict(list)
    rows = model.history.filter(these).order_by("history_id").values_list(*about, named=True)
    for row in rows:
        states[row.id].append(row)
    return {key: Life(model, key, found) for key, found in states.items()}


# --- What became exempt, in sentences -------------------------------------------------------------


def _papers(
    papers: Mapping[int, Life], items: Mapping[int, Life], since: datetime
) -> Iterator[str]:
    for paper in papers.values():
        if paper.became_exempt(since, items):
            was = paper.at(since)
            yield _sentence(f"{was.label or 'a paper'} under {_item_called(was.item_id, items)}")


def _items(pack: Pack, items: Mapping[int, Life], since: datetime) -> Iterator[str]:
    """Items that the pack names: of a supplement, only those that it has papers of."""
    named = {slot["item"] for slot in pack.manifest}
    for key, item in items.items():
        was = item.at(since)
        is_named = was.meeting_id == pack.meeting_id and (not pack.supplement or key in named)
        if is_named and _was_open(item, since, {}) and item.became_exempt(since, {}):
            yield _sentence(f"the title of {_item_called(key, items)}")


def _minutes(minuted: Iterable[int], items: Mapping[int, Life], since: datetime) -> Iterator[str]:
    under = [key for key, item in items.items() if item.at(since).meeting_id in minuted]
    for entry in _lives(MinuteEntry, Q(item_id__in=under)).values():
        if _was_open(entry, since, items) and entry.became_exempt(since, items):
            called = _item_called(entry.at(since).item_id, items)
            yield _sentence(f"a minute under {called} of an earlier meeting")


def _was_open(life: Life, since: datetime, items: Mapping[int, Life]) -> bool:
    return life.began_by(since) and not _is_exempt(life.at(since), items, since)


def _item_called(key: int, items: Mapping[int, Life]) -> str:
    number = items[key].states[-1].number if key in items else ""
    return f"item {number}" if number else "an item"


def _sentence(held: str) -> str:
    return f"It holds {held}, which has become exempt since."


# --- Papers from the record -----------------------------------------------------------------------


def _read_again(pack: Pack) -> list[str]:
    """What is found in the file and its edition of what is restricted now. They are read once for
    each state of what is restricted, and that is read once for each state of the record."""
    try:
        said, ask = _secrets(pack)
        return cache.get_or_set(f"exposed:{pack.sha256}:{said}", lambda: _found(pack, ask()), HOUR)
    except kept_files.NotAsMade:
        return []  # whoever opens it is told that there is nothing to read
    except CannotMake as refusal:
        return [str(refusal)]


def _secrets(pack: Pack) -> tuple[str, Callable[[], leaks.Secrets]]:
    """The digest of what is restricted now, and how to have it."""
    standing = history.standing()
    key = (
        f"restricted:{pack.meeting_id}:{hashlib.sha256(repr(standing.stamp).encode()).hexdigest()}"
    )
    if said := cache.get(key):
        return said, lambda: leaks.secrets_of(pack.meeting)
    secrets = leaks.secrets_of(pack.meeting)
    said = hashlib.sha256(repr(secrets).encode()).hexdigest()
    if standing.is_quiet:
        cache.set(key, said, HOUR)
    return said, lambda: secrets


def _found(pack: Pack, secrets: leaks.Secrets) -> list[str]:
    with kept_files.open_file(pack) as file:
        found = leaks.find(file.read(), secrets)
    return [
        str(leak) for leak in found or leaks.find_in_text(kept_files.read_edition(pack), secrets)
    ]

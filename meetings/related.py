"""What other apps have to say beside a minute, what they offer to do under an item, and what they
have to read before a meeting.

An app above this one adds its sources when it is ready (``apps.py``)::

    related.add(links_of_entries)          # (user, entries) -> {entry.pk: [Link, ...]}
    related.add_for_items(actions_of_items)  # (user, items) -> {item.pk: [Link, ...]}
    related.add_for_meetings(briefings_for)  # (user, meetings) -> {meeting.pk: [Link, ...]}

A source is asked once for all the entries, items or meetings of a page, so that it can look them up
with one query, and it answers only with what ``user`` may see or do.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Link:
    """The words of a link and where it leads; ``about`` follows the words for screen readers."""

    text: str
    href: str
    about: str = ""


Source = Callable[[Any, Sequence[Any]], Mapping[int, Sequence[Link]]]
of_entries: list[Source] = []
of_items: list[Source] = []
of_meetings: list[Source] = []


def add(source: Source) -> Source:
    """Ask ``source`` what is related to minute entries: the recommendation recorded there."""
    of_entries.append(source)
    return source


def add_for_items(source: Source) -> Source:
    """Ask ``source`` what may be done under agenda items: "Record a recommendation"."""
    of_items.append(source)
    return source


def add_for_meetings(source: Source) -> Source:
    """Ask ``source`` what there is to read before meetings: the briefing."""
    of_meetings.append(source)
    return source


def links(user: Any, entries: Sequence[Any]) -> dict[int, list[Link]]:
    """What is related to these entries, by the entry's pk."""
    return _gather(of_entries, user, entries)


def item_links(user: Any, items: Sequence[Any]) -> dict[int, list[Link]]:
    """What ``user`` may do under these items, by the item's pk."""
    return _gather(of_items, user, items)


def meeting_links(user: Any, meetings: Sequence[Any]) -> dict[int, list[Link]]:
    """What ``user`` may read before these meetings, by the meeting's pk."""
    return _gather(of_meetings, user, meetings)


def _gather(sources: Sequence[Source], user: Any, things: Sequence[Any]) -> dict[int, list[Link]]:
    found: dict[int, list[Link]] = defaultdict(list)
    if things:
        for source in sources:
            for pk, some in source(user, things).items():
                found[pk].extend(some)
    return found

"""What apps put into calendars."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Event:
    """Something on a day, or at a time.

    ``uid`` names it for good within the site: "meeting-3". ``start`` is an aware moment, with a
    ``length``, or a date, which makes it last all day. ``changed`` is when it was last changed,
    ``sequence`` how often (RFC 5545, 3.8.7.4). ``path`` is its page on the site.
    """

    uid: str
    title: str
    start: date | datetime
    changed: datetime
    path: str
    length: timedelta | None = None
    place: str = ""
    text: str = ""
    sequence: int = 0


Source = Callable[[date], Iterable[Event]]
sources: list[Source] = []


def add(source: Source) -> Source:
    """Ask ``source`` each time a calendar is fetched."""
    sources.append(source)
    return source


def gather(on: date) -> list[Event]:
    """What every source has on that day, in order of time."""
    found = [event for source in sources for event in source(on)]
    return sorted(found, key=lambda event: (event.start.isoformat(), event.uid))

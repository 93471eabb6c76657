"""What apps have to tell people by e-mail."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Reminder:
    """Something to tell one person. ``key`` says what, with whatever makes it news again (the due
    date, the fortnight); ``thing`` is what the letter is written from."""

    key: str
    to: Any
    thing: Any


@dataclass(frozen=True)
class Letter:
    """A letter in plain text."""

    subject: str
    body: str


Told = Callable[[date], Iterable[Reminder]]
Write = Callable[[Any, Sequence[Any], date], Letter]


@dataclass(frozen=True)
class Source:
    """What one app has to tell; ``name`` says of what, in a word."""

    name: str
    told: Told
    write: Write


sources: list[Source] = []


def add(source: Source) -> Source:
    """Ask ``source`` each time reminders are sent."""
    sources.append(source)
    return source

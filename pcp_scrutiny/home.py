"""The home page asks each app what waits for the person who looks.

An app adds a function of the user and the date; it answers with the blocks of work it knows of.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Task:
    """One thing to do or to read: its words, where it leads, and what hurries it."""

    text: str
    href: str
    note: str = ""
    urgent: bool = False


@dataclass(frozen=True)
class Block:
    """A heading of the home page and the things under it; ``empty`` is said when there are none.

    ``place`` orders the blocks, lowest first.
    """

    title: str
    place: int
    tasks: Sequence[Task] = field(default_factory=tuple)
    empty: str = ""


Source = Callable[[Any, date], list[Block]]
sources: list[Source] = []


def add(source: Source) -> Source:
    """Ask ``source`` for blocks each time the home page is shown."""
    sources.append(source)
    return source


def blocks(user: Any, *, on: date) -> list[Block]:
    """Everything that waits for ``user`` on that day, in order."""
    found = [block for source in sources for block in source(user, on)]
    return sorted(found, key=lambda block: block.place)

"""What the minutes of a meeting turn out to say."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

Kind = Literal[
    "discussion", "key point", "advice", "resolution", "recommendation", "action", "undertaking"
]
KINDS: tuple[Kind, ...] = (
    "discussion",
    "key point",
    "advice",
    "resolution",
    "recommendation",
    "action",
    "undertaking",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something minuted. ``number`` is as printed ("4.3", "58.", "(a)"), "" where none is;
    ``level`` 0 is the entry itself, 1 a point under it, 2 a point under that."""

    kind: Kind
    number: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item with what was minuted under it. ``number`` is as printed ("39/20", "Minute 38").

    ``purpose`` is what the agenda said of it ("To approve the minutes"), which was not minuted.
    """

    number: str
    title: str
    entries: tuple[Entry, ...]
    purpose: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    """Those of the minutes' sentences that are about this item."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes, with a sentence in ``unsure`` for everything that could not be known.

    ``header`` is what stands above the first item: who was there, when and where. ``left_out``
    are the words that are no part of the minutes (page numbers, links) and those that a kind
    stands for ("RESOLVED:"). With ``header``, the items and ``left_out``, every word of the
    document is in one place. ``starts_at`` and ``venue`` are the header's, where it says them.
    """

    body: str | None
    date: date | None
    items: tuple[Item, ...]
    unsure: tuple[str, ...]
    header: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    starts_at: time | None = None
    venue: str = ""

"""What was corrected afterwards: read from history, each change with old and new in brief.

A record's history is a list of what it said, oldest first. The first is the record's making; each
later one that says something else is a correction, unless it is a step of the loop itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any

NEAR = 6
"""How many words of what stayed are shown on either side of what changed."""
MOST = 40
"""How many words an excerpt has at most."""


@dataclass(frozen=True)
class Told:
    """What a record said after one change to it. ``values`` are its fields, by their name in
    words; ``at`` is in the panel's own time."""

    at: datetime
    who: Any
    why: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Field:
    """A field that was changed: its name, and what it said before and after, in brief."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Correction:
    """One change to one record. ``subject`` is the record in words, ``url`` its full history."""

    at: datetime
    who: Any
    why: str
    subject: str
    url: str
    fields: tuple[Field, ...]

    @property
    def on(self) -> date:
        """The day it was made."""
        return self.at.date()


def corrections(told: Iterable[Told], *, subject: str, url: str) -> list[Correction]:
    """The changes to one record after it was made; those that changed nothing told are left out."""
    return [
        Correction(after.at, after.who, after.why, subject, url, fields)
        for before, after in pairwise(told)
        if (fields := tuple(_differences(before.values, after.values)))
    ]


def together(found: Iterable[Correction]) -> list[Correction]:
    """In order of time; what one person corrected in one record on one day for one reason is one
    correction."""
    merged: dict[tuple[Any, ...], Correction] = {}
    for one in sorted(found, key=lambda c: c.at):
        key = (one.on, getattr(one.who, "pk", one.who), one.why, one.subject)
        before = merged.get(key)
        merged[key] = replace(before, fields=before.fields + one.fields) if before else one
    return list(merged.values())


def _differences(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Field]:
    for name, new in after.items():
        old = before.get(name, "")
        if old != new:
            yield Field(name, *brief(old, new))


def brief(old: str, new: str) -> tuple[str, str]:
    """Old and new without the words at either end that they share, but for a few. What is left
    out is marked with an ellipsis."""
    before, after = old.split(), new.split()
    shorter = min(len(before), len(after))
    start = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    most = shorter - start
    end = next((i for i in range(most) if before[-1 - i] != after[-1 - i]), most)
    return _excerpt(before, start, end), _excerpt(after, start, end)


def _excerpt(words: Sequence[str], start: int, end: int) -> str:
    if not words:
        return ""
    first, last = max(start - NEAR, 0), min(len(words) - end + NEAR, len(words))
    if len(words) <= MOST:
        first, last = 0, len(words)
    shown = words[first : min(last, first + MOST)]
    opened = "… " if first else ""
    closed = " …" if first + len(shown) < len(words) else ""
    return f"{opened}{' '.join(shown)}{closed}"

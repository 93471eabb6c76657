"""Where apps above this one say which of their records the public may not read, for the check of a
finished public pack (packs/leaks).

A paper from the record can print what an app above keeps. When it is ready (``apps.py``) the app
registers what must not get into a public pack, and what is public, both read from its records::

    withheld.register("recommendations", private=private_words, public=public_words)

    def private_words(meeting: Meeting) -> Iterable[Withheld]: ...
    def public_words(meeting: Meeting) -> Iterable[str]: ...

Neither may call what builds the papers, or the ``.public()`` querysets behind it: a mistake there
is what the check is for. ``public`` need not be complete in what is never printed, but what a
public pack may print it must have, also words as they once were: what is missing there and is said
in private as well is taken for a leak.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Withheld:
    """Words that are not for publication. ``called`` is how the clerk knows the restricted thing,
    without its words ("Paper C under item 5"); ``what`` says which part of it they are, as in "the
    title". A paper has its key. ``names_people``: people and posts, each looked for by itself."""

    called: str
    what: str
    text: str
    paper: int | None = None
    names_people: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The records of an app, as they are and are not public."""

    private: Callable[[Any], Iterable[Withheld]]
    public: Callable[[Any], Iterable[str]]


_registered: dict[str, Source] = {}


def register(
    name: str,
    *,
    private: Callable[[Any], Iterable[Withheld]],
    public: Callable[[Any], Iterable[str]],
) -> None:
    """Have the records of an app looked for; ``name`` is registered once."""
    _registered[name] = Source(private, public)


def private_words(meeting: Any) -> Iterable[Withheld]:
    """What every app withholds from the public pack of a meeting."""
    for source in _registered.values():
        yield from source.private(meeting)


def public_words(meeting: Any) -> Iterable[str]:
    """What is public of every app's records."""
    for source in _registered.values():
        yield from source.public(meeting)


def run_together(text: str) -> str:
    """A text as the check compares it: its letters and digits alone."""
    from .packs.leaks import words

    return words.run_together(text)

"""What explains the changes between two versions.

An app above this one adds a source: a function of the person who reads and the comparison, which
answers with the notes on each revision (by primary key), in one go for the whole comparison::

    @explanations.add
    def outcomes_of(user, comparison) -> dict[int, list[margin.Note]]: ...

A change that no note stands at is unexplained.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .margin import Note
from .models import Comparison

Source = Callable[[Any, Comparison], Mapping[int, Sequence[Note]]]
sources: list[Source] = []


def add(source: Source) -> Source:
    """Ask ``source`` for notes each time a comparison is read."""
    sources.append(source)
    return source


def notes(user: Any, comparison: Comparison) -> dict[int, list[Note]]:
    """The notes that ``user`` may see on each revision, by the revision's primary key."""
    found: dict[int, list[Note]] = defaultdict(list)
    for source in sources:
        for revision, on_it in source(user, comparison).items():
            found[revision].extend(on_it)
    # What accounts for two places of one change is said once.
    return {revision: list(dict.fromkeys(on_it)) for revision, on_it in found.items()}

"""What stands in the margin of a plan, beside its paragraphs.

An app above this one adds a source: a function of the person who reads and the version, which
answers with the notes of each paragraph (by primary key), in one go for the whole version::

    @margin.add
    def outcomes_beside(user, version) -> dict[int, list[margin.Note]]: ...
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .models import PlanVersion


@dataclass(frozen=True)
class Note:
    """A reference that leads somewhere, what it says about the paragraph, and a coloured tag."""

    reference: str
    text: str
    href: str
    tag: str = ""
    colour: str = ""


Source = Callable[[Any, PlanVersion], Mapping[int, Sequence[Note]]]
sources: list[Source] = []


def add(source: Source) -> Source:
    """Ask ``source`` for notes each time a version is read."""
    sources.append(source)
    return source


def notes(user: Any, version: PlanVersion) -> dict[int, list[Note]]:
    """The notes that ``user`` may see beside each paragraph, by the paragraph's primary key."""
    found: dict[int, list[Note]] = defaultdict(list)
    for source in sources:
        for paragraph, beside in source(user, version).items():
            found[paragraph].extend(beside)
    return dict(found)

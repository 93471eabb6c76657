"""What stands in the margin of a plan, beside its paragraphs.

An app above this one adds a source: a function of the person who reads and the versions that are
shown, which answers with the notes of each paragraph (by primary key), in one go for all of them,
so that a paragraph's story through many versions costs no more than one::

    @margin.add
    def outcomes_beside(user, versions) -> dict[int, list[margin.Note]]: ...
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
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


Source = Callable[[Any, Sequence[PlanVersion]], Mapping[int, Sequence[Note]]]
sources: list[Source] = []


def add(source: Source) -> Source:
    """Ask ``source`` for notes each time versions are read."""
    sources.append(source)
    return source


def notes(user: Any, versions: Iterable[PlanVersion]) -> dict[int, list[Note]]:
    """The notes that ``user`` may see beside each paragraph of some versions, by the paragraph's
    primary key. What is said of two places that one change joins is said once."""
    shown = list(versions)
    found: dict[int, list[Note]] = defaultdict(list)
    for source in sources:
        for paragraph, beside in source(user, shown).items():
            found[paragraph].extend(beside)
    return {paragraph: list(dict.fromkeys(beside)) for paragraph, beside in found.items()}

"""A version as a document to read: its sections in order, and its contents list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

DEEPEST = 6
"""HTML's deepest heading; the page's title is the first, so a plan's own begin at 2."""


class Placed(Protocol):
    """A paragraph, with the headings it stands under, outermost first."""

    heading: Sequence[str]


@dataclass
class Section:
    """A heading, what stands directly under it, and the sections within it. ``level`` is that of
    the HTML heading; the title is empty for what stands before the first heading."""

    title: str
    level: int
    anchor: str
    paragraphs: list[Any] = field(default_factory=list)
    sections: list["Section"] = field(default_factory=list)


def outline(paragraphs: Iterable[Placed]) -> list[Section]:
    """The outermost sections of a document, each with the sections within it."""
    top = Section("", 1, "")
    path: list[Section] = [top]
    number = 0
    for paragraph in paragraphs:
        kept = _shared([section.title for section in path[1:]], paragraph.heading)
        returns = kept == len(paragraph.heading) < len(path) - 1
        if returns or (not path[1:] and not paragraph.heading):
            kept = max(0, kept - 1)
        del path[kept + 1 :]
        for title in paragraph.heading[kept:] or ([] if path[1:] else [""]):
            number += 1
            level = min(len(path) + 1, DEEPEST)
            path.append(Section(title, level, f"section-{number}"))
            path[-2].sections.append(path[-1])
        path[-1].paragraphs.append(paragraph)
    return top.sections


def in_order(sections: Iterable[Section]) -> Iterator[Section]:
    """Every section in the order of the document."""
    for section in sections:
        yield section
        yield from in_order(section.sections)


def _shared(path: Sequence[str], heading: Sequence[str]) -> int:
    """How many of the outermost headings are the same."""
    shared = 0
    for one, other in zip(path, heading, strict=False):
        if one != other:
            break
        shared += 1
    return shared

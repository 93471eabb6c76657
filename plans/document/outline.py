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
        heading = list(paragraph.heading) or [""]
        kept = _shared([section.title for section in path[1:]], heading)
        if kept == len(heading) < len(path) - 1:
            kept -= 1  # the text returns to a heading after others below it: say it again
        del path[kept + 1 :]
        for title in heading[kept:]:
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


def under(paragraphs: Iterable[Any], within: Any, path: Sequence[str]) -> list[Any]:
    """Of paragraphs in order, those that stand with ``within`` under the headings of ``path``
    (its own, or the outermost of them) without a break."""
    section: list[Any] = []
    found = False
    for paragraph in paragraphs:
        if list(paragraph.heading[: len(path)]) == list(path):
            section.append(paragraph)
            found = found or paragraph == within
        elif found:
            break
        else:
            section = []
    return section


def _shared(path: Sequence[str], heading: Sequence[str]) -> int:
    """How many of the outermost headings are the same."""
    shared = 0
    for one, other in zip(path, heading, strict=False):
        if one != other:
            break
        shared += 1
    return shared

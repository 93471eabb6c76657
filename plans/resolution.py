"""Which paragraphs of a version a cited label stands for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import labels

_PAGE = re.compile(r"page (\d+)", re.IGNORECASE)
_HEADING_NUMBER = re.compile(
    r"(?:section\s+|chapter\s+|part\s+)?(\d+(?:\.\d+)*)[.:)]?\s", re.IGNORECASE
)
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: its label, the headings above it (outermost first), its page."""

    label: str
    heading: Sequence[str] = ()
    page: int | None = None


def resolve(label: str, places: Sequence[Place]) -> tuple[int, ...]:
    """The indexes of the places that ``label`` stands for, in order; none where there is none.

    A number stands for the paragraph that bears it; where none bears it alone, for its
    sub-paragraphs, or for what stands under the heading of that number ("4.3 Victims"); "page 27"
    for all that stands on the page; anything else for what stands under the heading of that name.
    """
    if labels.is_label(label):
        return _numbered(label, places)
    if page := _PAGE.fullmatch(label.strip()):
        return tuple(i for i, place in enumerate(places) if place.page == int(page[1]))
    return _named(label, places)


def _numbered(label: str, places: Sequence[Place]) -> tuple[int, ...]:
    wanted = labels.key(label)
    exact = [
        i for i, place in enumerate(places) if place.label and labels.key(place.label) == wanted
    ]
    below = [i for i, place in enumerate(places) if _is_below(place.label, wanted)]
    under = [
        i
        for i, place in enumerate(places)
        if any(_number_of(heading) == wanted for heading in place.heading)
    ]
    return tuple(exact or below or under)


def _is_below(label: str, wanted: tuple[str, ...]) -> bool:
    """Whether a label is a part of the wanted one: 46(e)(i) of 46(e), 4.3.4 of 4.3."""
    while label := labels.parent(label):
        if labels.key(label) == wanted:
            return True
    return False


def _number_of(heading: str) -> tuple[str, ...]:
    """The key of the number that a heading begins with; empty where it begins with none."""
    number = _HEADING_NUMBER.match(heading)
    return labels.key(number[1]) if number else ()


def _named(name: str, places: Sequence[Place]) -> tuple[int, ...]:
    wanted = _bare(name)
    return tuple(
        i
        for i, place in enumerate(places)
        if wanted and any(_bare(heading) == wanted for heading in place.heading)
    )


def _bare(heading: str) -> str:
    return _NOT_LETTERS.sub(" ", heading.lower()).strip().removeprefix("the ")

"""Which paragraphs of a version a cited label stands for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import labels

_PAGE = re.compile(r"page (\d+)", re.IGNORECASE)
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: its label, the headings above it (outermost first), its page."""

    label: str
    heading: Sequence[str] = ()
    page: int | None = None


def resolve(label: str, places: Sequence[Place]) -> tuple[int, ...]:
    """The indexes of the places that ``label`` stands for, in order; none where there is none.

    A number stands for the paragraph that bears it, or for its sub-paragraphs where none bears
    it alone; "page 27" for all that stands on the page; anything else for what stands under the
    heading of that name.
    """
    if labels.is_label(label):
        return _numbered(label, places)
    if page := _PAGE.fullmatch(label.strip()):
        return tuple(i for i, place in enumerate(places) if place.page == int(page[1]))
    return _named(label, places)


def _numbered(label: str, places: Sequence[Place]) -> tuple[int, ...]:
    wanted = labels.key(label)
    keys = [labels.key(place.label) if place.label else () for place in places]
    exact = tuple(i for i, key in enumerate(keys) if key == wanted)
    below = tuple(i for i, key in enumerate(keys) if key[: len(wanted)] == wanted)
    return exact or below


def _named(name: str, places: Sequence[Place]) -> tuple[int, ...]:
    wanted = _bare(name)
    return tuple(
        i
        for i, place in enumerate(places)
        if wanted and any(_bare(heading) == wanted for heading in place.heading)
    )


def _bare(heading: str) -> str:
    return _NOT_LETTERS.sub(" ", heading.lower()).strip().removeprefix("the ")

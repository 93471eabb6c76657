"""Which paragraphs hang under which, by their labels: 46(e) under 46, 46(e)(iii) under both."""

from collections.abc import Iterable
from dataclasses import dataclass

from .. import labels


@dataclass(frozen=True, slots=True)
class Place:
    """How deep a paragraph hangs, 0 for the outermost, and what its label adds to the one above:
    "(e)" for 46(e) under 46. A label that hangs under nothing is shown whole."""

    depth: int
    shown: str


def nested(found: Iterable[str]) -> list[Place]:
    """The place of each of a document's labels, in order; unnumbered text is outermost."""
    above: list[str] = []
    places = []
    for label in found:
        parsed = labels.parse(label)
        if parsed is None:
            places.append(Place(0, label))
            continue
        ancestors = _ancestors(label)
        while above and above[-1] not in ancestors:
            above.pop()
        shown = label[len(above[-1]) :].strip() if above else label
        places.append(Place(len(above), shown))
        above.append(label)
    return places


def _ancestors(label: str) -> set[str]:
    """The labels that a reader sees it under. 4.3.4 stands beside 4.3, not under it."""
    found = set()
    parsed = labels.parse(label)
    while parsed and (parsed.subs or parsed.section):
        label = labels.parent(label)
        parsed = labels.parse(label)
        found.add(label)
    return found

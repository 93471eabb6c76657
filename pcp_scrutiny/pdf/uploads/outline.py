"""The bookmarks of a file, written anew: a title and a place each, and nothing else."""

from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from . import limits
from .destinations import Destinations, Place
from .objects import dictionary, text


@dataclass(slots=True)
class Bookmark:
    """``place`` is None where it only has others below it."""

    title: str
    place: Place | None
    below: list["Bookmark"] = field(default_factory=list)


def read(pdf: pikepdf.Pdf, destinations: Destinations) -> list[Bookmark]:
    """The bookmarks with a title. Those that go in circles are told once."""
    root = dictionary(pdf.Root.get("/Outlines"))
    top: list[Bookmark] = []
    if root is None:
        return top
    seen = pikepdf.ObjectSet([root])
    waiting = [(root.get("/First"), top, 0)]
    while waiting and len(seen) < limits.MAX_BOOKMARKS:
        item, above, depth = waiting.pop()
        node = dictionary(item)
        if node is None or not seen.add(node):
            continue
        waiting.append((node.get("/Next"), above, depth))
        bookmark = Bookmark(text(node.get("/Title"))[:500], destinations.of(node))
        if bookmark.title:
            above.append(bookmark)
        if depth < limits.MAX_DEPTH:
            below = bookmark.below if bookmark.title else above
            waiting.append((node.get("/First"), below, depth + 1))
    return top


def write(pdf: pikepdf.Pdf, bookmarks: list[Bookmark]) -> Any:
    """The outline of these bookmarks as an object of the file; None where there are none."""
    if not bookmarks:
        return None
    outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    _write(pdf, bookmarks, outlines)
    return outlines


def _write(pdf: pikepdf.Pdf, bookmarks: list[Bookmark], above: Any) -> int:
    """Write them below ``above``; how many there are in all. The limit on depth keeps this from
    going too deep."""
    count = 0
    before = None
    for bookmark in bookmarks:
        node = pdf.make_indirect(Dictionary(Title=bookmark.title, Parent=above))
        if bookmark.place is not None:
            node.Dest = bookmark.place.written(pdf)
        if before is None:
            above.First = node
        else:
            before.Next, node.Prev = node, before
        before = node
        count += 1 + (_write(pdf, bookmark.below, node) if bookmark.below else 0)
    above.Last, above.Count = before, count
    return count

"""The bookmarks of a pack: its items and papers, and the headings inside them."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from pcp_scrutiny.pdf.uploads.objects import dictionary, text

from .copying import Copied
from .parts import Part
from .places import Places

OPEN_LEVELS = 1  # what is deeper is shown when the reader opens it
MOST_DEEP = 40
MOST = 50_000


@dataclass
class Line:
    """A bookmark with those below it."""

    level: int
    title: str
    place: Array
    below: "list[Line]" = field(default_factory=list)


class Outline:
    """The bookmarks of a pack in the making."""

    def __init__(self) -> None:
        self._top: list[Line] = []
        self._open: list[Line] = []  # the last one, and those that it is below

    def add(self, part: Part, copied: Copied, places: Places) -> None:
        """The bookmarks of a part: what comes before it, its own, and those inside it."""
        for bookmark in part.above:
            self._put(Line(bookmark.level, bookmark.title, places.first))
        if part.bookmark:
            self._put(Line(part.level, part.bookmark, places.first))
        base = part.level if part.bookmark else part.level - 1
        for depth, title, place in _inside(copied.outlines, places):
            self._put(Line(base + depth, title, place))

    def write(self, pack: pikepdf.Pdf) -> None:
        """Make the outline of the pack of them."""
        if self._top:
            root = pack.make_indirect(Dictionary(Type=Name.Outlines))
            root.Count = _write(pack, root, self._top)
            pack.Root.Outlines = root
            pack.Root.PageMode = Name.UseOutlines

    def _put(self, line: Line) -> None:
        while self._open and self._open[-1].level >= line.level:
            self._open.pop()
        (self._open[-1].below if self._open else self._top).append(line)
        self._open.append(line)


def _inside(outlines: Any, places: Places) -> list[tuple[int, str, Array]]:
    """The bookmarks of a part with their depth. Those that do not lead to a page of the part,
    or go in circles, are left out."""
    found: list[tuple[int, str, Array]] = []
    seen = pikepdf.ObjectSet()
    waiting = [(dictionary(outlines and outlines.get("/First")), 1)]
    while waiting and len(found) < MOST:
        item, depth = waiting.pop()
        if item is None or not seen.add(item):
            continue
        waiting.append((dictionary(item.get("/Next")), depth))
        title, place = text(item.get("/Title")), places.of(item)
        if title and place is not None:
            found.append((depth, title, place))
        if depth < MOST_DEEP:
            waiting.append((dictionary(item.get("/First")), depth + 1))
    return found


def _write(pack: pikepdf.Pdf, above: Object, lines: list[Line]) -> int:
    """Put the lines below ``above``. Returns how many are seen there when it is open."""
    made = [
        pack.make_indirect(Dictionary(Title=String(line.title), Parent=above, Dest=line.place))
        for line in lines
    ]
    for before, after in pairwise(made):
        before.Next, after.Prev = after, before
    above.First, above.Last = made[0], made[-1]
    seen = len(made)
    for item, line in zip(made, lines, strict=True):
        if line.below:
            below = _write(pack, item, line.below)
            is_open = line.level <= OPEN_LEVELS
            item.Count = below if is_open else -below
            seen += below if is_open else 0
    return seen

"""Where links and bookmarks lead to inside a file: a page and a place on it."""

from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Name, String

from .objects import dictionary, items, name, number, several, whole

_MOST_NODES = 20_000


@dataclass(frozen=True, slots=True)
class Place:
    """A page by its index; ``left`` and ``top`` in its own coordinates where they are given."""

    page: int
    left: float | None = None
    top: float | None = None

    def written(self, pdf: pikepdf.Pdf) -> Array:
        """As an explicit destination that keeps the reader's zoom (/XYZ)."""
        page = pdf.pages[self.page].obj
        zoom = 0
        return Array([page, Name.XYZ, _or_null(self.left), _or_null(self.top), zoom])


class Destinations:
    """The destinations of a file, also those that have names."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._count = len(pdf.pages)
        self._named = _named(pdf.Root)

    def of(self, owner: Any) -> Place | None:
        """Where an annotation or a bookmark leads to within the file, by itself or an action."""
        target = owner.get("/Dest")
        action = dictionary(owner.get("/A"))
        if target is None and action is not None and name(action.get("/S")) == "/GoTo":
            target = action.get("/D")
        return self._place(target)

    def _place(self, target: Any) -> Place | None:
        if isinstance(target, (String, Name)):
            target = self._named.get(_key(target))
        if (found := dictionary(target)) is not None:
            target = found.get("/D")
        parts = items(target)
        page = self._page(parts[0]) if parts else None
        if page is None:
            return None
        kind = name(parts[1]) if len(parts) > 1 else ""
        values = [number(each) for each in parts[2:]]
        values += [None] * 4
        if kind == "/XYZ":
            return Place(page, values[0], values[1])
        if kind in ("/FitH", "/FitBH"):
            return Place(page, None, values[0])
        if kind == "/FitR":
            return Place(page, values[0], values[3])
        return Place(page)

    def _page(self, value: Any) -> int | None:
        if (found := dictionary(value)) is not None:
            return self._pages.get(found.objgen)
        index = whole(value)
        return index if index is not None and 0 <= index < self._count else None


def _named(root: Any) -> dict[bytes, Any]:
    """Destinations by their names, from the table of old files and from the tree of names."""
    old = dictionary(root.get("/Dests"))
    found = {_key(Name(key)): old.get(key) for key in old.keys()} if old is not None else {}  # noqa: SIM118
    names = dictionary(root.get("/Names"))
    waiting = several(names.get("/Dests")) if names is not None else []
    seen = pikepdf.ObjectSet()
    while waiting and len(seen) < _MOST_NODES:
        node = dictionary(waiting.pop())
        if node is None or not seen.add(node):
            continue
        waiting += items(node.get("/Kids"))
        pairs = items(node.get("/Names"))
        for key, value in zip(pairs[::2], pairs[1::2], strict=False):
            if isinstance(key, String):
                found.setdefault(_key(key), value)
    return found


def _key(value: Any) -> bytes:
    return str(value)[1:].encode() if isinstance(value, Name) else bytes(value)


def _or_null(value: float | None) -> Any:
    return None if value is None else round(value, 2)

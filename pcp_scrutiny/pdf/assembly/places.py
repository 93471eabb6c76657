"""Where bookmarks and links lead to."""

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, String

from pcp_scrutiny.pdf.uploads.objects import dictionary, items

from . import trees
from .copying import Copied


def top(page: Object) -> Array:
    """The top of a page, in the zoom in which the reader is."""
    if page.get("/Rotate"):
        return Array([page, Name.Fit])
    left, _bottom, _right, upper = page.MediaBox
    return Array([page, Name.XYZ, left, upper, 0])


class Places:
    """The places in a part that have names, and its own pages."""

    def __init__(self, copied: Copied) -> None:
        self.first = top(copied.pages[0])
        self._copied = copied
        self._pages = {page.objgen for page in copied.pages}
        self._named: dict[bytes, Any] | None = None  # read when the first is asked for

    def named(self, name: str) -> Array | None:
        """The place with a name."""
        return self._own(self._names().get(name.encode()))

    def of(self, owner: Any) -> Array | None:
        """Where a bookmark or a link leads to inside the part."""
        target = owner.get("/Dest")
        action = dictionary(owner.get("/A"))
        if target is None and action is not None and action.get("/S") == Name.GoTo:
            target = action.get("/D")
        return self._own(target)

    def _own(self, target: Any) -> Array | None:
        if isinstance(target, (String, Name)):
            key = str(target)[1:].encode() if isinstance(target, Name) else bytes(target)
            target = self._names().get(key)
        if (found := dictionary(target)) is not None:
            target = found.get("/D")
        parts = items(target)
        page = dictionary(parts[0]) if parts else None
        return target if page is not None and page.objgen in self._pages else None

    def _names(self) -> dict[bytes, Any]:
        if self._named is None:
            old = self._copied.old_names or Dictionary()
            self._named = {str(key)[1:].encode(): value for key, value in old.items()}
            for key, value in trees.entries(self._copied.names, "/Names"):
                self._named.setdefault(bytes(key), value)
        return self._named

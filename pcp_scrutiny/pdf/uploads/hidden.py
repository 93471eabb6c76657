"""All that is hidden taken out of a file: layers, and what no page draws."""

from typing import Any

import pikepdf
from pikepdf import Name, Stream

from .drawing import Filter, reduced
from .layers import Layers
from .objects import dictionary, entries, name
from .opening import check_unpacking

Key = tuple[int, int]
Mark = tuple[Key, int]
_LAYERS = ("/OCG", "/OCMD")


def take_out(pdf: pikepdf.Pdf) -> set[Mark]:
    """Take out what belongs to hidden layers, in place, in pages, forms, patterns and glyphs.

    What is left is in no layer any more. Answers with the marked content of which nothing is left:
    the page or form that it was in, and its number. Raises Unusable where the instructions unpack
    to too much, PdfError where they cannot be read although something may be hidden in them.
    """
    check_unpacking(pdf)
    work = _Work(pdf)
    for scope in work.scopes:
        work.filter(scope.content, scope.resources)
    pdf.remove_unreferenced_resources()
    return work.marks


class _Work:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._layers = Layers(pdf.Root)
        self.scopes = list(pdf.content_scopes())
        self._resources = {
            scope.content.objgen: scope.resources for scope in self.scopes if scope.kind != "page"
        }
        self._is_empty: dict[Key, bool] = {}
        self.marks: set[Mark] = set()

    def filter(self, content: Any, resources: Any) -> bool:
        """Whether nothing of a content stream is drawn any more."""
        key = content.objgen
        if key in self._is_empty:
            return self._is_empty[key]
        self._is_empty[key] = False  # one that draws itself ends here
        if not self._may_hide(resources):
            return False
        filtered = Filter(resources, self._layers.is_hidden, self._is_gone).run(content)
        data = pikepdf.unparse_content_stream(filtered.instructions)
        if isinstance(content, Stream):
            content.write(data)
        else:
            content.Contents = self._pdf.make_stream(data)
        content.Resources = reduced(resources, filtered.used())
        self.marks |= {(key, mark) for mark in filtered.marks}
        self._is_empty[key] = filtered.is_empty
        return filtered.is_empty

    def _may_hide(self, resources: Any) -> bool:
        found = dictionary(resources)
        if found is None:
            return False
        properties = (each for _, each in entries(found.get("/Properties")))
        objects = (each for _, each in entries(found.get("/XObject")))
        return any(
            dictionary(each) is not None and name(each.get("/Type")) in _LAYERS
            for each in properties
        ) or any(isinstance(each, Stream) and self._is_layered(each) for each in objects)

    def _is_layered(self, drawn: Stream) -> bool:
        return Name.OC in drawn or not _is_drawable(drawn) or self._is_gone(drawn)

    def _is_gone(self, drawn: Any) -> bool:
        if not isinstance(drawn, Stream) or not _is_drawable(drawn):
            return True
        if self._layers.is_hidden(drawn.get("/OC")):
            return True
        resources = self._resources.get(drawn.objgen)
        return name(drawn.get("/Subtype")) == "/Form" and self.filter(drawn, resources)


def _is_drawable(drawn: Stream) -> bool:
    return name(drawn.get("/Subtype")) in ("/Image", "/Form")

"""Where the objects of a PDF are, as people would look for them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Name

Key = tuple[int, int]
"""The number and generation of an object."""
ON_PAGE = re.compile(rb"/Pg (\d+) (\d+) R")
DEEPEST = 12
KINDS = (
    (re.compile(rb"/Type /Annot\b|/Subtype /Link\b"), "a link or note"),
    (re.compile(rb"/Type /StructElem\b|/ActualText |/Alt "), "the structure that is read aloud"),
    (re.compile(rb"/Type /Filespec\b|/EF <<|/Type /EmbeddedFile\b"), "an attachment"),
    (re.compile(rb"/Parent \d+ \d+ R.*/Title |/Title .*/Parent \d+ \d+ R", re.S), "a bookmark"),
    (re.compile(rb"/Type /Metadata\b"), "the file’s properties"),
    (re.compile(rb"/S /(?:JavaScript|URI|GoToR|Launch)\b"), "a link or note"),
    (re.compile(rb"/Names \["), "the names inside the file"),
    (re.compile(rb"/FT /"), "a field of a form"),
)
INSIDE = "the inside of the file"


class Places:
    """Knows the pages by what is stamped on them, and what is on which."""

    def __init__(self, pdf: pikepdf.Pdf, labels: Mapping[int, str]) -> None:
        self._known: dict[Key, str] = {}
        info = pdf.trailer.get(Name.Info)
        self._info = info.objgen if isinstance(info, pikepdf.Object) else (0, 0)
        for place, page in enumerate(pdf.pages):
            where = f"page {labels.get(place, place + 1)}"
            self._known[page.obj.objgen] = where
            for thing in (*contents(page.obj), *page.obj.get(Name.Annots, [])):
                self._put(thing, where)
            for form in _forms(page.obj.get(Name.Resources), self._known, 0):
                self._put(form, where)

    def _put(self, thing: Any, where: str) -> None:
        if isinstance(thing, pikepdf.Object) and thing.is_indirect:
            self._known.setdefault(thing.objgen, where)

    def of(self, key: Key, written: bytes) -> str:
        """Where an object is: on which page, or else what it is a part of."""
        if where := self._known.get(key):
            return where
        if key == self._info and key != (0, 0):
            return "the file’s properties"
        if page := ON_PAGE.search(written):
            on = self._known.get((int(page[1]), int(page[2])), "a page")
            return f"the structure of {on}, which is read aloud,"
        return next((kind for sign, kind in KINDS if sign.search(written)), INSIDE)


def contents(page: pikepdf.Object) -> list[pikepdf.Stream]:
    """The content streams of a page, in their order."""
    found = page.get(Name.Contents)
    parts = list(found) if isinstance(found, pikepdf.Array) else [found]
    return [part for part in parts if isinstance(part, pikepdf.Stream)]


def _forms(resources: Any, known: Mapping[Key, str], depth: int) -> Iterator[pikepdf.Object]:
    """The drawings and pictures that a page may show, and those within them."""
    if not isinstance(resources, pikepdf.Dictionary) or depth > DEEPEST:
        return
    drawings = resources.get(Name.XObject)
    if not isinstance(drawings, pikepdf.Dictionary):
        return
    for form in drawings.values():
        if isinstance(form, pikepdf.Stream) and form.objgen not in known:
            yield form
            yield from _forms(form.stream_dict.get(Name.Resources), known, depth + 1)

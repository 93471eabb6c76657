"""What a PDF lacks for people who have it read out, as far as its objects show."""

from typing import Any

import pikepdf

from .objects import dictionary, entries, items, name, several, text

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_MOST_ELEMENTS = 500_000


class Lacks:
    """One look through the file; ``codes`` are those of ``facts.LACKS``."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf

    def codes(self) -> list[str]:
        """In the order in which they are told. Text and language are told elsewhere."""
        codes = self._tags()
        fonts = self._fonts()
        if any(not _is_embedded(font) for font in fonts):
            codes.append("fonts")
        if any(not _has_letters(font) for font in fonts):
            codes.append("letters")
        return codes

    def _tags(self) -> list[str]:
        structure = dictionary(self._pdf.Root.get("/StructTreeRoot"))
        marks = dictionary(self._pdf.Root.get("/MarkInfo"))
        is_marked = marks is None or marks.get("/Marked") is not False
        if structure is None or not is_marked or not several(structure.get("/K")):
            return ["untagged"]
        pages = [page.obj for page in self._pdf.pages if page.obj.get("/Contents") is not None]
        tagged = [page for page in pages if isinstance(page.get("/StructParents"), int)]
        if not tagged:
            return ["untagged"]
        codes = ["part-tagged"] if len(tagged) < len(pages) else []
        return [*codes, "alternatives"] if _has_bare_figure(structure) else codes

    def _fonts(self) -> list[Any]:
        seen = pikepdf.ObjectSet()
        return [
            font
            for scope in self._pdf.content_scopes()
            for _, font in entries((dictionary(scope.resources) or {}).get("/Font"))
            if dictionary(font) is not None and seen.add(font)
        ]


def _has_bare_figure(structure: Any) -> bool:
    """Whether a figure has neither words in its place nor text of its own."""
    seen = pikepdf.ObjectSet()
    waiting = several(structure.get("/K"))
    while waiting and len(seen) < _MOST_ELEMENTS:
        element = waiting.pop()
        if not isinstance(element, pikepdf.Dictionary) or not seen.add(element):
            continue
        if name(element.get("/S")) == "/Figure":
            if not text(element.get("/Alt")) and not text(element.get("/ActualText")):
                return True
            continue
        waiting += several(element.get("/K"))
    return False


def _is_embedded(font: Any) -> bool:
    if name(font.get("/Subtype")) == "/Type3":
        return True
    if name(font.get("/Subtype")) == "/Type0":
        inner = [dictionary(each) for each in items(font.get("/DescendantFonts"))]
        return all(each is not None and _is_embedded(each) for each in inner)
    descriptor = dictionary(font.get("/FontDescriptor"))
    return descriptor is not None and any(file in descriptor for file in _FILES)


def _has_letters(font: Any) -> bool:
    """Whether it is known which letters its codes stand for. A simple font mostly says so by the
    names of its encoding."""
    if name(font.get("/Subtype")) not in ("/Type0", "/Type3"):
        return True
    encoding = name(font.get("/Encoding"))
    is_known = encoding.startswith("/Uni")  # a named character map of Unicode
    return is_known or dictionary(font.get("/ToUnicode")) is not None

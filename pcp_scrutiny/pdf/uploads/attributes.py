"""Attributes of the elements of a structure (ISO 32000-1, 14.8.5): those that are known."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from .objects import dictionary, name, several
from .whitelisting import is_plain

_LAYOUT = (
    "Placement WritingMode BackgroundColor BorderColor BorderStyle BorderThickness Padding Color "
    "SpaceBefore SpaceAfter StartIndent EndIndent TextIndent TextAlign BBox Width Height "
    "BlockAlign InlineAlign TBorderStyle TPadding BaselineShift LineHeight TextDecorationColor "
    "TextDecorationThickness TextDecorationType RubyAlign RubyPosition GlyphOrientationVertical "
    "ColumnCount ColumnGap ColumnWidths"
)
_KNOWN = {
    owner: {"/O", *(f"/{key}" for key in keys.split())}
    for owner, keys in {
        "/Layout": _LAYOUT,
        "/List": "ListNumbering",
        "/Table": "RowSpan ColSpan Headers Scope Summary Short",
        "/PrintField": "Role checked Checked Desc",
    }.items()
}


class Attributes:
    """Reduces attributes in place; ``classes`` are those that elements have by name."""

    def __init__(self, classes: Any) -> None:
        self._classes = dictionary(classes)
        self._seen = pikepdf.ObjectSet()

    def reduce(self, element: Any) -> None:
        """Leave an element the attributes that are known, its own and those of its classes."""
        given = several(element.get("/A"))
        if "/C" in element:
            for each in several(element.get("/C")):
                if name(each) and self._classes is not None:
                    given = several(self._classes.get(each)) + given
            del element["/C"]
        kept = [each for each in given if self._is_kept(each)]
        if kept:
            element.A = kept[0] if len(kept) == 1 else Array(kept)
        elif "/A" in element:
            del element["/A"]

    def _is_kept(self, attributes: Any) -> bool:
        if not isinstance(attributes, Dictionary):
            return False
        known = _KNOWN.get(name(attributes.get("/O")))
        if known is None:
            return False
        if self._seen.add(attributes):
            for key in attributes.keys():  # noqa: SIM118 - it changes meanwhile
                if key not in known or not is_plain(attributes.get(key)):
                    del attributes[key]
        return True

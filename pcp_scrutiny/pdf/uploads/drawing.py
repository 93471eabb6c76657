"""Drawing instructions without what is hidden.

What belongs to a hidden layer is not switched off but taken out, with the words that stand for it
(ActualText) and its place in the structure. Instructions that change how later ones draw stay, so
that the rest is drawn as before; text on the same line after hidden words may stand further left.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import ContentStreamInstruction, Dictionary, Name, Operator

from .objects import dictionary, entries, name, whole

_PATHS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
_PAINT = _PATHS | {"sh", "Do", "INLINE IMAGE", "Tj", "TJ", "'", '"'}
_POINTS = {"MP", "DP"}
_NEW_PATH = ContentStreamInstruction([], Operator("n"))
_NEXT_LINE = ContentStreamInstruction([], Operator("T*"))
_CATEGORY = {
    "Do": "/XObject",
    "Tf": "/Font",
    "gs": "/ExtGState",
    "sh": "/Shading",
    "scn": "/Pattern",
    "SCN": "/Pattern",
    "BDC": "/Properties",
}
"""Which resources an instruction draws with; the last name among its operands says which one.
Colour spaces are also used without being named, and all stay."""


@dataclass(slots=True)
class Filtered:
    """Instructions without what is hidden. ``marks`` are the numbers of the marked content (MCID)
    of which nothing is left; ``is_empty`` says that nothing is drawn any more."""

    instructions: list[ContentStreamInstruction]
    marks: set[int] = field(default_factory=set)
    is_empty: bool = False

    def used(self) -> dict[str, set[str]]:
        """The names of the resources that are drawn with, by category."""
        found: dict[str, set[str]] = {}
        for each in self.instructions:
            category = _CATEGORY.get(str(each.operator))
            if category is not None:
                names = {str(value) for value in each.operands if isinstance(value, Name)}
                found.setdefault(category, set()).update(names)
        return found


@dataclass(slots=True)
class _Mark:
    """A piece of marked content that has begun. ``at``: where, or -1 where its marks are dropped.
    ``lost`` and ``painted``: whether anything in it was taken out or drawn."""

    at: int
    is_hidden: bool
    mcid: int | None = None
    has_words: bool = False
    lost: bool = False
    painted: bool = False


class Filter:
    """One pass over the instructions of a content stream with its resources.

    ``is_hidden`` tells of a layer; ``is_gone`` of an external object (form or picture) whether
    nothing of it may be drawn.
    """

    def __init__(
        self, resources: Any, is_hidden: Callable[[Any], bool], is_gone: Callable[[Any], bool]
    ) -> None:
        found = dictionary(resources)
        self._objects = dictionary(found.get("/XObject")) if found is not None else None
        self._properties = dictionary(found.get("/Properties")) if found is not None else None
        self._is_hidden = is_hidden
        self._is_gone = is_gone
        self._kept: list[ContentStreamInstruction | None] = []
        self._page = _Mark(-1, is_hidden=False)
        self._open: list[_Mark] = []
        self._lost_marks: set[int] = set()
        self._marks: set[int] = set()

    def run(self, content: Any) -> Filtered:
        """Raises PdfError where the content cannot be read: what is hidden in it is not known."""
        for each in pikepdf.parse_content_stream(content):
            operator = str(each.operator)
            if operator in ("BDC", "BMC"):
                self._begin(each)
            elif operator == "EMC":
                self._end(each)
            elif operator in _PAINT:
                self._paint(each, operator)
            elif operator not in _POINTS:
                self._kept.append(each)
        while self._open:
            self._end(ContentStreamInstruction([], Operator("EMC")))
        kept = [each for each in self._kept if each is not None]
        return Filtered(
            kept, self._lost_marks - self._marks, self._page.lost and not self._page.painted
        )

    def _begin(self, each: ContentStreamInstruction) -> None:
        tag, given = _operand(each, 0), _operand(each, 1)
        if isinstance(given, Name):
            given = self._properties.get(given) if self._properties is not None else None
        listed = dictionary(given)
        inside = self._in_hidden()
        is_layer = name(tag) == "/OC"
        mark = _Mark(-1, is_hidden=inside or (is_layer and self._is_hidden(listed)))
        if listed is not None and not is_layer:
            mark.mcid = whole(listed.get("/MCID"))
            mark.has_words = any(key in listed for key in ("/ActualText", "/Alt", "/E"))
        if not is_layer and not inside:
            mark.at = len(self._kept)
            self._kept.append(each)
        elif mark.mcid is not None:
            self._lost_marks.add(mark.mcid)
        self._open.append(mark)

    def _end(self, each: ContentStreamInstruction) -> None:
        if not self._open:
            return
        mark = self._open.pop()
        above = self._open[-1] if self._open else self._page
        above.lost |= mark.lost
        above.painted |= mark.painted
        is_lost = mark.lost and not mark.painted
        if mark.mcid is not None and mark.at >= 0:
            (self._lost_marks if is_lost else self._marks).add(mark.mcid)
        if mark.at >= 0 and is_lost:
            self._kept[mark.at] = None
        elif mark.at >= 0:
            self._kept.append(each)

    def _paint(self, each: ContentStreamInstruction, operator: str) -> None:
        mark = self._open[-1] if self._open else self._page
        is_gone = operator == "Do" and self._is_gone_by_name(_operand(each, 0))
        if not is_gone and not self._in_hidden():
            mark.painted = True
            self._kept.append(each)
            return
        mark.lost = True
        if operator in _PATHS:
            self._kept.append(_NEW_PATH)
        elif operator == "'":
            self._kept.append(_NEXT_LINE)
        elif operator == '"':
            for value, setting in zip(each.operands, ("Tw", "Tc"), strict=False):
                self._kept.append(ContentStreamInstruction([value], Operator(setting)))
            self._kept.append(_NEXT_LINE)

    def _is_gone_by_name(self, given: Any) -> bool:
        known = self._objects is not None and isinstance(given, Name)
        found = self._objects.get(given) if known else None
        return found is None or self._is_gone(found)

    def _in_hidden(self) -> bool:
        return bool(self._open) and self._open[-1].is_hidden


def _operand(each: ContentStreamInstruction, place: int) -> Any:
    return each.operands[place] if len(each.operands) > place else None


def reduced(resources: Any, used: dict[str, set[str]]) -> Dictionary:
    """A copy of resources with only what is used, by category."""
    kept = Dictionary()
    for category, found in entries(resources):
        if category == "/ColorSpace":
            kept[category] = found
        elif dictionary(found) is not None:
            names = used.get(category, set())
            kept[category] = Dictionary({k: v for k, v in entries(found) if k in names})
    return kept

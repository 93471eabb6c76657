"""The lists of an item while it is read: which is open, and how deep a point stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from . import labels, numbers
from .paragraphs import Paragraph

PARAGRAPH_NUMBERS = ("integer", "decimal", "coded", "labelled")
"""The families that number paragraphs as well as points."""
_SAME_INDENT = 2


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around a point: ``base`` is how deep the points of the open list stand,
    ``leads`` whether the paragraph before led in to it, ``has_entries`` whether there is anything
    for it to stand under."""

    base: int
    leads: bool
    is_open: bool
    has_entries: bool
    text_before: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """A list: its last number, how deep it stands and how far it is set in."""

    number: numbers.Number
    level: int
    depth: int
    indent: int

    def takes(self, paragraph: Paragraph, number: numbers.Number) -> bool:
        if self.number.follows != number.follows or self.depth != paragraph.depth:
            return False
        if number.family == "bullet":
            return abs(self.indent - paragraph.indent) <= _SAME_INDENT
        return True

    def begins_anew(self, number: numbers.Number) -> bool:
        return bool(number.values) and number.values[-1] <= self.number.values[-1]

    @property
    def numbers_paragraphs(self) -> bool:
        return self.level == 0 and self.number.family in PARAGRAPH_NUMBERS


@dataclass(slots=True)
class Lists:
    """The open lists, from the outermost. ``outermost`` is the number of figures in the shortest
    decimal number of the item: 4.1 has two. ``gaps`` are the places where numbers are missing,
    each with the numbers around it; ``late`` the numbers that begin a list that is not whole."""

    outermost: int
    gaps: list[tuple[Sequence[str], numbers.Number, numbers.Number]] = field(default_factory=list)
    late: list[numbers.Number] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=list)

    def goes_back_to_paragraphs(self, number: numbers.Number, around: Around) -> bool:
        """Whether the numbering of the paragraphs goes on, that a list had interrupted."""
        outer = next((f for f in self._frames if f.level == 0), None)
        if outer is None or not around.is_open or outer.number.family not in PARAGRAPH_NUMBERS:
            return number.family == "decimal" and len(number.values) == self.outermost
        if number.family == "decimal" and len(number.values) <= len(outer.number.values):
            return True
        within = (f for f in self._frames if f is not outer)
        return (
            outer.number.follows == number.follows
            and number.values[-1] > outer.number.values[-1]
            and around.base > 0
            and not any(f.number.follows == number.follows for f in within)
            and (not around.leads or number.values[-1] != 1)
        )

    def place(self, paragraph: Paragraph, number: numbers.Number, around: Around) -> int:
        """How deep a point stands; its list is open after it."""
        if number.family == "decimal":
            return self._place_decimal(paragraph, number)
        for index in range(len(self._frames) - 1, -1, -1):
            frame = self._frames[index]
            if frame.takes(paragraph, number) and not frame.begins_anew(number):
                self._count(frame, number)
                del self._frames[index:]
                return self._push(paragraph, number, frame.level)
        return self._begin(paragraph, number, around)

    def end(self) -> None:
        """Close every list but the numbering of the paragraphs."""
        self._frames = [frame for frame in self._frames if frame.numbers_paragraphs]

    def end_at(self, level: int, number: numbers.Number | None) -> None:
        """Close the lists from a level inwards, but not the one whose point leads in to more."""
        self._frames = [f for f in self._frames if f.level < level or f.number is number]

    def _place_decimal(self, paragraph: Paragraph, number: numbers.Number) -> int:
        level = max(0, len(number.values) - self.outermost)
        while self._frames and self._frames[-1].level > level:
            self._frames.pop()
        last = self._frames[-1] if self._frames else None
        if last and last.level == level and last.takes(paragraph, number):
            self._count(last, number)
            self._frames.pop()
        return self._push(paragraph, number, level)

    def _begin(self, paragraph: Paragraph, number: numbers.Number, around: Around) -> int:
        level = self._level_of_new(paragraph, number, around)
        while self._frames and self._frames[-1].level >= level:
            self._frames.pop()
        if number.values and number.family not in PARAGRAPH_NUMBERS and number.values[-1] != 1:
            self.late.append(number)
        return self._push(paragraph, number, level)

    def _level_of_new(self, paragraph: Paragraph, number: numbers.Number, around: Around) -> int:
        top = self._frames[-1] if self._frames else None
        if around.leads:
            return around.base
        if top is None:
            under = number.family not in PARAGRAPH_NUMBERS and around.has_entries
            return around.base if around.is_open else int(under)
        bullets = number.family == top.number.family == "bullet"
        further_in = paragraph.indent > top.indent + _SAME_INDENT
        if (
            labels.opens_list(around.text_before)
            or paragraph.depth > top.depth
            or bullets
            or (further_in and number.family != top.number.family)
        ):
            return top.level + 1
        if paragraph.depth and paragraph.depth < top.depth:
            return max(around.base, top.level - (top.depth - paragraph.depth))
        return top.level + (top.number.family in PARAGRAPH_NUMBERS)

    def _push(self, paragraph: Paragraph, number: numbers.Number, level: int) -> int:
        self._frames.append(_Frame(number, level, paragraph.depth, paragraph.indent))
        return level

    def _count(self, frame: _Frame, number: numbers.Number) -> None:
        if missing := numbers.gap(frame.number, number):
            self.gaps.append((missing, frame.number, number))

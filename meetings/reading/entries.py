"""An item's paragraphs as entries: each with its kind, its number and how deep it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from . import doubts, evidence, kinds, numbers
from .minutes import Entry, Kind
from .paragraphs import Paragraph

_BEGINS_PART = re.compile(r"[\"'“‘(]*(?:[a-z]|That\b)")
_GOES_ON_AFTER = re.compile(r"(?:[;,]|\b(?:and|or))\s*$", re.IGNORECASE)
_PART_WITHIN = re.compile(
    r"(?<=[\s:;,–—-])(?=\(?(?:[a-z]|[ivx]{1,4}|[0-9]{1,2})\)\s*\S|[0-9]{1,2}\.\s+[A-Z])"
)
_BROKEN_OFF = re.compile(r"[;,]\s*$|\b(?:and|or)\s*$", re.IGNORECASE)
_PARAGRAPH_NUMBERS = ("integer", "decimal", "coded", "labelled")


@dataclass(slots=True)
class _Frame:
    """A list that is open: its last number, how deep it stands and is set in."""

    number: numbers.Number
    level: int
    depth: int
    indent: int

    def takes(self, paragraph: Paragraph, number: numbers.Number) -> bool:
        if self.number.follows != number.follows or self.depth != paragraph.depth:
            return False
        if number.family == "bullet":
            return abs(self.indent - paragraph.indent) <= 2
        return True


@dataclass(slots=True)
class _Reader:
    """Goes through an item's paragraphs and remembers what is open.

    ``kind`` is what the points of the open list are, None where none is; ``base`` is how deep
    they stand; ``waiting`` says that nothing has followed its lead yet.
    """

    decided: bool
    place: str
    outermost: int
    """The number of figures in the shortest decimal number: 4.1 has two."""
    entries: list[Entry] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)
    kind: Kind | None = None
    base: int = 0
    waiting: str = ""
    lead_kept: bool = True
    lead_number: str = ""
    lead_indent: int = 0
    last_text: str = ""
    unmarked_indent: int | None = None
    """How far in the points of the open list stand that have no bullets."""

    def read(self, paragraph: Paragraph) -> None:
        if paragraph.kind == "action":
            self._close()
            self._add("action", paragraph.printed, 0, paragraph.text)
        elif not paragraph.text:
            self._bare(paragraph)
        elif paragraph.number is None:
            self._plain(paragraph)
        else:
            self._marked(paragraph, paragraph.number)
        self.last_text = paragraph.text or self.last_text

    def end(self) -> None:
        """The item is over: what was still waited for is not there."""
        self._lost()
        if self.entries and _BROKEN_OFF.search(self.entries[-1].text):
            self.unsure.append(
                doubts.BREAKS_OFF.format(
                    place=self.place, words=doubts.last_words(self.entries[-1].text)
                )
            )

    def _bare(self, paragraph: Paragraph) -> None:
        """A number with no text, or a lone bullet."""
        self.left_out.append(paragraph.printed or paragraph.marked)
        self.unsure.append(
            doubts.BARE_NUMBER.format(place=self.place, number=paragraph.printed or "A bullet")
        )

    def _plain(self, paragraph: Paragraph) -> None:
        labelled = kinds.label(paragraph.text)
        if labelled:
            self._labelled(labelled, paragraph, level=0)
        elif self.waiting and not self.lead_kept:
            self._first_after_label(paragraph)
        elif self.kind in ("resolution", "recommendation") and self._goes_on(paragraph.text):
            self._add(self.kind, "", self._level_of_last(), paragraph.text)
        elif self._lost_its_bullet(paragraph):
            self._unmarked_point(paragraph)
        else:
            if self.waiting and not self._comes_to_decision(paragraph.text):
                self.waiting = ""  # what was announced is told in paragraphs
            self._close()
            self._tell(paragraph, level=0)
            self._open_if_lead(paragraph)

    def _goes_on(self, text: str) -> bool:
        if self.waiting:
            return False
        return bool(_BEGINS_PART.match(text)) and (
            bool(_GOES_ON_AFTER.search(self.last_text)) or text.startswith("That ")
        )

    def _level_of_last(self) -> int:
        return self.entries[-1].level if self.entries else 0

    def _first_after_label(self, paragraph: Paragraph) -> None:
        """The paragraph after "RESOLVED:" is the resolution, or leads in to its parts."""
        kind = self.kind or "resolution"
        if kinds.is_filler(paragraph.text):
            self.left_out.append(paragraph.text)
            return
        number, self.lead_number = self.lead_number, ""
        parts = _parts_within(paragraph.text)
        self.waiting = ""
        if parts:
            self._parts(kind, parts, number, 0)
            return
        self._add(kind, number, 0, paragraph.text)
        if kinds.opens_list(paragraph.text):
            self._open(kind, 1, paragraph)

    def _unmarked_point(self, paragraph: Paragraph) -> None:
        kind = self.kind or "key point"
        if kind in ("resolution", "recommendation") and paragraph.text.startswith("That "):
            self._add(kind, "", 0, paragraph.text)
            return
        self._add(kind, "", self.base, paragraph.text)
        self.unmarked_indent = paragraph.indent
        if doubts.LOST_BULLETS.format(place=self.place) not in self.unsure:
            self.unsure.append(doubts.LOST_BULLETS.format(place=self.place))
        self.last_text = paragraph.text

    def _comes_to_decision(self, text: str) -> bool:
        """Whether a paragraph cannot be what was led in to: it leads in itself, or decides."""
        if kinds.opens_list(text) or self.kind != "key point":
            return True
        first = kinds.told(text, default="discussion", decided=False)[0].kind
        return first in ("resolution", "recommendation")

    def _lost_its_bullet(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph without a mark is a point of the list that was led in to."""
        if self.unmarked_indent is not None:
            return paragraph.indent == self.unmarked_indent > self.lead_indent or (
                paragraph.indent == self.unmarked_indent and self._reads_as_point(paragraph.text)
            )
        if not self.waiting:
            return False
        if paragraph.indent > self.lead_indent:
            return True
        return self._reads_as_point(paragraph.text)

    def _reads_as_point(self, text: str) -> bool:
        if self.kind in ("resolution", "recommendation", "action"):
            return not kinds.opens_list(text) and not evidence.is_reported(text)
        if kinds.opens_list(text) and not text.endswith(";"):
            return False
        return bool(re.match(r"[\"'“‘(]*[a-z]", text)) or text.endswith((";", ","))

    def _marked(self, paragraph: Paragraph, number: numbers.Number) -> None:
        labelled = (
            kinds.label(paragraph.text) if number.family != "bullet" or self.kind is None else None
        )
        if self._is_paragraph_number(number):
            self._close()
        level = self._level(paragraph, number)
        if labelled and self.kind not in ("resolution", "recommendation"):
            self._labelled(labelled, paragraph, level=level)
            return
        kind = self._kind_at(number, level)
        self.waiting = "" if not self.lead_number else self.waiting
        if self.lead_number:
            self.left_out.append(self.lead_number)
            self.lead_number, self.waiting = "", ""
        if kind in ("discussion", "key point"):
            self._tell(paragraph, level=level, default=kind)
        else:
            self._add(kind, paragraph.printed, level, paragraph.text)
        if kinds.opens_list(paragraph.text) and not labelled:
            self._open_under(paragraph, level, kind)

    def _kind_at(self, number: numbers.Number, level: int) -> Kind:
        if self.kind is not None:
            return self.kind
        if level == 0 and number.family in _PARAGRAPH_NUMBERS:
            return "discussion"
        return "key point"

    def _is_paragraph_number(self, number: numbers.Number) -> bool:
        """Whether the numbering of the paragraphs goes on, that a list had interrupted."""
        outer = next((f for f in self.frames if f.level == 0), None)
        if outer is None or self.kind is None or outer.number.family not in _PARAGRAPH_NUMBERS:
            return number.family == "decimal" and len(number.values) == self.outermost
        if number.family == "decimal" and len(number.values) <= len(outer.number.values):
            return True
        return (
            outer.number.follows == number.follows
            and number.values[-1] > outer.number.values[-1]
            and self.base > 0
            and not any(f.number.follows == number.follows for f in self.frames if f is not outer)
            and (not self.waiting or number.values[-1] != 1)
        )

    def _level(self, paragraph: Paragraph, number: numbers.Number) -> int:
        if number.family == "decimal":
            level = max(0, len(number.values) - self.outermost)
            while self.frames and self.frames[-1].level > level:
                self.frames.pop()
            if (
                self.frames
                and self.frames[-1].level == level
                and self.frames[-1].takes(paragraph, number)
            ):
                self._count(self.frames[-1], number)
                self.frames.pop()
            self.frames.append(_Frame(number, level, paragraph.depth, paragraph.indent))
            return level
        for index in range(len(self.frames) - 1, -1, -1):
            frame = self.frames[index]
            if frame.takes(paragraph, number) and not self._begins_anew(frame, number):
                self._count(frame, number)
                del self.frames[index + 1 :]
                self.frames[index] = _Frame(number, frame.level, paragraph.depth, paragraph.indent)
                return frame.level
        return self._new_list(paragraph, number)

    def _begins_anew(self, frame: _Frame, number: numbers.Number) -> bool:
        return bool(number.values) and number.values[-1] <= frame.number.values[-1]

    def _new_list(self, paragraph: Paragraph, number: numbers.Number) -> int:
        top = self.frames[-1] if self.frames else None
        if self.waiting:
            level = self.base
        elif top is None:
            level = self.base if self.kind else int(self._is_under(number))
        elif (
            kinds.opens_list(self.last_text)
            or paragraph.depth > top.depth
            or (paragraph.indent > top.indent + 2 and number.family != top.number.family)
            or number.family == top.number.family == "bullet"
        ):
            level = top.level + 1
        elif paragraph.depth and paragraph.depth < top.depth:
            level = max(self.base, top.level - (top.depth - paragraph.depth))
        else:
            level = top.level if top.number.family not in _PARAGRAPH_NUMBERS else top.level + 1
        while self.frames and self.frames[-1].level >= level:
            self.frames.pop()
        if number.values and number.family not in _PARAGRAPH_NUMBERS and number.values[-1] != 1:
            self.unsure.append(doubts.BEGINS_LATE.format(place=self.place, number=number.printed))
        self.frames.append(_Frame(number, level, paragraph.depth, paragraph.indent))
        return level

    def _is_under(self, number: numbers.Number) -> bool:
        return number.family not in _PARAGRAPH_NUMBERS and bool(self.entries)

    def _count(self, frame: _Frame, number: numbers.Number) -> None:
        if missing := numbers.gap(frame.number, number):
            self.unsure.append(doubts.missing(self.place, missing, frame.number, number))

    def _labelled(self, found: kinds.Labelled, paragraph: Paragraph, *, level: int) -> None:
        number = paragraph.printed
        if found.kind == "resolution" or level == 0:
            self._close(keep_numbers=True)
        if not found.dropped:
            self._labelled_with_more(found, paragraph, level)
            return
        self.left_out.append(found.dropped)
        rest = found.rest
        parts = _parts_within(rest)
        if kinds.is_filler(rest.lstrip("[")):
            self.left_out.append(rest)
            self._open(found.kind, level, paragraph, kept=False)
            self.lead_number = number
        elif parts:
            self._parts(found.kind, parts, number, level)
            self.kind, self.base = found.kind, level
        elif kinds.opens_list(rest):
            self._add(found.kind, number, level, rest)
            self._open(found.kind, level + 1, paragraph)
        else:
            self._add(found.kind, number, level, rest)
            if found.kind in ("resolution", "recommendation"):
                self.kind, self.base = found.kind, level

    def _labelled_with_more(self, found: kinds.Labelled, paragraph: Paragraph, level: int) -> None:
        """ "RESOLVED (by seven votes to two) that:": the words say more than the kind does."""
        if kinds.opens_list(found.rest):
            self._add("discussion", paragraph.printed, level, found.rest)
            self._open(found.kind, level + 1, paragraph)
        else:
            self._add(found.kind, paragraph.printed, level, found.rest)
            if re.fullmatch(r"[^.;]{0,60}", found.rest):
                self._open(found.kind, level + 1, paragraph)

    def _parts(self, kind: Kind, parts: Sequence[tuple[str, str]], number: str, level: int) -> None:
        for index, (printed, text) in enumerate(parts):
            if not printed and kinds.is_filler(text):
                self.left_out.append(text)
            elif not printed:
                self._add(kind, number, level, text)
                level, number = level + 1, ""
            else:
                self._add(kind, printed, level, text)
        if number and parts and not parts[0][0]:
            self.left_out.append(number)
        self.last_text = parts[-1][1]

    def _tell(self, paragraph: Paragraph, *, level: int, default: Kind = "discussion") -> None:
        number = paragraph.printed
        for told in kinds.told(paragraph.text, default=default, decided=self.decided):
            self._add(told.kind, number, level, told.text)
            if told.doubt:
                self.unsure.append(
                    doubts.TOLD[told.doubt].format(
                        place=self.place, words=doubts.first_words(told.text)
                    )
                )
            number = ""

    def _open_if_lead(self, paragraph: Paragraph) -> None:
        if kinds.opens_list(paragraph.text):
            self._open(kinds.of_list(paragraph.text), 1, paragraph)

    def _open_under(self, paragraph: Paragraph, level: int, kind: Kind) -> None:
        if self.kind in (None, "key point"):
            kind = kinds.of_list(paragraph.text)
        self._open(kind, level + 1, paragraph)

    def _open(self, kind: Kind, base: int, paragraph: Paragraph, *, kept: bool = True) -> None:
        self.kind, self.base, self.lead_kept = kind, base, kept
        self.waiting, self.lead_indent = paragraph.text, paragraph.indent
        self.unmarked_indent = None
        self.frames = [
            frame for frame in self.frames if frame.level < base or frame.number is paragraph.number
        ]

    def _close(self, *, keep_numbers: bool = True) -> None:
        self._lost()
        self.kind, self.base, self.waiting, self.unmarked_indent = None, 0, "", None
        self.frames = (
            [f for f in self.frames if f.level == 0 and f.number.family in _PARAGRAPH_NUMBERS]
            if keep_numbers
            else []
        )

    def _lost(self) -> None:
        if not self.waiting:
            return
        if self.lead_number:
            self.left_out.append(self.lead_number)
            self.lead_number = ""
        self.unsure.append(
            doubts.LIST_LOST.format(place=self.place, words=doubts.last_words(self.waiting))
        )
        self.waiting = ""

    def _add(self, kind: Kind, number: str, level: int, text: str) -> None:
        self.waiting = "" if text else self.waiting
        self.entries.append(Entry(kind, number, level, text))


@dataclass(frozen=True, slots=True)
class Read:
    """An item's entries, what was left out of them and what could not be known."""

    entries: tuple[Entry, ...]
    left_out: tuple[str, ...]
    unsure: tuple[str, ...]


def of(paragraphs: Sequence[Paragraph], *, place: str) -> Read:
    """The entries of an item from its paragraphs. ``place`` names it in sentences."""
    parts = [part for each in paragraphs for part in _before_label(each)]
    parts = [_without_stray_figure(part, parts) for part in parts]
    decimals = [len(p.number.values) for p in parts if p.number and p.number.family == "decimal"]
    reader = _Reader(
        decided=kinds.decides([p.text for p in parts]),
        place=place,
        outermost=min(decimals, default=2),
    )
    for part in parts:
        reader.read(part)
    reader.end()
    return Read(tuple(reader.entries), tuple(reader.left_out), tuple(reader.unsure))


_LABEL_WITHIN = re.compile(
    r"(?<=[.?!;)\]:])\s+(?=[(\[]?(?:It\s+was\s+)?(?:RESOLVED|AGREED|RECOMMENDED|Resolved|DECISION|ACTION)"
    r"(?:\s+unanimously)?\s*(?:[:–—]|-\s|\s+that\b|\s+That\b))"
)


def _before_label(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph in whose midst "RESOLVED:" stands, as two."""
    if paragraph.kind:
        return [paragraph]
    first, *others = _LABEL_WITHIN.split(paragraph.text)
    if not others:
        return [paragraph]
    return [
        replace(paragraph, text=first),
        *(replace(paragraph, text=other, number=None, marked="") for other in others),
    ]


def _without_stray_figure(each: Paragraph, others: Sequence[Paragraph]) -> Paragraph:
    """A figure without a stop is a number only where its neighbour is there too."""
    number = each.number
    if number is None or number.family != "integer" or number.style or not each.text:
        return each
    near = {number.values[0] - 1, number.values[0] + 1}
    if any(
        o.number and o.number.follows == number.follows and o.number.values[0] in near
        for o in others
    ):
        return each
    return replace(each, number=None, text=each.whole)


def _parts_within(text: str) -> list[tuple[str, str]]:
    """The parts "(a) ... (b) ..." in one paragraph, with what leads in to them; none if it has
    not at least two."""
    cuts: list[tuple[int, numbers.Number]] = []
    for gap in [0, *(found.start() for found in _PART_WITHIN.finditer(text))]:
        number = numbers.at_start(text[gap:], cuts[-1][1] if cuts else None)
        if number is None or number.family not in (
            "closed",
            "letter",
            "roman",
            "integer",
        ):
            continue
        due = (1,) if not cuts else (cuts[-1][1].values[0] + 1,)
        same = not cuts or number.follows == cuts[-1][1].follows
        if number.values == due and same:
            cuts.append((gap, number))
    if len(cuts) < 2:
        return []
    found = [("", text[: cuts[0][0]].strip())] if text[: cuts[0][0]].strip() else []
    for index, (start, number) in enumerate(cuts):
        end = cuts[index + 1][0] if index + 1 < len(cuts) else len(text)
        found.append((number.printed, text[start + number.end : end].strip()))
    return found

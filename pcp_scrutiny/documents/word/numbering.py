"""Word's automatic numbering: what it prints before a paragraph, which the text does not hold.

The rules are those of ECMA-376 part 1, 17.9, with what Word does where that is silent: every
list made from one abstract definition counts on in it; a start override takes effect when its
list first comes to that level; levels passed over count as begun; text boxes and notes count
apart from the body.
"""

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from . import numerals
from .names import is_on, number, val, w
from .styles import Styles

LEVELS = 9
_LONGEST_TEXT = 100
"""Characters of a level's pattern; Word's own dialogue takes far fewer."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered. ``restart`` None: after any level above it."""

    start: int
    format: str
    text: str
    font: str
    legal: bool
    restart: int | None
    style: str | None

    def restarts_after(self, level: int) -> bool:
        """Whether a paragraph at ``level``, which is above this one, starts it afresh."""
        return self.restart is None or level < self.restart


@dataclass(slots=True)
class _Definition:
    levels: dict[int, Level] = field(default_factory=dict)
    link: str | None = None


@dataclass(slots=True)
class _List:
    definition: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Numbering:
    """The lists of a document: which levels each has, and where paragraphs stand in them."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[str, _Definition] = {}
        self._lists: dict[int, _List] = {}
        self._resolved: dict[tuple[int, int], Level | None] = {}
        if root is None:
            return
        for element in root.iterfind(w("abstractNum")):
            self._definitions[val(element, "abstractNumId") or ""] = _definition(element)
        for element in root.iterfind(w("num")):
            list_id = number(element, "numId")
            if list_id is not None:
                self._lists[list_id] = _list(element)

    def place(
        self, properties: etree._Element | None, style_id: str | None
    ) -> tuple[int, int] | None:
        """The list and level (from 0) of a paragraph, its own or its style's; None if in none."""
        own = None if properties is None else properties.find(w("numPr"))
        list_id = None if own is None else number(own.find(w("numId")))
        level = None if own is None else number(own.find(w("ilvl")))
        if list_id is None:
            list_id, of_style = self._place_of_style(style_id)
            level = of_style if level is None else level
        if list_id is None or list_id not in self._lists:
            return None
        return list_id, min(max(level or 0, 0), LEVELS - 1)

    def _place_of_style(self, style_id: str | None) -> tuple[int | None, int | None]:
        chain = self._styles.chain(style_id)
        list_id = next((s.list_id for s in chain if s.list_id is not None), None)
        level = next((s.list_level for s in chain if s.list_level is not None), None)
        if list_id is None:
            return None, None
        # A level that names the style is where its paragraphs stand (17.9.23).
        for style in chain:
            for index in range(LEVELS):
                found = self.level(list_id, index)
                if found is not None and found.style == style.id:
                    return list_id, index
        return list_id, level

    def level(self, list_id: int, index: int) -> Level | None:
        """A list's level, with the list's own overrides."""
        if (list_id, index) not in self._resolved:
            self._resolved[list_id, index] = self._resolve(list_id, index)
        return self._resolved[list_id, index]

    def _resolve(self, list_id: int, index: int) -> Level | None:
        entry = self._lists.get(list_id)
        if entry is None:
            return None
        found = entry.levels.get(index) or self._levels(entry.definition).get(index)
        if found is not None and index in entry.starts:
            return replace(found, start=entry.starts[index])
        return found

    def _levels(self, definition_id: str) -> dict[int, Level]:
        """A definition may leave its levels to a list style, which leads to another definition."""
        seen: set[str] = set()
        while definition_id not in seen:
            seen.add(definition_id)
            definition = self._definitions.get(definition_id)
            if definition is None:
                return {}
            if definition.levels or definition.link is None:
                return definition.levels
            style = next(iter(self._styles.chain(definition.link)), None)
            entry = self._lists.get(style.list_id or 0) if style else None
            if entry is None:
                return {}
            definition_id = entry.definition
        return {}

    def definition(self, list_id: int) -> str:
        """The abstract definition whose count the list shares."""
        return self._lists[list_id].definition

    def overrides_start(self, list_id: int, index: int) -> bool:
        """Whether the list, and not its definition, says where the level starts."""
        return index in self._lists[list_id].starts


@dataclass(slots=True)
class _Count:
    value: int
    fresh: bool = False
    """Set back to its start, which no paragraph has taken yet."""


class Counters:
    """Where the lists of one story stand: the body, one text box, the footnotes."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[tuple[str, int], _Count] = {}
        self._started: set[tuple[int, int]] = set()

    def label(self, list_id: int, index: int) -> str:
        """Count one paragraph and give what Word prints before it, such as "46." or "(e)"."""
        level = self._numbering.level(list_id, index)
        if level is None:
            return ""
        self._count(list_id, index)
        if level.format == "bullet":
            return numerals.bullet(level.text, level.font)
        return self._printed(list_id, index, level)

    def _count(self, list_id: int, index: int) -> None:
        key = self._numbering.definition(list_id)
        if (key, index) not in self._counts:
            for above in range(index - 1, -1, -1):
                if (key, above) in self._counts:
                    break
                self._advance(key, list_id, above)
        self._advance(key, list_id, index)
        for below in range(index + 1, LEVELS):
            level = self._numbering.level(list_id, below)
            if (key, below) in self._counts and level and level.restarts_after(index):
                self._counts[key, below] = _Count(level.start, fresh=True)

    def _advance(self, key: str, list_id: int, index: int) -> None:
        level = self._numbering.level(list_id, index)
        if level is None:
            return
        count = self._counts.get((key, index))
        first_override = self._numbering.overrides_start(list_id, index) and (
            (list_id, index) not in self._started
        )
        self._started.add((list_id, index))
        if count is None or count.fresh or first_override:
            self._counts[key, index] = _Count(level.start)
        else:
            count.value += 1

    def _printed(self, list_id: int, index: int, level: Level) -> str:
        key = self._numbering.definition(list_id)

        def replaced(match: re.Match[str]) -> str:
            shown = int(match[1]) - 1
            of = self._numbering.level(list_id, shown)
            if of is None:
                return ""
            count = self._counts.get((key, shown))
            value = of.start if count is None else count.value
            # Legal numbering shows the levels above in plain numbers, "III" as "3" (17.9.4).
            plain = level.legal and shown < index
            return numerals.printed(value, "decimal" if plain else of.format)

        return re.sub(r"%([1-9])", replaced, level.text).strip()


def _definition(element: etree._Element) -> _Definition:
    return _Definition(_levels(element), val(element.find(w("numStyleLink"))))


def _list(element: etree._Element) -> _List:
    entry = _List(definition=val(element.find(w("abstractNumId"))) or "")
    for override in element.iterfind(w("lvlOverride")):
        index = number(override, "ilvl")
        start = number(override.find(w("startOverride")))
        if index is not None and start is not None:
            entry.starts[index] = start
        entry.levels.update(_levels(override))
    return entry


def _levels(parent: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in parent.iterfind(w("lvl")):
        index = number(element, "ilvl")
        if index is not None and 0 <= index < LEVELS:
            levels[index] = _level(element)
    return levels


def _level(element: etree._Element) -> Level:
    fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
    start = number(element.find(w("start")))
    # A custom format stands in a choice, with a plain one to fall back on: the last is plain.
    formats = list(element.iter(w("numFmt")))
    return Level(
        start=0 if start is None else start,
        format=(val(formats[-1]) if formats else None) or "decimal",
        text=(val(element.find(w("lvlText"))) or "")[:_LONGEST_TEXT],
        font=val(fonts, "ascii") or "",
        legal=bool(is_on(element.find(w("isLgl")))),
        restart=number(element.find(w("lvlRestart"))),
        style=val(element.find(w("pStyle"))),
    )

"""What a Word document's styles say about a paragraph: heading, list, contents, bold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from .names import is_on, number, val, w

_HEADING = re.compile(r"(?:heading|überschrift|titre|pennawd)\s?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:toc|contents)\s?(?:[1-9]|heading)|table of (?:contents|figures|authorities)",
    re.IGNORECASE,
)
_LIST = re.compile(r"list (?:bullet|number)", re.IGNORECASE)
_LONGEST_CHAIN = 20
"""Word itself stops at fewer; a style that leads back to itself would never end."""
_BODY_TEXT = 9
"""The outline level that says "not a heading" (17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style's own properties; None where it leaves them to the style it is based on."""

    id: str
    name: str
    based_on: str | None
    outline: int | None
    list_id: int | None
    list_level: int | None
    bold: bool | None
    italic: bool | None
    hidden: bool | None


class Styles:
    """The styles of a document, each with what it inherits through ``basedOn``."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._chains: dict[str | None, tuple[Style, ...]] = {}
        self._default: str | None = None
        for element in () if root is None else root.iterfind(w("style")):
            style = _read(element)
            self._styles.setdefault(style.id, style)
            if val(element, "type") == "paragraph" and val(element, "default") in ("1", "true"):
                self._default = self._default or style.id

    def chain(self, style_id: str | None) -> tuple[Style, ...]:
        """The style, then each it is based on."""
        if style_id not in self._chains:
            self._chains[style_id] = tuple(self._walk(style_id))
        return self._chains[style_id]

    def _walk(self, style_id: str | None) -> Iterator[Style]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = style.based_on

    def of_paragraph(self, properties: etree._Element | None) -> str | None:
        """The id of a paragraph's style; the default's where it names none."""
        named = None if properties is None else val(properties.find(w("pStyle")))
        return named or self._default

    def heading_level(self, style_id: str | None) -> int:
        """1 to 9 for a heading, 0 for any other paragraph. Word's "Title" counts as level 1.

        Built-in styles keep their English name in every language of Word; other programs may
        write their own language's, so the id is asked too.
        """
        for style in self.chain(style_id):
            if style.outline is not None:
                return 0 if style.outline >= _BODY_TEXT else style.outline + 1
            if match := _HEADING.fullmatch(style.name) or _HEADING.fullmatch(style.id):
                return int(match[1])
            if style.name.lower() == "title":
                return 1
        if style_id not in self._styles and (match := _HEADING.fullmatch(style_id or "")):
            return int(match[1])
        return 0

    def is_contents(self, style_id: str | None) -> bool:
        """Whether the paragraph is a line of the contents list, which repeats the headings."""
        style = self._styles.get(style_id or "")
        names = (style.name, style.id) if style else (style_id or "",)
        return any(_CONTENTS.fullmatch(name) for name in names)

    def is_list(self, style_id: str | None) -> bool:
        """Whether the style is one of Word's own for lists."""
        return any(_LIST.match(style.name) for style in self.chain(style_id))

    def switch(self, style_id: str | None, name: str) -> bool:
        """Whether the style makes text ``bold``, ``italic`` or ``hidden``."""
        values = (getattr(style, name) for style in self.chain(style_id))
        return next((value for value in values if value is not None), False)


def _read(element: etree._Element) -> Style:
    paragraph, run = element.find(w("pPr")), element.find(w("rPr"))
    numbering = None if paragraph is None else paragraph.find(w("numPr"))
    return Style(
        id=val(element, "styleId") or "",
        name=(val(element.find(w("name"))) or "").strip(),
        based_on=val(element.find(w("basedOn"))),
        outline=None if paragraph is None else number(paragraph.find(w("outlineLvl"))),
        list_id=None if numbering is None else number(numbering.find(w("numId"))),
        list_level=None if numbering is None else number(numbering.find(w("ilvl"))),
        bold=_switch(run, "b"),
        italic=_switch(run, "i"),
        hidden=_switch(run, "vanish"),
    )


def _switch(run: etree._Element | None, name: str) -> bool | None:
    return None if run is None else is_on(run.find(w(name)))

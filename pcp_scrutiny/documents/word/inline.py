"""The text of one Word paragraph: its runs, with changes accepted and fields shown."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..characters import sign
from .names import is_on, maths, mc, val, w
from .pages import Pages
from .styles import Styles

# Deleted and moved-away text, comments' anchors and properties say nothing that is printed.
_LEFT_OUT = frozenset(
    w(name)
    for name in (
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "customXmlPr",
        "delText",
        "delInstrText",
        "instrText",
        "fldData",
        "rt",
    )
)
_PLAIN = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("br"): "\n",
    w("noBreakHyphen"): "-",
}
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_PICTURES = frozenset((w("drawing"), w("pict"), w("object")))


@dataclass(slots=True)
class Inline:
    """What one paragraph holds. ``page`` is where its text begins."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    page: int | None = None
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """Of several renderings of the same thing the first, which is the newest."""
    choice = alternatives.find(mc("Choice"))
    return alternatives.find(mc("Fallback")) if choice is None else choice


def is_placeholder(control: etree._Element) -> bool:
    """Whether a content control still shows its prompt, "Click here to enter text"."""
    return bool(is_on(control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}")))


class InlineReader:
    """Reads one paragraph; the style of the paragraph gives its runs their defaults."""

    def __init__(self, styles: Styles, pages: Pages, style_id: str | None) -> None:
        self._styles = styles
        self._pages = pages
        self._defaults = {
            name: styles.switch(style_id, name) for name in ("bold", "italic", "hidden")
        }
        self._found = Inline()
        self._pieces: list[str] = []
        self._looks: list[tuple[bool, bool]] = []
        self._fields: list[bool] = []
        """Those begun and not ended: whether each is still at its instruction."""
        self._instructions = 0

    def read(self, paragraph: etree._Element) -> Inline:
        self._walk(paragraph)
        found = self._found
        found.text = "".join(self._pieces)
        found.bold = bool(self._looks) and all(bold for bold, _ in self._looks)
        found.italic = bool(self._looks) and all(italic for _, italic in self._looks)
        if found.page is None:
            found.page = self._pages.now
        return found

    def _walk(self, parent: etree._Element) -> None:
        for child in _children(parent):
            if child.tag == w("r"):
                self._run(child)
            elif child.tag == maths("t"):
                self._text(child.text or "", (False, False))
            elif child.tag != w("sdt") or not is_placeholder(child):
                self._walk(child)

    def _run(self, run: etree._Element) -> None:
        properties = run.find(w("rPr"))
        if self._switch(properties, "vanish", "hidden"):
            return
        look = (self._switch(properties, "b", "bold"), self._switch(properties, "i", "italic"))
        for child in _children(run):
            self._part(child, look)

    def _part(self, child: etree._Element, look: tuple[bool, bool]) -> None:
        text = _printed(child)
        if text is not None:
            self._text(text, look)
        if child.tag == w("br") and val(child, "type") == "page":
            self._pages.turn()
        elif child.tag == w("lastRenderedPageBreak"):
            self._pages.rendered()
        elif child.tag == w("fldChar"):
            self._field(val(child, "fldCharType"))
        elif child.tag in _NOTES:
            self._found.notes.append((_NOTES[child.tag], val(child, "id") or ""))
        elif child.tag in _PICTURES:
            self._found.boxes.extend(_boxes(child))
        elif child.tag == w("ruby"):
            self._walk(child)

    def _text(self, text: str, look: tuple[bool, bool]) -> None:
        if self._instructions:
            return
        self._pieces.append(text)
        if text.strip():
            self._looks.append(look)
            self._pages.text()
            if self._found.page is None:
                self._found.page = self._pages.now

    def _field(self, kind: str | None) -> None:
        """Between its begin and its separator a field holds an instruction, then its result."""
        if kind == "begin":
            self._fields.append(True)
            self._instructions += 1
        elif self._fields and kind in ("separate", "end"):
            self._instructions -= self._fields.pop()
            if kind == "separate":
                self._fields.append(False)

    def _switch(self, properties: etree._Element | None, tag: str, name: str) -> bool:
        if properties is not None:
            own = is_on(properties.find(w(tag)))
            if own is not None:
                return own
            style = val(properties.find(w("rStyle")))
            if style is not None and self._styles.switch(style, name):
                return True
        return self._defaults[name]


def _children(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag in _LEFT_OUT or not isinstance(child.tag, str):
            continue
        if child.tag == mc("AlternateContent"):
            choice = chosen(child)
            if choice is not None:
                yield from _children(choice)
        else:
            yield child


def _boxes(picture: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a picture, not those within them, each in one of its renderings."""
    for child in _children(picture):
        if child.tag == w("txbxContent"):
            yield child
        else:
            yield from _boxes(child)


def _printed(element: etree._Element) -> str | None:
    """The characters a part of a run stands for; None where it is no character."""
    if element.tag == w("t"):
        return element.text or ""
    if element.tag == w("sym"):
        return _symbol(element)
    return _PLAIN.get(element.tag)


def _symbol(element: etree._Element) -> str:
    try:
        code = int(val(element, "char") or "", 16)
    except ValueError:
        return ""
    if not 0x20 <= code <= 0xFFFF:
        return ""
    # Signs of a symbol font may be written with or without the private area's offset.
    private = (val(element, "font") or "").startswith(("Symbol", "Wingdings", "Webdings"))
    return sign(chr(code + 0xF000 if private and code < 0x100 else code))

"""The body of a Word document, walked in order into blocks."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from lxml import etree

from .. import limits
from ..blocks import Block, BlockKind, Unreadable
from ..characters import trim
from ..titles import CONTENTS
from . import tables
from .inline import Inline, InlineReader, chosen, is_placeholder
from .names import mc, number, val, w
from .numbering import Counters, Numbering
from .pages import Pages
from .styles import Styles

_TRANSPARENT = frozenset(w(name) for name in ("customXml", "ins", "moveTo", "sdtContent"))


class BodyReader:
    """Reads paragraphs, tables, text boxes and notes in the order in which they are printed.

    A note stands in brackets at the end of the block that refers to it, after a heading as a
    block of its own. A text box follows the paragraph it hangs on. A cell with several
    paragraphs is one block with a line for each. Headers and footers are not read.
    """

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        pages: Pages,
        notes: dict[tuple[str, str], etree._Element],
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._pages = pages
        self._notes = notes
        self._notes_read: dict[str, int] = {}
        self._note_counters = Counters(numbering)
        self._tables = 0
        self._in_cell = 0
        self._carried: list[str] = []
        self.blocks: list[Block] = []

    def read(self, parent: etree._Element, counters: Counters | None = None) -> list[Block]:
        """Append the blocks of a story; the body, a text box and a note are one each."""
        self._story(parent, counters or Counters(self._numbering))
        self._end_carried()
        return self.blocks

    def _story(self, parent: etree._Element, counters: Counters) -> None:
        for child in parent:
            if child.tag == w("p"):
                self._paragraph(child, counters)
            elif child.tag == w("tbl"):
                self._table(child, counters)
            elif child.tag == w("sdt"):
                self._control(child, counters)
            elif child.tag in _TRANSPARENT:
                self._story(child, counters)
            elif child.tag == mc("AlternateContent"):
                choice = chosen(child)
                if choice is not None:
                    self._story(choice, counters)
            elif child.tag == w("altChunk"):
                raise Unreadable(
                    "The file has another document embedded in it. Open it in Word, save it"
                    " again, which joins the two, and add that."
                )

    def _control(self, element: etree._Element, counters: Counters) -> None:
        """A content control: its content, unless it holds the contents list or only a prompt."""
        if _is_contents(element):
            self._drop_contents_heading()
        elif not is_placeholder(element):
            self._story(element, counters)

    def _paragraph(self, element: etree._Element, counters: Counters) -> None:
        properties = element.find(w("pPr"))
        style_id = self._styles.of_paragraph(properties)
        self._pages.begin_paragraph(properties)
        inline = InlineReader(self._styles, self._pages, style_id).read(element)
        if self._styles.is_contents(style_id) or _refers_to_contents(element):
            self._drop_contents_heading()
            inline = Inline()
        elif _runs_into_next(properties):
            self._carried.append(inline.text)
        else:
            inline.text = "".join([*self._carried, inline.text])
            self._carried = []
            self._block(inline, properties, style_id, counters)
        for box in inline.boxes:
            self._box(box)
        self._pages.end_paragraph(properties)

    def _box(self, element: etree._Element) -> None:
        """A text box, whose lists count apart from the body's."""
        begin = len(self.blocks)
        self.read(element)
        self.blocks[begin:] = [replace(block, aside=True) for block in self.blocks[begin:]]

    def _drop_contents_heading(self) -> None:
        """The list's own heading goes with it."""
        if self.blocks and CONTENTS.fullmatch(self.blocks[-1].text):
            self.blocks.pop()

    def _end_carried(self) -> None:
        """Nothing followed that the text could have run into."""
        text, self._carried = trim("".join(self._carried)), []
        if text:
            self._add(Block(text=text, page=self._pages.now))

    def _block(
        self,
        inline: Inline,
        properties: etree._Element | None,
        style_id: str | None,
        counters: Counters,
    ) -> None:
        place = self._numbering.place(properties, style_id)
        label = "" if place is None else counters.label(*place)
        heading = self._heading_level(properties, style_id)
        text, notes = trim(inline.text), list(self._notes_of(inline))
        if not heading:
            text = trim(" ".join([text, *notes]))
        if not text and not (label and self._in_cell):
            return
        kind: BlockKind = "heading" if heading else "paragraph"
        level = heading
        if not heading and (place is not None or self._styles.is_list(style_id)):
            kind, level = "item", 1 if place is None else place[1] + 1
        self._add(
            Block(
                text=text,
                kind=kind,
                level=level,
                label=label,
                page=inline.page,
                bold=inline.bold,
                italic=inline.italic,
            )
        )
        for note in notes if heading else ():
            self._add(Block(text=note, page=inline.page))

    def _add(self, block: Block) -> None:
        self.blocks.append(block)
        if len(self.blocks) > limits.MAX_BLOCKS:
            raise Unreadable(limits.TOO_MUCH_TEXT)

    def _heading_level(self, properties: etree._Element | None, style_id: str | None) -> int:
        own = None if properties is None else number(properties.find(w("outlineLvl")))
        if own is not None:
            return own + 1 if 0 <= own < 9 else 0
        return self._styles.heading_level(style_id)

    def _notes_of(self, inline: Inline) -> Iterator[str]:
        for kind, identity in inline.notes:
            # Taken out, so that a note is given once however often it is referred to.
            element = self._notes.pop((kind, identity), None)
            if element is None:
                continue
            self._notes_read[kind] = number_read = self._notes_read.get(kind, 0) + 1
            text = " ".join(_line(block) for block in self._apart(element, self._note_counters))
            if text:
                yield f"[{kind.capitalize()} {number_read}: {text}]"

    def _apart(self, parent: etree._Element, counters: Counters) -> list[Block]:
        """The blocks of an element by themselves."""
        outer, self.blocks = self.blocks, []
        carried, self._carried = self._carried, []
        try:
            self._story(parent, counters)
            self._end_carried()
            return self.blocks
        finally:
            self.blocks, self._carried = outer, carried

    def _table(self, element: etree._Element, counters: Counters) -> None:
        self._end_carried()
        cells = tables.cells(element)
        if tables.is_frame(cells):
            for cell in cells:
                self._story(cell.element, counters)
            return
        self._tables += 1
        table = self._tables
        self._in_cell += 1
        for cell in cells:
            block = _one_block(self._apart(cell.element, counters))
            if block is not None:
                self._add(replace(block, table=table, row=cell.row, column=cell.column))
        self._in_cell -= 1


def _one_block(blocks: list[Block]) -> Block | None:
    """A cell's paragraphs as one block, a line each; a table within it a line for each row."""
    if not blocks:
        return None
    first, label = blocks[0], ""
    if first.kind != "cell":
        label, blocks = first.label, [replace(first, label=""), *blocks[1:]]
    rows = groupby(enumerate(blocks), key=_row)
    lines = (" | ".join(_line(block) for _, block in row) for _, row in rows)
    with_text = [block for block in blocks if block.text]
    return Block(
        text="\n".join(line for line in lines if line),
        kind="cell",
        level=first.level if first.kind == "item" else 0,
        label=label,
        page=first.page,
        bold=bool(with_text) and all(block.bold for block in with_text),
        italic=bool(with_text) and all(block.italic for block in with_text),
    )


def _row(numbered: tuple[int, Block]) -> tuple[int, int]:
    """The cells of one row of a table share a key; any other block has one to itself."""
    index, block = numbered
    return (block.table, block.row) if block.kind == "cell" else (0, index)


def _line(block: Block) -> str:
    return f"{block.label} {block.text}".strip()


def _is_contents(control: etree._Element) -> bool:
    gallery = control.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    return val(gallery) == "Table of Contents"


def _refers_to_contents(paragraph: etree._Element) -> bool:
    """A line of a contents list whose style was changed still has its field."""
    instructions = "".join(i.text or "" for i in paragraph.iter(w("instrText")))
    return "PAGEREF _Toc" in instructions or instructions.lstrip().startswith("TOC \\")


def _runs_into_next(properties: etree._Element | None) -> bool:
    """Whether a paragraph's end was deleted, or is only that of a drop capital."""
    if properties is None:
        return False
    mark, frame = properties.find(w("rPr")), properties.find(w("framePr"))
    if frame is not None and (val(frame, "dropCap") or "none") != "none":
        return True
    return mark is not None and any(mark.find(w(t)) is not None for t in ("del", "moveFrom"))

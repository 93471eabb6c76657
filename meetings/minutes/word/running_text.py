"""What people type (the light Markdown of prose.py) as paragraphs of a Word document."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, RGBColor
from docx.text.paragraph import Paragraph
from markdown_it.token import Token

from pcp_scrutiny import prose

NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
LINK = RGBColor(0x16, 0x43, 0x4A)
INDENT = 0.7  # centimetres that a list stands further in


@dataclass
class Writer:
    """Writes one text. Its first paragraph has the style ``first`` and begins with ``number``,
    the others are in ``then``; lists stand ``indent`` centimetres in."""

    document: Document
    first: str
    then: str
    number: str = ""
    indent: float = 0
    _lists: list[str] = field(default_factory=list)
    _marker: str = ""
    _quoted: int = 0
    _begun: bool = False

    def write(self, text: str, *, lead: str = "") -> None:
        """All of it, with ``lead`` in bold before it."""
        tokens = prose.parse(clean(text), lead=lead)
        at = 0
        while at < len(tokens):
            at = self._block(tokens, at)
        if not self._begun:
            self._paragraph()

    def _block(self, tokens: Sequence[Token], at: int) -> int:
        token = tokens[at]
        if token.type == "table_open":
            end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
            self._table(tokens[at:end])
            return end + 1
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(token.type)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            self._marker = f"{token.info}{token.markup}" if token.info else "•"
        elif token.type in ("blockquote_open", "blockquote_close"):
            self._quoted += 1 if token.type == "blockquote_open" else -1
        elif token.type == "inline":
            is_heading = tokens[at - 1].type == "heading_open"
            runs(self._paragraph(), token.children or (), bold=is_heading)
        return at + 1

    def _paragraph(self) -> Paragraph:
        is_first, self._begun = not self._begun, True
        paragraph = self.document.add_paragraph(style=self.first if is_first else self.then)
        if is_first and self.number:
            paragraph.add_run(f"{self.number}\t")
        if self._lists:
            self._set_in(paragraph, is_first=is_first)
        elif self._quoted and not is_first:
            paragraph.paragraph_format.left_indent = Cm(self.indent + INDENT * self._quoted)
        return paragraph

    def _set_in(self, paragraph: Paragraph, *, is_first: bool) -> None:
        """Place a paragraph of a list; its first hangs by its marker."""
        marker, self._marker = self._marker, ""
        if not is_first:
            here = Cm(self.indent + INDENT * len(self._lists))
            paragraph.paragraph_format.left_indent = here
            paragraph.paragraph_format.tab_stops.add_tab_stop(here)
            paragraph.paragraph_format.first_line_indent = Cm(-INDENT if marker else 0)
        if marker:
            paragraph.add_run(f"{marker}\t" if not is_first else f"{marker} ")

    def _table(self, tokens: Iterable[Token]) -> None:
        rows: list[list[Token]] = []
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(token)
        if not self._begun:
            self._paragraph()
        table = self.document.add_table(0, max(map(len, rows)), style="Table Grid")
        for place, cells in enumerate(rows):
            row = table.add_row()
            for cell, inline in zip(row.cells, cells, strict=False):
                runs(cell.paragraphs[0], inline.children or (), bold=place == 0)
        heads(table)
        self.document.add_paragraph(style=self.then)


def clean(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return NOT_IN_XML.sub("", text)


def heads(table: Any) -> None:
    """Say that the first row of a table heads its columns, on every page it reaches."""
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def runs(paragraph: Paragraph, children: Iterable[Token], *, bold: bool = False) -> None:
    """Words with what is bold, in italics or a link."""
    strong, slanted, link = int(bold), 0, None
    for child in children:
        if child.type in ("strong_open", "strong_close"):
            strong += 1 if child.type == "strong_open" else -1
        elif child.type in ("em_open", "em_close"):
            slanted += 1 if child.type == "em_open" else -1
        elif child.type == "link_open":
            link = _link(paragraph, str(child.attrs.get("href", "")))
        elif child.type == "link_close":
            link = None
        elif child.type in ("softbreak", "hardbreak"):
            paragraph.add_run().add_break()
        elif child.content:
            run = paragraph.add_run(child.content)
            run.bold, run.italic = strong > 0 or None, slanted > 0 or None
            if link is not None:
                run.underline, run.font.color.rgb = True, LINK
                link.append(run._r)


def _link(paragraph: Paragraph, address: str) -> Any:
    """A link in a paragraph; the runs that are put into it lead to the address."""
    name = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), name)
    paragraph._p.append(link)
    return link

"""What a file someone sends in becomes: a document of blocks of text, in reading order."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "cell"]


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of text as its author set it: a heading, a paragraph, a list item, a table cell.

    ``level`` is the heading's level or the list's depth, from 1; 0 where there is none.
    ``label`` is a number or bullet that the file supplies and the text does not contain
    (Word's automatic numbering: ``46.``, ``(e)``, ``•``). ``page`` counts from 1.
    ``table``, ``row`` and ``column`` place a cell, each from 1; 0 outside tables. ``aside`` is
    set where the text stands in a box beside the running text.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    label: str = ""
    page: int | None = None
    table: int = 0
    row: int = 0
    column: int = 0
    bold: bool = False
    italic: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text in reading order. ``pages`` is None where the format has none."""

    title: str
    media_type: str
    blocks: tuple[Block, ...]
    pages: int | None = None

    @property
    def text(self) -> str:
        """All the text, a blank line between blocks, with the labels the file supplied."""
        return "\n\n".join(f"{b.label} {b.text}".strip() for b in self.blocks)


class Unreadable(Exception):
    """A file that cannot be read; the message is a sentence for the person who sent it in."""

"""Plain text, from a file or pasted: its encoding, and its blocks by blank lines."""

import codecs
import re

from . import characters, limits
from .blocks import Block, Document, Unreadable

MEDIA_TYPE = "text/plain"

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x9f\ufffd]")


def read(data: bytes) -> Document:
    """A text file in UTF-8, UTF-16 or Windows-1252, with or without a byte order mark."""
    text = decode(data)
    if text is None:
        raise Unreadable(
            "The file is not plain text. Save it as a Word document (.docx), a PDF or plain text"
            " (.txt), and add that."
        )
    return from_text(text)


def decode(data: bytes) -> str | None:
    """The text of the bytes, or None where they are not text. A few stray controls are let be."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        controls = len(text) - len(_CONTROLS.sub("", text))
        if controls * 500 <= len(text):
            return text
    return None


def _encodings(data: bytes) -> list[str]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return [encoding]
    # Without a mark, UTF-16 of a European language shows as a zero in every other byte.
    if len(data) % 2 == 0 and data[:4000].count(0) * 3 > len(data[:4000]):
        return ["utf-16-le" if data[1:4000:2].count(0) > data[:4000:2].count(0) else "utf-16-be"]
    return ["utf-8", "cp1252"]


def from_text(text: str) -> Document:
    """Blocks by blank lines; lines within one keep their breaks, their indents and their bullets.

    A form feed starts a page, as in text that was taken out of a PDF; without any there are no
    page numbers. The title is the first line.
    """
    if len(text) > limits.MAX_CHARACTERS:
        raise Unreadable(limits.TOO_MUCH_TEXT)
    sheets = text.split("\f")
    paged = len(sheets) > 1
    blocks = tuple(
        Block(text=block, page=number if paged else None)
        for number, sheet in enumerate(sheets, start=1)
        for block in _split(characters.even(sheet))
    )
    title = blocks[0].text.split("\n", 1)[0].strip() if blocks else ""
    return Document(title, MEDIA_TYPE, blocks, pages=len(sheets) if paged else None)


def _split(text: str) -> list[str]:
    blocks: list[str] = []
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            blocks.append("\n".join(lines))
            lines = []
    return blocks

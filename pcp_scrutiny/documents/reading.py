"""One way in for every file: told by what it contains, checked, read."""

from collections.abc import Callable

from . import kinds, limits, pdf, text, word
from .blocks import Document, Unreadable

_READERS = {kinds.WORD: word.read, kinds.TEXT: text.read}


def read(data: bytes, name: str, progress: Callable[[int, int], None] | None = None) -> Document:
    """The text of a file someone sent in; ``Unreadable`` says what is wrong and what to do.

    ``progress`` is told the pages done and the pages in all while a PDF is read; other files are
    read in a moment, and have no pages to count.
    """
    if not data:
        raise Unreadable(
            f"{kinds.shown(name)} is empty. Check that it is the right file, and add it again."
        )
    if len(data) > limits.MAX_BYTES:
        raise Unreadable(
            f"{kinds.shown(name)} is larger than {limits.MAX_BYTES // 1024 // 1024} MB. Take out or"
            " compress the pictures, or split it into parts, and add that."
        )
    kind = kinds.check(data, name)
    document = pdf.read(data, progress) if kind is kinds.PDF else _READERS[kind](data)
    return _checked(document, "There is no text in the file. Check that it is the right file.")


def read_text(pasted: str) -> Document:
    """The text that someone pasted."""
    return _checked(text.from_text(pasted), "There is no text. Paste the text of the document.")


def _checked(document: Document, without_text: str) -> Document:
    if not document.blocks:
        raise Unreadable(without_text)
    characters = sum(len(block.text) for block in document.blocks)
    if len(document.blocks) > limits.MAX_BLOCKS or characters > limits.MAX_CHARACTERS:
        raise Unreadable(limits.TOO_MUCH_TEXT)
    return document

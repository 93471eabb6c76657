"""One way in for every file: told by what it contains, checked, read."""

from . import limits, text, word
from .blocks import Document, Unreadable


def read(data: bytes, name: str) -> Document:
    """The text of a file someone sent in; ``Unreadable`` says what is wrong and what to do."""
    if data.startswith(b"PK"):
        return _checked(word.read(data))
    return _checked(text.read(data))


def read_text(pasted: str) -> Document:
    """The text that someone pasted."""
    return _checked(text.from_text(pasted))


def _checked(document: Document) -> Document:
    if not document.blocks:
        raise Unreadable("There is no text to read. Add a file that has text, or paste the text.")
    if (
        len(document.blocks) > limits.MAX_BLOCKS
        or sum(len(block.text) for block in document.blocks) > limits.MAX_CHARACTERS
    ):
        raise Unreadable(
            f"The text is longer than {limits.MAX_CHARACTERS // 1_000_000} million characters or"
            f" {limits.MAX_BLOCKS:,} paragraphs. Split it into parts and add them one by one."
        )
    return document

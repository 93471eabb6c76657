"""A finished PDF, piece by piece: what its pages show, what its objects say, what its streams hold,
and what else is among its bytes."""

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pypdfium2

from ..looking import Leak, Looker
from ..pieces import Piece, Stream
from ..secrets import Secrets
from . import rest
from .objects import Objects

DEEPEST = 3
"""Files within files that are opened."""
FAULTS = (
    *(pikepdf.PdfError, pypdfium2.PdfiumError, zlib.error, struct.error),
    *(ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError),
)
"""What a file that is built against the rules may raise: other people's files are read here."""
UNREADABLE = "cannot be opened, so that nobody can say whether anything restricted is in it"


def find(content: bytes, secrets: Secrets) -> list[Leak]:
    """What of the secrets is in a finished PDF. A file that cannot be read counts as one leak."""
    if not secrets:
        return []
    looker = Looker(secrets)
    try:
        for piece in read(content, shapes=secrets.shapes):
            looker.look(piece)
    except FAULTS:
        return [*looker.leaks, Leak("the finished file", UNREADABLE)]
    return looker.leaks


def read(
    content: bytes, *, shapes: frozenset[tuple[int, int]] = frozenset(), depth: int = 0
) -> Iterator[Piece | Stream]:
    """Everything in a PDF. Pictures are taken apart only where their size is among ``shapes``.
    Raises one of ``FAULTS``."""
    labels: dict[int, str] = {}
    yield from pages(content, labels)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        objects = Objects(pdf, labels, shapes)
        yield from objects.read()
        for where, attached in objects.files:
            if depth < DEEPEST:
                yield from _within(where, attached, shapes, depth + 1)
        yield from rest.read(content, objects)


def pages(content: bytes, labels: dict[int, str] | None = None) -> Iterator[Piece]:
    """The text of each page, what stands outside its edges with it, under the number that is
    stamped on it. ``labels`` is filled with those numbers."""
    opened = pypdfium2.PdfDocument(content)
    try:
        for place in range(len(opened)):
            label = opened.get_page_label(place) or str(place + 1)
            if labels is not None:
                labels[place] = label
            page = opened[place]
            text = page.get_textpage()
            yield Piece(f"page {label}", text.get_text_range())
            text.close()
            page.close()
    finally:
        opened.close()


def _within(
    where: str, attached: bytes, shapes: frozenset[tuple[int, int]], depth: int
) -> Iterator[Piece | Stream]:
    """What an attached PDF holds, all of it in one place."""
    try:
        for piece in read(attached, shapes=shapes, depth=depth):
            yield replace(piece, where=where)
    except FAULTS:
        yield from rest.damaged(where, attached)

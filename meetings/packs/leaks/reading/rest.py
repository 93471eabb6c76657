"""What is among the bytes of a PDF and no part of it any more: earlier states of a file that was
added to, what was deleted, and what stands between its objects."""

import hashlib
import re
import zlib
from collections.abc import Iterator

from ..pieces import How, Piece, Stream
from . import inside, shown
from .letters import among
from .objects import Objects

BEGINS = re.compile(rb"\bstream\r?\n")
ENDS = b"endstream"
MOST = 200_000_000
"""Bytes of one stream that are unpacked."""
BETWEEN = "what stands between the parts of the file"
DELETED = "what was deleted, and still is in the file,"


def read(content: bytes, objects: Objects) -> Iterator[Piece | Stream]:
    """All of it. ``objects`` knows the streams that were read."""
    between, streams = apart(content)
    yield from objects.strings(between, BETWEEN)
    yield Piece(BETWEEN, among(between), How.BYTES)
    for stored in streams:
        # Before "endstream" is an end of line, which is no part of the stream.
        digests = [hashlib.sha256(stored[: len(stored) - cut]) for cut in (1, 2, 0)]
        if objects.stored.isdisjoint(digest.digest() for digest in digests):
            yield from _deleted(stored, objects)


def damaged(where: str, content: bytes) -> Iterator[Piece]:
    """What can be read of a PDF that cannot be opened."""
    between, streams = apart(content)
    yield Piece(where, among(between), How.BYTES)
    for stored in streams:
        yield Piece(where, among(_unpacked(stored)), How.BYTES)


def apart(content: bytes) -> tuple[bytes, list[bytes]]:
    """What stands outside of streams, and the streams as they are stored."""
    between, streams, last = [], [], 0
    while begins := BEGINS.search(content, last):
        ends = content.find(ENDS, begins.end())
        if ends < 0:
            break
        between.append(content[last : begins.start()])
        streams.append(content[begins.end() : ends])
        last = ends + len(ENDS)
    between.append(content[last:])
    return b"\n".join(between), streams


def _deleted(stored: bytes, objects: Objects) -> Iterator[Piece | Stream]:
    data = _unpacked(stored)
    whole = (stored, stored[:-1], stored[:-2], data)
    digests = tuple(hashlib.sha256(each).hexdigest() for each in whole)
    yield Stream(DELETED, digests, len(data))
    yield from objects.strings(data, DELETED)
    if shown.is_content(data):
        yield from objects.shown(data, DELETED)
    yield from inside.read(data, DELETED)


def _unpacked(stored: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stored, MOST)
    except zlib.error:
        return stored

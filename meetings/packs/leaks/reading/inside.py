"""What a stream holds that is no drawing: text, another file, or bytes."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape

from ..pieces import How, Piece
from . import shown
from .letters import among

PDF = b"%PDF-"
ZIP = b"PK\x03\x04"
MAP = b"begincmap"
ALIKE = re.compile(
    rb"/Length1 |/Subtype /(?:Type1C|CIDFontType0C|OpenType|XML)\b|/Type /(?:ObjStm|XRef)\b"
    rb"|/N \d+ .*/Range|/Alternate /"
)
"""Programs of typefaces, profiles of colours, metadata, and how the file itself is kept."""
TAG = re.compile(r"<[^<>]*>")
VALUE = re.compile(r"""=\s*(?:"([^"<>]*)"|'([^'<>]*)')""")
MOST = 50_000_000
"""Bytes of one file in an archive that are read."""
FAULTS = (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError)


def read(data: bytes, where: str) -> Iterator[Piece]:
    """Its words. Text is in UTF-8 or UTF-16; of an archive, such as a Word document, each file is
    read."""
    if data.startswith(ZIP):
        yield from _archive(data, where)
        return
    yield Piece(where, among(data), How.BYTES)
    if MAP in data or shown.is_content(data):
        return
    if text := _text(data):
        yield Piece(where, text)
        if "<" in text:
            yield from markup(text, where)


def is_alike(written: bytes, data: bytes) -> bool:
    """Whether a stream may be the same in files that have nothing else in common."""
    return MAP in data or ALIKE.search(written) is not None


def markup(text: str, where: str) -> Iterator[Piece]:
    """What stands between its tags, and the values in them."""
    yield Piece(where, unescape(TAG.sub(" ", text)))
    yield Piece(where, unescape(TAG.sub("", text)))
    values = [first or second for first, second in VALUE.findall(text)]
    yield Piece(where, unescape("\n".join(values)))


def _text(data: bytes) -> str:
    for encoding in ("utf-16",) if data[:2] in (b"\xfe\xff", b"\xff\xfe") else ("utf-8",):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            return ""
        return "" if "\0" in text else text
    return ""


def _archive(data: bytes, where: str) -> Iterator[Piece]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield Piece(where, member.filename)
                with archive.open(member) as opened:
                    yield from read(opened.read(MOST), where)
    except FAULTS:
        yield Piece(where, among(data), How.BYTES)

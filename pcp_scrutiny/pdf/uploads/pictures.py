"""What cameras and drawing programs write into pictures about places, people and machines."""

from collections.abc import Iterator
from typing import Any

from .objects import items, name

_START, _SCAN, _END = 0xD8, 0xDA, 0xD9
_BARE = {0x01, *range(0xD0, 0xD8)}
"""Markers of a JPEG without a length."""
_ABOUT = {*range(0xE1, 0xEE), 0xEF, 0xFE}
"""Application segments and comments, but not JFIF's (E0) and Adobe's (EE), which say how the
colours are to be read."""
_ABOUT_BOXES = {b"xml ", b"uuid", b"uinf", b"jp2i", b"asoc"}
_SIGNATURE = b"\x00\x00\x00\x0cjP  \r\n\x87\n"
_HEADER = 8


def strip(image: Any) -> None:
    """Take what is said about the picture out of a JPEG or JPEG 2000, in place."""
    found = image.get("/Filter")
    filters = [name(each) for each in items(found)] or [name(found)]
    if len(filters) != 1 or filters[0] not in ("/DCTDecode", "/DCT", "/JPXDecode"):
        return
    data = image.read_raw_bytes()
    is_jpeg = filters[0] != "/JPXDecode"
    kept = b"".join(_segments(data) if is_jpeg else _boxes(data))
    if len(kept) != len(data):
        image.write(kept, filter=image.Filter, decode_parms=image.get("/DecodeParms"))


def _segments(data: bytes) -> Iterator[bytes]:
    """The parts of a JPEG that draw it. What cannot be followed is passed on as it is."""
    at = data.find(b"\xff\xd8")
    at = max(at, 0)
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == _SCAN:
            break
        length = 2
        if marker == 0xFF:
            length = 1  # filling
        elif marker not in _BARE and marker != _START:
            length += int.from_bytes(data[at + 2 : at + 4], "big")
        if marker not in _ABOUT:
            yield data[at : at + length]
        at += length
    end = data.rfind(b"\xff\xd9")
    yield data[at : end + 2] if end > at else data[at:]


def _boxes(data: bytes) -> Iterator[bytes]:
    """The boxes of a JPEG 2000 that draw it."""
    if not data.startswith(_SIGNATURE):
        yield data  # the bare codestream
        return
    at = 0
    while at + _HEADER <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        if length < _HEADER:  # 0: to the end
            length = len(data) - at
        if data[at + 4 : at + 8] not in _ABOUT_BOXES:
            yield data[at : at + length]
        at += length

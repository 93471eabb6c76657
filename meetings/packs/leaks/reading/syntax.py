"""The strings and names of PDF objects, out of the bytes that they are written as."""

import re
from collections.abc import Iterator
from typing import NamedTuple

LITERAL = rb"\((?:[^\\()]++|\\.|\((?:[^\\()]++|\\.|\([^()]*+\))*+\))*+\)"
HEX = rb"<[0-9A-Fa-f\s]+>"
TOKEN = re.compile(rb"(?P<string>%b|%b)|/(?P<name>[^\s/<>\[\](){}%%]+)" % (LITERAL, HEX), re.S)
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.S)
HEX_IN_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
NOT_HEX = re.compile(rb"\s+")
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
ENDS_OF_LINES = (b"\n", b"\r", b"\r\n")


HAS_STRINGS = re.compile(rb"\(|(?<!<)<(?!<)")
NAME = re.compile(rb"/([^\s/<>\[\](){}%]+)")


class Token(NamedTuple):
    """A string, or the last name before it; a name by itself has no ``string``."""

    name: bytes
    string: bytes | None


def tokens(data: bytes) -> Iterator[Token]:
    """The strings, each with the name before it, and the names."""
    name = b""
    for match in TOKEN.finditer(data):
        if match["string"] is None:
            name = match["name"]
            yield Token(name, None)
        else:
            yield Token(name, string(match["string"]))


def names(data: bytes) -> list[bytes] | None:
    """The names of an object; None where it has strings, too. Most objects have none, and there
    are many of them."""
    return None if HAS_STRINGS.search(data) else NAME.findall(data)


def string(written: bytes) -> bytes:
    """The bytes of a string as it is written: ``(a\\)b)`` or ``<6162>``."""
    if written.startswith(b"<"):
        digits = NOT_HEX.sub(b"", written[1:-1])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    inner = written[1:-1]
    return ESCAPE.sub(_unescaped, inner) if b"\\" in inner else inner


def name(written: bytes) -> str:
    """A name as people would write it: ``#20`` is a space."""
    return HEX_IN_NAME.sub(lambda found: bytes.fromhex(found[1].decode("ascii")), written).decode(
        "utf-8", "replace"
    )


def texts(data: bytes) -> Iterator[str]:
    """What a string may say: one of text is in UTF-16 or UTF-8 where it begins with their mark,
    else in PDFDocEncoding, which is Latin-1 but for a few signs; programs get it wrong."""
    if data.startswith(b"\xfe\xff"):
        yield data[2:].decode("utf-16-be", "replace")
    elif data.startswith(b"\xff\xfe"):
        yield data[2:].decode("utf-16-le", "replace")
    elif data.startswith(b"\xef\xbb\xbf"):
        yield data[3:].decode("utf-8", "replace")
    elif data.isascii() and b"\0" not in data:
        yield data.decode("ascii")
    else:
        yield data.decode("pdfdoc", "replace")
        yield data.decode("utf-8", "replace")
        if b"\0" in data:
            yield data.decode("utf-16-be", "replace")
            yield data.decode("utf-16-le", "replace")


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    if found[2] in ENDS_OF_LINES:
        return b""
    return ESCAPED.get(found[2], found[2])

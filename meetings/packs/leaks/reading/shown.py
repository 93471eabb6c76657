"""What a content stream writes, through the fonts it names."""

import re
from collections.abc import Callable, Iterator

from . import syntax
from .fonts import PLAIN, Font

OPERATION = re.compile(
    rb"/(?P<font>[^\s/<>\[\](){}%%]+)\s+[-+.\d]+\s+Tf\b"
    rb"|\[(?P<several>(?:[^\]\\()<>]++|%(literal)b|<[0-9A-Fa-f\s]*>)*+)\]\s*TJ\b"
    rb"|(?P<one>%(literal)b|<[0-9A-Fa-f\s]*>)\s*(?:Tj\b|'|\")"
    rb"|(?P<apart>\b(?:T[dDm*]|BT|ET))(?![\w])"
    rb"|/(?P<key>ActualText|Alt|E|Contents|T|TU|Title)\s*(?P<said>%(literal)b|<[0-9A-Fa-f\s]*>)"
    % {b"literal": syntax.LITERAL},
    re.S,
)
PART = re.compile(
    rb"(?P<string>%b|<[0-9A-Fa-f\s]*>)|(?P<move>-?\d+(?:\.\d*)?)" % syntax.LITERAL, re.S
)
HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
GAPS = re.compile(rb"(?<=[\s>])-(?:1[89]\d|[2-9]\d\d|\d{4,})")
GAP = -180.0
"""Thousandths of the size of the type: what moves on further than that is a space."""
WRITES = re.compile(rb"\b(?:Tj|TJ)\b|\bBDC\b")


def is_content(data: bytes) -> bool:
    """Whether a stream looks as if it writes something."""
    return WRITES.search(data) is not None


def read(data: bytes, font_called: Callable[[str], Font | None]) -> str:
    """All that the stream writes, in its order, and what its marks say for it."""
    font: Font = PLAIN
    written: list[str] = []
    said: list[str] = []
    for match in OPERATION.finditer(data):
        kind = match.lastgroup
        if kind == "font":
            font = font_called(syntax.name(match["font"])) or PLAIN
        elif kind == "several":
            written += _several(match["several"], font)
        elif kind == "one":
            written.append(font.decode(syntax.string(match["one"])))
        elif kind == "apart":
            written.append(" ")
        elif match["said"]:
            said += syntax.texts(syntax.string(match["said"]))
    return "\n".join(["".join(written), *said])


def _several(parts: bytes, font: Font) -> Iterator[str]:
    if b"(" not in parts:  # most programs write hexadecimal digits only
        for place, part in enumerate(GAPS.split(parts)):
            if place:
                yield " "
            yield font.decode(_hexadecimal(part))
        return
    for match in PART.finditer(parts):
        if match["string"]:
            yield font.decode(syntax.string(match["string"]))
        elif float(match["move"]) < GAP:
            yield " "


def _hexadecimal(part: bytes) -> bytes:
    """The strings of a part, one after the other."""
    strings = HEX.findall(part)
    if any(len(digits) % 2 for digits in strings):
        return b"".join(syntax.string(b"<%b>" % digits) for digits in strings)
    return bytes.fromhex(b"".join(strings).decode("ascii"))

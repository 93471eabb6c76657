"""What the codes of a font stand for, by its ToUnicode map or its encoding."""

import re
from collections.abc import Iterable
from functools import cache
from struct import unpack

import pikepdf
from pikepdf import Name

RANGES = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.S)
CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.S)
SPANS = re.compile(rb"beginbfrange(.*?)endbfrange", re.S)
CODE = re.compile(rb"<([0-9A-Fa-f\s]*)>")
PAIR = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>")
SPAN = re.compile(
    rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[(.*?)\])", re.S
)
MOST = 70_000
"""Codes of a range: a map that says more is broken."""
GLYPHS = {
    "space": " ",
    "hyphen": "-",
    "period": ".",
    "comma": ",",
    "fi": "fi",
    "fl": "fl",
    "ff": "ff",
    "ffi": "ffi",
    "ffl": "ffl",
    "quoteright": "’",
}
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
GLYPHS |= {word: str(digit) for digit, word in enumerate(DIGITS)}
"""Names of glyphs that are not the character itself, as far as words need them."""


class Font:
    """Decodes the strings that are shown in a font."""

    def __init__(self, known: dict[int, str], width: int, *, is_simple: bool) -> None:
        self._known, self._width, self._is_simple = known, width, is_simple

    def decode(self, data: bytes) -> str:
        """The text; what is not known is left out."""
        known, width = self._known, self._width
        codes: Iterable[int]
        if width == 1:
            codes = data
        elif width == 2:
            codes = unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])
        else:
            codes = (int.from_bytes(data[at : at + width]) for at in range(0, len(data), width))
        if not self._is_simple:
            return "".join([known.get(code, "") for code in codes])
        return "".join([known.get(code) or _western(code) for code in codes])


PLAIN = Font({}, 1, is_simple=True)
"""For text of which no font is known."""


def read(font: pikepdf.Object) -> Font:
    """The font in a dictionary of fonts."""
    is_simple = font.get(Name.Subtype) != Name.Type0
    known = _differences(font) if is_simple else {}
    width = 1 if is_simple else 2
    to_unicode = font.get(Name.ToUnicode)
    if isinstance(to_unicode, pikepdf.Stream):
        mapped, told = _mapped(to_unicode.read_bytes())
        known |= mapped
        width = told or width
    return Font(known, width, is_simple=is_simple)


def _differences(font: pikepdf.Object) -> dict[int, str]:
    encoding = font.get(Name.Encoding)
    if not isinstance(encoding, pikepdf.Dictionary):
        return {}
    found: dict[int, str] = {}
    code = 0
    for entry in encoding.get(Name.Differences, []):
        if isinstance(entry, pikepdf.Name):
            found[code] = _glyph(str(entry)[1:])
            code += 1
        else:
            code = int(entry)
    return found


def _glyph(name: str) -> str:
    if len(name) == 1:
        return name
    if match := re.fullmatch(r"uni([0-9A-F]{4})|u([0-9A-F]{4,6})", name):
        return chr(min(int(match[1] or match[2], 16), 0x10FFFF))
    return GLYPHS.get(name, "")


def _mapped(cmap: bytes) -> tuple[dict[int, str], int]:
    """The map, and how many bytes a code has; 0 where that is not said."""
    known: dict[int, str] = {}
    for block in CHARACTERS.findall(cmap):
        for code, text in PAIR.findall(block):
            known[_number(code)] = _text(text)
    for block in SPANS.findall(cmap):
        for first, last, text, several in SPAN.findall(block):
            codes = range(_number(first), min(_number(last), _number(first) + MOST) + 1)
            if several:
                known |= dict(zip(codes, map(_text, CODE.findall(several)), strict=False))
            else:
                start = _text(text)
                known |= {code: _after(start, place) for place, code in enumerate(codes)}
    codes = [code for block in RANGES.findall(cmap) for code in CODE.findall(block)]
    widths = [len(_digits(code)) // 2 for code in codes]
    return known, max(widths, default=0)


def _digits(written: bytes) -> bytes:
    return b"".join(written.split())


def _number(written: bytes) -> int:
    return int(_digits(written) or b"0", 16)


def _text(written: bytes) -> str:
    digits = _digits(written)
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode()).decode("utf-16-be", "replace")


def _after(start: str, place: int) -> str:
    return start[:-1] + chr(min(ord(start[-1]) + place, 0x10FFFF)) if start else ""


@cache
def _western(code: int) -> str:
    return bytes([code & 0xFF]).decode("cp1252", "replace")

"""Characters that carry no text, or the same text in another guise, evened out on the way in."""

import re
import unicodedata

_NEW_LINE = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
_SPACE = dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_HYPHEN = dict.fromkeys((0x2010, 0x2011), "-")
_UNPAIRED_SURROGATE = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
# Controls (a database cannot store NUL), soft hyphens, and marks of zero width that break words.
_NOTHING = dict.fromkeys(
    (
        *(code for code in range(0x20) if chr(code) not in "\t\n"),
        *range(0x7F, 0xA0),
        *(0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF),
    ),
    None,
)
_TABLE = {**_NOTHING, **_NEW_LINE, **_SPACE, **_HYPHEN, **_UNPAIRED_SURROGATE}

# Symbol fonts keep their signs at U+F000 and up; these are the ones that serve as bullets.
_SIGNS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0e8": "➔",
    "\uf0e0": "→",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf0a8": "☐",
    "\uf06f": "☐",
    "\uf076": "❖",
    "\uf02d": "-",
    "\uf0be": "-",
    "\uf0b0": "°",
    "\uf0a3": "≤",
    "\uf0b3": "≥",
}


def even(text: str) -> str:
    """The same text with plain line ends, spaces and hyphens, composed letters and no controls."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    return unicodedata.normalize("NFC", text)


def trim(text: str) -> str:
    """Evened text without space at its ends or at the ends of its lines, nor blank lines in it."""
    lines = (re.sub(r" {2,}", " ", line).strip() for line in even(text).split("\n"))
    return "\n".join(line for line in lines if line)


def sign(character: str) -> str:
    """A sign of a symbol font as the ordinary character that looks like it, "" if unknown."""
    if len(character) == 1 and "\ue000" <= character <= "\uf8ff":
        return _SIGNS.get(character, "")
    return character

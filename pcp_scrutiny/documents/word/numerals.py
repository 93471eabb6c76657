"""Numbers and bullets as Word prints them in lists."""

from collections.abc import Callable

from ..characters import sign

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LAST_ROMAN = 3999
_LAST_LETTERED = 26 * 30
"""Word repeats the letter, aa after z; beyond thirty of them it stops making sense."""

BULLET = "•"


def roman(value: int) -> str:
    """4 -> "iv"; the plain number where there is no Roman one."""
    if not 0 < value <= _LAST_ROMAN:
        return str(value)
    numeral = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        numeral += letters * count
    return numeral


def letter(value: int) -> str:
    """1 -> "a", 27 -> "aa", 28 -> "bb"; the plain number where there is no letter."""
    if not 0 < value <= _LAST_LETTERED:
        return str(value)
    repeats, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (repeats + 1)


def ordinal(value: int) -> str:
    """1 -> "1st", 12 -> "12th"."""
    teens = value % 100 in (11, 12, 13)
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letter,
    "upperLetter": lambda value: letter(value).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda value: roman(value).upper(),
    "decimalZero": lambda value: f"{value:02}",
    "ordinal": ordinal,
    "numberInDash": lambda value: f"- {value} -",
    "none": lambda _: "",
}


def printed(value: int, style: str) -> str:
    """A number in one of Word's number formats (17.18.59); formats not known are decimal."""
    return _FORMATS.get(style, str)(value)


def bullet(text: str, font: str) -> str:
    """The bullet a list level prints: Courier's "o" is a ring, a private sign a plain bullet."""
    if text == "o" and font.startswith("Courier"):
        return "◦"
    return "".join(sign(character) for character in text) or BULLET

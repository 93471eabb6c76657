"""The number, letter or bullet that a line of a plan begins with."""

import re
from dataclasses import dataclass
from typing import Literal

from plans import labels

Style = Literal["full", "annex", "decimal", "number", "capital", "letter"]

_BULLETS = "•·●▪■◦○‣⁃∙➢✓*\uf0b7\uf0a7\uf0d8"
# "o" is what Word's hollow bullet becomes when its text is copied.
_BULLET = re.compile(rf"(?:[{_BULLETS}]\s*|[-–—o]\s+)(?=\S)")

_WORD = r"(?:(?i:para(?:gra(?:ph|ff))?)\.?\s+)?"
_PATTERNS: tuple[tuple[Style, bool, re.Pattern[str]], ...] = tuple(
    (style, weak, re.compile(pattern))
    for style, weak, pattern in (
        # 46(e)  46 (e)(ii)  4.3.4(a)
        (
            "full",
            False,
            _WORD + r"(\d{1,3}(?:\.\d{1,3})*\s?\([a-z]{1,4}\)(?:\s?\((?:[ivxl]+|\d)\))?)[.:]?\s+",
        ),
        ("full", False, _WORD + r"(\d{1,3}\.[a-z])[.):]?\s+"),  # 49.b
        ("full", True, r"(\d{1,3}[a-z])[.):]?\s+(?=[A-Z‘“'\"])"),  # 49b
        ("full", False, r"(\d{1,3}\s?[A-Z])[.):]\s+"),  # 54 F.
        ("full", True, r"(\d{1,3}\s[A-Z])\s+(?=[A-Z‘“'\"])"),  # 54 F
        # A1.  A.1.  B12.3
        ("annex", False, r"([A-Z]\.?\d{1,3}(?:\.\d{1,3})*)(?:[.):](?:\s+|$)|\t|\s{2,})(?=\S)"),
        ("annex", True, r"([A-Z]\.?\d{1,3}(?:\.\d{1,3})*)\s+(?=[A-Z‘“'\"])"),
        ("decimal", False, r"(\d{1,2}(?:\.\d{1,3}){1,4})[.):]?(?:\t|\s{2,})"),
        ("decimal", True, r"(\d{1,2}(?:\.\d{1,3}){1,4})[.):]?\s+(?=[A-Z‘“'\"(])"),
        ("number", False, _WORD + r"(\d{1,4})[.):]\s+(?=\S)"),  # 46.  46)
        ("number", False, r"(\d{1,3})[.)](?=[A-Z‘“])"),  # 46.The
        ("number", False, r"[(\[](\d{1,3})[)\]]\s*(?=\S)"),  # (46)
        ("number", False, r"(?i:para(?:gra(?:ph|ff))?)\.?\s+(\d{1,3})\s+(?=[A-Z‘“'\"])"),
        ("number", False, r"(\d{1,4})\t\s*(?=\S)"),
        ("number", True, r"(\d{1,3})\s+(?=[A-Z‘“'\"])"),
        ("letter", False, r"\(([a-z]|([a-hj-uwyz])\2|[ivxl]{2,6})\)\s*(?=\S)"),  # (e)  (aa)  (iii)
        ("letter", True, r"([a-z]|([a-hj-uwyz])\2|[ivxl]{2,6})[.)]\s+(?=\S)"),  # e)  iii.
        ("capital", False, r"\(([A-Z])\)\s*(?=\S)"),
        ("capital", True, r"([A-Z])[.)]\s+(?=\S)"),
    )
)
_ALONE = re.compile(r"\(?(?:[A-Z]?\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxl]{1,6})(?:[.)]|\.[a-z])\.?")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line begins with. ``value`` is the number or letter bare, or for style "full" the
    whole label as printed; ``weak`` where it may as well be part of the sentence ("46 officers");
    ``depth`` is the depth in a list that the file itself numbers, 0 if it does not."""

    style: Style
    value: str
    printed: str
    weak: bool = False
    depth: int = 0

    @property
    def number(self) -> int:
        return int(self.value)


def read(text: str) -> tuple[Mark | None, str]:
    """The mark a text begins with, and the text after it."""
    for style, weak, pattern in _PATTERNS:
        found = pattern.match(text)
        if found:
            value = re.sub(r"\s+(?=\()", "", found[1])
            if style == "full" and not labels.is_label(value):
                continue
            return Mark(style, value, found.group().strip(), weak), text[found.end() :]
    return None, text


def supplied(label: str, depth: int) -> Mark | None:
    """The mark that a file's own numbering makes; None for bullets and for words."""
    mark, _ = read(f"{label.strip()} X")
    if mark is None or is_bullet(label):
        return None
    # The file says that it is a number: there is nothing weak about it.
    return Mark(mark.style, mark.value, label.strip(), depth=max(1, depth))


def bullet(text: str) -> str | None:
    """The text after a bullet; None if it begins with none."""
    found = _BULLET.match(text)
    return text[found.end() :] if found else None


def is_bullet(label: str) -> bool:
    """Whether a label that the file supplies is a mere bullet."""
    return bool(label.strip()) and not any(c.isdigit() or c.isalpha() for c in label.strip(" o"))


def stands_alone(text: str) -> bool:
    """Whether a line is a number and nothing else, its text being on the next one."""
    return bool(_ALONE.fullmatch(text.strip()))

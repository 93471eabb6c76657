"""Paragraph labels: one way of writing each, whatever the document at hand prints.

The grammar, with what people write on the left and the one form kept on the right::

    label    = [ annex ] number { "." number } [ section ] { sub }
    annex    = CAPITAL                             A1  A.1  B12.3             ->  A1  B12.3
    sub      = "(" letter | roman | number ")"     46.e  46e  46 (e)  46(E)   ->  46(e)
    section  = " " CAPITAL                         54, section F   54 F       ->  54 F
    nested   = label sub                           46 (e)(iii)  46e iii       ->  46(e)(iii)
    decimal  = number "." number ...               4.3.4                      ->  4.3.4

A capital that stands apart from its number is a lettered section and stays a capital; a letter
that is attached, dotted or in brackets is a sub-paragraph and becomes lower case; a capital
before the number is that of an annex. Plans print the same thing in several ways ("49.b"), so two
labels are compared by :func:`key`, for which ``54 F`` is ``54(f)``.
Named parts ("Foreword", "Annex A", "page 27") are labels too and are kept as they are.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

LONGEST_RANGE = 100
"""No one cites more paragraphs than this by a range; a longer one is a misreading."""

ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}

_LEADING_WORDS = re.compile(
    r"^\s*(?:sub-?)?(?:paragraph|paragraff|para|point|section|item|clause|§|¶)s?\.?\s*(?=[\d(])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:([A-Z])\.?)?(\d{1,4}(?:\.\d{1,3})*)")
_SECTION = re.compile(
    r"(?:\s*,)?\s*(?:sub-?)?section\s+\(?([A-Za-z])\)?(?![A-Za-z])|\s+([A-Z])(?![A-Za-z])"
)
_SUB = re.compile(
    r"\s*\(\s*([a-z]{1,6}|\d{1,2})\s*\)"  # 46(e)  46 (e)  46(iii)  46(2)
    r"|\.\s?([a-z])(?![a-z])"  # 46.e
    r"|(?:\s*,)?\s+(?:item|bullet|point|sub-?paragraph)\s+\(?([a-z]{1,6}|\d{1,2})\)?(?![a-z])"
    r"|\s?([a-z])(?![a-z])\)?"  # 46e  46 e  46e)
    r"|(?<=[a-z)])\s+([ivxl]{1,6})(?![a-z])",  # 46e iii
    re.IGNORECASE,
)
_SUB_ALONE = re.compile(r"\(?\s*([a-z]|[ivxl]{1,6}|\d{1,2})\s*[).]", re.IGNORECASE)
_LAST_BRACKET = re.compile(r"(?<=\S)\s*\([a-z0-9]{1,6}\)$", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|–|—|−|\bto\b|\bthrough\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart: ``54 F(ii)`` has numbers (54,), section "F" and subs ("ii",)."""

    numbers: tuple[int, ...]
    section: str = ""
    subs: tuple[str, ...] = ()
    annex: str = ""

    @property
    def number(self) -> str:
        """What it begins with: "46", "4.3.4", "A1"."""
        return self.annex + ".".join(str(n) for n in self.numbers)

    def __str__(self) -> str:
        section = f" {self.section}" if self.section else ""
        return self.number + section + "".join(f"({sub})" for sub in self.subs)


def parse(words: str) -> Label | None:
    """The label that ``words`` are, all of them; None if they are something else."""
    text = _LEADING_WORDS.sub("", words).strip()
    number = _NUMBER.match(text)
    if not number:
        return None
    numbers = tuple(int(n) for n in number[2].split("."))
    at, section, subs = number.end(), "", []
    if found := _SECTION.match(text, at):
        section, at = (found[1] or found[2]).upper(), found.end()
    while found := _SUB.match(text, at):
        sub = next(group for group in found.groups() if group).lower()
        if not _may_be_sub(sub):
            return None
        subs.append(sub)
        at = found.end()
    if text[at:].strip(" .:)"):
        return None
    return Label(numbers, section, tuple(subs), number[1] or "")


def normalise(words: str) -> str:
    """The one form of a label: "46.e" -> "46(e)". Named parts keep their words."""
    label = parse(words)
    if label:
        return str(label)
    text = " ".join(words.split())
    if (sub := _SUB_ALONE.fullmatch(text)) and not sub[1].isdigit():
        return f"({sub[1].lower()})"
    return text


def is_label(words: str) -> bool:
    """Whether ``words`` are a numbered label rather than the name of a part."""
    return parse(words) is not None


def parent(label: str) -> str:
    """The label one step up: "46(e)" -> "46", "4.3.4" -> "4.3", "46" -> "".

    What is above a part in brackets keeps the form in which it stands: "49.b(ii)" -> "49.b".
    """
    if (last := _LAST_BRACKET.search(label)) and parse(label[: last.start()]):
        return label[: last.start()]
    parsed = parse(label)
    if parsed is None:
        return ""
    if parsed.subs:
        return str(replace(parsed, subs=parsed.subs[:-1]))
    if parsed.section:
        return str(replace(parsed, section=""))
    return str(replace(parsed, numbers=parsed.numbers[:-1])) if parsed.numbers[1:] else ""


def child(label: str, sub: str) -> str:
    """The sub-paragraph ``sub`` of ``label``: ("46", "e)") -> "46(e)"."""
    return normalise(f"{label}({sub.strip(' ().')})")


def key(label: str) -> tuple[str, ...]:
    """Equal for two labels that name the same place: ``54 F``, ``54(f)`` and ``54.F``."""
    parsed = parse(label)
    if parsed is None:
        return (" ".join(label.lower().split()),)
    section = (parsed.section.lower(),) if parsed.section else ()
    return (parsed.number.lower(), *section, *parsed.subs)


def expand(words: str) -> tuple[str, ...]:
    """Every label of a range: "8-13", "8 to 13", "46(a)-(d)", "4.3.1-4.3.4".

    What is no range gives its one label. A range that runs backwards, crosses from one parent to
    another or is longer than :data:`LONGEST_RANGE` gives its two ends only: what lies between
    cannot be known without the plan.
    """
    ends = _RANGE.split(words.strip(), maxsplit=1)
    first = parse(ends[0])
    if len(ends) == 1 or first is None:
        return (normalise(words),)
    last = parse(ends[1]) or _sibling(first, ends[1])
    if last is None:
        return (normalise(words),)
    between = _between(first, last)
    return tuple(str(label) for label in between or (first, last))


def sort_key(label: str) -> tuple:
    """Orders labels as a plan does: 9 < 46 < 46(a) < 46(b) < 54 F < A1. Named parts come first.

    A single letter counts as a letter, so "(i)" follows "(h)". Where its neighbours show that it
    is a roman number, use :func:`in_order`.
    """
    return _sort_key(label, romans=frozenset())


def in_order(labels: Iterable[str]) -> list[str]:
    """Sorted as a plan orders them, reading "(i)" as one where an "(ii)" stands beside it."""
    labels = list(labels)
    romans = frozenset(
        parent(label)
        for label in labels
        if (parsed := parse(label)) and parsed.subs and _is_long_roman(parsed.subs[-1])
    )
    return sorted(labels, key=lambda label: _sort_key(label, romans))


def roman_value(text: str) -> int:
    """The number a roman numeral stands for; 0 where it is none."""
    text = text.lower()
    if not ROMAN.fullmatch(text):
        return 0
    values = [_ROMAN_VALUES[c] for c in text]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _may_be_sub(sub: str) -> bool:
    doubled = len(sub) == 2 and sub[0] == sub[1]  # (aa) follows (z)
    return len(sub) == 1 or sub.isdigit() or roman_value(sub) > 0 or doubled


def _is_long_roman(sub: str) -> bool:
    return len(sub) > 1 and roman_value(sub) > 0


def _sort_key(label: str, romans: frozenset[str]) -> tuple:
    parsed = parse(label)
    if parsed is None:
        return (0, "", (), "", (), label.lower())
    above, subs = str(replace(parsed, subs=())), []
    for sub in parsed.subs:
        subs.append(_sub_value(sub, roman=above in romans))
        above += f"({sub})"
    return (1, parsed.annex, parsed.numbers, parsed.section, tuple(subs), label)


def _sub_value(sub: str, *, roman: bool) -> int:
    if sub.isdigit():
        return int(sub)
    if (len(sub) > 1 or roman) and roman_value(sub):
        return roman_value(sub)
    if len(sub) > 1:
        return 26 + ord(sub[0]) - ord("a") + 1
    return ord(sub) - ord("a") + 1


def _sibling(first: Label, words: str) -> Label | None:
    """The end of a range written short: the "(d)" of "46(a)-(d)"."""
    sub = words.strip(" ().").lower()
    if not first.subs or not sub or not _may_be_sub(sub):
        return None
    return replace(first, subs=(*first.subs[:-1], sub))


def _between(first: Label, last: Label) -> list[Label]:
    """The labels from ``first`` to ``last`` inclusive; empty where they do not form a range."""
    if first.annex != last.annex:
        return []
    if first.subs and last.subs:
        if (first.numbers, first.section) != (last.numbers, last.section):
            return []
        subs = _subs_between(first.subs[-1], last.subs[-1])
        if first.subs[:-1] != last.subs[:-1]:
            return []
        return [replace(first, subs=(*first.subs[:-1], sub)) for sub in subs]
    whole = not (first.subs or last.subs or first.section or last.section)
    if not whole or first.numbers[:-1] != last.numbers[:-1]:
        return []
    low, high = first.numbers[-1], last.numbers[-1]
    if not low <= high < low + LONGEST_RANGE:
        return []
    return [replace(first, numbers=(*first.numbers[:-1], n)) for n in range(low, high + 1)]


def _subs_between(low: str, high: str) -> list[str]:
    if low.isdigit() and high.isdigit():
        return [str(n) for n in range(int(low), int(high) + 1)]
    if len(low) == len(high) == 1 and not (low == "i" and high in "vx"):
        return [chr(c) for c in range(ord(low), ord(high) + 1)]
    first, last = roman_value(low), roman_value(high)
    return [_roman(n) for n in range(first, last + 1)] if first else []


def _roman(number: int) -> str:
    parts = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    text = ""
    for value, numeral in parts:
        while number >= value:
            text, number = text + numeral, number - value
    return text

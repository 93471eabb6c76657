"""The numbers and bullets that minutes print before an item, a paragraph or a point.

A grammar, not a list of layouts: what stands at the beginning of a line is read as one of the
families below, with its place in the family's order, so that what follows what can be told.
"""

import re
from dataclasses import dataclass
from typing import Literal

Family = Literal[
    "coded",  # 39/20, PCP/23/14, Minute 38: the number of a minute
    "labelled",  # Item 5, Agenda Item 5
    "decimal",  # 4.1, 4.4.1
    "integer",  # 58.  58
    "closed",  # 3)  (3)
    "letter",  # (a)  a)  a.
    "capital",  # (A)  A.
    "roman",  # (iv)  iv)  iv.
    "upper roman",  # IV.
    "bullet",
]


@dataclass(frozen=True, slots=True)
class Number:
    """A number or bullet as printed, and where the text after it begins.

    ``values`` place it within its family; several for 4.4.1. A bullet has none, and prints as ""
    since it says nothing but that a point begins.
    """

    printed: str
    family: Family
    values: tuple[int, ...]
    end: int
    style: str = ""
    """How it is dressed: "(1)" and "1)" are two styles of one family."""

    @property
    def follows(self) -> str:
        """The family with its style and its depth: the steps of one list share it."""
        return f"{self.family} {self.style} {len(self.values)}"


_BULLET = re.compile(
    "(?:[•·▪●○◦■□➢➔→✓❖‣∙⁃◾◆♦►▶❑❒\ue000-\uf8ff]\\s*|[*–—-]\\s+"
    # the letters that symbol fonts leave behind, and bullets in the wrong encoding
    "|[oqnvØü§Ÿ](?:\\s{2,}|\\t\\s*|\\s(?=[A-Z]))|(?:â€¢|Â·|ï‚·|ï‚§|â–ª|â€“)\\s*)"
)
_CODED = re.compile(
    r"(?:(?P<word>(?:Minute|Min\.?|Cofnod)\s*(?:No\.?|Number|Rhif)?\s*:?\s*)"
    r"(?P<n>[0-9]{1,4}(?:/[0-9]{2,4})?[A-Za-z]?)"
    r"|(?P<code>[A-Z]{2,8}[ /.-]?)?(?P<a>[0-9]{1,4})\s?/\s?(?P<b>[0-9]{1,4})"
    r"(?:\s?/\s?(?P<c>[0-9]{1,4}))?"
    r"|(?P<code2>[A-Z]{2,8})[/.-](?P<d>[0-9]{1,4}))\.?(?![\w/])"
)
_LABELLED = re.compile(
    r"(?:(?:Agenda\s+)?Item|Eitem|Para(?:graph)?)\s*(?:No\.?|"
    r"Number)?\s*(?P<n>[0-9]{1,3})(?P<l>[a-z]?)"
    r"(?![\w/])\.?",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}[.)]?(?![\w%])")
_INTEGER = re.compile(r"(?P<n>[0-9]{1,3})(?P<l>[a-z]?)(?:(?P<stop>[.:])(?!\d)|(?=\s))")
_CLOSED = re.compile(r"(?P<open>\(?)(?P<n>[0-9]{1,3})\)")
_LETTER = re.compile(r"(?P<open>[(\[]?)(?P<l>[A-Za-z])(?P<close>[)\].])(?![A-Za-z.])")
_ROMAN = re.compile(
    r"(?P<open>\(?)(?P<n>x{0,3}(?:ix|iv|v?i{0,3}))(?P<close>[).])(?![A-Za-z.])", re.IGNORECASE
)
_SEPARATOR = re.compile(r"(?:\s*[:–—]|\s+-(?=\s)|\s*\.(?=\s))?\s*")
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_COUNTED = r"(?:years?|months?|days?|hours?|members?|million|officers?)"
_UNITS = re.compile(
    rf"""\s*(?:
      %|per\s*cent|percent    # "4 per cent"
    | (?:am|pm)\b|[ap]\.m     # "10 a.m."
    | {_COUNTED}\b            # "12 members"
    | {_MONTH}\s              # "7 December 2022"
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What makes a bare figure a quantity."""
_UNITS_OF_DRESSED = re.compile(
    rf"""\s*(?:
      %|per\s*cent|percent               # "4.5 per cent"
    | (?i:am|pm)\b|(?i:[ap]\.m)          # "10.30 AM"
    | {_COUNTED}\b                       # "4.5 million"; but "4.5 Members asked" is a number
    | (?i:{_MONTH})\s+(?:19|20)[0-9]{{2}} # "20/21 May 2026"
    )""",
    re.VERBOSE,
)
"""The same of a figure with a stop or a slash in it, which a sentence may well follow."""
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50}


def bullet(text: str) -> Number | None:
    """The bullet that ``text`` begins with."""
    found = _BULLET.match(text)
    if found is None or (found.end() == len(text) and len(text.strip()) > 1):
        return None
    return Number("", "bullet", (), found.end(), found[0].strip())


def at_start(text: str, after: Number | None = None) -> Number | None:
    """The number or bullet that ``text`` begins with.

    ``after`` is the number before it in the list, if any: it tells (i) after (h) from (i) the
    first of the Romans.
    """
    for read in (bullet, _coded, _labelled, _decimal, _closed):
        if number := read(text):
            return number
    return _lettered(text, after) or _integer(text)


def _coded(text: str) -> Number | None:
    found = _CODED.match(text)
    if not found or _UNITS_OF_DRESSED.match(text, found.end()):
        return None
    if found["word"]:
        values = tuple(int(n) for n in re.findall(r"[0-9]+", found["n"]))
        style = "minute"
    elif found["code2"]:
        values, style = (int(found["d"]),), found["code2"]
    else:
        values = tuple(int(n) for n in (found["a"], found["b"], found["c"]) if n)
        style = (found["code"] or "") + "/" * (len(values) - 1)
        if not found["code"] and not _may_be_minute(found):
            return None
    printed = found[0].rstrip(":").rstrip()
    return Number(printed, "coded", values, _after(text, found.end()), style)


def _may_be_minute(found: re.Match[str]) -> bool:
    """39/20 and 2023/14, but no date (03/02/2017), no fraction (1/2) and no 24/7."""
    if found["c"]:
        return len(found["a"]) == 4
    a, b = found["a"], found["b"]
    return (len(b) in (2, 4) or len(a) in (2, 4)) and (a, b) != ("24", "7")


def _labelled(text: str) -> Number | None:
    found = _LABELLED.match(text)
    if not found or found[0].lower().startswith("para"):
        return None
    rest = text[found.end() :]
    # "Item 5 was deferred" is a sentence.
    if rest.strip() and not re.match(r"\s*[:–—.-]|\s*\(|\s+[A-Z]", rest):
        return None
    return Number(
        found[0].rstrip("."), "labelled", (int(found["n"]),), _after(text, found.end()), "item"
    )


def _decimal(text: str) -> Number | None:
    found = _DECIMAL.match(text)
    if (
        not found
        or _UNITS_OF_DRESSED.match(text, found.end())
        or text[found.end() :][:1] in ("/", "-")
    ):
        return None
    values = tuple(int(n) for n in re.findall(r"[0-9]+", found[0]))
    if re.match(r"[0-9]{1,2}\.[0-9]{2}\s*(?:am|pm|hrs|noon)", text, re.IGNORECASE):
        return None
    if len(values) == 3 and values[2] > 1900:
        return None  # a date, 03.02.2017
    return Number(found[0], "decimal", values, _after(text, found.end()))


def _closed(text: str) -> Number | None:
    found = _CLOSED.match(text)
    if not found:
        return None
    return Number(found[0], "closed", (int(found["n"]),), _after(text, found.end()), found["open"])


def _lettered(text: str, after: Number | None) -> Number | None:
    roman, letter = _ROMAN.match(text), _LETTER.match(text)
    if letter and letter["open"] == "" and letter["close"] == ".":
        # "A. Smith" and "e. g." are no numbers.
        gap = re.match(r"\s+", text[letter.end() :])
        if not gap or (letter["l"].isupper() and len(gap[0]) < 2 and not _goes_on(letter, after)):
            letter = None
    if roman and not roman["n"]:
        roman = None
    if roman and letter and (_goes_on(letter, after) or not _opens_romans(roman, after)):
        roman = None
    if roman:
        upper = roman["n"].isupper()
        if upper and roman["close"] == "." and roman["n"] == "I" and text[roman.end() :][:1] != " ":
            return None
        return Number(
            roman[0],
            "upper roman" if upper else "roman",
            (_worth(roman["n"].lower()),),
            _after(text, roman.end()),
            roman["open"] + roman["close"],
        )
    if letter:
        return Number(
            letter[0],
            "capital" if letter["l"].isupper() else "letter",
            (ord(letter["l"].lower()) - ord("a") + 1,),
            _after(text, letter.end()),
            letter["open"] + letter["close"],
        )
    return None


def _goes_on(letter: re.Match[str], after: Number | None) -> bool:
    place = ord(letter["l"].lower()) - ord("a") + 1
    return bool(after and after.family in ("letter", "capital") and after.values == (place - 1,))


def _opens_romans(roman: re.Match[str], after: Number | None) -> bool:
    """Whether a single letter is the Roman numeral that is due: (i), or (v) after (iv)."""
    worth = _worth(roman["n"].lower())
    if after and after.family in ("roman", "upper roman"):
        return worth in (after.values[0] + 1, 1)
    return worth == 1


def _integer(text: str) -> Number | None:
    found = _INTEGER.match(text)
    if not found or (not found["stop"] and _UNITS.match(text, found.end())):
        return None
    if not found["stop"] and (found["l"] and not text[found.end() :].startswith("  ")):
        return None
    return Number(
        found[0].rstrip(":"),
        "integer",
        (int(found["n"]),),
        _after(text, found.end()),
        "." if found["stop"] else "",
    )


def _after(text: str, end: int) -> int:
    separator = _SEPARATOR.match(text, end)
    return separator.end() if separator else end


def _worth(numeral: str) -> int:
    worths = [_ROMANS[letter] for letter in numeral]
    return sum(
        -worth if any(later > worth for later in worths[index:]) else worth
        for index, worth in enumerate(worths)
    )


def gap(before: Number, after: Number) -> list[str]:
    """The numbers missing between two of one list, as they would be printed; none if it cannot be
    told, as where the list begins anew."""
    if before.follows != after.follows or before.values[1:-1] != after.values[1:-1]:
        return []
    if before.family == "coded":
        return _coded_gap(before, after)
    if before.values[:-1] != after.values[:-1] or before.family == "bullet":
        return []
    low, high = before.values[-1], after.values[-1]
    return [_printed_like(after, value) for value in range(low + 1, high)] if high > low else []


def _coded_gap(before: Number, after: Number) -> list[str]:
    for place in range(len(before.values)):
        others = [i for i in range(len(before.values)) if i != place]
        if all(before.values[i] == after.values[i] for i in others):
            low, high = before.values[place], after.values[place]
            return [
                re.sub(rf"(?<![0-9])0*{high}(?![0-9])", str(value), after.printed, count=1)
                for value in range(low + 1, high)
            ]
    return []


def _printed_like(number: Number, value: int) -> str:
    """Another number in the same dress: 4.2 for 4.3, (b) for (c)."""
    if number.family in ("letter", "capital"):
        letter = chr(ord("a" if number.family == "letter" else "A") + value - 1)
        return re.sub(r"[A-Za-z]", letter, number.printed, count=1)
    if number.family in ("roman", "upper roman"):
        numeral = _numeral(value)
        if number.family == "upper roman":
            numeral = numeral.upper()
        return re.sub(r"[ivxlIVXL]+", numeral, number.printed, count=1)
    return re.sub(r"[0-9]+(?=[^0-9]*$)", str(value), number.printed, count=1)


def _numeral(value: int) -> str:
    found = ""
    for worth, letters in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        count, value = divmod(value, worth)
        found += letters * count
    return found

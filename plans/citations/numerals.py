"""Numbers of paragraphs written out, one to ninety-nine: "paragraphs two and twenty-one"."""

import re

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IN_WORDS = {word: n for n, word in enumerate([*_UNITS, *_TEENS], start=1)}
_IN_WORDS |= {word: n for n, word in zip(range(20, 100, 10), _TENS, strict=True)}
_IN_WORDS |= {f"{ten}-{unit}": _IN_WORDS[ten] + _IN_WORDS[unit] for ten in _TENS for unit in _UNITS}
_WORD = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UNITS)}))?|{'|'.join([*_TEENS, *_UNITS])})\b"
)
CUED = re.compile(
    r"(?<![A-Za-z])(?:sub-?)?(?:paragraphs?|paras?\.?|sections?|clauses?)\s+"
    rf"(?P<words>{_WORD}(?:(?:\s*,\s*|\s*,?\s+and\s+){_WORD})*)",
    re.IGNORECASE,
)


def read(words: str) -> list[str]:
    """The numbers in a list of them."""
    found = re.findall(_WORD, words.lower())
    return [str(_IN_WORDS["-".join(re.split("[ -]", word))]) for word in found]

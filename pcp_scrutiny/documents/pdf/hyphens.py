"""Words that were divided at the end of a line, put together again."""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_COMPOUNDS = ("well", "self")
"""What stands before a hyphen is a whole word: "well-known", "self-defence"."""
_SOFT = ("\u00ad", "\u2010")
"""Hyphens that only division puts there."""


class Joiner:
    """Joins lines; whether a hyphen stays is learned from the other words of the document."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        for line in lines:
            # The last word may be half a word.
            self._words.update(word.lower() for word in _WORD.findall(line)[:-1])

    def join(self, before: str, after: str, between: str) -> str:
        """The two texts as one; ``between`` goes between them unless a word was divided."""
        before = before.rstrip()
        if before.endswith(_SOFT):
            return before[:-1] + after
        if not before.endswith("-") or not before[-2:-1].isalpha() or not after[:1].isalpha():
            return before + between + after
        return before + after if self._keeps(before, after) else before[:-1] + after

    def _keeps(self, before: str, after: str) -> bool:
        if not after[0].islower():
            return True
        first = _WORD.findall(before[:-1])[-1].lower()
        if first in _COMPOUNDS:
            return True
        second = _WORD.findall(after)[0].lower()
        if self._words[f"{first}-{second}"] or self._words[first + second]:
            return self._words[f"{first}-{second}"] >= self._words[first + second]
        return bool(self._words[first.rsplit("-", 1)[-1]] and self._words[second])

"""Finding words in a text as a person would: whatever their case, spacing, quotes or dashes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ALIKE = {"'": "['’‘ʼ]", '"': '["“”]', "-": "[-‐‑–—]"}
_CLASSES = {sign: signs for signs in _ALIKE.values() for sign in signs[1:-1]}
LONGEST = 200
"""Letters of what is looked for; no one types more."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Some words of a text; ``number`` counts the finds in a document from 1, 0 for the words
    between them."""

    text: str
    number: int = 0


class Finder:
    """Looks for the same words in one text after another; ``count`` is how often it found them."""

    def __init__(self, words: str) -> None:
        parts = words[:LONGEST].split()
        pattern = r"\s+".join("".join(map(_letter, part)) for part in parts)
        self.pattern = re.compile(pattern, re.IGNORECASE) if pattern else None
        self.count = 0

    def segments(self, text: str) -> list[Segment]:
        """The whole text, cut where the words begin and end."""
        return list(self._segments(text)) if self.pattern else [Segment(text)]

    def _segments(self, text: str) -> Iterator[Segment]:
        at = 0
        for found in self.pattern.finditer(text):
            if found.start() > at:
                yield Segment(text[at : found.start()])
            self.count += 1
            yield Segment(found.group(), self.count)
            at = found.end()
        if at < len(text) or not text:
            yield Segment(text[at:])


def _letter(letter: str) -> str:
    return _CLASSES.get(letter) or re.escape(letter)

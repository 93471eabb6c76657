"""Whether a text has any of the secrets in it. The same for what is published and for what is
public in any case."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from . import words
from .secrets import RUN

UNBROKEN = 12
"""Letters from which on a short text is looked for without regard to where its words begin."""


class Hit(NamedTuple):
    """A secret that was found: in which of the tables of ``Secrets`` it is, and its key there."""

    table: str
    key: Any
    words: str


class Matcher:
    """Looks for runs, phrases and names."""

    def __init__(
        self,
        runs: Mapping[str, Any],
        phrases: Mapping[tuple[str, ...], Any],
        names: Mapping[str, Any],
    ) -> None:
        self.runs, self.names = runs, names
        self._clean: set[str] = set()
        self.by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self.by_head: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in phrases:
            joined = "".join(phrase)
            if len(phrase) > 1 and len(joined) >= UNBROKEN:
                self.by_head[joined[:UNBROKEN]].append(phrase)
            else:
                self.by_first[phrase[0]].append(phrase)

    def hits(self, text: str, *, fewest: int = 0, has_names: bool = True) -> Iterator[Hit]:
        """What is in the text. Phrases of fewer letters than ``fewest`` are passed over, and single
        names without ``has_names``."""
        for place, found in enumerate(words.readings(text)):
            if not place:
                together = "".join(found)
                yield from self._together(together)
            yield from self._phrases(found, fewest)
            if has_names and self.names:
                for name in self.names.keys() & set(found):
                    yield Hit("names", name, name)

    def _together(self, together: str) -> Iterator[Hit]:
        """What is in a text that is run together. Most are met twice, on the page and in what the
        page is drawn by, and have nothing in them."""
        if together in self._clean:
            return
        is_clean = True
        for hit in chain(self._runs(together), self._unbroken(together)):
            is_clean = False
            yield hit
        if is_clean:
            self._clean.add(together)

    def _runs(self, together: str) -> Iterator[Hit]:
        runs = self.runs
        if not runs:
            return
        for place in range(len(together) - RUN + 1):
            run = together[place : place + RUN]
            if run in runs:
                yield Hit("runs", run, run)

    def _unbroken(self, together: str) -> Iterator[Hit]:
        by_head = self.by_head
        for place in range(len(together) - UNBROKEN + 1) if by_head else ():
            if (head := together[place : place + UNBROKEN]) in by_head:
                for phrase in by_head[head]:
                    if together.startswith("".join(phrase), place):
                        yield Hit("phrases", phrase, " ".join(phrase))

    def _phrases(self, found: list[str], fewest: int) -> Iterator[Hit]:
        by_first = self.by_first
        if not by_first or by_first.keys().isdisjoint(found):
            return
        for place, word in enumerate(found):
            for phrase in by_first.get(word, ()):
                is_long = not fewest or sum(map(len, phrase)) >= fewest
                if is_long and tuple(found[place : place + len(phrase)]) == phrase:
                    yield Hit("phrases", phrase, " ".join(phrase))

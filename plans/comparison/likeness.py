"""How alike passages are: shared words, beginnings of words and word pairs, by what they tell.

Each passage is a set of terms: its words, the first letters of each (which recognise a word
through its endings, in Welsh as in English) and the pairs of neighbouring beginnings (which
recognise phrases). A term weighs what it tells: its inverse document frequency (Sparck Jones
1972) over both versions together, so that what a whole plan shares ("police", "Commissioner")
counts for little. Sets, not counts: one intersection gives the likeness (the cosine of the two
sets) and how much of either the other contains.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

PAIR_WEIGHT = 0.5
# Between 1, where an unusual word tells no more than it should, and the 2 of the usual cosine,
# where one such word that came or went outweighs all the rest of a short item.
SHARPNESS = 1.5
_BEGINNING = 5

# Terms are numbers, because their sets are intersected many times: words even, beginnings odd,
# pairs from here on.
_PAIRS = 1 << 48
_SHIFT = 24

# The look-up of near passages goes from a passage's rarest terms to the commoner ones, and ends
# after so many places: what very many passages share tells nothing and would make it quadratic.
_VISITS = 300
_COMMON = 300
# What shares this much less than the nearest passage is no candidate beside it.
_FAR_BEHIND = 0.2

Places = dict[int, list[int]]


class Likeness:
    """Of all passages of both versions; they are numbered through, earlier ones first."""

    def __init__(self, texts: Sequence[Sequence[str]], earlier: int = 0) -> None:
        self.lengths = [len(words) for words in texts]
        numbers: dict[str, int] = {}
        beginnings: dict[str, int] = {}
        beginning_of: dict[str, int] = {}
        self.terms: list[frozenset[int]] = []
        for words in texts:
            for word in words:
                if word not in numbers:
                    numbers[word] = 2 * len(numbers)
                    start = beginnings.setdefault(word[:_BEGINNING], 2 * len(beginnings) + 1)
                    beginning_of[word] = start
            starts = list(map(beginning_of.__getitem__, words))
            terms = {_PAIRS | a << _SHIFT | b for a, b in pairwise(starts)}
            terms.update(starts)
            terms.update(map(numbers.__getitem__, words))
            self.terms.append(frozenset(terms))
        # How many passages of a version have it, of that which has more: what one passage of
        # each has is as rare as what only one has at all.
        self.frequency, other = Counter[int](), Counter[int]()
        for terms in self.terms[:earlier]:
            self.frequency.update(terms)
        for terms in self.terms[earlier:]:
            other.update(terms)
        self.frequency |= other
        self.weight = self._weights(max(earlier, len(texts) - earlier) + 1)
        self.masses = [self.mass(terms) or 1.0 for terms in self.terms]
        self._scale = [1 / math.sqrt(mass) for mass in self.masses]

    def _weights(self, total: int) -> dict[int, float]:
        """A word that every passage has still weighs something, or short ones would be empty."""
        counts = set(self.frequency.values())
        idf = {count: (math.log(total / count) + 0.2) ** SHARPNESS for count in counts}
        of_pairs = {count: weight * PAIR_WEIGHT**SHARPNESS for count, weight in idf.items()}
        return {
            term: of_pairs[count] if term >= _PAIRS else idf[count]
            for term, count in self.frequency.items()
        }

    def mass(self, terms: frozenset[int] | set[int]) -> float:
        """How much these terms tell."""
        return sum(map(self.weight.__getitem__, terms))

    def shared(self, a: int, b: int) -> float:
        """The mass of what two passages have in common."""
        return sum(map(self.weight.__getitem__, self.terms[a] & self.terms[b]))

    def cosine(self, a: int, b: int) -> float:
        """From 0, nothing in common, to 1, the same."""
        return self.shared(a, b) * self._scale[a] * self._scale[b]

    def near(self, at: int, among: Places, count: int) -> list[int]:
        """Of some passages, those most alike, and those that hold most in common, with this one.

        Found by its rarer terms alone; at most ``count`` and half as many again.
        """
        weight, found = self.weight, defaultdict(float)
        left = _VISITS
        for term in sorted(self.terms[at] & among.keys(), key=self.frequency.__getitem__):
            told, others = weight[term], among[term]
            for other in others:
                found[other] += told
            left -= len(others)
            if left < 0:
                break
        found.pop(at, None)
        if not found:
            return []
        floor = _FAR_BEHIND * max(found.values())
        near = {other: mass for other, mass in found.items() if mass >= floor}
        scale = self._scale
        alike = heapq.nlargest(count, [(m * scale[other], -other) for other, m in near.items()])
        most = heapq.nlargest(count // 2, [(m, -other) for other, m in near.items()])
        return list(dict.fromkeys(-other for _, other in alike + most))

    def places(self, passages: Iterable[int], sought: Iterable[int]) -> Places:
        """An inverted index of ``passages``: where the terms that ``sought`` have are found."""
        index: dict[int, list[int]] = defaultdict(list)
        frequency = self.frequency
        told = {
            term
            for term in frozenset().union(*(self.terms[at] for at in sought))
            # Beginnings stand for the words too.
            if frequency[term] <= _COMMON and (term & 1 or term >= _PAIRS)
        }
        for at in passages:
            for term in self.terms[at] & told:
                index[term].append(at)
        return dict(index)

"""How alike two passages are: TF-IDF over words, word pairs and the letters within words.

The letters (runs of four) recognise a word through its endings and misspellings; the pairs
recognise phrases. Inverse document frequency is taken over both versions together, so that
the words a whole plan shares ("police", "Commissioner") count for little.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

PAIR_WEIGHT = 0.8
LETTERS_WEIGHT = 0.35
_GRAM = 4

# Candidates are looked up by a passage's most telling words and pairs; what very many passages
# share tells nothing and would make the look-up quadratic.
_TELLING = 48
_COMMON = 150
# What shares this much less than the nearest passage is no candidate beside it.
_FAR_BEHIND = 0.12


class Similarity:
    """Vectors of all passages of both versions; they are numbered through, earlier ones first."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self.words = texts
        self._grams_of: dict[str, tuple[str, ...]] = {}
        self._vectors: dict[int, dict[str | tuple[str, str], float]] = {}

    @cached_property
    def terms(self) -> list[Counter[str | tuple[str, str]]]:
        """The words and word pairs of each passage."""
        counted = []
        for words in self.words:
            terms: Counter[str | tuple[str, str]] = Counter(words)
            terms.update(pairwise(words))
            counted.append(terms)
        return counted

    @cached_property
    def _frequency(self) -> Counter[str | tuple[str, str]]:
        frequency: Counter[str | tuple[str, str]] = Counter()
        for terms in self.terms:
            frequency.update(terms.keys())
        return frequency

    @cached_property
    def idf(self) -> dict[str | tuple[str, str], float]:
        """A word that every passage has still weighs something, or short ones would be empty."""
        total = len(self.words) + 1
        return {
            term: (math.log(total / count) + 0.2) * (1 if isinstance(term, str) else PAIR_WEIGHT)
            for term, count in self._frequency.items()
        }

    @cached_property
    def _gram_idf(self) -> dict[str, float]:
        frequency: Counter[str] = Counter()
        for terms in self.terms:
            grams = {g for word in terms if isinstance(word, str) for g in self._grams(word)}
            frequency.update(grams)
        total = len(self.words) + 1
        return {g: (math.log(total / n) + 0.2) * LETTERS_WEIGHT for g, n in frequency.items()}

    def _grams(self, word: str) -> tuple[str, ...]:
        grams = self._grams_of.get(word)
        if grams is None:
            padded = f"_{word}_"
            # The mark keeps the letters "plan" apart from the word "plan".
            grams = tuple(
                "\0" + padded[at : at + _GRAM] for at in range(max(1, len(padded) - _GRAM + 1))
            )
            self._grams_of[word] = grams
        return grams

    def _vector(self, at: int) -> dict[str | tuple[str, str], float]:
        vector = self._vectors.get(at)
        if vector is None:
            idf, gram_idf = self.idf, self._gram_idf
            vector = {}
            grams: Counter[str] = Counter()
            for term, count in self.terms[at].items():
                vector[term] = (1 + math.log(count)) * idf[term]
                if isinstance(term, str):
                    for gram in self._grams(term):
                        grams[gram] += count
            for gram, count in grams.items():
                vector[gram] = (1 + math.log(count)) * gram_idf[gram]
            length = math.sqrt(sum(w * w for w in vector.values())) or 1.0
            vector = {term: weight / length for term, weight in vector.items()}
            self._vectors[at] = vector
        return vector

    def cosine(self, a: int, b: int) -> float:
        """From 0, nothing in common, to 1, the same."""
        short, long = self._vector(a), self._vector(b)
        if len(short) > len(long):
            short, long = long, short
        get = long.get
        return min(1.0, sum(weight * get(term, 0.0) for term, weight in short.items()))

    def mass(self, terms: Iterable[str | tuple[str, str]]) -> float:
        """How much these words and pairs tell, each counted once."""
        idf = self.idf
        return sum(idf[term] for term in terms)

    def telling(self, at: int) -> list[str | tuple[str, str]]:
        """The rarest words and pairs of a passage, rarest first."""
        idf, frequency = self.idf, self._frequency
        known = [term for term in self.terms[at] if frequency[term] <= _COMMON]
        return heapq.nsmallest(_TELLING, known, key=lambda term: (-idf[term], str(term)))


class Index:
    """An inverted index: which of some passages share telling words with a given one."""

    def __init__(self, similarity: Similarity, passages: Iterable[int]) -> None:
        self._similarity = similarity
        self._postings: dict[str | tuple[str, str], list[int]] = defaultdict(list)
        for at in passages:
            for term in similarity.terms[at]:
                self._postings[term].append(at)

    def nearest(self, at: int, count: int) -> list[int]:
        """The passages that share most with this one, at most ``count``, best first."""
        shared: dict[int, float] = defaultdict(float)
        idf = self._similarity.idf
        for term in self._similarity.telling(at):
            weight = idf[term] ** 2
            for other in self._postings.get(term, ()):
                shared[other] += weight
        floor = _FAR_BEHIND * max(shared.values(), default=0.0)
        near = [other for other, weight in shared.items() if weight >= floor]
        return heapq.nsmallest(count, near, key=lambda other: (-shared[other], other))

"""The passages that are not identical: the likeliest pairs, one to one."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Sequence

from . import evidence
from .candidates import Candidates
from .likeness import Likeness
from .pairing import Pairing
from .passages import Passage
from .surroundings import REACH, Surroundings

# Less alike than this beside the best that either could make, a pair is not even weighed.
_HOPELESS = 0.45
# A pair that is no more alike than this beside another is one of two that would do as well.
_AS_WELL = 0.02
TOSS_UP = 0.6
# Of so few passages it means nothing that none is the same.
_TRUST = 4


class Matcher:
    def __init__(
        self,
        earlier: Sequence[Passage],
        later: Sequence[Passage],
        likeness: Likeness,
        pairing: Pairing,
    ) -> None:
        self.earlier, self.later = earlier, later
        self.likeness, self.pairing = likeness, pairing
        self.candidates = Candidates(likeness, len(earlier), len(later), pairing)
        self.around = Surroundings(earlier, later, pairing)
        passages = min(len(earlier), len(later))
        self.same = math.sqrt((len(pairing.partner) + _TRUST / 2) / (passages + _TRUST))
        # Pairs that were not likely enough, and how likely they were.
        self.refused: dict[tuple[int, int], float] = {}

    def match(self, progress: Callable[[float], None]) -> None:
        """Take the best pair there is, again and again; each makes its neighbours likelier.

        Twice, because what the headings have to do with each other is learnt on the way.
        """
        self.candidates.find(progress)
        for _ in range(2):
            self.refused.clear()
            self._take_best()

    def _take_best(self) -> None:
        queue = [self._offer(i, j) for i, j in self._promising()]
        heapq.heapify(queue)
        while queue:
            negative, *_, i, j = heapq.heappop(queue)
            if not self.candidates.is_free(i, j):
                continue
            sure = self.probability(i, j)
            if sure > 1e-9 - negative:
                heapq.heappush(queue, self._offer(i, j))
                continue
            if evidence.TRACE is not None:
                evidence.TRACE("pair", i, j, self.features(i, j))
            if sure < evidence.LINK:
                self.refused[i, j] = sure
                continue
            self.pairing.add(i, j, min(sure, TOSS_UP) if self._is_toss_up(i, j) else sure)
            self.around.learn(i, j)
            for a, b in self._beside(i, j):
                heapq.heappush(queue, self._offer(a, b))

    def _offer(self, i: int, j: int) -> tuple[float, int, int, int, int]:
        """The likeliest comes first; of equals the one nearer the beginning, in either version."""
        return (-self.probability(i, j), i + j, abs(i - j), i, j)

    def _is_toss_up(self, i: int, j: int) -> bool:
        """Whether another passage that is much the same would do as well."""
        candidates = self.candidates
        least = candidates.alike[i, j] - _AS_WELL
        if candidates.by_chance(i, j) < least or self.around.neighbours(i, j):
            return False
        return any(
            candidates.alike[a, b] >= least
            for a, b in (
                *((i, b) for b in candidates.of_earlier[i] if b != j),
                *((a, j) for a in candidates.of_later[j] if a != i),
            )
            if candidates.is_free(a, b)
        )

    def _promising(self) -> list[tuple[int, int]]:
        candidates = self.candidates
        return [
            (i, j)
            for (i, j), alike in candidates.alike.items()
            if candidates.is_free(i, j) and alike >= _HOPELESS * candidates.rival(i, j)
        ]

    def _beside(self, i: int, j: int) -> list[tuple[int, int]]:
        return [
            (a, b)
            for a in range(i - REACH, i + REACH + 1)
            for b in self.candidates.of_earlier.get(a, ())
            if abs(b - j) <= REACH and self.candidates.is_free(a, b)
        ]

    def probability(self, i: int, j: int) -> float:
        """That the later passage is what became of the earlier one."""
        return evidence.probability(evidence.PAIR, self.features(i, j))

    def features(self, i: int, j: int) -> evidence.Features:
        candidates, around, at = self.candidates, self.around, len(self.earlier) + j
        masses, lengths = self.likeness.masses, self.likeness.lengths
        alike, shared = candidates.alike[i, j], candidates.shared[i, j]
        rival, chance = candidates.rival(i, j), candidates.by_chance(i, j)
        label = self.earlier[i].label
        log = evidence.log(alike)
        length = math.log2(min(64, 1 + min(lengths[i], lengths[at])))
        votes = around.votes(i, j)
        return (
            1.0,
            log,
            alike,
            shared / min(masses[i], masses[at]),
            log - evidence.log(chance),
            log - evidence.log(rival),
            max(-0.3, alike - chance),
            max(-0.3, alike - rival),
            around.neighbours(i, j),
            around.headings(i, j),
            float(label != "" and label == self.later[j].label),
            length,
            length * alike,
            candidates.kinship(alike),
            math.log2(1 + shared),
            candidates.excess,
            self.same,
            self.same * log,
            votes,
            votes * log,
            log - evidence.log(candidates.depth),
        )

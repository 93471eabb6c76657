"""The passages that are not identical: the likeliest pairs, one to one."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Sequence

from .candidates import Candidates
from .evidence import LINK, PAIR, PairEvidence, length, log, probability
from .likeness import Likeness
from .pairing import Pairing
from .passages import Passage
from .surroundings import REACH, Surroundings

# Less alike than this beside the best that either could make, a pair is not even weighed.
_HOPELESS = 0.45
# A pair that is no more alike than this beside another is one of two that would do as well.
_AS_WELL = 0.02
TOSS_UP = 0.6
# With neighbours that agree like this on both sides, there is no doubt which of them it is.
_TOLD = 1.5
# Nothing that was reworded is as sure as what an officer confirmed.
SUREST = 0.999
# The share of the work that is the finding of candidates.
_FINDING = 0.8
# Below the nearest other by so much, it makes no difference how far.
_FAR_BELOW = -0.3
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
        self.candidates.find(lambda share: progress(_FINDING * share))
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
            if sure < LINK:
                self.refused[i, j] = sure
                continue
            sure = min(TOSS_UP if self._is_toss_up(i, j) else SUREST, sure)
            self.pairing.add(i, j, round(sure, 3))
            self.around.learn(i, j)
            for a, b in self._beside(i, j):
                heapq.heappush(queue, self._offer(a, b))

    def _offer(self, i: int, j: int) -> tuple[float, int, int, int, int]:
        """The likeliest comes first; of equals the one nearer the beginning, in either version."""
        return (-self.probability(i, j), i + j, abs(i - j), i, j)

    def _is_toss_up(self, i: int, j: int) -> bool:
        """Whether another passage that is much the same would do as well, and what stands around
        it does not tell the two apart."""
        candidates = self.candidates
        least = candidates.alike[i, j] - _AS_WELL
        if candidates.by_chance(i, j) < least or self.around.neighbours(i, j) > _TOLD:
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
        return probability(PAIR, self.evidence(i, j))

    def evidence(self, i: int, j: int) -> PairEvidence:
        """What speaks for it, as things stand."""
        candidates, around, at = self.candidates, self.around, len(self.earlier) + j
        masses, lengths = self.likeness.masses, self.likeness.lengths
        alike, shared = candidates.alike[i, j], candidates.shared[i, j]
        rival, chance = candidates.rival(i, j), candidates.by_chance(i, j)
        label, in_bits = self.earlier[i].label, log(alike)
        short, votes = length(min(lengths[i], lengths[at])), around.votes(i, j)
        return PairEvidence(
            always=1.0,
            log_alike=in_bits,
            alike=alike,
            holds=shared / min(masses[i], masses[at]),
            log_above_chance=in_bits - log(chance),
            log_above_rival=in_bits - log(rival),
            above_chance=max(_FAR_BELOW, alike - chance),
            above_rival=max(_FAR_BELOW, alike - rival),
            neighbours=around.neighbours(i, j),
            headings=around.headings(i, j),
            label=float(label != "" and label == self.later[j].label),
            length=short,
            length_alike=short * alike,
            kinship=candidates.kinship(alike),
            log_shared=math.log2(1 + shared),
            excess=candidates.excess,
            same=self.same,
            same_log_alike=self.same * in_bits,
            votes=votes,
            votes_log_alike=votes * in_bits,
            log_above_depth=in_bits - log(candidates.depth),
        )

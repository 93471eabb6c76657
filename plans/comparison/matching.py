"""The passages that are not identical: the likeliest pairs, one to one."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from .pairing import Pairing
from .passages import Passage
from .similarity import Index, Similarity

# A pair needs this much likeness; less if the passages around it are paired as well, more if
# it is only a few words, of which some are shared by chance.
ENOUGH = 0.30
SHORT_ENOUGH = 0.42
SHORT = 8

# From here on a pair is taken without asking how alike any two paragraphs of these plans are;
# below, it must be more alike than those by a margin.
CLEAR = 0.55
MARGIN = 0.06

# What the surroundings add to a pair's score. The number is only a tie-break: in a plan that
# was renumbered it is wrong more often than right.
NEIGHBOUR, HEADING, LABEL = 0.07, 0.02, 0.01

_CANDIDATES = 10
_GAP = 8


class Matcher:
    def __init__(
        self,
        earlier: Sequence[Passage],
        later: Sequence[Passage],
        similarity: Similarity,
        pairing: Pairing,
    ) -> None:
        self.earlier, self.later = earlier, later
        self.similarity, self.pairing = similarity, pairing
        self.offset = len(earlier)
        self.likeness: dict[tuple[int, int], float] = {}
        self.of_earlier: dict[int, list[int]] = defaultdict(list)
        self.of_later: dict[int, list[int]] = defaultdict(list)
        self._everything: dict[int, Index] = {}
        self._nearest_of: dict[tuple[int, int], list[tuple[float, int]]] = {}

    def match(self, at_least: float = 0.0) -> None:
        """Take the best pair there is, again and again; each makes its neighbours likelier."""
        if not self.likeness:
            self._find_candidates()
        queue = [(-self._score(i, j), i, j) for i, j in self.likeness]
        heapq.heapify(queue)
        pairing = self.pairing
        while queue:
            negative, i, j = heapq.heappop(queue)
            if i in pairing.taken_earlier or j in pairing.taken_later:
                continue
            score = self._score(i, j)
            if score > -negative + 1e-9:
                heapq.heappush(queue, (-score, i, j))
                continue
            if score < at_least:
                break
            if score < self._enough(i, j) or not self._stands_out(i, j, score):
                continue
            pairing.add(i, j, self._confidence(i, j))
            for a, b in ((i - 1, j - 1), (i + 1, j + 1)):
                if (a, b) in self.likeness:
                    heapq.heappush(queue, (-self._score(a, b), a, b))

    def nearest_later(self, i: int) -> float:
        """The likeness of the nearest later passage that was considered for an earlier one."""
        return max((self.likeness[i, j] for j in self.of_earlier[i]), default=0.0)

    def nearest_earlier(self, j: int) -> float:
        """The likeness of the nearest earlier passage that was considered for a later one."""
        return max((self.likeness[i, j] for i in self.of_later[j]), default=0.0)

    def _find_candidates(self) -> None:
        taken = self.pairing
        olds = [i for i in range(len(self.earlier)) if i not in taken.taken_earlier]
        news = [j for j in range(len(self.later)) if j not in taken.taken_later]
        if not olds or not news:
            return
        index = Index(self.similarity, (self.offset + j for j in news))
        for i in olds:
            for at in index.nearest(i, _CANDIDATES):
                self._consider(i, at - self.offset)
        for i, j in self._same_gaps(olds, news):
            self._consider(i, j)

    def _consider(self, i: int, j: int) -> None:
        if (i, j) not in self.likeness:
            self.likeness[i, j] = self.similarity.cosine(i, self.offset + j)
            self.of_earlier[i].append(j)
            self.of_later[j].append(i)

    def _same_gaps(self, olds: list[int], news: list[int]) -> list[tuple[int, int]]:
        """Leftovers that stand between the same two pairs, where they are few."""
        partner, backwards = self.pairing.partner, self.pairing.backwards
        paired = sorted(backwards)
        anchors = sorted(partner)
        gaps: dict[tuple[int, int], list[int]] = defaultdict(list)
        for j in news:
            at = bisect_left(paired, j)
            before = backwards[paired[at - 1]] if at else -1
            after = backwards[paired[at]] if at < len(paired) else len(self.earlier)
            gaps[before, after].append(j)
        around: dict[tuple[int, int], list[int]] = defaultdict(list)
        for i in olds:
            at = bisect_left(anchors, i)
            before = anchors[at - 1] if at else -1
            after = anchors[at] if at < len(anchors) else len(self.earlier)
            around[before, after].append(i)
        return [
            (i, j)
            for gap, inside in around.items()
            if len(inside) <= _GAP and len(gaps.get(gap, ())) <= _GAP
            for i in inside
            for j in gaps.get(gap, ())
        ]

    def _neighbours(self, i: int, j: int) -> int:
        partner = self.pairing.partner
        return (partner.get(i - 1) == j - 1 and j > 0) + (partner.get(i + 1) == j + 1)

    def _score(self, i: int, j: int) -> float:
        old, new = self.earlier[i], self.later[j]
        return (
            self.likeness[i, j]
            + NEIGHBOUR * self._neighbours(i, j)
            + HEADING * (bool(old.heading) and old.heading[-1:] == new.heading[-1:])
            + LABEL * (old.label != "" and old.label == new.label)
        )

    def _enough(self, i: int, j: int) -> float:
        words = self.similarity.words
        short = min(len(words[i]), len(words[self.offset + j])) < SHORT
        return SHORT_ENOUGH if short else ENOUGH

    def _stands_out(self, i: int, j: int, score: float) -> bool:
        """Whether two passages are more alike than each is to others, taken ones too: plans
        repeat phrases, so that an added paragraph resembles a removed one by chance."""
        if score >= CLEAR:
            return True
        return score >= MARGIN + max(self._chance(i, j, 0), self._chance(j, i, 1))

    def _chance(self, at: int, besides: int, side: int) -> float:
        """The likeness to the nearest passage of the other version but one."""
        own, other = (0, self.offset) if side == 0 else (self.offset, 0)
        if side not in self._everything:
            size = len(self.later) if side == 0 else len(self.earlier)
            self._everything[side] = Index(self.similarity, range(other, other + size))
        if (side, at) not in self._nearest_of:
            self._nearest_of[side, at] = [
                (self.similarity.cosine(own + at, near), near - other)
                for near in self._everything[side].nearest(own + at, 4)
            ]
        return max((c for c, near in self._nearest_of[side, at] if near != besides), default=0.0)

    def _confidence(self, i: int, j: int) -> float:
        """From the likeness, and the lead over the next best pair of either passage."""
        score = self._score(i, j)
        free = self.pairing
        rivals = [
            self.likeness[i, b] for b in self.of_earlier[i] if b != j and b not in free.taken_later
        ]
        rivals += [
            self.likeness[a, j] for a in self.of_later[j] if a != i and a not in free.taken_earlier
        ]
        lead = score - max(rivals, default=0.0)
        strength = min(1.0, max(0.0, (score - 0.2) / 0.4))
        return round(min(0.99, 0.3 + 0.4 * strength + 0.29 * min(1.0, max(0.0, lead) / 0.25)), 3)

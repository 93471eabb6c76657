"""Which pairs of passages are worth a look, and how alike passages of these plans are by chance.

Two paragraphs of one version are different paragraphs, however alike. So the nearest passage of
its own version tells of each passage how alike another one is by chance; a counterpart in the
other version means something only beside that. (Matches against decoys that are known to be
false: Elias and Gygi 2007, on a different kind of search.)
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable

from .likeness import Likeness
from .pairing import Pairing

_PER_PASSAGE = 8
_DECOYS = 2
_TELL_EVERY = 100
# Two versions are taken to be of one plan until so many passages speak against it.
_TRUST = 4
# Leftovers between the same two pairs are looked at even with no rare word in common, if few.
_GAP = 3
# Of pairs that stand out from all others, the least alike ones tell how far rewording goes here.
_OUT_BY, _ABOVE_CHANCE = 0.08, 0.05
_USUAL_DEPTHS = (0.5, 0.45, 0.4)


class Candidates:
    """Pairs of an earlier and a later passage, of which at least one is not paired yet."""

    def __init__(self, likeness: Likeness, earlier: int, later: int, pairing: Pairing) -> None:
        self.likeness, self.pairing = likeness, pairing
        self.earlier, self.later = earlier, later
        # How alike the two are, the mass they share, and each one's counterparts, nearest first.
        self.alike: dict[tuple[int, int], float] = {}
        self.shared: dict[tuple[int, int], float] = {}
        self.of_earlier: dict[int, list[int]] = defaultdict(list)
        self.of_later: dict[int, list[int]] = defaultdict(list)
        # By a passage's place in both versions together: how alike the nearest of its own
        # version is, and the share of it that one of these holds.
        self.chance: dict[int, float] = defaultdict(float)
        self.held: dict[int, float] = defaultdict(float)
        self._wins: list[float] = []
        self._losses: list[float] = []
        self._kinship: dict[int, float] = {}

    def find(self, progress: Callable[[float], None]) -> None:
        olds = [i for i in range(self.earlier) if i not in self.pairing.taken_earlier]
        news = [j for j in range(self.later) if j not in self.pairing.taken_later]
        if olds or news:
            everything = [*olds, *(self.earlier + j for j in news)]
            size = self.earlier + self.later
            old_places = self.likeness.places(range(self.earlier), everything)
            new_places = self.likeness.places(range(self.earlier, size), everything)
            for done, at in enumerate(everything):
                if done % _TELL_EVERY == 0:
                    progress(done / len(everything))
                places = (old_places, new_places)
                self._look(at, *(places if at < self.earlier else reversed(places)))
            for i, j in self._same_gaps(olds, news):
                self._consider(i, j)
        self._wins.sort()
        self._losses.sort()
        for i, js in self.of_earlier.items():
            js.sort(key=lambda j, i=i: (-self.alike[i, j], j))
        for j, found in self.of_later.items():
            found.sort(key=lambda i, j=j: (-self.alike[i, j], i))
        self.depth = self._depth()
        wins, losses = len(self._wins), len(self._losses)
        self.excess = max(0.0, (wins - losses + _TRUST) / (wins + losses + _TRUST + 2))

    def is_free(self, i: int, j: int) -> bool:
        return i not in self.pairing.taken_earlier and j not in self.pairing.taken_later

    def rival(self, i: int, j: int) -> float:
        """How alike the best other pair is that either could still make.

        The passage beside is no rival: it may be the other half of one that was split.
        """
        best, alike = 0.0, self.alike
        taken_earlier, taken_later = self.pairing.taken_earlier, self.pairing.taken_later
        if i not in taken_earlier:
            for b in self.of_earlier[i]:
                if b not in taken_later and not -2 < b - j < 2:
                    best = alike[i, b]
                    break
        if j not in taken_later:
            for a in self.of_later[j]:
                if a not in taken_earlier and not -2 < a - i < 2:
                    return max(best, alike[a, j])
        return best

    def by_chance(self, i: int, j: int) -> float:
        """How alike either is to the nearest passage of its own version."""
        return max(self.chance[i], self.chance[self.earlier + j])

    def kinship(self, alike: float) -> float:
        """How far the two versions are of one plan, as seen by passages at least so alike.

        In bits: how many more of these are nearer to one of the other version than to one of
        their own. Nothing for two different plans that are written in the same phrases.
        """
        at = int(alike * 100)
        if at not in self._kinship:
            wins = len(self._wins) - bisect_left(self._wins, at / 100 - 0.02)
            losses = len(self._losses) - bisect_left(self._losses, at / 100 - 0.02)
            self._kinship[at] = math.log2((wins + _TRUST + 2) / (losses + 2))
        return self._kinship[at]

    def _look(self, at: int, own: dict[int, list[int]], other: dict[int, list[int]]) -> None:
        likeness, is_old = self.likeness, at < self.earlier
        for decoy in likeness.near(at, own, _DECOYS):
            shared = likeness.shared(at, decoy)
            alike = shared / math.sqrt(likeness.masses[at] * likeness.masses[decoy])
            self.chance[at] = max(self.chance[at], alike)
            self.held[at] = max(self.held[at], shared / likeness.masses[at])
        nearest = 0.0
        for found in likeness.near(at, other, _PER_PASSAGE):
            i, j = (at, found - self.earlier) if is_old else (found, at - self.earlier)
            nearest = max(nearest, self._consider(i, j))
        if nearest > self.chance[at]:
            self._wins.append(nearest)
        else:
            self._losses.append(self.chance[at])

    def _consider(self, i: int, j: int) -> float:
        if (i, j) in self.pairing.apart:
            return 0.0
        if (i, j) not in self.alike:
            likeness, at = self.likeness, self.earlier + j
            shared = likeness.shared(i, at)
            self.shared[i, j] = shared
            self.alike[i, j] = shared / math.sqrt(likeness.masses[i] * likeness.masses[at])
            self.of_earlier[i].append(j)
            self.of_later[j].append(i)
        return self.alike[i, j]

    def _same_gaps(self, olds: list[int], news: list[int]) -> list[tuple[int, int]]:
        """Leftovers that stand between the same two pairs, where they are few."""
        partner, backwards = self.pairing.partner, self.pairing.backwards
        old_paired, new_paired = sorted(partner), sorted(backwards)
        around: dict[tuple[int, int], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for i in olds:
            at = bisect_left(old_paired, i)
            before = old_paired[at - 1] if at else -1
            after = old_paired[at] if at < len(old_paired) else self.earlier
            around[before, after][0].append(i)
        for j in news:
            at = bisect_left(new_paired, j)
            before = backwards[new_paired[at - 1]] if at else -1
            after = backwards[new_paired[at]] if at < len(new_paired) else self.earlier
            around[before, after][1].append(j)
        return [
            (i, j)
            for left, right in around.values()
            if len(left) <= _GAP and len(right) <= _GAP
            for i in left
            for j in right
        ]

    def _depth(self) -> float:
        """How little alike even pairs are here that stand out from all others."""
        depths = list(_USUAL_DEPTHS)
        for i, js in self.of_earlier.items():
            alike = self.alike[i, js[0]]
            if (
                self.of_later[js[0]][0] == i
                and alike - self.rival(i, js[0]) >= _OUT_BY
                and alike - self.by_chance(i, js[0]) >= _ABOVE_CHANCE
            ):
                depths.append(alike)
        return sorted(depths)[len(depths) // 8]

"""What stands around two passages: whether their neighbours and headings belong together."""

from collections import Counter
from collections.abc import Sequence

from .likeness import Likeness
from .pairing import Pairing
from .passages import Passage
from .wording import bare_words

REACH = 3
# A pair next door speaks for a pair; one a little further off, less.
_BESIDE, _NEAR = 1.0, 0.6


class Surroundings:
    def __init__(
        self, earlier: Sequence[Passage], later: Sequence[Passage], pairing: Pairing
    ) -> None:
        self.earlier, self.later, self.pairing = earlier, later, pairing
        paths = list(dict.fromkeys(p.heading for p in (*earlier, *later)))
        self._path_at = {path: at for at, path in enumerate(paths)}
        self._likeness = Likeness([bare_words(" ".join(path)) for path in paths])
        self._headings: dict[tuple[int, int], float] = {}
        self._old = [self._path_at[p.heading] for p in earlier]
        self._new = [self._path_at[p.heading] for p in later]
        self._voters: Counter[tuple[int, int]] = Counter()
        self._votes: Counter[tuple[int, int]] = Counter()
        for i, j in pairing.partner.items():
            self.learn(i, j)

    def learn(self, i: int, j: int) -> None:
        """Take note that two passages are a pair: their headings seem to belong together."""
        old, new = self._old[i], self._new[j]
        self._votes[old, new] += 1
        self._voters[0, old] += 1
        self._voters[1, new] += 1

    def votes(self, i: int, j: int) -> float:
        """The share of the pairs under either heading that are under the other too."""
        old, new = self._old[i], self._new[j]
        if not self.earlier[i].heading or not self.later[j].heading:
            return 0.0
        found = self._votes.get((old, new), 0)
        if not found:
            return 0.0
        return found / (1 + min(self._voters[0, old], self._voters[1, new]))

    def headings(self, i: int, j: int) -> float:
        """How alike the headings are."""
        pair = (self._old[i], self._new[j])
        if pair not in self._headings:
            self._headings[pair] = self._likeness.cosine(*pair)
        return self._headings[pair]

    def neighbours(self, i: int, j: int) -> float:
        """How far the nearest pairs before and after agree that these two belong together.

        From 0 to 2, seen from the earlier version and from the later one alike.
        """
        pairing = self.pairing
        return (_agree(pairing.partner, i, j) + _agree(pairing.backwards, j, i)) / 2


def _agree(partner: dict[int, int], here: int, there: int) -> float:
    total = 0.0
    for way in (-1, 1):
        for step in range(1, REACH + 1):
            other = partner.get(here + way * step)
            if other is None:
                continue
            distance = (other - there) * way
            if step == distance == 1:
                total += _BESIDE
            elif 0 < distance <= REACH:
                total += _NEAR
            break
    return total

"""Which earlier passage became which later one, as it is worked out."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .passages import Confirmed


@dataclass(slots=True)
class Group:
    """One or several earlier passages that became one or several later ones."""

    earlier: tuple[int, ...]
    later: tuple[int, ...]
    confidence: float
    confirmed: bool = False


@dataclass(slots=True)
class Pairing:
    """Pairs one to one, and what is spoken for otherwise (confirmed by an officer)."""

    partner: dict[int, int] = field(default_factory=dict)
    backwards: dict[int, int] = field(default_factory=dict)
    confidence: dict[int, float] = field(default_factory=dict)
    taken_earlier: set[int] = field(default_factory=set)
    taken_later: set[int] = field(default_factory=set)
    confirmed: list[Group] = field(default_factory=list)
    apart: frozenset[tuple[int, int]] = frozenset()

    def may_join(self, i: int, j: int) -> bool:
        """Whether both are free and no officer said that they are not the same."""
        return (
            i not in self.taken_earlier and j not in self.taken_later and (i, j) not in self.apart
        )

    def add(self, i: int, j: int, confidence: float) -> None:
        self.partner[i] = j
        self.backwards[j] = i
        self.confidence[i] = confidence
        self.taken_earlier.add(i)
        self.taken_later.add(j)

    def confirm(self, links: Iterable[Confirmed], earlier: int, later: int) -> None:
        """Take over what an officer confirmed. Raises ValueError if it contradicts itself."""
        for link in links:
            olds, news = (tuple(sorted(side)) for side in link)
            if not olds and not news:
                raise ValueError("A confirmed link names no passage.")
            if any(not 0 <= i < earlier for i in olds) or any(not 0 <= j < later for j in news):
                raise ValueError("A confirmed link names a passage that does not exist.")
            if self.taken_earlier.intersection(olds) or self.taken_later.intersection(news):
                raise ValueError("Two confirmed links name the same passage.")
            self.taken_earlier.update(olds)
            self.taken_later.update(news)
            self.confirmed.append(Group(olds, news, 1.0, confirmed=True))
            if len(olds) == 1 and len(news) == 1:
                # Its neighbours may lean on it like on any other pair.
                self.partner[olds[0]] = news[0]
                self.backwards[news[0]] = olds[0]

    def groups(self) -> list[Group]:
        found = [
            Group((i,), (j,), self.confidence[i])
            for i, j in self.partner.items()
            if i in self.confidence
        ]
        return self.confirmed + found

"""What kind of change a link between earlier and later passages is."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence

from plans import labels

from .pairing import Group
from .passages import Change, Kind, Passage
from .wording import masked, plain, whole_number

# Below this an officer should look.
REVIEW = 0.85


class Classifier:
    def __init__(
        self,
        earlier: Sequence[Passage],
        later: Sequence[Passage],
        groups: Sequence[Group],
    ) -> None:
        self.earlier, self.later, self.groups = earlier, later, groups
        self.numbers = (numbers(earlier), numbers(later))
        self.became = self._became()
        self.displaced = displaced(groups, [len(p.text) for p in earlier])

    def linked(self, review: Sequence[bool] | None = None) -> list[Change]:
        """The groups as changes; whether to look at each, unless that is said, by confidence."""
        looks = review or [not g.confirmed and g.confidence < REVIEW for g in self.groups]
        return [
            self._change(at, group, look)
            for at, (group, look) in enumerate(zip(self.groups, looks, strict=True))
        ]

    def _change(self, at: int, group: Group, review: bool) -> Change:
        moved = at in self.displaced
        words_changed = not self._same_words(group)
        return Change(
            self._kind(group, moved, words_changed),
            group.earlier,
            group.later,
            group.confidence,
            review=review,
            moved=moved,
            words_changed=words_changed,
        )

    def _kind(self, group: Group, moved: bool, words_changed: bool) -> Kind:
        if not group.earlier:
            return "added"
        if not group.later:
            return "removed"
        if len(group.later) > len(group.earlier):
            return "split"
        if len(group.earlier) > 1:
            return "merged"
        if words_changed:
            return "reworded"
        if moved:
            return "moved"
        old, new = self.earlier[group.earlier[0]], self.later[group.later[0]]
        return "unchanged" if labels.key(old.label) == labels.key(new.label) else "renumbered"

    def _same_words(self, group: Group) -> bool:
        """Word for word, save that references follow what they refer to when it is renumbered."""
        old = " ".join(self.earlier[i].text for i in group.earlier)
        new = " ".join(self.later[j].text for j in group.later)
        if old == new:
            return bool(group.earlier and group.later)
        if plain(old) == plain(new):
            return bool(group.earlier and group.later)
        old_text, old_numbers = masked(old, self.numbers[0])
        new_text, new_numbers = masked(new, self.numbers[1])
        return old_text == new_text and all(
            labels.key(b) in self._stands_at(a)
            for a, b in zip(old_numbers, new_numbers, strict=True)
        )

    def _stands_at(self, label: str) -> set[tuple[str, ...]]:
        """The labels at which what a reference names is found in the later version."""
        return self.became.get(labels.key(label), {labels.key(label)})

    def _became(self) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
        """For each label of the earlier version, the labels its paragraph has in the later."""
        became: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for group in self.groups:
            for i in group.earlier:
                for j in group.later:
                    old, new = self.earlier[i].label, self.later[j].label
                    became[labels.key(old)].add(labels.key(new))
                    became[(whole_number(old),)].add((whole_number(new),))
        return became


def numbers(passages: Sequence[Passage]) -> set[str]:
    """The whole numbers that a plan's labels use, and those of the sections they stand in."""
    found = {whole_number(p.label) for p in passages}
    for number in list(found):
        parts = number.split(".")
        found.update(".".join(parts[:length]) for length in range(1, len(parts)))
    return found - {""}


def displaced(groups: Sequence[Group], weights: Sequence[int]) -> set[int]:
    """The groups that stand elsewhere: those off the heaviest chain that keeps its order.

    The chain holds as many passages as it can, and of equally many the longer ones, so that
    when two change places the smaller one is said to have moved.
    """
    placed = sorted(
        (min(g.earlier), min(g.later), at) for at, g in enumerate(groups) if g.earlier and g.later
    )
    return {at for *_, at in placed} - _heaviest_chain(
        [(later, at) for _, later, at in placed],
        lambda at: 1_000_000 + min(999, sum(weights[i] for i in groups[at].earlier)),
    )


def _heaviest_chain(items: list[tuple[int, int]], weight: Callable[[int], int]) -> set[int]:
    """Of (position, name) in order, the names of the heaviest chain of rising positions.

    A Fenwick tree holds the heaviest chain that ends at or before each position: n log n.
    """
    ranks = sorted(position for position, _ in items)
    tree: list[tuple[int, int]] = [(0, -1)] * (len(items) + 1)
    before: list[int] = []
    best = (0, -1)
    for order, (position, name) in enumerate(items):
        rank = bisect_left(ranks, position)
        heaviest = (0, -1)
        at = rank
        while at > 0:
            heaviest = max(heaviest, tree[at], key=lambda chain: chain[0])
            at -= at & -at
        before.append(heaviest[1])
        chain = (heaviest[0] + weight(name), order)
        at = rank + 1
        while at <= len(items):
            if chain[0] > tree[at][0]:
                tree[at] = chain
            at += at & -at
        best = max(best, chain, key=lambda chain: chain[0])
    names: set[int] = set()
    order = best[1]
    while order >= 0:
        names.add(items[order][1])
        order = before[order]
    return names

"""Two comparisons made into one: from the first version over the second to the third.

    compose(first, second, earlier, later)

Links compose like relations: what became of a passage of the middle version is what became of
those it came from. The parts that hang together are found by union and find (Tarjan 1975), over
the middle passages that changes of either step share. So composing is associative in its
links and kinds: of three steps it is the same which two are composed first, and any number can
be reduced. Not in its confidences, of which each composing takes the least.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .classify import Classifier
from .order import in_order
from .pairing import Group
from .passages import Change, Passage

# Of so many passages that hang together an officer should look at what became of which.
_LARGE = 6


def compose(
    first: Sequence[Change],
    second: Sequence[Change],
    earlier: Sequence[Passage],
    later: Sequence[Passage],
) -> list[Change]:
    """What became of each passage of ``earlier`` in ``later``.

    ``first`` leads from ``earlier`` to the version between, ``second`` from there to ``later``;
    every passage is in exactly one change of each. What was added and removed again in between
    is left out; what was added and then split is one change, as is what was merged and then
    removed. The kinds are by the texts at both ends: reworded there and back is unchanged. A
    confidence is the product of the two steps'; where either asked for a review, or much hangs
    together, so does the whole. Raises ValueError if the two do not meet in one version.
    """
    groups = []
    for one, two in _hanging_together(first, second):
        group = Group(
            tuple(sorted(i for change in one for i in change.earlier)),
            tuple(sorted(j for change in two for j in change.later)),
            round(_least(one) * _least(two), 3),
        )
        if group.earlier or group.later:
            look = any(change.review for change in (*one, *two)) or _is_tangled(group)
            groups.append((group, look))
    classifier = Classifier(earlier, later, [group for group, _ in groups])
    changes = classifier.linked(review=[look for _, look in groups])
    return in_order(changes)


def _hanging_together(
    first: Sequence[Change], second: Sequence[Change]
) -> Iterable[tuple[list[Change], list[Change]]]:
    came_from = {k: at for at, change in enumerate(first) for k in change.later}
    went_to = {k: len(first) + at for at, change in enumerate(second) for k in change.earlier}
    if came_from.keys() != went_to.keys():
        raise ValueError("The two comparisons do not meet in one version.")
    leader = list(range(len(first) + len(second)))

    def find(at: int) -> int:
        while leader[at] != at:
            leader[at] = at = leader[leader[at]]
        return at

    for k, at in came_from.items():
        leader[find(went_to[k])] = find(at)
    parts: dict[int, tuple[list[Change], list[Change]]] = defaultdict(lambda: ([], []))
    for at, change in enumerate((*first, *second)):
        parts[find(at)][at >= len(first)].append(change)
    return parts.values()


def _least(changes: Iterable[Change]) -> float:
    return min((change.confidence for change in changes), default=1.0)


def _is_tangled(group: Group) -> bool:
    """Whether it can be doubted which of several passages became which."""
    old, new = len(group.earlier), len(group.later)
    return (old > 1 and new > 1) or old + new > _LARGE

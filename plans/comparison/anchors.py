"""Passages that are word for word the same: the fixed points of a comparison."""

from collections import defaultdict
from collections.abc import Hashable, Sequence

from .pairing import Pairing
from .passages import Passage

# How sure one is of texts that occur once in each version, of repeated ones that stand beside
# such a text, and of repeated ones of which only the order tells which is which.
UNIQUE, BESIDE, IN_ORDER = 1.0, 0.95, 0.85
UNCERTAIN = 0.6


def anchor(
    earlier: Sequence[Passage], later: Sequence[Passage], keys: Sequence[str], pairing: Pairing
) -> None:
    """Pair what is identical. ``keys`` are the loose texts, all earlier ones first."""
    before, after = keys[: len(earlier)], keys[len(earlier) :]
    places = _places(before, after, pairing)
    for key, (olds, news) in places.items():
        if key and len(olds) == 1 and len(news) == 1 and pairing.may_join(olds[0], news[0]):
            pairing.add(olds[0], news[0], UNIQUE)
    _grow(before, after, pairing)
    for olds, news in _places(before, after, pairing).values():
        if olds and news:
            _repeated(earlier, later, olds, news, pairing)


def _places(
    before: Sequence[str], after: Sequence[str], pairing: Pairing
) -> dict[str, tuple[list[int], list[int]]]:
    places: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i, key in enumerate(before):
        if i not in pairing.taken_earlier:
            places[key][0].append(i)
    for j, key in enumerate(after):
        if j not in pairing.taken_later:
            places[key][1].append(j)
    return places


def _grow(before: Sequence[str], after: Sequence[str], pairing: Pairing) -> None:
    """From each pair to its neighbours, as long as these are the same too."""
    waiting = sorted(pairing.partner.items())
    while waiting:
        i, j = waiting.pop()
        for step in (1, -1):
            a, b = i + step, j + step
            if not (0 <= a < len(before) and 0 <= b < len(after)) or before[a] != after[b]:
                continue
            if before[a] and pairing.may_join(a, b):
                pairing.add(a, b, BESIDE)
                waiting.append((a, b))


def _repeated(
    earlier: Sequence[Passage],
    later: Sequence[Passage],
    olds: list[int],
    news: list[int],
    pairing: Pairing,
) -> None:
    """Repeated texts: those with the same heading and label, the same heading, then in order."""
    as_many = len(olds) == len(news)
    for kind, sure in (
        (lambda p: p.label and (p.label, p.heading), IN_ORDER),
        (lambda p: (p.heading,), IN_ORDER),
        (lambda p: True if p.text.strip() else p.label or None, UNCERTAIN),
    ):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for j in reversed(news):
            waiting[kind(later[j])].append(j)
        for i in olds:
            alike = waiting.get(kind(earlier[i])) if kind(earlier[i]) else None
            # Those an officer keeps apart are few: the last that is not one of them.
            at = next((n for n in _backwards(alike) if pairing.may_join(i, alike[n])), None)
            if at is not None:
                pairing.add(i, alike.pop(at), sure if as_many else UNCERTAIN)
        olds = [i for i in olds if i not in pairing.taken_earlier]
        news = [j for j in news if j not in pairing.taken_later]


def _backwards(places: Sequence[int] | None) -> range:
    return range(len(places or ()) - 1, -1, -1)

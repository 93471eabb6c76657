"""What became of each paragraph between two versions of a plan.

    changes = compare(earlier, later)

Numbers are no help: one insertion renumbers all that follows. The steps, each a module:

1. ``wording``: what is overlooked (typography; references to renumbered paragraphs).
2. ``anchors``: texts that are word for word the same are paired.
3. ``similarity`` and ``matching``: the rest by likeness, one to one, best pairs first.
4. ``splits``: leftovers that are a piece of a paired paragraph.
5. ``classify``: what kind of change each link is.

Plain values in and out; no Django. The same input gives the same answer.
"""

from collections.abc import Iterable, Sequence

from .anchors import anchor
from .classify import Classifier, numbers
from .matching import ENOUGH, Matcher
from .pairing import Pairing
from .passages import Change, Confirmed, Kind, Passage
from .similarity import Similarity
from .splits import split_and_merge
from .wording import bare_words, masked

__all__ = ["Change", "Confirmed", "Kind", "Passage", "compare"]


def compare(
    earlier: Sequence[Passage],
    later: Sequence[Passage],
    *,
    confirmed: Iterable[Confirmed] = (),
) -> list[Change]:
    """Every passage of both versions in exactly one change.

    In the order of the later version, each removed passage after what stood before it.
    ``confirmed`` links are taken as they are; ValueError if they name a passage twice or one
    that does not exist.
    """
    pairing = Pairing()
    pairing.confirm(confirmed, len(earlier), len(later))
    texts = _words(earlier) + _words(later)
    anchor(earlier, later, [" ".join(text) for text in texts], pairing)
    similarity = Similarity(texts)
    matcher = Matcher(earlier, later, similarity, pairing)
    matcher.match()
    groups = split_and_merge(len(earlier), len(later), similarity, pairing)
    changes = Classifier(earlier, later, groups).linked()
    return _in_order(changes + _unlinked(changes, matcher))


def _words(passages: Sequence[Passage]) -> list[list[str]]:
    known = numbers(passages)
    return [bare_words(masked(passage.text, known)[0]) for passage in passages]


def _unlinked(changes: Sequence[Change], matcher: Matcher) -> list[Change]:
    """What has no counterpart; the nearer it came to having one, the less sure that is."""
    linked_earlier = {i for change in changes for i in change.earlier}
    linked_later = {j for change in changes for j in change.later}
    rest = []
    for i in range(len(matcher.earlier)):
        if i not in linked_earlier:
            sure, look = _alone(matcher.nearest_later(i))
            rest.append(Change("removed", (i,), (), sure, look, words_changed=True))
    for j in range(len(matcher.later)):
        if j not in linked_later:
            sure, look = _alone(matcher.nearest_earlier(j))
            rest.append(Change("added", (), (j,), sure, look, words_changed=True))
    return rest


def _alone(nearest: float) -> tuple[float, bool]:
    return round(max(0.3, 1 - nearest), 3), nearest >= ENOUGH * 0.9


def _in_order(changes: list[Change]) -> list[Change]:
    """By place in the later version; what was removed follows what it used to follow."""
    place_of = {i: change.later[0] for change in changes for i in change.earlier if change.later}

    def place(change: Change) -> tuple[int, int, int]:
        if change.later:
            return (change.later[0], 0, 0)
        before = change.earlier[0]
        while before >= 0 and before not in place_of:
            before -= 1
        return (place_of.get(before, -1), 1, change.earlier[0])

    return sorted(changes, key=place)

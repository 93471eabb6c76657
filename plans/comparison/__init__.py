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

from collections.abc import Callable, Iterable, Sequence

from .anchors import anchor
from .chain import compose
from .classify import Classifier, numbers
from .matching import Matcher
from .order import in_order
from .pairing import Pairing
from .passages import Change, Confirmed, Kind, Passage
from .likeness import Likeness
from .splits import split_and_merge
from .wording import bare_words, masked

ALONE = 0.1
__all__ = ["Change", "Confirmed", "Kind", "Passage", "compare", "compose"]


def compare(
    earlier: Sequence[Passage],
    later: Sequence[Passage],
    *,
    confirmed: Iterable[Confirmed] = (),
    apart: Iterable[tuple[int, int]] = (),
    progress: Callable[[float], None] | None = None,
) -> list[Change]:
    """Every passage of both versions in exactly one change.

    In the order of the later version, each removed passage after what stood before it.
    ``confirmed`` links are taken as they are; ValueError if they name a passage twice or one
    that does not exist.
    """
    pairing = Pairing(apart=frozenset(apart))
    tell = progress or (lambda share: None)
    pairing.confirm(confirmed, len(earlier), len(later))
    texts = _words(earlier) + _words(later)
    anchor(earlier, later, [" ".join(text) for text in texts], pairing)
    matcher = Matcher(earlier, later, Likeness(texts), pairing)
    matcher.match(tell)
    groups = split_and_merge(matcher)
    changes = Classifier(earlier, later, groups).linked()
    tell(1.0)
    return in_order(changes + _unlinked(changes, matcher))


def _words(passages: Sequence[Passage]) -> list[list[str]]:
    known = numbers(passages)
    return [bare_words(masked(passage.text, known)[0]) for passage in passages]


def _unlinked(changes: Sequence[Change], matcher: Matcher) -> list[Change]:
    """What has no counterpart; the nearer it came to having one, the less sure that is."""
    linked_earlier = {i for change in changes for i in change.earlier}
    linked_later = {j for change in changes for j in change.later}
    gone: dict[int, float] = {}
    come: dict[int, float] = {}
    for (i, j), chance in matcher.refused.items():
        gone[i] = max(gone.get(i, 0.0), chance)
        come[j] = max(come.get(j, 0.0), chance)
    rest = []
    for i in range(len(matcher.earlier)):
        if i not in linked_earlier:
            sure, look = _alone(gone.get(i, 0.0))
            rest.append(Change("removed", (i,), (), sure, look, words_changed=True))
    for j in range(len(matcher.later)):
        if j not in linked_later:
            sure, look = _alone(come.get(j, 0.0))
            rest.append(Change("added", (), (j,), sure, look, words_changed=True))
    return rest


def _alone(chance: float) -> tuple[float, bool]:
    return round(1 - chance, 3), chance >= ALONE

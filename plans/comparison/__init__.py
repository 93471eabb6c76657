"""What became of each paragraph between two versions of a plan.

    changes = compare(earlier, later)
    changes = compose(changes, compare(later, latest), earlier, latest)

Numbers are no help: one insertion renumbers all that follows. The steps, each a module:

1. ``wording``: what is overlooked (typography; references to renumbered paragraphs).
2. ``anchors``: texts that are word for word the same are paired.
3. ``likeness``: how alike two of the others are, by the words they share and what these tell;
   ``candidates``: which pairs are worth a look, and how alike passages are here by chance.
4. ``matching``: the likeliest pairs, one to one, best first, by that likeness and by what stands
   around them (``surroundings``), weighed into a probability (``evidence``).
5. ``splits``: leftovers that are a piece of a paired passage.
6. ``classify``: what kind of change each link is; ``order``: as they are read.

``chain`` makes two comparisons into one; ``words`` says which words of a passage changed. Plain
values in and out; no Django. The same input gives the same answer; the two versions the other
way round give nearly the same links mirrored. Time grows with the number of passages, not with
its square.
"""

from collections.abc import Callable, Iterable, Sequence

from .anchors import anchor
from .chain import compose
from .classify import Classifier, numbers
from .likeness import Likeness
from .matching import Matcher
from .order import in_order
from .pairing import Pairing
from .passages import Change, Confirmed, Kind, Passage
from .splits import split_and_merge
from .wording import bare_words, masked

__all__ = ["Change", "Confirmed", "Kind", "Passage", "compare", "compose"]

# A passage without counterpart is looked at where it was so likely to have one. It is less than
# the doubt allowed of a link: what was never found is what people do not look for.
ALMOST = 0.05


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
    that does not exist. The pairs ``apart``, of an earlier and a later passage, are not linked,
    unless they are confirmed. ``progress`` is told now and then what share of the work is done.
    """
    pairing = Pairing(apart=frozenset(apart))
    pairing.confirm(confirmed, len(earlier), len(later))
    texts = _words(earlier) + _words(later)
    anchor(earlier, later, [" ".join(text) for text in texts], pairing)
    matcher = Matcher(earlier, later, Likeness(texts, len(earlier)), pairing)
    matcher.match(progress or _tell_no_one)
    groups = split_and_merge(matcher)
    changes = Classifier(earlier, later, groups).linked()
    changes = in_order(changes + _unlinked(changes, matcher))
    if progress:
        progress(1.0)
    return changes


def _tell_no_one(share: float) -> None:
    """In place of a progress that no one asked for."""


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
    return round(1 - chance, 3), chance >= ALMOST

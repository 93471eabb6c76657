"""Which paragraph became which, followed through every commit between two versions.

Between two commits little changes, so that there is hardly a doubt about which paragraph is which
even where nothing but the whole chain tells that two wordings are of one paragraph. It is not the
product's way of comparing: it sees only what stands in the same place of two neighbouring commits.

In one step, paragraphs are the same whose text is. Where some were replaced by others, they are
paired one to one, the likest first, if they share two fifths of their words (Dice); then, with
three fifths, what went in one place and came in another. What is still left over is a piece of a
changed paragraph, or has one for its piece, if four fifths of its words are there that the pair
does not account for. Last of all, what was taken out and put back word for word in between.

What one commit both moved and rewrote is not followed: a comparison that finds it is held wrong.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product

Link = tuple[int, int]

SAME, MOVED, CONTAINED = 0.4, 0.6, 0.8
_FEWEST_WORDS = 5


def follow(versions: Iterable[Sequence[str]]) -> set[Link]:
    """Links from the first version's paragraphs to the last one's."""
    versions = iter(versions)
    first = now = list(next(versions))
    links = {(i, i) for i in range(len(now))}
    for following in versions:
        links = joined(links, step(now, following))
        now = following
    return links | _put_back(first, now, links)


def joined(first: set[Link], second: set[Link]) -> set[Link]:
    """Links over two steps."""
    onward: dict[int, list[int]] = defaultdict(list)
    for j, k in second:
        onward[j].append(k)
    return {(i, k) for i, j in first for k in onward[j]}


def step(old: Sequence[str], new: Sequence[str]) -> set[Link]:
    """Links over one commit."""
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    links = {(at, at) for at in range(start)}
    links |= {(len(old) - at, len(new) - at) for at in range(1, end + 1)}
    olds: list[int] = []
    news: list[int] = []
    pairs: dict[int, int] = {}
    middle = old[start : len(old) - end], new[start : len(new) - end]
    for what, *ends in SequenceMatcher(None, *middle, autojunk=False).get_opcodes():
        a, b, c, d = (at + start for at in ends)
        if what == "equal":
            links.update(zip(range(a, b), range(c, d), strict=True))
            continue
        pairs |= _likest(old, new, product(range(a, b), range(c, d)), SAME)
        olds += range(a, b)
        news += range(c, d)
    taken = set(pairs.values())
    left = [i for i in olds if i not in pairs], [j for j in news if j not in taken]
    pairs |= _likest(old, new, product(*left), MOVED)
    return links | set(pairs.items()) | _pieces(old, new, olds, news, pairs)


def _pieces(
    old: Sequence[str],
    new: Sequence[str],
    olds: Iterable[int],
    news: Iterable[int],
    pairs: Mapping[int, int],
) -> set[Link]:
    """New pieces of changed old paragraphs, and old pieces of changed new ones."""
    backwards = {j: i for i, j in pairs.items()}
    links = set()
    for i, j in product(olds, news):
        one, other = _words(old[i]), _words(new[j])
        if i in pairs and j not in backwards:
            piece, rest = other, one - _words(new[pairs[i]])
        elif j in backwards and i not in pairs:
            piece, rest = one, other - _words(old[backwards[j]])
        else:
            continue
        size = piece.total()
        if size >= _FEWEST_WORDS and (piece & rest).total() >= CONTAINED * size:
            links.add((i, j))
    return links


def _likest(
    old: Sequence[str], new: Sequence[str], pairs: Iterable[Link], least: float
) -> dict[int, int]:
    """One to one, by the share of words in common, down to the least."""
    offers = []
    for i, j in pairs:
        dice = _dice(_words(old[i]), _words(new[j]))
        # Few words are shared by chance, unless they stand in the same place or are the same.
        short = least == MOVED and _words(old[i]).total() < _FEWEST_WORDS
        if dice >= (1 if short else least):
            offers.append((-dice, abs(i - j), i, j))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(offers):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _dice(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)


@lru_cache(maxsize=20_000)
def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.lower()))


def _put_back(first: Sequence[str], last: Sequence[str], links: set[Link]) -> set[Link]:
    taken = {i for i, _ in links}, {j for _, j in links}
    before, after = Counter(first), Counter(last)
    places = {text: j for j, text in enumerate(last) if j not in taken[1]}
    return {
        (i, places[text])
        for i, text in enumerate(first)
        if i not in taken[0] and text in places and before[text] == after[text] == 1
    }

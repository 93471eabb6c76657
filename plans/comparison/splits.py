"""One paragraph made into several, and several into one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .pairing import Group, Pairing
from .similarity import Index, Similarity

# The share of a leftover's words (by what they tell) that the other side must contain, and the
# share that it must contain beyond what its present partner explains. Pieces of one paragraph
# mostly stand together: beside the partner less is asked.
SHARE, SHARE_BESIDE = 0.55, 0.40
BEYOND, BEYOND_BESIDE = 0.35, 0.22
# A single piece that is left of a paragraph is that paragraph, cut down.
REMNANT_SHARE, REMNANT_SIZE = 0.7, 0.25
_CANDIDATES = 6
_FEWEST_WORDS = 4


def split_and_merge(
    earlier: int, later: int, similarity: Similarity, pairing: Pairing
) -> list[Group]:
    """All groups: the pairs, and with them the leftovers that are a piece of one side."""
    groups = [g for g in pairing.groups() if not g.confirmed]
    olds = [i for i in range(earlier) if i not in pairing.taken_earlier]
    news = [j for j in range(later) if j not in pairing.taken_later]
    forward = _Side(similarity, earlier_at=0, later_at=earlier)
    closed = {i for g in pairing.confirmed for i in g.earlier}
    closed_later = {j for g in pairing.confirmed for j in g.later}
    splits = _assign(forward, groups, news, olds, range(earlier), closed)
    # A merge is a split read backwards.
    mirrored = [Group(g.later, g.earlier, g.confidence) for g in splits]
    used = {j for g in splits for j in g.later}
    unused = {i for g in splits for i in g.earlier}
    olds = [i for i in olds if i not in unused]
    news = [j for j in news if j not in used]
    backward = _Side(similarity, earlier_at=earlier, later_at=0)
    merges = _assign(backward, mirrored, olds, news, range(later), closed_later)
    return pairing.confirmed + [Group(g.later, g.earlier, g.confidence) for g in merges]


class _Side:
    """Looks passages up from whole to pieces; for merges the two versions change places."""

    def __init__(self, similarity: Similarity, *, earlier_at: int, later_at: int) -> None:
        self.similarity = similarity
        self.whole_at, self.piece_at = earlier_at, later_at

    def whole(self, at: int) -> set:
        return set(self.similarity.terms[self.whole_at + at])

    def piece(self, at: int) -> set:
        return set(self.similarity.terms[self.piece_at + at])

    def length(self, at: int) -> int:
        return len(self.similarity.words[self.piece_at + at])

    def mass(self, terms: Iterable) -> float:
        return self.similarity.mass(terms)


def _assign(
    side: _Side,
    groups: list[Group],
    pieces: Sequence[int],
    free: Sequence[int],
    wholes: Iterable[int],
    closed: set[int],
) -> list[Group]:
    """Give each leftover piece to the whole that contains most of it, the surest first."""
    # Only a whole that stands alone in its group can be taken apart.
    group_of = {g.earlier[0]: g for g in groups if len(g.earlier) == 1}
    blocked = closed | {i for g in groups if len(g.earlier) > 1 for i in g.earlier}
    open_to = [i for i in wholes if i not in blocked and (i in group_of or i in free)]
    if not pieces or not open_to:
        return groups
    index = Index(side.similarity, (side.whole_at + i for i in open_to))
    offers = []
    for piece in pieces:
        if side.length(piece) < _FEWEST_WORDS:
            continue
        for at in index.nearest(side.piece_at + piece, _CANDIDATES):
            offer = _offer(side, piece, at - side.whole_at, group_of)
            if offer:
                offers.append((-offer, piece, at - side.whole_at))
    given: set[int] = set()
    for negative, piece, whole in sorted(offers):
        if piece in given or not _offer(side, piece, whole, group_of):
            continue
        given.add(piece)
        if whole in group_of:
            group = group_of[whole]
            group.later = tuple(sorted((*group.later, piece)))
            group.confidence = min(group.confidence, _confidence(-negative))
        else:
            group_of[whole] = Group((whole,), (piece,), _confidence(-negative))
            groups.append(group_of[whole])
    # A whole that was free and found a single small piece has not become that piece.
    return [g for g in groups if not _too_little(side, g, given)]


def _offer(side: _Side, piece: int, whole: int, group_of: dict[int, Group]) -> float:
    """The share of the piece that the whole accounts for, or 0 if that is not enough."""
    terms, of_whole = side.piece(piece), side.whole(whole)
    mass = side.mass(terms) or 1.0
    shared = terms & of_whole
    share = side.mass(shared) / mass
    group = group_of.get(whole)
    if group is None:
        return share if share >= SHARE else 0.0
    explained = set().union(*(side.piece(other) for other in group.later))
    beyond = side.mass(shared - explained) / mass
    beside = any(abs(other - piece) == 1 for other in group.later)
    enough = share >= (SHARE_BESIDE if beside else SHARE) and beyond >= (
        BEYOND_BESIDE if beside else BEYOND
    )
    return share if enough else 0.0


def _too_little(side: _Side, group: Group, given: set[int]) -> bool:
    if len(group.later) > 1 or group.later[0] not in given:
        return False
    piece, whole = side.piece(group.later[0]), side.whole(group.earlier[0])
    shared = side.mass(piece & whole)
    return shared < REMNANT_SHARE * side.mass(piece) or shared < REMNANT_SIZE * side.mass(whole)


def _confidence(share: float) -> float:
    return round(min(0.95, 0.35 + 0.65 * share), 3)

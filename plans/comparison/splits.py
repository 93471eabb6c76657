"""One paragraph made into several, and several into one."""

from __future__ import annotations

import math

from . import evidence
from .matching import Matcher
from .pairing import Group


# What of a piece its whole must hold beyond what became of that otherwise.
_BEYOND = 0.1


def split_and_merge(matcher: Matcher) -> list[Group]:
    """All groups: the pairs, and with them the leftovers that are a piece of one side."""
    pairing = matcher.pairing
    groups = [g for g in pairing.groups() if not g.confirmed]
    of_earlier = {g.earlier[0]: g for g in groups}
    of_later = {g.later[0]: g for g in groups}
    joiner = Joiner(matcher, of_earlier, of_later)
    queue = sorted(joiner.offers(), key=lambda o: (-o[0], o[2] + o[3], abs(o[2] - o[3]), o[2]))
    for sure, is_new, piece, whole in queue:
        joiner.take(sure, is_new, piece, whole)
    return pairing.confirmed + groups


class Joiner:
    def __init__(
        self, matcher: Matcher, of_earlier: dict[int, Group], of_later: dict[int, Group]
    ) -> None:
        self.matcher, self.likeness = matcher, matcher.likeness
        self.of_earlier, self.of_later = of_earlier, of_later
        # How likely a leftover came near to be one with another passage, on its own.
        self.elsewhere: tuple[dict[int, float], dict[int, float]] = ({}, {})
        for (i, j), sure in matcher.refused.items():
            for side, at in zip(self.elsewhere, (i, j), strict=True):
                side[at] = max(side.get(at, 0.0), sure)

    def offers(self) -> list[tuple[float, bool, int, int]]:
        matcher, found = self.matcher, []
        for i, j in matcher.candidates.shared:
            old_taken, new_taken = (
                i in matcher.pairing.taken_earlier,
                j in matcher.pairing.taken_later,
            )
            if old_taken == new_taken:
                continue
            piece, whole = (j, i) if old_taken else (i, j)
            sure = self.probability(old_taken, piece, whole)
            if sure > evidence.WORTH:
                found.append((sure, old_taken, piece, whole))
        return found

    def _group(self, is_new: bool, whole: int) -> Group | None:
        group = (self.of_earlier if is_new else self.of_later).get(whole)
        if group is None:
            return None
        side = group.earlier if is_new else group.later
        return group if len(side) == 1 else None

    def features(self, is_new: bool, piece: int, whole: int) -> evidence.Features | None:
        group = self._group(is_new, whole)
        if group is None:
            return None
        matcher, likeness = self.matcher, self.likeness
        offset = len(matcher.earlier)
        at, of = (offset + piece, whole) if is_new else (piece, offset + whole)
        partners = group.later if is_new else group.earlier
        explained: frozenset[int] = frozenset().union(
            *(likeness.terms[offset + p if is_new else p] for p in partners)
        )
        terms, of_whole = likeness.terms[at], likeness.terms[of]
        common = terms & of_whole
        mass = likeness.masses[at]
        share = likeness.mass(common) / mass
        gain = likeness.mass(common - explained)
        left = likeness.mass(of_whole - explained) or 1.0
        if gain < _BEYOND * mass:
            return None
        beside = 1 / min(abs(p - piece) for p in partners)
        held = matcher.candidates.held[at]
        return (
            1.0,
            share,
            gain / mass,
            gain / left,
            math.sqrt(min(1.0, left / mass)),
            beside if beside > 0.3 else 0.0,
            share - held,
            math.log2(min(64, likeness.lengths[at] + 1)),
            matcher.candidates.kinship(share),
            matcher.candidates.depth,
            matcher.same,
            math.log2(share + 0.05) - math.log2(held + 0.05),
            math.log2(gain / mass + 0.05),
            matcher.same * share,
            matcher.candidates.excess,
            matcher.around.votes(*((whole, piece) if is_new else (piece, whole))),
            max(0.0, gain / mass - self._rival(is_new, piece, whole)),
            self.elsewhere[is_new].get(piece, 0.0),
            math.log2(1 + gain),
            group.confidence,
        )

    def _rival(self, is_new: bool, piece: int, whole: int) -> float:
        """How much of the piece the next best whole holds."""
        matcher, offset = self.matcher, len(self.matcher.earlier)
        if is_new:
            return (
                max(
                    (
                        matcher.candidates.shared[i, piece]
                        for i in matcher.candidates.of_later[piece]
                        if i != whole
                    ),
                    default=0.0,
                )
                / self.likeness.masses[offset + piece]
            )
        return (
            max(
                (
                    matcher.candidates.shared[piece, j]
                    for j in matcher.candidates.of_earlier[piece]
                    if j != whole
                ),
                default=0.0,
            )
            / self.likeness.masses[piece]
        )

    def probability(self, is_new: bool, piece: int, whole: int) -> float:
        features = self.features(is_new, piece, whole)
        return 0.0 if features is None else evidence.probability(evidence.PIECE, features)

    def take(self, sure: float, is_new: bool, piece: int, whole: int) -> None:
        pairing = self.matcher.pairing
        taken = pairing.taken_later if is_new else pairing.taken_earlier
        features = None if piece in taken else self.features(is_new, piece, whole)
        if features is None:
            return
        sure = evidence.probability(evidence.PIECE, features)
        link = (whole, piece) if is_new else (piece, whole)
        if evidence.TRACE is not None:
            evidence.TRACE("piece", *link, features)
        if sure < evidence.LINK:
            self.matcher.refused[link] = sure
            return
        group = self._group(is_new, whole)
        taken.add(piece)
        if is_new:
            group.later = tuple(sorted((*group.later, piece)))
        else:
            group.earlier = tuple(sorted((*group.earlier, piece)))
        group.confidence = min(group.confidence, sure)

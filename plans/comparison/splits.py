"""One paragraph made into several, and several into one.

After the pairing, a leftover may be a piece of a passage that has a counterpart already: the
second half of one that was split, or one of two that were merged. A split read backwards is a
merger, so both are found in the same way, and the surest first.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from .evidence import LINK, PIECE, PieceEvidence, length, log, probability
from .matching import Matcher
from .pairing import Group

# Less than this of a piece in the whole, or in the whole beyond what became of it otherwise, and
# it is no piece of it.
_SHARE, _BEYOND = 0.15, 0.1
# An offer less likely than this is not worth going back to.
_WORTH = 0.02
# A piece further off than this from the counterpart does not stand beside it.
_BESIDE = 3


def split_and_merge(matcher: Matcher) -> list[Group]:
    """All groups: the pairs, and with them the leftovers that are a piece of one side."""
    groups = [group for group in matcher.pairing.groups() if not group.confirmed]
    _Joiner(matcher, groups).join()
    return matcher.pairing.confirmed + groups


@dataclass(frozen=True, slots=True)
class _Offer:
    """That a leftover earlier or later passage is a piece of one in the other version."""

    is_later: bool
    piece: int
    whole: int

    @property
    def link(self) -> tuple[int, int]:
        """The earlier and the later passage."""
        return (self.whole, self.piece) if self.is_later else (self.piece, self.whole)


class _Joiner:
    def __init__(self, matcher: Matcher, groups: list[Group]) -> None:
        self.matcher, self.candidates, self.pairing = matcher, matcher.candidates, matcher.pairing
        self.likeness = matcher.likeness
        self.of_earlier = {group.earlier[0]: group for group in groups}
        self.of_later = {group.later[0]: group for group in groups}
        # How likely each leftover nearly was another passage's only counterpart.
        self.elsewhere: tuple[dict[int, float], dict[int, float]] = ({}, {})
        for link, sure in matcher.refused.items():
            for side, at in zip(self.elsewhere, link, strict=True):
                side[at] = max(side.get(at, 0.0), sure)

    def join(self) -> None:
        for _, offer in sorted(self._offers(), key=lambda o: (-o[0], _place(o[1]))):
            taken = self._taken(offer)
            # What was joined since may have left less of the whole.
            if offer.piece in taken or (group := self._group(offer)) is None:
                continue
            sure = self._probability(offer, group)
            if sure < LINK:
                self.matcher.refused[offer.link] = sure
                continue
            taken.add(offer.piece)
            if offer.is_later:
                group.later = tuple(sorted((*group.later, offer.piece)))
            else:
                group.earlier = tuple(sorted((*group.earlier, offer.piece)))
            group.confidence = round(min(group.confidence, sure), 3)

    def _offers(self) -> list[tuple[float, _Offer]]:
        found = []
        masses, there = self.likeness.masses, len(self.matcher.earlier)
        for (i, j), shared in self.candidates.shared.items():
            is_later = i in self.pairing.taken_earlier
            if is_later == (j in self.pairing.taken_later):
                continue
            offer = _Offer(is_later, j, i) if is_later else _Offer(is_later, i, j)
            if shared < _SHARE * masses[there + j if is_later else i]:
                continue
            group = self._group(offer)
            if group is not None and (sure := self._probability(offer, group)) > _WORTH:
                found.append((sure, offer))
        return found

    def _taken(self, offer: _Offer) -> set[int]:
        return self.pairing.taken_later if offer.is_later else self.pairing.taken_earlier

    def _group(self, offer: _Offer) -> Group | None:
        """The whole's own, if it stands alone in it: only then can it be taken apart."""
        group = (self.of_earlier if offer.is_later else self.of_later).get(offer.whole)
        if group is None or len(group.earlier if offer.is_later else group.later) > 1:
            return None
        return group

    def _probability(self, offer: _Offer, group: Group) -> float:
        evidence = self._evidence(offer, group)
        return 0.0 if evidence is None else probability(PIECE, evidence)

    def _evidence(self, offer: _Offer, group: Group) -> PieceEvidence | None:
        likeness, candidates, there = self.likeness, self.candidates, len(self.matcher.earlier)
        old, new = offer.link[0], there + offer.link[1]
        at, of = (new, old) if offer.is_later else (old, new)
        partners = group.later if offer.is_later else group.earlier
        explained = frozenset[int]().union(
            *(likeness.terms[there + p if offer.is_later else p] for p in partners)
        )
        mass = likeness.masses[at]
        common = likeness.terms[at] & likeness.terms[of]
        told = likeness.mass(common - explained)
        if told < _BEYOND * mass:
            return None
        share, gain, held = likeness.mass(common) / mass, told / mass, candidates.held[at]
        left = likeness.mass(likeness.terms[of] - explained) or 1.0
        distance = min(abs(p - offer.piece) for p in partners)
        return PieceEvidence(
            always=1.0,
            share=share,
            gain=gain,
            gain_of_rest=told / left,
            room=math.sqrt(min(1.0, left / mass)),
            beside=1 / distance if distance <= _BESIDE else 0.0,
            above_chance=share - held,
            length=length(likeness.lengths[at]),
            kinship=candidates.kinship(share),
            depth=candidates.depth,
            same=self.matcher.same,
            log_above_chance=log(share) - log(held),
            log_gain=log(gain),
            same_share=self.matcher.same * share,
            excess=candidates.excess,
            votes=self.matcher.around.votes(*offer.link),
            above_rival=max(0.0, gain - self._rival(offer) / mass),
            elsewhere=self.elsewhere[offer.is_later].get(offer.piece, 0.0),
            log_told=math.log2(1 + told),
            confidence=group.confidence,
        )

    def _rival(self, offer: _Offer) -> float:
        """How much of the piece the next best whole holds."""
        shared, candidates = self.candidates.shared, self.candidates
        if offer.is_later:
            others = ((i, offer.piece) for i in candidates.of_later[offer.piece])
        else:
            others = ((offer.piece, j) for j in candidates.of_earlier[offer.piece])
        return max((shared[link] for link in others if link != offer.link), default=0.0)


def _place(offer: _Offer) -> tuple[int, int, int]:
    """Of equally likely offers the one nearer the beginning comes first, in either version."""
    i, j = offer.link
    return i + j, abs(i - j), i

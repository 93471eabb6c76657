"""How sure a link is: what speaks for it and against it, weighed into a probability.

The weights are a logistic regression, fitted to edits whose truth is known: of made-up plans, of
revisions of public texts, of one public standard that was wholly restructured, and of pairs of
different plans. What the benchmarks print of those texts is therefore not what a text of another
character will show; docs/benchmarks.md says which were kept out. Many of the facts say nearly the
same in two ways (as a difference and as a ratio), so that a single weight means little by itself.
"""

from __future__ import annotations

import math
from typing import NamedTuple

LINK = 0.45
"""As likely as this, a link is made. A little under a half, for an officer sees at once that a
link is wrong, but must search for one that is missing."""

LONG = 64
"""Words; beyond, length says no more."""


class PairEvidence(NamedTuple):
    """For an earlier and a later passage being one and the same, or the weights of that."""

    always: float
    log_alike: float
    alike: float
    holds: float  # the larger share of either that the other holds
    log_above_chance: float  # more alike than to the nearest passage of its own version
    log_above_rival: float  # than any other pair that either could still make
    above_chance: float
    above_rival: float
    neighbours: float  # how far the pairs before and after agree, 0 to 2
    headings: float  # how alike these are
    label: float  # whether both have the same; only a tie-break where all were renumbered
    length: float  # of the shorter, in bits
    length_alike: float
    kinship: float  # whether passages as much alike are mostly of the other version, in bits
    log_shared: float  # what the words in common tell, in bits
    excess: float  # how many more are nearer to the other version than to their own
    same: float  # the share of passages that stayed word for word the same, its root
    same_log_alike: float
    votes: float  # the share of pairs under either heading that are under the other
    votes_log_alike: float
    log_above_depth: float  # than the least alike pairs that stand out from all others


class PieceEvidence(NamedTuple):
    """For a leftover being a piece of a passage that has a counterpart already."""

    always: float
    share: float  # of the piece that the whole holds
    gain: float  # of the piece that the whole holds beyond its counterpart
    gain_of_rest: float  # of what the counterpart leaves of the whole
    room: float  # whether that is as large as the piece
    beside: float  # whether it stands beside the counterpart
    above_chance: float  # more than a passage of its own version holds
    length: float  # in bits
    kinship: float
    depth: float  # how little alike certain pairs still are here
    same: float
    log_above_chance: float
    log_gain: float
    same_share: float
    excess: float
    votes: float
    above_rival: float  # more gain than the next best whole holds
    elsewhere: float  # how likely it nearly was a passage's only counterpart
    log_told: float  # what the gain tells, in bits
    confidence: float  # of the link of the whole with its counterpart


PAIR = PairEvidence(
    always=-5.208,
    log_alike=-2.615,
    alike=-7.979,
    holds=-2.111,
    log_above_chance=1.120,
    log_above_rival=-1.431,
    above_chance=-1.833,
    above_rival=13.367,
    neighbours=3.386,
    headings=1.229,
    label=1.043,
    length=-2.445,
    length_alike=1.748,
    kinship=0.936,
    log_shared=1.802,
    excess=-5.782,
    same=0.648,
    same_log_alike=0.623,
    votes=3.202,
    votes_log_alike=1.269,
    log_above_depth=3.276,
)
PIECE = PieceEvidence(
    always=-9.906,
    share=2.417,
    gain=-2.396,
    gain_of_rest=3.149,
    room=5.328,
    beside=4.619,
    above_chance=2.506,
    length=-0.718,
    kinship=0.395,
    depth=-9.262,
    same=-2.855,
    log_above_chance=0.128,
    log_gain=0.482,
    same_share=2.189,
    excess=-0.868,
    votes=1.957,
    above_rival=1.880,
    elsewhere=2.601,
    log_told=1.224,
    confidence=1.705,
)


def probability(weights: PairEvidence | PieceEvidence, evidence: tuple[float, ...]) -> float:
    """From 0 to 1."""
    odds = sum(map(float.__mul__, weights, evidence))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def log(share: float) -> float:
    """In bits; a twentieth is as good as nothing."""
    return math.log2(share + 0.05)


def length(words: int) -> float:
    """In bits, up to that of a long passage."""
    return math.log2(min(LONG, 1 + words))

"""What is compared, and what is found."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "unchanged", "renumbered", "reworded", "moved", "split", "merged", "added", "removed"
]

# What an officer has confirmed: these earlier passages became these later ones. An empty side
# means added or removed.
Confirmed = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as the comparison sees it; the label may be empty."""

    label: str
    heading: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What became of some passages. ``earlier`` and ``later`` are indexes into the two lists.

    The kind says the most important thing that happened: other words before another place, and
    another place before another number. ``moved`` is true also of a reworded passage that
    stands elsewhere; ``words_changed`` also of a split or merger in which words went or came.
    Numbers that follow a renumbered paragraph are no change of words. ``confidence`` runs from
    0 to 1, and is 1 where an officer confirmed it; ``review`` asks an officer to look.
    """

    kind: Kind
    earlier: tuple[int, ...]
    later: tuple[int, ...]
    confidence: float
    review: bool
    moved: bool = False
    words_changed: bool = False

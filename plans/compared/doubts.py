"""A comparison that can hardly be of two versions of one plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

FEWEST = 3
"""Paragraphs on the shorter side. With fewer, nothing can be said."""

SHARE = 0.2
"""Of the shorter version's paragraphs; of two plans about the same things, hardly as many are
found in each other, and of two versions of one plan far more."""


class Change(Protocol):
    """A change as it is found, or as it is shown: the paragraphs on either side."""

    earlier: Sequence[Any]
    later: Sequence[Any]


@dataclass(frozen=True)
class FoundLittle:
    """How few of the paragraphs of the shorter version are in the other."""

    linked: int
    of: int


def found_little(changes: Sequence[Change]) -> FoundLittle | None:
    """Whether hardly anything of one version is found in the other."""
    earlier = sum(len(change.earlier) for change in changes)
    later = sum(len(change.later) for change in changes)
    linked = [change for change in changes if change.earlier and change.later]
    shorter = min(earlier, later)
    found = min(sum(len(c.earlier) for c in linked), sum(len(c.later) for c in linked))
    if shorter < FEWEST or found >= SHARE * shorter:
        return None
    return FoundLittle(found, shorter)

"""Public texts with real revisions, read from clones of their repositories.

``clones`` reads a file as it was at a tag; ``asvs``, ``process`` and ``servercert`` make
paragraphs of three such texts; ``history`` follows paragraphs from commit to commit.
"""

from dataclasses import dataclass

from plans.comparison import Passage


@dataclass(frozen=True)
class Pair:
    """Two versions and which paragraphs are truly which; ``either`` counts neither way."""

    name: str
    earlier: list[Passage]
    later: list[Passage]
    links: set[tuple[int, int]]
    either: frozenset[tuple[int, int]] = frozenset()

"""The chain of revisions that leads to a paragraph, and on from it. Pure: over primary keys."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Links = Iterable[tuple[int, int]]
"""Pairs of a revision and a paragraph on one side of it."""


@dataclass(frozen=True)
class Lineage:
    """What a paragraph came from and became: all revisions on the way, and all paragraphs, itself
    among them."""

    revisions: frozenset[int]
    paragraphs: frozenset[int]


def lineage(paragraph: int, *, earlier: Links, later: Links) -> Lineage:
    """Backwards to all it was made of, forwards to all it became: not what else became of the
    paragraphs it was split from, nor what else the ones it was merged into were made of."""
    back = _walk(paragraph, by_paragraph=_sides(later), by_revision=_members(earlier))
    forth = _walk(paragraph, by_paragraph=_sides(earlier), by_revision=_members(later))
    return Lineage(back.revisions | forth.revisions, back.paragraphs | forth.paragraphs)


def _sides(links: Links) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for revision, paragraph in links:
        found[paragraph].append(revision)
    return found


def _members(links: Links) -> Mapping[int, list[int]]:
    return _sides((paragraph, revision) for revision, paragraph in links)


def _walk(
    start: int, *, by_paragraph: Mapping[int, list[int]], by_revision: Mapping[int, list[int]]
) -> Lineage:
    paragraphs, revisions, waiting = {start}, set(), [start]
    while waiting:
        for revision in by_paragraph.get(waiting.pop(), ()):
            if revision in revisions:
                continue
            revisions.add(revision)
            fresh = [pk for pk in by_revision.get(revision, ()) if pk not in paragraphs]
            paragraphs.update(fresh)
            waiting += fresh
    return Lineage(frozenset(revisions), frozenset(paragraphs))

"""Versions of a text at some tags of its repository, and what became of its paragraphs between."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from plans.comparison import Passage

from . import Pair
from .clones import Clone
from .history import follow, joined


def pairs(
    clone: Clone,
    path: str,
    tags: Sequence[str],
    passages: Callable[[str], list[Passage]],
    name: str,
) -> list[Pair]:
    """Each tag with the next, then the first with the last."""
    found: list[Pair] = []
    for first, last in pairwise(tags):
        versions = [passages(text) for text in clone.texts(first, last, path)]
        links = follow([p.text for p in version] for version in versions)
        title = f"{name} {_short(first)} to {_short(last)}"
        found.append(Pair(title, versions[0], versions[-1], links))
    links = found[0].links
    for pair in found[1:]:
        links = joined(links, pair.links)
    whole = f"{name} {_short(tags[0])} to {_short(tags[-1])}"
    return [*found, Pair(whole, found[0].earlier, found[-1].later, links)]


def _short(tag: str) -> str:
    return tag.rpartition("/")[2].removeprefix("process-").removeprefix("p")

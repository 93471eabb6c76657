"""Where one may step on to from a version of a plan.

An app above this one adds a source: a function of the person who looks and the versions shown,
which answers with the links of each version (by primary key), in one go for all of them, so that
a list of versions costs no more than one::

    @related.add
    def recommendations_on(user, versions) -> dict[int, list[related.Link]]: ...
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .models import PlanVersion


@dataclass(frozen=True)
class Link:
    """A link's words, where it leads, and what else there is to say."""

    text: str
    href: str
    note: str = ""


Source = Callable[[Any, Sequence[PlanVersion]], Mapping[int, Sequence[Link]]]
sources: list[Source] = []


def add(source: Source) -> Source:
    """Ask ``source`` for links wherever versions are shown."""
    sources.append(source)
    return source


def links(user: Any, versions: Iterable[PlanVersion]) -> dict[int, list[Link]]:
    """The links that ``user`` may follow from each version, by the version's primary key."""
    shown = list(versions)
    found: dict[int, list[Link]] = defaultdict(list)
    for source in sources:
        for version, its_links in source(user, shown).items():
            found[version].extend(its_links)
    return dict(found)

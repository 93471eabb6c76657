"""What officers decided about a comparison."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from ..models import BrokenLink, Comparison, Revision
from .changes import Change, named


@dataclass(frozen=True)
class Decision:
    """A link that someone confirmed or broke, and where to post to take that back."""

    words: str
    by: Any
    at: datetime
    undo: str
    is_broken: bool
    anchor: str


def is_certain(change: Change) -> bool:
    """Whether it is a change that the comparison is sure of and no officer has vouched for."""
    return change.is_change and not change.revision.review and not change.is_confirmed


def told_apart(changes: Iterable[Change]) -> str:
    """What tells some changes from others: a digest of what happened to which paragraphs."""
    said = sorted(f"{change.revision.kind} {change.sides}" for change in changes)
    return sha256("\n".join(said).encode()).hexdigest()


def decisions(comparison: Comparison) -> list[Decision]:
    """All of them, the newest first."""
    found = [*_confirmed(comparison), *_broken(comparison)]
    return sorted(found, key=attrgetter("at"), reverse=True)


def _confirmed(comparison: Comparison) -> Iterator[Decision]:
    stored: QuerySet[Revision] = comparison.revisions.confirmed().select_related("confirmed_by")
    for revision in stored.prefetch_related("earlier", "later"):
        change = Change(revision, list(revision.earlier.all()), list(revision.later.all()))
        if change.shown:
            yield Decision(
                change.in_words,
                revision.confirmed_by,
                revision.confirmed_at,
                reverse("plans:undo_confirmation", args=[revision.pk]),
                is_broken=False,
                anchor=change.anchor,
            )


def _broken(comparison: Comparison) -> Iterator[Decision]:
    """One for what was said at one moment, however many pairs it was about."""
    stored = comparison.broken_links.select_related("earlier", "later", "broken_by")
    for (_, moment), links in groupby(
        stored.order_by("broken_by", "broken_at", "pk"),
        key=lambda link: (link.broken_by_id, link.broken_at),
    ):
        pairs: list[BrokenLink] = list(links)
        first = pairs[0]
        earlier = named(list(dict.fromkeys(link.earlier for link in pairs)))
        later = named(list(dict.fromkeys(link.later for link in pairs)))
        yield Decision(
            f"{earlier} did not become {later}",
            first.broken_by,
            moment,
            reverse("plans:mend_link", args=[first.pk]),
            is_broken=True,
            anchor=f"c{first.later_id}",
        )

"""The register as a whole: every recommendation's position, today or as it was known.

What was worked out is kept for the next reader under the last history rows of the records it was
worked out from: every change writes one (pcp_scrutiny/history/standing.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Lock
from typing import Any

from django.db import connection, models

from meetings.models import AgendaItem, Meeting, MinuteEntry
from pcp_scrutiny import history
from plans.models import PlanVersion

from ..models import DueDateRevision, Judgement, Outcome, Recommendation, Response, ResponseLetter
from . import past, present
from .positions import Facts, Position, positions
from .sorting import natural

FROM: tuple[type[models.Model], ...] = (
    Recommendation,
    Response,
    ResponseLetter,
    Outcome,
    Judgement,
    DueDateRevision,
    PlanVersion,
    Meeting,
    AgendaItem,
    MinuteEntry,
)
"""The records that positions are worked out from."""

KEPT = 4
"""Registers kept at a time: today's, and a few of the past. Each is some megabytes at 10,000."""


@dataclass(frozen=True)
class Book:
    """The position of every recommendation on a day, by reference. ``as_at`` is the moment whose
    record it is, None for the record as it now stands; ``facts`` are what that said."""

    positions: tuple[Position, ...]
    on: date
    as_at: datetime | None = None
    facts: Facts = field(default_factory=Facts, repr=False, compare=False)
    _by_pk: Mapping[int, Position] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_pk", {p.pk: p for p in self.positions})

    def __getitem__(self, pk: int) -> Position:
        """The position of one; KeyError where it is not in the book."""
        return self._by_pk[pk]

    def __contains__(self, pk: int) -> bool:
        return pk in self._by_pk

    def __iter__(self) -> Iterator[Position]:
        return iter(self.positions)

    def __len__(self) -> int:
        return len(self.positions)

    def matching(self, words: str) -> set[int]:
        """The recommendations whose texts, or an answer's, hold all of ``words`` as they are in
        this book."""
        if self.as_at is None:
            found = Recommendation.objects.matching(words)
            return set(found.order_by().values_list("pk", flat=True))
        return past.matching(words, self.facts)


def book(*, on: date, as_at: datetime | None = None, is_public: bool = False) -> Book:
    """Every recommendation's position on that day, as the record now stands or as it stood at a
    moment. With ``is_public`` nothing of what was said or decided under a restricted item."""
    asked = (on, as_at, is_public)
    if connection.in_atomic_block:  # what is written here may yet be taken back
        return _make(*asked)
    standing = history.standing(FROM)
    key = (standing.stamp, *asked)
    with _lock:
        kept = _kept.get(key)
    if kept is None:
        kept = _make(*asked)
        if standing.is_quiet:
            _keep(key, kept)
    return kept


def position_of(
    recommendation: Recommendation, *, on: date, as_at: datetime | None = None
) -> Position:
    """The position of one recommendation. Raises LookupError where it was not recorded then."""
    of = [recommendation.pk]
    facts = present.gather(of) if as_at is None else past.gather(as_at, of)
    found = next(positions(facts, on=on), None)
    if found is None:
        raise LookupError(f"{recommendation} was not recorded then.")
    return found


def _make(on: date, as_at: datetime | None, is_public: bool) -> Book:
    facts = present.gather() if as_at is None else past.gather(as_at)
    if is_public:
        facts = present.without_private_words(facts)
    found = positions(facts, on=on, is_public=is_public)
    in_order = tuple(sorted(found, key=lambda p: natural(p.reference)))
    return Book(in_order, on, as_at, facts if as_at else Facts())


_kept: dict[tuple[Any, ...], Book] = {}
_lock = Lock()


def _keep(key: tuple[Any, ...], book: Book) -> None:
    with _lock:
        _kept[key] = book
        while len(_kept) > KEPT:
            del _kept[next(iter(_kept))]

"""Supplements: the papers that came after a pack was published, numbered on from it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from ..models import Meeting, Pack, Paper
from .numbering import in_words
from .refusals import CannotMake


@dataclass(frozen=True, slots=True)
class Before:
    """What a supplement adds to: the pack (0) or an earlier supplement, the day it was published,
    and its pages in words ("1 to 119")."""

    supplement: int
    published: date
    pages: str


@dataclass(frozen=True, slots=True)
class Supplement:
    """A supplement: the keys of its papers, what it adds to, and the number its own follow."""

    number: int
    papers: frozenset[int]
    adds_to: Sequence[Before]
    after: int


def next_supplement(meeting: Meeting) -> int:
    """The number of the supplement after those that are published."""
    return 1 + max((pack.supplement for pack in published(meeting)), default=0)


def published(meeting: Meeting) -> list[Pack]:
    """What was published of a meeting's packs, in order; within a supplement the latest version
    last."""
    found = meeting.packs.exclude(published_at=None)
    return list(found.order_by("supplement", "version", "audience"))


def read(meeting: Meeting, number: int, *, without: Collection[int] = ()) -> Supplement:
    """A supplement as it was published, or the next. Raises CannotMake where there is none."""
    out = published(meeting)
    own = [pack for pack in out if pack.supplement == number]
    before = [pack for pack in out if pack.supplement < number]
    _check(number, out, before)
    if own:
        entries = own[-1].manifest
        first = min(entry["first"] for entry in entries)
        return Supplement(number, frozenset(papers_in(own)), _adds_to(before), first - 1)
    late = Paper.objects.filter(item__meeting=meeting, is_to_follow=False)
    papers = set(late.values_list("pk", flat=True)) - papers_in(out) - set(without)
    if not papers:
        raise CannotMake(
            "There is nothing to add: every paper on the agenda is in what was published, or is "
            "still to follow."
        )
    return Supplement(number, frozenset(papers), _adds_to(before), max(map(last_page, out)))


def papers_in(packs: Iterable[Pack]) -> set[int]:
    """The keys of the papers that packs print or name as withheld."""
    return {entry["paper"] for pack in packs for entry in pack.manifest if entry["paper"]}


def last_page(pack: Pack) -> int:
    """The last number of the full pack that a pack takes."""
    return max((entry["first"] + entry["pages"] - 1 for entry in pack.manifest), default=0)


def _check(number: int, out: Sequence[Pack], before: Sequence[Pack]) -> None:
    if not any(pack.supplement == 0 for pack in before):
        raise CannotMake(
            "There is nothing that a supplement could add to: the agenda pack is not published."
        )
    following = 1 + max(pack.supplement for pack in out)
    if number > following:
        raise CannotMake(f"There is no supplement {number}: the next is supplement {following}.")


def _adds_to(before: Sequence[Pack]) -> list[Before]:
    """The last version of each, as the public has it where there is such a one."""
    latest: dict[int, Any] = {}
    for pack in sorted(before, key=lambda pack: pack.audience == Pack.Audience.PUBLIC):
        latest[pack.supplement] = pack
    return [
        Before(
            supplement=number,
            published=timezone.localdate(pack.published_at),
            pages=in_words(min(entry["first"] for entry in pack.manifest), last_page(pack)),
        )
        for number, pack in sorted(latest.items())
    ]

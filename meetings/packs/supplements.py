"""Supplements: the papers that came after a pack was published, numbered on from it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from ..models import Meeting, Pack, Paper
from .numbering import in_words
from .refusals import CannotMake, Failed, failure

NOT_THEIRS = (
    "The public does not have the pack that this supplement would add to: only the full pack of "
    "that version is published. Make the public pack and publish it first, or instead."
)


@dataclass(frozen=True, slots=True)
class Before:
    """What a supplement adds to: the pack (0) or an earlier supplement, the day it was published,
    and its pages in words ("1 to 119")."""

    supplement: int
    published: date
    pages: str


@dataclass(frozen=True, slots=True)
class Supplement:
    """A supplement: the keys of its papers, the published packs that it adds to, and the number of
    the page that its own follow."""

    number: int
    papers: frozenset[int]
    before: Sequence[Pack]
    after: int

    def adds_to(self, *, is_public: bool) -> list[Before]:
        """What it adds to, as that audience has it where it was published for that."""
        audience = Pack.Audience.PUBLIC if is_public else Pack.Audience.FULL
        own_last = sorted(self.before, key=lambda pack: pack.audience == audience)
        by_number = {pack.supplement: pack for pack in own_last}
        return [_before(by_number[number]) for number in sorted(by_number)]

    def check(self, audience: str) -> None:
        """Raises Failed for the public where the version in force is not published for it: its
        pages would go on from pages that the public does not have. Members may read either."""
        is_theirs = any(pack.audience == audience and not pack.supplement for pack in self.before)
        if audience == Pack.Audience.PUBLIC and not is_theirs:
            raise Failed([failure(None, NOT_THEIRS)])


def next_supplement(meeting: Meeting) -> int:
    """The number of the supplement after those that are published."""
    return 1 + max((pack.supplement for pack in published(meeting)), default=0)


def published(meeting: Meeting) -> list[Pack]:
    """What was published of a meeting's packs, the first first."""
    return list(meeting.packs.exclude(published_at=None).order_by("published_at", "pk"))


def in_force(out: Sequence[Pack]) -> list[Pack]:
    """Of what was published, the latest version of the pack, for either audience, and the
    supplements that came after it: an earlier one is in that version."""
    packs = [pack for pack in out if not pack.supplement]
    if not packs:
        return []
    version = max(pack.version for pack in packs)
    latest = [pack for pack in packs if pack.version == version]
    since = min(pack.published_at for pack in latest)
    return [*latest, *(pack for pack in out if pack.supplement and pack.published_at >= since)]


def read(meeting: Meeting, number: int, *, without: Collection[int] = ()) -> Supplement:
    """A supplement as it was published, or the next. Raises CannotMake where there is none."""
    out = published(meeting)
    own = [pack for pack in out if pack.supplement == number]
    _check(number, out)
    if own:
        earlier = [pack for pack in out if pack.published_at < own[0].published_at]
        before = [pack for pack in in_force(earlier) if pack.supplement < number]
        first = min(entry["first"] for entry in own[0].manifest)
        return Supplement(number, frozenset(papers_in(own)), before, first - 1)
    before = in_force(out)
    late = Paper.objects.filter(item__meeting=meeting, is_to_follow=False)
    papers = set(late.values_list("pk", flat=True)) - papers_in(before) - set(without)
    if not papers:
        raise CannotMake(
            "There is nothing to add: every paper on the agenda is in what was published, or is "
            "still to follow."
        )
    return Supplement(number, frozenset(papers), before, max(map(last_page, before)))


def papers_in(packs: Iterable[Pack]) -> set[int]:
    """The keys of the papers that packs print, or say are withheld."""
    return {entry["paper"] for pack in packs for entry in pack.manifest if entry["paper"]}


def last_page(pack: Pack) -> int:
    """The last number of the full pack that a pack takes."""
    return max((entry["first"] + entry["pages"] - 1 for entry in pack.manifest), default=0)


def _check(number: int, out: Sequence[Pack]) -> None:
    if not any(pack.supplement == 0 for pack in out):
        raise CannotMake(
            "There is nothing that a supplement could add to: the agenda pack is not published."
        )
    following = 1 + max(pack.supplement for pack in out)
    if number > following:
        raise CannotMake(f"There is no supplement {number}: the next is supplement {following}.")


def _before(pack: Pack) -> Before:
    first = min(entry["first"] for entry in pack.manifest)
    day = timezone.localdate(pack.published_at)
    return Before(pack.supplement, day, in_words(first, last_page(pack)))

"""The agenda packs of a meeting as its page shows them: what is published, what has changed since,
what is made and not published, and what to do next."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from pcp_scrutiny.panel.models import Panel

from . import actions, exposed, packs
from .models import Meeting, Pack


class Step(Enum):
    """What the one main button of the section is for."""

    MAKE = "make"
    WAIT = "wait"
    PUBLISH = "publish"
    SUPPLEMENT = "supplement"
    VERSION = "version"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Issue:
    """What was published together: one version of the pack, or a supplement. ``short_by`` are the
    clear days of notice that were missing, ``withdrawn`` the keys of the packs that are not handed
    out any more, because they hold what has become exempt."""

    supplement: int
    version: int
    packs: Sequence[Pack]
    short_by: int = 0
    withdrawn: Collection[int] = ()

    @property
    def title(self) -> str:
        """What it is called."""
        if self.supplement:
            return f"Supplement {self.supplement}"
        return "Agenda pack" if self.version == 1 else f"Agenda pack, version {self.version}"

    @property
    def public(self) -> Pack | None:
        """The public pack."""
        return self.of(Pack.Audience.PUBLIC)

    @property
    def full(self) -> Pack | None:
        """The full pack."""
        return self.of(Pack.Audience.FULL)

    def of(self, audience: str) -> Pack | None:
        """The pack for that audience."""
        return next((pack for pack in self.packs if pack.audience == audience), None)

    @property
    def at(self) -> datetime:
        """When it was published first, for either audience."""
        return min(pack.published_at for pack in self.packs)

    @property
    def last(self) -> datetime:
        """When it was published for the other audience, too."""
        return max(pack.published_at for pack in self.packs)

    @property
    def clear_days(self) -> int:
        """The notice it gave."""
        return max(pack.clear_days for pack in self.packs)


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack that is not published: being made, made, or failed."""

    pack: Pack
    is_out_of_date: bool = False
    has_stopped: bool = False

    @property
    def is_in_the_making(self) -> bool:
        """Whether someone is at it."""
        return self.pack.state in (Pack.State.WAITING, Pack.State.MAKING) and not self.has_stopped

    @property
    def is_ready(self) -> bool:
        """Whether it can be published."""
        return self.pack.state == Pack.State.MADE and not self.is_out_of_date


@dataclass(frozen=True, slots=True)
class Shelf:
    """All of it. ``standing`` is how the record differs from what is published; ``missing`` are
    the packs of the other audience that what is published is still without."""

    current: Sequence[Issue] = ()
    earlier: Sequence[Issue] = ()
    drafts: Sequence[Draft] = ()
    standing: packs.Standing | None = None

    @property
    def step(self) -> Step:
        """What comes next."""
        if any(draft.is_in_the_making for draft in self.drafts):
            return Step.WAIT
        if self.to_publish:
            return Step.PUBLISH
        if self.standing is None:
            return Step.MAKE
        if self.standing.needs_version:
            return Step.VERSION
        return Step.SUPPLEMENT if self.standing.added else Step.NOTHING

    @property
    def to_publish(self) -> Pack | None:
        """The first that can be published."""
        return next((draft.pack for draft in self.drafts if draft.is_ready), None)

    @property
    def has_withdrawn(self) -> bool:
        """Whether anything that stands holds what has become exempt."""
        return any(issue.withdrawn for issue in self.current)

    @property
    def next_supplement(self) -> int:
        """The number of the supplement after the last that is published."""
        return 1 + max((issue.supplement for issue in [*self.current, *self.earlier]), default=0)

    @property
    def next_version(self) -> int:
        """The number of the version after the latest."""
        return 1 + max((issue.version for issue in self.current if not issue.supplement), default=0)

    @property
    def offers_version(self) -> bool:
        """Whether the next version can be made besides: ever since something is published, for
        what the record was not compared in."""
        return bool(self.current) and self.step not in (Step.WAIT, Step.VERSION)

    @property
    def publish_words(self) -> str:
        """What the button says that leads to publishing."""
        pack = self.to_publish
        if pack is None:
            return ""
        named = pack.get_audience_display().lower()
        if pack.supplement:
            return f"Publish supplement {pack.supplement}"
        has_own = any(issue.of(pack.audience) for issue in self.current if not issue.supplement)
        return f"Publish version {self.next_version}" if has_own else f"Publish the {named}"

    @property
    def supplement_words(self) -> str:
        """What the button says that makes the next supplement."""
        return f"Make supplement {self.next_supplement}"

    @property
    def version_words(self) -> str:
        """What the button says that makes the next version."""
        return f"Make version {self.next_version}"

    @property
    def missing(self) -> list[tuple[Issue, str]]:
        """What is published for one audience and not made for the other."""
        made = {(draft.pack.supplement, draft.pack.audience) for draft in self.drafts}
        return [
            (issue, audience)
            for issue in self.current
            for audience in Pack.Audience.values
            if audience not in [pack.audience for pack in issue.packs]
            and (issue.supplement, audience) not in made
        ]


def of_meeting(meeting: Meeting, *, panel: Panel, now: datetime, asks_next: bool = True) -> Shelf:
    """What there is of a meeting's packs; ``asks_next`` for those who may do what comes next.
    Others are shown what is published."""
    of_it = meeting.packs.select_related("published_by")
    found = list(of_it if asks_next else of_it.exclude(published_at=None))
    current, earlier = _published([pack for pack in found if pack.is_published], panel)
    return Shelf(
        current=current,
        earlier=earlier,
        drafts=_drafts(meeting, found, current, now),
        standing=packs.standing(meeting) if current and asks_next else None,
    )


def _published(found: Iterable[Pack], panel: Panel) -> tuple[list[Issue], list[Issue]]:
    """What stands, the latest version before its supplements; and what it took the place of, the
    last first."""
    together: dict[tuple[int, int], list[Pack]] = {}
    for pack in sorted(found, key=_public_first):
        together.setdefault((pack.supplement, pack.version), []).append(pack)
    issues = sorted(
        (
            Issue(*key, of_it, _short_by(of_it, panel), _withdrawn(of_it))
            for key, of_it in together.items()
        ),
        key=lambda issue: (issue.supplement, issue.version),
    )
    versions = [issue for issue in issues if not issue.supplement]
    if not versions:
        return [], []
    last = versions[-1]
    stands = [
        issue for issue in issues if issue is last or (issue.supplement and issue.at >= last.at)
    ]
    gone = [issue for issue in issues if issue not in stands]
    return stands, sorted(gone, key=lambda issue: issue.at, reverse=True)


def _short_by(packs_of_it: Sequence[Pack], panel: Panel) -> int:
    given = max(pack.clear_days for pack in packs_of_it)  # by the one that came first
    return max(panel.notice_days - given, 0)


def _withdrawn(packs_of_it: Sequence[Pack]) -> list[int]:
    return [pack.pk for pack in packs_of_it if exposed.reasons(pack)]


def _drafts(
    meeting: Meeting, found: Iterable[Pack], current: Sequence[Issue], now: datetime
) -> list[Draft]:
    """The newest of each audience and supplement, unless that is published or cancelled, says what
    is published already, or was left behind by what was published after it."""
    newest: dict[tuple[int, str], Pack] = {}
    for pack in sorted(found, key=lambda pack: pack.pk):
        if pack.state != Pack.State.CANCELLED:
            newest[pack.supplement, pack.audience] = pack
    open_ones = [pack for pack in newest.values() if not pack.is_published]
    stale = packs.out_of_date(meeting, open_ones)
    out = {pack.made_from for issue in current for pack in issue.packs}
    last = max((issue.last for issue in current), default=None)
    drafts = [
        Draft(
            pack,
            is_out_of_date=pack.pk in stale,
            has_stopped=actions.has_stopped(pack, now=now),
        )
        for pack in sorted(open_ones, key=lambda pack: (pack.supplement, _public_first(pack)))
        if not pack.made_from or pack.made_from not in out
    ]
    return [
        draft
        for draft in drafts
        if last is None or draft.is_ready or draft.is_in_the_making or draft.pack.asked_at > last
    ]


def _public_first(pack: Pack) -> bool:
    return pack.audience != Pack.Audience.PUBLIC

"""What comes onto an agenda after it was published, and how long members have to read each paper.

Local Government Act 1972 s.100B(4): an item may be considered only where the agenda that has it was
open to inspection for the clear days before the meeting, or where by reason of special
circumstances, which the minutes specify, the chair is of the opinion that it is urgent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .. import notice

Faults = dict[str, str]
"""What is wrong, by the field where it can be put right."""

NO_CIRCUMSTANCES = "Enter the special circumstances that make it urgent"


@dataclass(frozen=True, slots=True)
class Clock:
    """The day of a meeting, the day its agenda was published (None: not yet), and the clear days
    that the panel gives in its nation."""

    day: date
    published_on: date | None
    days: int
    nation: str

    @property
    def last_day(self) -> date:
        """The last working day to publish in time."""
        return notice.last_day_to_publish(self.day, days=self.days, nation=self.nation)

    def clear_days(self, published: date) -> int:
        """The clear days between a day of publication and the meeting."""
        return notice.clear_days(published, self.day, nation=self.nation)

    def short_by(self, published: date) -> int:
        """How many clear days are missing."""
        return max(self.days - self.clear_days(published), 0)


def clock_of(meeting: Any, panel: Any) -> Clock:
    """The clock of a meeting of the panel."""
    return Clock(meeting.day, meeting.published_on, panel.notice_days, panel.nation)


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper and the time there is to read it. ``published`` is None until it is out;
    ``short_by`` are the clear days that are missing, ``received_late_by`` the working days by
    which it came after the last day to publish. ``is_late`` is said of what came late by itself,
    not with an agenda that was late as a whole."""

    paper: Any
    item: Any
    published: date | None = None
    clear_days: int = 0
    days: int = 0
    short_by: int = 0
    received_late_by: int = 0
    is_late: bool = False


def reading(paper: Any, item: Any, clock: Clock) -> Reading:
    """How long members have to read a paper."""
    late_by = _received_late_by(paper, clock)
    published = _published(paper, item, clock)
    if published is None:
        return Reading(paper, item, received_late_by=late_by, is_late=late_by > 0)
    short = clock.short_by(published)
    with_agenda = clock.published_on is not None and published <= clock.published_on
    return Reading(
        paper,
        item,
        published,
        clock.clear_days(published),
        max((clock.day - published).days, 0),
        short,
        late_by,
        is_late=late_by > 0 or (short > 0 and not with_agenda),
    )


def readings(items: Sequence[Any], clock: Clock) -> list[Reading]:
    """How long members have for each paper of an agenda, whose ``papers`` are prefetched."""
    return [reading(paper, item, clock) for item in items for paper in item.papers.all()]


def faults_of_item(item: Any, clock: Clock) -> Faults:
    """What is wrong with an item that comes onto an agenda, or changes how it came."""
    if item.is_urgent and not item.special_circumstances.strip():
        return {"special_circumstances": NO_CIRCUMSTANCES}
    if item.special_circumstances.strip() and not item.is_urgent:
        return {"is_urgent": "Tick that it is urgent, or take the special circumstances out"}
    if clock.published_on is None:
        return {"published_on": _not_yet("item")} if item.published_on else {}
    return _faults_of_later_item(item, clock)


def _faults_of_later_item(item: Any, clock: Clock) -> Faults:
    if item.published_on and item.published_on < clock.published_on:
        return {"published_on": _before_the_agenda(clock)}
    if item.is_urgent or (item.published_on and not clock.short_by(item.published_on)):
        return {}
    if item.published_on:
        given = clock.clear_days(item.published_on)
        begins = f"Published on {in_words(item.published_on)}, it has {counted(given)} of notice"
    else:
        begins = f"The agenda was published on {in_words(clock.published_on)} without this item"
    return {
        "published_on": f"{begins}. There are two ways out: enter a day of publication that gives "
        f"{counted(clock.days)}, which is {in_words(clock.last_day)} or earlier; or tick that it "
        "is urgent and enter the special circumstances"
    }


def faults_of_paper(paper: Any, item: Any, clock: Clock, *, comes_new: bool) -> Faults:
    """What is wrong with when a paper was received and published. ``comes_new`` where it was not
    among the papers that were published with the agenda."""
    if paper.is_to_follow and paper.published_on:
        return {
            "is_to_follow": "A paper that is to follow is not published yet: take one of them out"
        }
    if paper.received_on and paper.published_on and paper.received_on > paper.published_on:
        return {"received_on": "A paper is received before it is published: check the two days"}
    if paper.published_on and (wrong := _faults_of_its_day(paper, clock)):
        return wrong
    is_said = paper.is_to_follow or paper.published_on or item.published_on
    if comes_new and clock.published_on and not is_said:
        return {
            "published_on": f"The agenda was published on {in_words(clock.published_on)} without "
            "this paper. Enter the day on which the paper was published, or tick that it is to "
            "follow"
        }
    return _faults_of_its_reason(paper, item, clock)


def day_of_entry(paper: Any, item: Any, clock: Clock, *, on: date, followed: bool) -> date | None:
    """The day of publication of a paper that comes after the agenda and is given none: the day
    ``on`` which it is entered, as long as the meeting is not over. One of a later item came with
    that, unless it ``followed``."""
    if paper.is_to_follow or paper.published_on or clock.published_on is None:
        return paper.published_on
    came_with_its_item = item.published_on is not None and not followed
    if came_with_its_item or not clock.published_on <= on <= clock.day:
        return None
    return on


def _faults_of_its_day(paper: Any, clock: Clock) -> Faults:
    if clock.published_on is None:
        return {"published_on": _not_yet("paper")}
    if paper.published_on < clock.published_on:
        return {"published_on": _before_the_agenda(clock)}
    return {}


def _faults_of_its_reason(paper: Any, item: Any, clock: Clock) -> Faults:
    if paper.late_reason.strip() or item.is_urgent:
        return {}
    read = reading(paper, item, clock)
    if not read.is_late:
        return {}
    if read.published and read.short_by:
        why = (
            f"Published on {in_words(read.published)}, it leaves members "
            f"{counted(read.clear_days)} to read it instead of {clock.days}"
        )
    else:
        why = (
            f"It was received after {in_words(clock.last_day)}, the last day on which it could be "
            "published in time"
        )
    return {"late_reason": f"Enter why the paper was late. {why}"}


def _published(paper: Any, item: Any, clock: Clock) -> date | None:
    if paper.is_to_follow:
        return None
    return paper.published_on or item.published_on or clock.published_on


def _received_late_by(paper: Any, clock: Clock) -> int:
    if paper.received_on is None:
        return 0
    return notice.working_days_left(clock.last_day, paper.received_on, nation=clock.nation)


def _not_yet(thing: str) -> str:
    return (
        "The agenda is not recorded as published. Leave this empty: "
        f"the {thing} will be published with it"
    )


def _before_the_agenda(clock: Clock) -> str:
    return f"Enter a day from {in_words(clock.published_on)} on, when the agenda was published"


def in_words(day: date) -> str:
    """A day with its weekday: Thursday 3 December 2026."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def counted(days: int) -> str:
    """So many clear days."""
    return f"{days} clear day{'' if days == 1 else 's'}"

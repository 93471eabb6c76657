"""What a meeting in preparation still lacks, and when its agenda has to be out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pcp_scrutiny.panel.models import Panel
from pcp_scrutiny.pdf import uploads

from . import notice
from .models import AgendaItem, Meeting, Paper

STAGES = ((0, "today"), (2, "near"), (5, "soon"))
"""Working days left until the last day to publish: from so few on, people are warned."""


@dataclass(frozen=True, slots=True)
class Notice:
    """The publication deadline of a meeting and how it stands on a day.

    ``days`` are the clear days that the panel gives, ``given`` those it has given or would give
    by publishing on that day. ``publish_by`` is a working day: at the weekend after it, which no
    clear day falls into, there is still time. ``left`` are the working days until it ends.
    """

    days: int
    publish_by: date
    given: int
    is_published: bool
    is_late: bool
    is_after_last_working_day: bool
    left: int

    @property
    def stage(self) -> str:
        """How near the deadline is: "", "soon", "near", "today", or "late"; "" once published."""
        if self.is_published:
            return ""
        if self.is_late:
            return "late"
        return next((stage for days, stage in STAGES if self.left <= days), "")

    @property
    def left_in_words(self) -> str:
        """How much time there is: "2 working days left", "today is the last day"."""
        if self.left <= 0:
            return "today is the last day"
        return f"{self.left} working day{'' if self.left == 1 else 's'} left"

    @property
    def short_by(self) -> int:
        """How many clear days are missing."""
        return max(self.days - self.given, 0)


def notice_of(meeting: Meeting, *, panel: Panel, on: date) -> Notice:
    """The notice clock of a meeting as it stands on a day."""
    publish_by = notice.last_day_to_publish(
        meeting.day, days=panel.notice_days, nation=panel.nation
    )
    published = meeting.published_on
    day = published or on
    given = notice.clear_days(day, meeting.day, nation=panel.nation)
    return Notice(
        days=panel.notice_days,
        publish_by=publish_by,
        given=given,
        is_published=published is not None,
        is_late=given < panel.notice_days,
        is_after_last_working_day=day > publish_by,
        left=notice.working_days_left(on, publish_by, nation=panel.nation),
    )


def missing(meeting: Meeting, items: Sequence[AgendaItem]) -> list[str]:
    """What is missing, in sentences. ``items`` come with their papers prefetched,
    and those with the meeting they are the minutes of."""
    if not items:
        return ["There is nothing on the agenda yet."]
    papers = [paper for item in items for paper in item.papers.all()]
    lacks = []
    if not meeting.how_to_attend:
        lacks.append("It is not said how to attend or watch.")
    if not any(paper.kind == "minutes" for paper in papers):
        lacks.append("The minutes of the previous meeting are not among the papers.")
    lacks += [f"{_called(paper)} has no text yet." for paper in _empty(papers)]
    lacks += [f"{_called(paper)} is to follow." for paper in papers if paper.is_to_follow]
    lacks += [
        f"{_called(paper)} cannot be printed: the minutes of {paper.minutes_of} are not finished."
        for paper in papers
        if paper.minutes_of and not paper.minutes_of.minutes_are_finished
    ]
    lacks += [
        f"{_called(paper)} cannot be read out to everyone: its page says what to ask its author."
        for paper in papers
        if any(uploads.is_barrier(code) for code in paper.lacks)
    ]
    return lacks + _doubled(papers) + _open_parts(items)


def _doubled(papers: Sequence[Paper]) -> list[str]:
    counts = Counter(" ".join(paper.label.split()).casefold() for paper in papers if paper.label)
    first = {" ".join(paper.label.split()).casefold(): paper.label for paper in reversed(papers)}
    return [
        f"The label {first[plain]} is on {number} papers: each needs one of its own."
        for plain, number in counts.items()
        if number > 1
    ]


def _open_parts(items: Sequence[AgendaItem]) -> list[str]:
    said, whole = [], None
    for item in items:
        if not item.is_part:
            whole = item
        elif whole and whole.restricted_under and not item.restricted_under:
            said.append(
                f"Item {item.number} is open to the public, but is part of item {whole.number}, "
                "which is exempt."
            )
    return said


def _empty(papers: Iterable[Paper]) -> list[Paper]:
    return [
        paper
        for paper in papers
        if paper.kind == Paper.WRITTEN and not paper.text.strip() and not paper.is_to_follow
    ]


def _called(paper: Paper) -> str:
    return paper.label or f"The paper “{paper.title}”"

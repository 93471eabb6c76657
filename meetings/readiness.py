"""What a meeting in preparation still lacks, and when its agenda has to be out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pcp_scrutiny.panel.models import Panel

from . import notice
from .models import AgendaItem, Meeting, Paper


@dataclass(frozen=True, slots=True)
class Notice:
    """The publication deadline of a meeting and how it stands on a day.

    ``days`` are the clear days that the panel gives, ``given`` those it has given or would give
    by publishing on that day. ``publish_by`` is a working day: at the weekend after it, which no
    clear day falls into, there is still time.
    """

    days: int
    publish_by: date
    given: int
    is_published: bool
    is_late: bool
    is_after_last_working_day: bool

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
    lacks += [
        f"{_called(paper)} cannot be printed: the minutes of {paper.minutes_of} are not finished."
        for paper in papers
        if paper.minutes_of and not paper.minutes_of.minutes_are_finished
    ]
    return lacks


def _empty(papers: Iterable[Paper]) -> list[Paper]:
    return [paper for paper in papers if paper.kind == Paper.WRITTEN and not paper.text.strip()]


def _called(paper: Paper) -> str:
    return paper.label or f"The paper “{paper.title}”"

"""A month of meetings as a calendar has it: weeks from Monday, bank holidays, last days to
publish."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from pcp_scrutiny.panel.models import Panel

from . import notice
from .models import Meeting

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Outside these there is no page: nobody met before, and calendars end somewhere."""
LONGEST_NOTICE = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Day:
    """A day, what is held on it, and what has to be out by its end."""

    date: date
    is_in_month: bool
    is_today: bool
    holiday: str
    meetings: Sequence[Meeting] = ()
    to_publish: Sequence[Meeting] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say of it: a list leaves it out."""
        return not (self.is_in_month and (self.meetings or self.to_publish or self.holiday))


@dataclass(frozen=True, slots=True)
class Month:
    """A month with its weeks, and the months before and after (None at the ends)."""

    first: date
    weeks: Sequence[Sequence[Day]]
    before: date | None
    after: date | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is held in it and nothing has to be out."""
        return not any(
            day.is_in_month and (day.meetings or day.to_publish)
            for week in self.weeks
            for day in week
        )


def has_a_page(year: int, month: int = 1) -> bool:
    """Whether the calendar reaches so far."""
    return FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12


def begin(year: int, month: int = 1) -> datetime:
    """The moment at which a month begins where the panel is; the 13th is the next January."""
    year, month = (year + 1, 1) if month > 12 else (year, month)
    return timezone.make_aware(datetime.combine(date(year, month, 1), time.min))


def read(meetings: Any, year: int, month: int, *, panel: Panel, today: date) -> Month:
    """A month of these meetings (a QuerySet): one query."""
    first, end = begin(year, month), begin(year, month + 1)
    found = list(meetings.between(first, end + LONGEST_NOTICE))
    held, due = defaultdict(list), defaultdict(list)
    for meeting in found:
        held[meeting.day].append(meeting)
        if meeting.published_on is None and meeting.day >= today:
            last = notice.last_day_to_publish(
                meeting.day, days=panel.notice_days, nation=panel.nation
            )
            due[last].append(meeting)
    holidays = notice.bank_holidays(year, panel.nation)
    weeks = [
        [
            Day(
                day,
                day.month == month,
                day == today,
                holidays.get(day, "") if day.month == month else "",
                held[day] if day.month == month else (),
                due[day] if day.month == month else (),
            )
            for day in week
        ]
        for week in Calendar().monthdatescalendar(year, month)
    ]
    return Month(date(year, month, 1), weeks, _step(year, month - 1), _step(year, month + 1))


def _step(year: int, month: int) -> date | None:
    year, month = (year - 1, 12) if month == 0 else (year + 1, 1) if month == 13 else (year, month)
    return date(year, month, 1) if has_a_page(year, month) else None

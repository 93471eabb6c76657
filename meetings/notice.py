"""Notice of a meeting in clear days.

Local Government Act 1972 s.100B(3), (4)(a): the agenda and the reports are open to inspection at
least five clear days (Wales: three) before the meeting. Clear days leave out the day of
publication, the day of the meeting, weekends and bank holidays.
"""

from datetime import date, timedelta
from functools import cache

import holidays

# The nation's code in the panel's settings -> the subdivision of the holidays library.
BANK_HOLIDAYS_OF = {"ENG": "ENG", "WLS": "WLS"}
ONE_DAY = timedelta(days=1)


def last_day_to_publish(meeting: date, *, days: int, nation: str) -> date:
    """The last working day on which publication still leaves ``days`` clear days."""
    day = meeting
    for _ in range(days + 1):
        day = _working_day_before(day, nation)
    return day


def clear_days(published: date, meeting: date, *, nation: str) -> int:
    """How many clear days lie between publication and the meeting; 0 where there is no time."""
    length = max((meeting - published).days, 0)
    between = (published + ONE_DAY * step for step in range(1, length))
    return sum(1 for day in between if counts(day, nation))


def working_days_left(on: date, last: date, *, nation: str) -> int:
    """How many working days are left after ``on`` until the end of ``last``; 0 on that day."""
    length = max((last - on).days, 0)
    return sum(1 for step in range(1, length + 1) if counts(on + ONE_DAY * step, nation))


def counts(day: date, nation: str) -> bool:
    """Whether the day is neither at a weekend nor a bank holiday in the nation."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year, nation)


def bank_holidays(year: int, nation: str) -> dict[date, str]:
    """The bank holidays of a year by their names."""
    return dict(holidays.country_holidays("GB", subdiv=BANK_HOLIDAYS_OF[nation], years=year))


def _working_day_before(day: date, nation: str) -> date:
    day -= ONE_DAY
    while not counts(day, nation):
        day -= ONE_DAY
    return day


@cache
def _bank_holidays(year: int, nation: str) -> frozenset[date]:
    return frozenset(bank_holidays(year, nation))

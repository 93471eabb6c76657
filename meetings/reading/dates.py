"""Dates as minutes print them: in figures or words, English or Welsh, with or without the day."""

import re
from datetime import date
from itertools import chain

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "january jan ionawr",
            "february feb chwefror",
            "march mar mawrth",
            "april apr ebrill",
            "may mai",
            "june jun mehefin",
            "july jul gorffennaf",
            "august aug awst",
            "september sept sep medi",
            "october oct hydref",
            "november nov tachwedd",
            "december dec rhagfyr",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: day
    for day, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})\b\.?,?\s*)?"
_DAY = r"(?P<day>[0-9]{1,2})\s*(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?\b"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})\b"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_WEEKDAY}(?:the\s+)?(?<![0-9]){_DAY}\s*(?:of\s+)?{_MONTH},?\s*{_YEAR}",
        rf"\b{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_WEEKDAY}(?<![\d/.-])(?P<day>[0-9]{{1,2}})(?P<by>[/.-])(?P<month>[0-9]{{1,2}})(?P=by)"
        r"(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![\d/-])",
        rf"{_WEEKDAY}(?<![\d/.-])(?P<year>20[0-9]{{2}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?!\d)",
    )
)


class Found(date):
    """A date with the place it was found at and the day of the week printed beside it, if any."""

    start: int
    end: int
    weekday_said: str

    @property
    def is_another_weekday(self) -> bool:
        """Whether the day of the week that is printed beside it is not its own."""
        return bool(self.weekday_said) and _WEEKDAYS[self.weekday_said.lower()] != self.weekday()


def find(text: str) -> list[Found]:
    """The dates in ``text``, in order. Days come before months, as in Britain."""
    matches = chain.from_iterable(form.finditer(text) for form in _FORMS)
    found = [day for match in matches if (day := _as_date(match))]
    found.sort(key=lambda day: (day.start, -day.end))
    apart: list[Found] = []
    for day in found:
        if not apart or day.start >= apart[-1].end:
            apart.append(day)
    return apart


def _as_date(match: re.Match[str]) -> Found | None:
    month, year = match["month"].lower(), int(match["year"])
    try:
        found = Found(
            year if year > 99 else 2000 + year,
            int(month) if month.isdigit() else _MONTHS[month],
            int(match["day"]),
        )
    except ValueError:
        return None
    found.start, found.end = match.span()
    found.weekday_said = match["weekday"] or ""
    return found

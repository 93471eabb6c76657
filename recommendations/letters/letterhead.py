"""The top of a letter: its date, its reference, and where the greeting ends."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DATES = (
    re.compile(
        rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>20[0-9]{{2}})\b",
        re.I,
    ),
    re.compile(
        rf"\b{_MONTH}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>20[0-9]{{2}})\b", re.I
    ),
    re.compile(
        r"(?<![\d/.-])(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>20[0-9]{2}|[0-9]{2})(?![\d/.-])"
    ),
    re.compile(
        r"(?<![\d/.-])(?P<year>20[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![\d/.-])"
    ),
)
_DATE_LABEL = re.compile(
    r"(?<![A-Za-z])(?:date|dated)\s*(?:of\s+letter)?\s*[:\-–]?\s*", re.IGNORECASE
)
_REFERENCE = re.compile(
    r"(?<![A-Za-z])(?P<whose>our\s+|your\s+|my\s+)?(?:ref(?:erence)?|file\s+ref)\b\.?(?:\s*no\.?)?"
    # a colon or a dash, or nothing before what can only be a reference: "Our Ref PCC/JT/0917"
    r"(?:\s*[:\-–]\s*|\s+(?=[A-Z]+[\w-]*/[\w/-]+))(?P<value>[^\n]*)",
    re.IGNORECASE,
)
_NEXT_LABEL = re.compile(
    r"\s+(?:(?:our|your|my)\s+ref|date|dear|tel|telephone|e-?mail|contact|direct|please\s+ask|"
    r"ask\s+for|when\s+calling|fax)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESSEE = r"(?:[A-Z][\w'’-]*|all|and|or|of|the|colleagues|members|&)\.?"
_SALUTATION = re.compile(
    rf"(?<![A-Za-z])Dear\s+{_ADDRESSEE}(?:(?:\s+|\s?/\s?){_ADDRESSEE}){{0,5}}?"
    r"(?:\s*[,:]|(?=\s*\n)|\s*$"
    # the line break was lost, and there was no comma
    r"|(?=\s+(?:Thanks?|I|Further|Following|Re|Response|Draft|RESPONSE|POLICE|We|With|As|Your|In)\b))"
)
_LONGEST_REFERENCE = 60
_TOP = 1500
"""Characters within which a letter's date and reference stand, where there is no greeting."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the top of a letter says."""

    dated: date | None
    reference: str


def read(text: str) -> Letterhead:
    """Date and reference of a letter, from its whole text with its line breaks."""
    greeting = _SALUTATION.search(text)
    top = text[: greeting.start()] if greeting else text[:_TOP]
    return Letterhead(_date(top, text, greeted=greeting is not None), _reference(top, text))


def after_greeting(text: str) -> int | None:
    """Where the words after "Dear Councillor Vane," begin in ``text``; None without a greeting."""
    found = _SALUTATION.search(text)
    return found.end() if found else None


def is_greeting(line: str) -> bool:
    """Whether a line is a greeting and no more."""
    found = _SALUTATION.match(line)
    return found is not None and not line[found.end() :].strip()


def runs_into_text(text: str) -> bool:
    """Whether a greeting and the letter stand in one paragraph: the line breaks were lost."""
    end = after_greeting(text)
    return end is not None and len(text[end:].split()) > 40


def parse_date(text: str) -> date | None:
    """The first date in ``text``. Days come before months, as in Britain."""
    found = sorted(
        (match for pattern in _DATES for match in pattern.finditer(text)), key=lambda m: m.start()
    )
    return next((day for day in map(_as_date, found) if day), None)


def _date(top: str, text: str, *, greeted: bool) -> date | None:
    for part in (top, text):
        for label in _DATE_LABEL.finditer(part):
            after = part[label.end() : label.end() + 40]
            if (day := parse_date(after)) and _opens_with_date(after):
                return day
    for line in top.splitlines():
        if len(line.split()) <= 6 and (day := parse_date(line)):
            return day
    return parse_date(top) if greeted else None


def _opens_with_date(text: str) -> bool:
    return any(pattern.match(re.sub(r"^(?:\w+day,?\s+)?", "", text)) for pattern in _DATES)


def _as_date(found: re.Match[str]) -> date | None:
    month, year = found["month"], int(found["year"])
    if not month.isdigit():
        month = _MONTHS.index(month.lower()) + 1
    try:
        return date(year if year > 99 else 2000 + year, int(month), int(found["day"]))
    except ValueError:
        return None


def _reference(top: str, text: str) -> str:
    """The letter's own reference: "Our ref" before a bare "Ref", never "Your ref"."""
    found = [*_REFERENCE.finditer(top), *_REFERENCE.finditer(text[: len(top) + _TOP])]
    own = [m for m in found if (m["whose"] or "").strip().lower() != "your"]
    own.sort(key=lambda m: not m["whose"])
    return next((value for value in map(_reference_value, own) if value), "")


def _reference_value(found: re.Match[str]) -> str:
    value = _NEXT_LABEL.sub("", " " + found["value"])
    dated = min((m.start() for d in _DATES for m in d.finditer(value)), default=len(value))
    if dated > 1 and not value[:dated].rstrip().endswith("-"):
        value = value[:dated]
    value = value.strip(" *_.;,|")
    if len(value) > _LONGEST_REFERENCE * 2:
        value = value.split()[0]  # the line breaks were lost: only the first word is surely it
    return value if value[:1].isalnum() else ""

"""Whose minutes these are and of which day: from what stands above the items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from . import dates, doubts

_AREA_BEFORE = r"(?:[A-Z][\w'’.-]*(?:\s*,\s*|\s+)(?:(?:and|of|the|on|upon|in|&)\s+)*){0,7}?"
"""Estermere, Vale of Orme and"""
_PANEL = (
    r"(?:Police(?:,\s*Fire)?(?:\s*,)?\s+(?:and|And|AND|&)\s+(?:Fire\s+(?:and|&)\s+)?Crime\s+Panel"
    r"|POLICE(?:,\s*FIRE)?(?:\s*,)?\s+(?:AND|&)\s+(?:FIRE\s+(?:AND|&)\s+)?CRIME\s+PANEL)"
)
"""Police, Fire and Crime Panel"""
_AREA_AFTER = (
    r"(?:\s+(?:for|FOR|of|OF)(?:\s+(?:the|and|THE|AND|&))*\s+[A-Z][\w'’,-]*"
    r"(?:\s+(?:and|AND|&|the)\s+[A-Z][\w'’-]*|\s+[A-Z][\w'’,-]*)*)?"
)
"""for Estermere and the Vale"""
_NAMED = re.compile(rf"(?P<body>{_AREA_BEFORE}{_PANEL}{_AREA_AFTER})(?![A-Za-z])")
_WELSH = re.compile(
    r"Panel\s+Heddlu\s+a\s+Throsedd(?:u)?(?:\s+[A-Z][\w-]+(?:\s+(?:a\s+)?[A-Z][\w-]+){0,3})?"
)
_OTHER_BODY = re.compile(
    r"(?P<body>(?:[A-Z][\w'’&-]*\s+(?:(?:and|of|the|for|&)\s+)*){1,8}"
    r"(?:Panel|Committee|Sub-?Committee|Board|PANEL|COMMITTEE|SUB-?COMMITTEE|BOARD))(?![A-Za-z])"
)
_NOT_A_BODY = re.compile(
    r"^(?:the\s+|minutes\b|draft\b|notes?\b|agenda\b|meeting\b|of\b|a\b|present\b|date\b|"
    r"venue\b|contact\b|clerk\b|item\b)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:(?:draft|unconfirmed|confirmed|public|approved)\s+)?minutes(?:\s+of)?|notes|"
    r"agenda|(?:a\s+|the\s+)?(?:(?:formal|public|virtual|remote)\s+)?meeting|of|the|an?|held|"
    r"by|at|on|"
    r"monday|tuesday|wednesday|thursday|friday|remote|hybrid|present|issue|for|in|following|under|"
    r"january|february|march|april|may|june|july|august|september|october|november|"
    r"december)\s+(?=\S)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|meeting|date|cynhaliwyd|dyddiad)\b[^.]{0,80}$|\bminutes\s+(?:of|from)\b[^.]{0,80}$",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"\b(?:previous|last|next|publish\w*|printed|despatch\w*|issued|dated|deadline|updated|"
    r"approved|"
    r"downloaded|signed|until|from\s+\d|version|elected|since)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d./:-])(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?\s*(?P<half>[ap]\.?\s?m\b|noon\b)"
    r"|\bTime\s*:\s*(?P<hour2>[0-9]{1,2})[.:](?P<minute2>[0-9]{2})",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"(?:^(?:Venue|Location|Place)\s*:\s*|\bheld\s+(?:at|in)\s+(?![0-9]))(.{3,120}?)(?=\s+on\s|\s+at\s+[0-9]|\.\s|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """The panel's name and the day of the meeting, None where they are not said."""

    body: str | None
    date: date | None
    unsure: tuple[str, ...]
    starts_at: time | None = None
    venue: str = ""


def read(header: Sequence[str], text: Sequence[str]) -> Masthead:
    """From the lines above the items; the name also from the text, where it is said in full."""
    unsure: list[str] = []
    body = _body(header) or _body_in_text(text)
    if body is None:
        unsure.append(doubts.NO_BODY)
    held = _held(header, unsure)
    if held is None:
        unsure.append(doubts.NO_DATE)
    return Masthead(
        body=body,
        date=date(held.year, held.month, held.day) if held else None,
        unsure=tuple(unsure),
        starts_at=_starts_at(header),
        venue=next(
            (found[1].strip(" .,") for line in header if (found := _VENUE.search(line))), ""
        ),
    )


def _starts_at(header: Sequence[str]) -> time | None:
    """The first time of day above the items; of "10.30 am to 12 noon", the first."""
    for line in header:
        if not (found := _TIME.search(line)):
            continue
        hour = int(found["hour"] or found["hour2"])
        minute = int(found["minute"] or found["minute2"] or 0)
        half = (found["half"] or "").lower()[:1]
        if half == "p" and hour < 12:
            hour += 12
        elif half == "a" and hour == 12:
            hour = 0
        if hour < 24 and minute < 60:
            return time(hour, minute)
    return None


def names_a_panel(text: str) -> bool:
    """Whether a line is the name of a panel and little else."""
    found = _NAMED.search(text)
    return found is not None and len((text[: found.start()] + text[found.end() :]).split()) <= 8


def _body(header: Sequence[str]) -> str | None:
    for pattern in (_NAMED, _OTHER_BODY):
        named = [
            name
            for line in header
            for found in pattern.finditer(line)
            if (name := _without_lead(found["body"])) and (pattern is _NAMED or _heads(found, line))
        ]
        if named:
            # the fullest: "Estermere Police and Crime Panel" before a bare "Police and Crime Panel"
            return max(named, key=lambda name: len(name.split()))
    return next((m[0] for line in header for m in _WELSH.finditer(line)), None)


def _heads(found: re.Match[str], line: str) -> bool:
    """Whether a committee's name stands alone in its line, or with no more than when it met."""
    rest = (line[: found.start()] + " " + line[found.end() :]).strip()
    for day in reversed(dates.find(rest)):
        rest = rest[: day.start] + rest[day.end :]
    return len(re.findall(r"[A-Za-z]{3,}", _LEADING.sub("", rest))) <= 4


def _body_in_text(text: Sequence[str]) -> str | None:
    """A panel named with its area: "The Estermere Police and Crime Panel". A bare "Police and
    Crime Panel" names none."""
    for line in text:
        for found in _NAMED.finditer(line):
            name = _without_lead(found["body"])
            area = re.split(r"\s*\bpolice\b", name, flags=re.IGNORECASE)[0].strip(" ,")
            after_the = bool(
                re.search(r"\bthe\s+$", line[: found.start()], re.IGNORECASE)
            ) or found["body"].lower().startswith("the ")
            if area and after_the:
                return name
    return None


def _without_lead(name: str) -> str:
    name = " ".join(name.split())
    while found := _LEADING.match(name):
        name = name[found.end() :]
    return "" if _NOT_A_BODY.match(name) and not _NAMED.fullmatch(name) else name


def _held(header: Sequence[str], unsure: list[str]) -> dates.Found | None:
    sure: list[dates.Found] = []
    maybe: list[dates.Found] = []
    for index, line in enumerate(header):
        before = header[index - 1] if index else ""
        for day in dates.find(line):
            lead = line[: day.start] or before
            if _NOT_HELD.search(line[: day.start]):
                continue
            alone = len(re.findall(r"[A-Za-z]{3,}", line[: day.start] + line[day.end :])) <= 3
            named = bool(_NAMED.search(line) or _OTHER_BODY.search(line))
            (sure if alone or named or _HELD.search(lead) else maybe).append(day)
    found = sure or maybe
    if not found:
        return None
    days = list(dict.fromkeys(found))
    if len(days) > 1:
        shown = ", ".join(_shown(day) for day in days)
        unsure.append(doubts.SEVERAL_DATES.format(dates=shown, date=_shown(days[0])))
    if days[0].is_another_weekday:
        unsure.append(
            doubts.OTHER_WEEKDAY.format(date=_shown(days[0]), weekday=days[0].weekday_said)
        )
    return days[0]


def _shown(day: date) -> str:
    return f"{day.day} {day:%B %Y}"

"""Dates, times, counts and sizes in GOV.UK style: ``{% load formats %}``.

The spaces are ordinary ones, so that what is copied or searched for is what was read.
Source: GOV.UK style guide, "Dates", "Times", "Numbers".
"""

from datetime import date, datetime, time
from typing import Any

from django import template
from django.utils import timezone

from pcp_scrutiny.components.wording import lower_first

register = template.Library()
register.filter(lower_first)


@register.filter
def date_gds(value: date | datetime | None) -> str:
    """2 March 2017. A moment is shown on its day in the current time zone."""
    if not value:
        return ""
    day = (
        timezone.localtime(value)
        if isinstance(value, datetime) and timezone.is_aware(value)
        else value
    )
    return f"{day.day} {day:%B} {day.year}"


@register.filter
def time_gds(value: time | datetime | None) -> str:
    """10:30am, 5pm, midday, midnight."""
    if value is None or value == "":
        return ""
    clock = (
        timezone.localtime(value)
        if isinstance(value, datetime) and timezone.is_aware(value)
        else value
    )
    if (clock.hour, clock.minute) in ((0, 0), (12, 0)):
        return "midday" if clock.hour else "midnight"
    minutes = f":{clock.minute:02}" if clock.minute else ""
    return f"{clock.hour % 12 or 12}{minutes}{'am' if clock.hour < 12 else 'pm'}"


@register.filter
def datetime_gds(value: datetime | None) -> str:
    """2 March 2017 at 10:30am."""
    return f"{date_gds(value)} at {time_gds(value)}" if value else ""


@register.filter
def count(value: Any, noun: str) -> str:
    """``3|count:"recommendation"`` is "3 recommendations".

    The plural is made with "s", "es" or "ies", or given after a comma: ``"addendum,addenda"``.
    ``value`` is a number or something that has a length.
    """
    number = value if isinstance(value, int) else len(value)
    singular, _, plural = noun.partition(",")
    return f"{number:,} {singular if number == 1 else plural or _plural(singular)}"


def _plural(noun: str) -> str:
    *before, last = noun.split(" ")
    if last == "person":
        last = "people"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh")):
        last += "es"
    else:
        last += "s"
    return " ".join((*before, last))


@register.filter
def filesize_gds(value: int | None) -> str:
    """412KB, 1.2MB; a kilobyte is 1,024 bytes."""
    if value is None or value == "":
        return ""
    size = float(value)
    for unit in ("bytes", "KB", "MB", "GB"):
        if size < 1024 or unit == "GB":
            break
        size /= 1024
    if unit == "bytes":
        return f"{int(size)} {'byte' if size == 1 else 'bytes'}"
    figure = f"{size:.1f}".removesuffix(".0") if size < 10 else f"{size:.0f}"
    return f"{figure}{unit}"

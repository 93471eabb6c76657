"""Events as an iCalendar feed (RFC 5545), which Outlook, Google and phones subscribe to.

The same events give the same bytes, so that whoever asks again can be told that nothing changed.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import icalendar

from pcp_scrutiny.addresses import absolute

from .events import Event

ZONE = "Europe/London"
ASK_AGAIN = timedelta(hours=4)
"""How long programs are asked to wait before they look again. Some wait a day all the same."""


def as_ics(events: Iterable[Event], *, name: str) -> bytes:
    """The feed; ``name`` is what programs call the calendar at first."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//PCP Scrutiny//Panel calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)  # what programs read that are older than RFC 7986
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT4H")
    calendar.add_component(_zone())
    for event in events:
        calendar.add_component(_entry(event))
    return calendar.to_ical()


def _entry(event: Event) -> icalendar.Event:
    entry = icalendar.Event()
    page = absolute(event.path)
    entry.add("uid", f"{event.uid}@{urlsplit(page).hostname}")
    entry.add("dtstamp", event.changed.astimezone(UTC))
    entry.add("last-modified", event.changed.astimezone(UTC))
    entry.add("sequence", event.sequence)
    entry.add("summary", event.title)
    if isinstance(event.start, datetime):
        start = event.start.astimezone(ZoneInfo(ZONE))
        entry.add("dtstart", start)
        entry.add("dtend", start + (event.length or timedelta()))
    else:
        entry.add("dtstart", event.start)
        entry.add("dtend", event.start + timedelta(days=1))  # the day after: it is exclusive
        entry.add("transp", "TRANSPARENT")  # a due date keeps nobody busy
    if event.place:
        entry.add("location", event.place)
    # Outlook shows no URL property, so the address stands in the words as well.
    entry.add("description", f"{event.text}\n\n{page}".strip())
    entry.add("url", page)
    return entry


def _zone() -> icalendar.Timezone:
    """Greenwich Mean Time and British Summer Time by their rule, as programs have it who do not
    know zones by name (RFC 5545, 3.6.5)."""
    zone = icalendar.Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(_observance(icalendar.TimezoneDaylight(), "BST", 3, 0, 1))
    zone.add_component(_observance(icalendar.TimezoneStandard(), "GMT", 10, 1, 0))
    return zone


def _observance(
    observance: icalendar.Component, name: str, month: int, before: int, after: int
) -> icalendar.Component:
    """It begins on the last Sunday of a month at 1am Greenwich Mean Time; ``before`` and ``after``
    are hours ahead of that."""
    first = {3: 30, 10: 26}[month]  # the last Sundays of 1997, as good a year as any to begin with
    observance.add("tzname", name)
    observance.add("dtstart", datetime(1997, month, first, 1 + before))
    observance.add("tzoffsetfrom", timedelta(hours=before))
    observance.add("tzoffsetto", timedelta(hours=after))
    observance.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
    return observance

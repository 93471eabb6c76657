"""Meetings in people's own calendars.

A meeting's day, place and title are public from the moment it is called; of what is on its agenda
nothing is put in. The record has no end of a meeting: two hours are set aside.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Max
from django.utils import timezone

from pcp_scrutiny import prose
from pcp_scrutiny.calendars import Event

from ..models import Meeting

USUAL_LENGTH = timedelta(hours=2)
KEPT = timedelta(days=366)
"""How long a past meeting stays, so that one can look back a year."""


def meetings_of_the_panel(on: date) -> Iterator[Event]:
    """The meetings to come, and those of the last year."""
    since = timezone.make_aware(datetime.combine(on - KEPT, time.min))
    meetings = list(Meeting.objects.filter(starts_at__gte=since).order_by("starts_at"))
    rows = Meeting.history.filter(id__in=[meeting.pk for meeting in meetings]).order_by()
    times = rows.values_list("id").annotate(Count("pk"), Max("history_date"))
    changed = {pk: (number, last) for pk, number, last in times}
    for meeting in meetings:
        number, last = changed[meeting.pk]
        yield Event(
            uid=f"meeting-{meeting.pk}",
            title=meeting.title,
            start=meeting.starts_at,
            length=USUAL_LENGTH,
            place=meeting.venue,
            text=prose.plain(meeting.how_to_attend),
            path=meeting.get_absolute_url(),
            changed=last,
            sequence=number - 1,
        )

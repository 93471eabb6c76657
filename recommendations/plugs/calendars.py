"""The days on which responses are due, in people's own calendars.

One entry for a day, however many responses are due on it: after a meeting twenty may be. A response
that was answered, a recommendation that the panel is done with, and what was said under a
restricted item are left out; of a date that was revised the latest counts.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.db.models import Max
from django.urls import reverse

from pcp_scrutiny.calendars import Event
from pcp_scrutiny.panel.models import Panel

from .. import register
from ..models import DueDateRevision, Recommendation
from ..register import Position
from ..states import Response

MOST_NAMED = 3


def responses_due(on: date) -> Iterator[Event]:
    """Each day on which a response is due, or was due and has not come."""
    by_day: dict[date, list[Position]] = defaultdict(list)
    for position in register.book(on=on, is_public=True):
        is_awaited = position.response in (Response.AWAITING, Response.OVERDUE)
        if is_awaited and position.is_open and position.due_on is not None:
            by_day[position.due_on].append(position)
    changed = _changed([p.pk for due in by_day.values() for p in due])
    office = Panel.current().office_short
    for day, due in sorted(by_day.items()):
        yield Event(
            uid=f"responses-due-{day}",
            title=f"{_responses(due)} due from the {office}",
            start=day,
            text=f"On {', '.join(p.reference for p in due)}.",
            path=f"{reverse('recommendations:list')}?response={_state(day, on)}",
            changed=max(changed[p.pk] for p in due),
        )


def _state(day: date, on: date) -> str:
    return Response.OVERDUE if day < on else Response.AWAITING


def _responses(due: Sequence[Position]) -> str:
    """ "Response on 2026/01", "Responses on 2026/01, 2026/02 and 18 more"."""
    named = [p.reference for p in due[:MOST_NAMED]]
    more = len(due) - len(named)
    last = f"{more} more" if more else named.pop() if len(named) > 1 else ""
    words = f"{', '.join(named)} and {last}" if last else named[0]
    return f"Response{'s' if len(due) > 1 else ''} on {words}"


def _changed(pks: Sequence[int]) -> dict[int, datetime]:
    """When what is said of each was last changed: the recommendation, or its due date."""
    said = Recommendation.history.filter(id__in=pks).order_by().values_list("id")
    moved = DueDateRevision.history.filter(recommendation_id__in=pks).order_by()
    found = dict(said.annotate(Max("history_date")))
    for pk, last in moved.values_list("recommendation_id").annotate(Max("history_date")):
        found[pk] = max(found[pk], last)
    return found

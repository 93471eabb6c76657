"""The days on which responses are due, in people's own calendars.

One entry for a day, however many responses are due on it: after a meeting twenty may be. A response
that was answered, a recommendation that the panel is done with, and what was said under a
restricted item are left out; of a date that was revised the latest counts.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, Max
from django.urls import reverse

from pcp_scrutiny.calendars import Event
from pcp_scrutiny.panel.models import Panel

from .. import register
from ..models import DueDateRevision, Judgement, Recommendation
from ..models import Response as Answer
from ..register import Position
from ..states import Response

MOST_NAMED = 3
_TOLD_BY = (
    (Recommendation, "id"),
    (DueDateRevision, "recommendation_id"),
    (Answer, "recommendation_id"),
    (Judgement, "recommendation_id"),
)
"""What says whether, and by when, a response is awaited."""


def responses_due(on: date) -> Iterator[Event]:
    """Each day on which a response is due, or was due and has not come."""
    by_day: dict[date, list[Position]] = defaultdict(list)
    for position in register.book(on=on, is_public=True):
        is_awaited = position.response in (Response.AWAITING, Response.OVERDUE)
        if is_awaited and position.is_open and position.due_on is not None:
            by_day[position.due_on].append(position)
    changes = _changes(by_day)
    office = Panel.current().office_short
    for day, due in sorted(by_day.items()):
        yield Event(
            uid=f"responses-due-{day}",
            title=f"{_responses(due)} due from the {office}",
            start=day,
            text=f"On {', '.join(p.reference for p in due)}.",
            path=f"{reverse('recommendations:list')}?response={_state(day, on)}",
            changed=changes[day].last,
            sequence=changes[day].number - 1,
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


class _Changes(NamedTuple):
    number: int
    last: datetime


def _changes(days: Collection[date]) -> dict[date, _Changes]:
    """How often and when what is said of each day was changed. Histories only grow, and all count
    that were ever due on the day, so that neither goes back when one of several is answered or
    moved (RFC 5545, 3.8.7.4); of a due date moved away, what moved it counts as well."""
    due: dict[date, set[int]] = defaultdict(set)
    for model, name in _TOLD_BY[:2]:
        rows = model.history.filter(due_on__in=days).order_by().values_list("due_on", name)
        for day, pk in rows:
            due[day].add(pk)
    pks = set().union(*due.values())
    changes = [
        row
        for model, name in _TOLD_BY
        for row in model.history.filter(**{f"{name}__in": pks})
        .order_by()
        .values_list(name)
        .annotate(Count("pk"), Max("history_date"))
    ]
    told: dict[int, list[_Changes]] = defaultdict(list)
    for pk, number, last in changes:
        told[pk].append(_Changes(number, last))
    return {
        day: _Changes(
            sum(one.number for pk in due[day] for one in told[pk]),
            max(one.last for pk in due[day] for one in told[pk]),
        )
        for day in days
    }

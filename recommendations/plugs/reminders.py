"""Letters to officers about responses that are due soon or overdue: one a day at most, with all of
them in it.

A response that is due soon is brought up once for each due date. One that is overdue is brought up
on the first day after that date and then every 14 days, counted from the date, until it is
answered or the panel is done with the recommendation. The due date is the one that counts: a
revised one begins anew. The letter gives references, dates and links, and nothing of what the
panel said: mail is not confidential.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse

from pcp_scrutiny.accounts.models import User
from pcp_scrutiny.addresses import absolute
from pcp_scrutiny.panel.models import Panel
from pcp_scrutiny.reminders import Letter, Reminder, Source

from .. import register
from ..register import Position
from ..states import Response, Schedule

AGAIN_AFTER = 14  # days between two letters about one overdue response


def responses(on: date) -> Iterator[Reminder]:
    """Each response that is due soon or overdue on that day, for each officer."""
    due = [(key, p) for p in register.book(on=on) if p.is_open and (key := _key(p, on))]
    officers = list(User.objects.filter(is_officer=True, is_active=True)) if due else []
    for officer in officers:
        for key, position in due:
            yield Reminder(key=key, to=officer, thing=position)


def _key(position: Position, on: date) -> str:
    """What there is to tell about a response that day; "" where there is nothing."""
    if position.response == Response.OVERDUE:
        period = (_late(position, on) - 1) // AGAIN_AFTER
        return f"overdue:{position.pk}:{position.due_on}:{period}"
    if position.response == Response.AWAITING and position.schedule == Schedule.DUE_SOON:
        return f"due-soon:{position.pk}:{position.due_on}"
    return ""


def _late(position: Position, on: date) -> int:
    return (on - position.due_on).days


def write(person: Any, positions: Sequence[Position], on: date) -> Letter:
    """The letter, what is longest overdue first."""
    shown = [
        {
            "reference": position.reference,
            "due_on": position.due_on,
            "late": _late(position, on),
            "left": -_late(position, on),
            "address": absolute(reverse("recommendations:detail", args=[position.pk])),
        }
        for position in sorted(positions, key=lambda p: (p.due_on, p.reference))
    ]
    overdue = [each for each in shown if each["late"] > 0]
    soon = [each for each in shown if each["late"] <= 0]
    panel = Panel.current()
    context = {
        "person": person,
        "panel": panel,
        "on": on,
        "overdue": overdue,
        "soon": soon,
        "again_after": AGAIN_AFTER,
        "all_overdue": absolute(f"{reverse('recommendations:list')}?response=overdue"),
        "add_letter": absolute(reverse("recommendations:add_letter")),
    }
    counted = [f"{len(each)} {words}" for each, words in ((overdue, "overdue"), (soon, "due soon"))]
    said = ", ".join(words for words in counted if not words.startswith("0 "))
    return Letter(
        f"Responses from the {panel.office_short}: {said}",
        render_to_string("mail/responses.txt", context),
    )


RESPONSES = Source("responses", responses, write)

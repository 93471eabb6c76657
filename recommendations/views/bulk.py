"""Doing something to several recommendations, after a page that names which and which not."""

from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny import history
from pcp_scrutiny.access import gate
from pcp_scrutiny.components.templatetags.formats import count
from pcp_scrutiny.editing import saved
from pcp_scrutiny.panel.models import Panel

from .. import actions, permissions
from ..forms import BULK_FORMS, Confirmation
from ..models import Outcome, Recommendation
from ..register import Position, book, choosing
from ..register.narrowing import read

ACTIONS = {
    choosing.SEND: actions.send_chosen,
    choosing.REVISE: actions.revise_chosen,
    choosing.CONFIRM: actions.confirm_chosen,
    choosing.THEME: actions.set_theme,
    choosing.OWNER: actions.set_owner,
}
DONE = {
    choosing.SEND: "Recorded as sent: {}.",
    choosing.REVISE: "Due date revised: {}.",
    choosing.CONFIRM: "Confirmed: {}.",
    choosing.THEME: "Theme set: {}.",
    choosing.OWNER: "Who is to act has been set: {}.",
}


@gate(permissions.can_change_many)
def bulk(request: HttpRequest) -> HttpResponse:
    """Show what will be done to those chosen and, once that is confirmed, do it."""
    task = Task(request)
    if not task.is_whole:
        messages.error(request, "Choose at least one recommendation, and what to do with it.")
        return redirect(task.back)
    form = BULK_FORMS[task.verb](request.POST or None, stamps=task.stamps)
    if request.method == "POST":
        done = saved(form, lambda: task.do(form))
        if done is not None:
            messages.success(request, DONE[task.verb].format(count(done, task.noun)))
            return redirect(task.back)
    context = {"form": form, "task": task, "title": choosing.VERBS[task.verb]}
    return render(request, "recommendations/bulk.html", context)


class Row(NamedTuple):
    """One that was chosen: as it is, why it cannot be done to it, and the outcomes proposed."""

    position: Position
    as_it_is: str
    why_not: str
    outcomes: list[Outcome]


class Task:
    """What is to be done to which recommendations, as the address says: ``chosen`` each, or
    ``all`` of a page; and the register's address to go ``back`` to."""

    def __init__(self, request: HttpRequest) -> None:
        query = request.GET
        self.user = request.user
        self.verb = query.get("verb", "")
        asked, _ = read(dict(QueryDict(query.get("back", "").removeprefix("?")).lists()))
        self.back = f"{reverse('recommendations:list')}{asked.query if asked.pairs else ''}"
        together = query.get("all", "").split(",") if query.get("all") else []
        wanted = {int(pk) for pk in (*query.getlist("chosen"), *together) if _is_number(pk)}
        self.positions = [p for p in book(on=timezone.localdate()) if p.pk in wanted]

    @property
    def is_whole(self) -> bool:
        """Whether it says what to do, and to which."""
        return self.verb in choosing.VERBS and bool(self.positions)

    @property
    def noun(self) -> str:
        """What is counted."""
        return "outcome" if self.verb == choosing.CONFIRM else "recommendation"

    @cached_property
    def rows(self) -> list[Row]:
        """Those chosen, by reference."""
        office = Panel.current().office_short
        proposed: dict[int, list[Outcome]] = defaultdict(list)
        for outcome in self._outcomes() if self.verb == choosing.CONFIRM else ():
            proposed[outcome.recommendation_id].append(outcome)
        return [
            Row(
                position,
                choosing.as_it_is(self.verb, position, office=office),
                choosing.why_not(self.verb, position),
                proposed[position.pk],
            )
            for position in self.positions
        ]

    @property
    def can(self) -> list[Row]:
        """Those it can be done to."""
        return [row for row in self.rows if not row.why_not]

    @property
    def cannot(self) -> list[Row]:
        """Those it cannot be done to, each with why."""
        return [row for row in self.rows if row.why_not]

    @cached_property
    def stamps(self) -> dict[int, str]:
        """The state of each record that the page shows, by primary key."""
        if self.verb == choosing.CONFIRM:
            return history.stamps([outcome for row in self.can for outcome in row.outcomes])
        records = self._recommendations([row.position.pk for row in self.can])
        revising = self.verb == choosing.REVISE
        return actions.due_date_stamps(records) if revising else history.stamps(records)

    def do(self, form: Confirmation) -> int:
        """Do it to what the form's page showed; raises as the actions do."""
        seen = form.was_seen
        if self.verb == choosing.CONFIRM:
            found = Outcome.objects.visible_to(self.user).filter(pk__in=seen)
            records = list(found.filter(recommendation__in=[p.pk for p in self.positions]))
        else:
            records = self._recommendations([p.pk for p in self.positions if p.pk in seen])
        if not records:
            raise ValidationError("There is nothing that this can be done to.")
        given = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
        return ACTIONS[self.verb](records, by=self.user, seen=seen, **given)

    def _recommendations(self, pks: list[int]) -> list[Recommendation]:
        return list(Recommendation.objects.visible_to(self.user).filter(pk__in=pks))

    def _outcomes(self) -> list[Outcome]:
        proposed = Outcome.objects.visible_to(self.user).proposed().with_evidence()
        return list(proposed.filter(recommendation__in=[p.pk for p in self.positions]))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19

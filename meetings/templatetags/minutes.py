"""``{% load minutes %}``: a minute as a row of the page, made once for all who read it so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from ..minutes import Corrected, Minute
from ..models import Action
from ..related import Link

register = template.Library()
KEPT = 4096


@dataclass(frozen=True, slots=True)
class Task:
    """What someone is to do, or did."""

    pk: int
    owner: str
    due_on: date | None
    done_on: date | None
    outcome: str


@dataclass(frozen=True, slots=True)
class Row:
    """All that a row shows, as plain values: rows with the same values are the same HTML."""

    pk: int
    number: str
    is_resolved: bool
    level: int
    lead: str
    text: str
    vote: str
    public: str
    task: Task | None
    corrections: tuple[Corrected, ...]
    links: tuple[Link, ...]
    may_change: bool
    may_complete: bool


@register.simple_tag
def minute_rows(
    minutes: Iterable[Minute],
    links: Mapping[int, Sequence[Link]],
    *,
    may_change: bool,
    may_complete: bool,
) -> SafeString:
    """Minutes one after another, with the links of each: ``{% minute_rows run.minutes links
    may_change=may_edit may_complete=may_act %}``. One tag for many: a tag costs more than a row
    that is made already."""
    made = (
        _made(
            Row(
                pk=minute.entry.pk,
                number=minute.number,
                is_resolved=minute.is_resolved,
                level=minute.entry.level,
                lead=minute.lead,
                text=minute.text,
                vote=minute.vote,
                public=minute.public,
                task=_task(minute.action),
                corrections=minute.corrections,
                links=tuple(links.get(minute.entry.pk, ())),
                may_change=may_change,
                may_complete=may_complete,
            )
        )
        for minute in minutes
    )
    return mark_safe("".join(made))  # noqa: S308 - each is a template's output


def _task(action: Action | None) -> Task | None:
    if action is None:
        return None
    return Task(action.pk, action.owner, action.due_on, action.done_on, action.outcome)


@lru_cache(maxsize=KEPT)
def _made(row: Row) -> SafeString:
    return render_to_string("meetings/_minute.html", {"minute": row})

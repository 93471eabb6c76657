"""``{% load meetings %}``: words and look-ups of the meetings' pages."""

from collections.abc import Mapping
from typing import Any

from django import template

from .. import exempt
from ..models import Attendance

register = template.Library()


@register.filter
def not_for_publication(paragraph: int) -> str:
    """The sentence that stands in the place of what is withheld under that paragraph."""
    return exempt.sentence(paragraph)


@register.filter
def exempt_head(paragraph: int) -> str:
    """What stands at the head of every page that is exempt under that paragraph."""
    return exempt.head(paragraph)


@register.filter
def of(found: Mapping[int, Any], pk: int) -> Any:
    """What was found for the record with that primary key: ``{{ links|of:entry.pk }}``."""
    return found.get(pk, ())


@register.filter
def in_capacity(attendance: Attendance, office: str) -> str:
    """In what capacity someone was there; ``office`` is the title of the office scrutinised."""
    if attendance.capacity == Attendance.Capacity.OFFICE:
        return f"{office} and staff"
    return attendance.get_capacity_display()


@register.filter
def private(part: Any) -> int | None:
    """The paragraph that keeps a vote's or an action's minute from the public, or None."""
    return part.entry.restricted_under or part.entry.item.restricted_under


STATE_COLOURS = {
    "planned": "grey",
    "agenda published": "blue",
    "in progress": "purple",
    "draft minutes": "orange",
    "approved minutes": "green",
    "waiting": "grey",
    "making": "blue",
    "made": "green",
    "failed": "red",
}


@register.filter
def state_colour(state: str) -> str:
    """The colour of a meeting's or a pack's state."""
    return STATE_COLOURS.get(state, "")

"""``{% load meetings %}``: words and look-ups of the meetings' pages."""

from collections.abc import Mapping
from typing import Any

from django import template

from pcp_scrutiny.components.templatetags.formats import count
from pcp_scrutiny.documents import kinds
from pcp_scrutiny.pdf import uploads

from .. import exempt
from ..models import Attendance, Paper

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


@register.filter
def as_file(paper: Paper) -> str:
    """What file a paper was sent in as, and how long it is: "PDF, 12 pages"."""
    is_word = paper.file.media_type == kinds.WORD.media_type
    return f"{'Word document' if is_word else 'PDF'}, {count(paper.pages, 'page')}"


@register.filter
def has_barriers(paper: Paper) -> bool:
    """Whether something in its file keeps people from having it read out."""
    return any(uploads.is_barrier(code) for code in paper.lacks)


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

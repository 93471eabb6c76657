"""``{% load papers %}``: words of the papers from the record."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template

from pcp_scrutiny.components.templatetags.formats import date_gds

register = template.Library()


@register.filter
def listed(things: Iterable[Any]) -> str:
    """Things in a sentence: "a, b and c". Days are written as days are."""
    words = [date_gds(thing) if isinstance(thing, date) else str(thing) for thing in things]
    *first, last = words or [""]
    return f"{', '.join(first)} and {last}" if first else last

"""States and verdicts as coloured tags, the same colour wherever they stand."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from pcp_scrutiny.components.wording import lower_first
from recommendations.register import COLOURS

register = template.Library()


@register.simple_tag
def state_tag(state: str) -> SafeString:
    """A state or a verdict, as stored or as displayed: ``{% state_tag position.effect %}``."""
    return _tag(str(state))


@lru_cache(maxsize=256)
def _tag(words: str) -> SafeString:
    """There are some dozens of states, and hundreds of their tags on a page."""
    text = words[:1].upper() + words[1:]
    context = {"text": text, "colour": COLOURS.get(lower_first(words), "")}
    return mark_safe(render_to_string("components/tag.html", context).strip())  # noqa: S308

"""States and verdicts as coloured tags, the same colour wherever they stand."""

from typing import Any

from django import template

from pcp_scrutiny.components.wording import lower_first
from recommendations.register import COLOURS

register = template.Library()


@register.inclusion_tag("components/tag.html")
def state_tag(state: str) -> dict[str, Any]:
    """A state or a verdict, as stored or as displayed: ``{% state_tag position.effect %}``."""
    words = str(state)
    return {"text": words[:1].upper() + words[1:], "colour": COLOURS.get(lower_first(words), "")}

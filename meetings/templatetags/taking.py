"""``{% load taking %}``: for the page where minutes are taken."""

import json
from typing import Any

from django import template

register = template.Library()


@register.filter
def as_json(value: Any) -> str:
    """A value as its script reads it from an attribute."""
    return json.dumps(value)

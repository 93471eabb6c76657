"""The words that led to a claim, marked within the sentence they stand in."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from recommendations import claims

register = template.Library()


@register.simple_tag
def led_by(words: str, phrase: str) -> SafeString:
    """A sentence with the phrase that decides marked: ``{% led_by claim.words claim.led_by %}``."""
    before, found, after = words.partition(phrase) if phrase else (words, "", "")
    if not found:
        return format_html("{}", words)
    return format_html('{}<mark class="app-led-by">{}</mark>{}', before, found, after)


@register.simple_tag
def claim_in_words(claim: claims.Claim) -> str:
    """What a response claims: "Says that a change was made at paragraph 40"."""
    return claims.in_words(claim)


@register.filter
def at(found: Mapping[Any, Any], key: Any) -> Any:
    """What a mapping has under a key: ``{{ likeliest|at:outcome.pk }}``; None where nothing."""
    return found.get(key) if found else None

"""``{% load prose %}``: what people type, as HTML."""

from django import template
from django.utils.safestring import SafeString

from pcp_scrutiny import prose as prose_module

register = template.Library()


@register.filter
def prose(text: str, level: int = 3) -> SafeString:
    """Light Markdown as safe HTML; ``{{ paper.text|prose:4 }}`` begins headings at ``<h4>``."""
    return prose_module.render(text or "", level=level)


@register.simple_tag
def prose_with(text: str, lead: str = "", number: str = "", level: int = 3) -> SafeString:
    """The same with bold words or a number before it: ``{% prose_with text lead="RESOLVED" %}``."""
    return prose_module.render(text or "", level=level, lead=lead, number=number)


@register.filter
def plain(text: str) -> str:
    """Typed text without its marks, on one line."""
    return prose_module.plain(text or "")

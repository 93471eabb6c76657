"""Templates ask what someone may do, never what role they hold."""

from typing import Any

from django import template
from django.utils.html import format_html

from pcp_scrutiny import once as once_module
from pcp_scrutiny.access import question

register = template.Library()


@register.simple_tag(takes_context=True)
def can(context: template.Context, name: str, *thing: Any) -> bool:
    """Whether the person looking may: ``{% can "plans.lock_version" version as may_lock %}``."""
    return question(name)(context["request"].user, *thing)


@register.simple_tag
def once() -> str:
    """The hidden token that makes a form's second submission harmless."""
    return format_html(
        '<input type="hidden" name="{}" value="{}">', once_module.FIELD, once_module.new_token()
    )

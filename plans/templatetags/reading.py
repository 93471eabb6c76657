"""The text of a plan on a page: its lines, with what was looked for marked in them.

Tags rather than templates, because a plan has a thousand paragraphs and a reader waits for them.
"""

from collections.abc import Iterable, Sequence

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from plans.document.finding import Segment

register = template.Library()


@register.simple_tag
def found(segments: Iterable[Segment], at: int = 0) -> SafeString:
    """Words, each find with its anchor; the one the reader is ``at`` stands out."""
    return mark_safe("".join(_word(segment, at) for segment in segments))  # noqa: S308


@register.simple_tag
def lines(found_lines: Sequence[Iterable[Segment]], at: int = 0) -> SafeString:
    """Lines one under the other."""
    return mark_safe("<br>".join(found(line, at) for line in found_lines))  # noqa: S308


def _word(segment: Segment, at: int) -> str:
    text = escape(segment.text)
    if not segment.number:
        return text
    current = ' aria-current="true"' if segment.number == at else ""
    return f'<mark class="app-found" id="found-{segment.number}"{current}>{text}</mark>'

"""Taking a paragraph out of an open version."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError, Q
from django.utils.text import capfirst

from pcp_scrutiny import history

from .. import events
from ..models import Paragraph, Revision


def drop(paragraph: Paragraph, *, by: Any, why: str) -> None:
    """Delete a paragraph; its history stays.

    Raises ValidationError where an officer has confirmed what it became or came from, for that
    would go with it unseen, and where something else rests on it.
    """
    linked = Q(earlier=paragraph) | Q(later=paragraph)
    confirmed = Revision.objects.confirmed().filter(linked).select_related("confirmed_by")
    if link := confirmed.select_related("comparison__later").first():
        raise ValidationError(
            f"{link.confirmed_by} has confirmed what became of {paragraph.name} in the comparison"
            f" of {link.comparison.later}. Take that back there first."
        )
    if obstacles := events.obstacles_to_dropping(paragraph):
        raise ValidationError(obstacles)
    try:
        history.delete(paragraph, by=by, why=why)
    except ProtectedError as error:
        raise ValidationError(
            f"{capfirst(history.referring(error))} to {paragraph.name}, so it cannot be taken away."
            " Correct its text instead."
        ) from error

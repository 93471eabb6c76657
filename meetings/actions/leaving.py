"""Minuting that the public leaves, and that they come back."""

from typing import Any

from django.db import transaction

from ..models import AgendaItem, MinuteEntry
from .entries import add_entry
from .exclusion import exclude_public, readmit_public

LETS_IN = "the minute that lets the public in is public"
"""Why a minute that was made to say just that does not stay private."""


@transaction.atomic
def minute_exclusion(item: AgendaItem, *, text: str, paragraph: int, by: Any) -> MinuteEntry:
    """Minute a resolution that excludes the public from what follows, at the end of an item. It
    is public itself, also while they are out under another."""
    entry = MinuteEntry(item=item, kind=MinuteEntry.Kind.RESOLUTION, text=text)
    add_entry(entry, by=by)
    because = "the resolution that excludes the public is public"
    exclude_public(entry, paragraph=paragraph, because=because, by=by)
    return entry


@transaction.atomic
def minute_readmission(item: AgendaItem, *, text: str, by: Any, because: str = "") -> MinuteEntry:
    """Minute that the public was let in again, at the end of an item. Raises ValidationError
    where they were not out, and where that would make public what is minuted after it in private
    and ``because`` does not say why it may."""
    entry = MinuteEntry(item=item, kind=MinuteEntry.Kind.DISCUSSION, text=text)
    add_entry(entry, by=by)
    readmit_public(entry, because=because or _plain_reason(entry), by=by)
    return entry


def _plain_reason(entry: MinuteEntry) -> str:
    """The reason that asks nobody: nothing minuted later is private other than by its item, so
    that only the entry itself becomes public. Empty where a person has to say why."""
    later = MinuteEntry.objects.filter(
        item__meeting=entry.item.meeting_id,
        item__position__gt=entry.item.position,
        item__restricted_under=None,
        restricted_under__isnull=False,
    )
    return "" if later.exists() else LETS_IN

"""Minuting that the public leaves, and that they come back."""

from typing import Any

from django.db import transaction

from ..models import AgendaItem, MinuteEntry
from .entries import add_entry
from .exclusion import exclude_public, readmit_public


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
    readmit_public(entry, because=because, is_new=True, by=by)
    return entry

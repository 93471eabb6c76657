"""Each minute knows what keeps it from the public; here it is kept true."""

from typing import Any

from pcp_scrutiny import history

from .. import privacy
from ..models import Exclusion, Meeting, MinuteEntry


def withhold(meeting: Meeting, *, by: Any) -> None:
    """Say of every minute of a meeting what keeps it from the public. Whatever may change that
    calls this last, in its transaction: entries that come, move or go, an item that becomes
    exempt or moves, the public excluded or let in again. Three queries where nothing changes."""
    entries = list(
        MinuteEntry.objects.filter(item__meeting=meeting)
        .select_related("item")
        .order_by("item__position", "position", "pk")
    )
    excluded = Exclusion.objects.filter(entry__item__meeting=meeting)
    under, ends = {}, set()
    for entry, paragraph, until in excluded.values_list("entry_id", "paragraph", "until_id"):
        under[entry] = paragraph
        ends.add(until)
    said = [
        privacy.Said(entry.pk, entry.item.restricted_under, under.get(entry.pk), entry.pk in ends)
        for entry in entries
    ]
    changed = []
    for entry, (_, paragraph) in zip(entries, privacy.restrictions(said), strict=True):
        if entry.restricted_under != paragraph:
            entry.restricted_under = paragraph
            changed.append(entry)
    why = "What keeps it from the public changed"
    history.save_many(changed, ["restricted_under"], by=by, why=why)

"""Each minute knows what keeps it from the public; here it is kept true, and nothing that was
minuted in private becomes public unless someone says why it may."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from pcp_scrutiny import history

from .. import becoming
from ..minuting import privacy
from ..models import AgendaItem, Exclusion, Meeting, MinuteEntry

OPENS = "opens"
"""The code of the ValidationError that says what would become public."""


def withhold(
    meeting: Meeting, *, by: Any, opening: str = "", itself: MinuteEntry | None = None
) -> None:
    """Say of every minute of a meeting what keeps it from the public. Whatever may change that
    calls this, in its transaction: entries that come, move or go, an item that becomes exempt or
    moves, the public excluded or let in again. Three queries where nothing changes; where
    something does, those who follow the minutes are told (``becoming``).

    ``opening`` says why what was minuted in private may become public. Raises ValidationError
    where something would and that is not said, other than the entry that says ``itself`` that
    the public is there."""
    entries, said = said_at(meeting)
    opened, closed = [], []
    for entry, (_, paragraph) in zip(entries, privacy.restrictions(said), strict=True):
        if entry.restricted_under != paragraph:
            (opened if paragraph is None else closed).append(entry)
            entry.restricted_under = paragraph
    others = [entry for entry in opened if entry != itself]
    if others and not opening.strip():
        raise ValidationError(_would_open(others), code=OPENS)
    why = "What keeps it from the public changed"
    history.save_many(closed, ["restricted_under"], by=by, why=why)
    said_why = opening.strip() or "the public was let in again with it"
    why = f"No longer kept from the public: {said_why}"
    history.save_many(opened, ["restricted_under"], by=by, why=why)
    for entry in [*closed, *opened][:1]:
        becoming.keep(entry, by=by)


def said_at(meeting: Meeting) -> tuple[list[MinuteEntry], list[privacy.Said]]:
    """The entries of a meeting in the order of the minutes, and what each does to the public's
    place at it. Two queries."""
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
    return entries, [
        privacy.Said(entry.pk, entry.item.restricted_under, under.get(entry.pk), entry.pk in ends)
        for entry in entries
    ]


def is_public_out(item: AgendaItem) -> bool:
    """Whether the public is out after what is minuted under an item so far. Two queries."""
    entries, said = said_at(item.meeting)
    place = {entry.pk: entry.item.position for entry in entries}
    return privacy.is_out_after(one for one in said if place[one.pk] <= item.position)


def _would_open(entries: Sequence[MinuteEntry]) -> str:
    counts = Counter(entry.item.number for entry in entries)
    places = [
        f"{number} minute{'' if number == 1 else 's'} under item {item}"
        for item, number in counts.items()
    ]
    listed = places[0] if len(places) == 1 else f"{', '.join(places[:-1])} and {places[-1]}"
    return (
        f"This would make public what was minuted in private: {listed}. Nothing has been changed. "
        "If it may become public, end the exclusion there or open the item, and say why."
    )

"""Where something was minuted: the number of the minute, and the meeting."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from meetings import numbering
from meetings.models import MinuteEntry


@dataclass(frozen=True, slots=True)
class Minuted:
    """A minute: "6.12" of the meeting held on that day."""

    number: str
    held_on: date
    url: str
    restricted_under: int | None = None


def minuted(entries: Iterable[MinuteEntry]) -> Mapping[int, Minuted]:
    """Each minute by its primary key. The entries come with their item and its meeting. One
    query."""
    known = {entry.pk: entry for entry in entries}
    under: dict[int, list[tuple[int, int]]] = defaultdict(list)
    rows = MinuteEntry.objects.filter(item__in={entry.item_id for entry in known.values()})
    for item, pk, level in rows.order_by("position", "pk").values_list("item_id", "pk", "level"):
        under[item].append((pk, level))
    items = {entry.item_id: entry.item for entry in known.values()}
    found = {}
    for item, minutes in under.items():
        numbers = numbering.numbers(items[item].number, (level for _, level in minutes))
        for (pk, _), number in zip(minutes, numbers, strict=True):
            if pk in known:
                found[pk] = Minuted(
                    number=number,
                    held_on=items[item].meeting.day,
                    url=known[pk].get_absolute_url(),
                    restricted_under=known[pk].restricted_under or items[item].restricted_under,
                )
    return found

"""Where something was minuted: the number of the minute, and the meeting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from meetings.minutes import numbers_of
from meetings.models import MinuteEntry


@dataclass(frozen=True, slots=True)
class Minuted:
    """A minute: "6.12" of the meeting held on that day."""

    number: str
    held_on: date
    url: str
    restricted_under: int | None = None


def minuted(entries: Iterable[MinuteEntry]) -> Mapping[int, Minuted]:
    """Each minute by its primary key. The entries come with their item and its meeting. As many
    queries as ``numbers_of`` takes."""
    known = {entry.pk: entry for entry in entries}
    return {
        pk: Minuted(
            number=number,
            held_on=known[pk].item.meeting.day,
            url=known[pk].get_absolute_url(),
            restricted_under=known[pk].restricted_under or known[pk].item.restricted_under,
        )
        for pk, number in numbers_of(known.values()).items()
    }

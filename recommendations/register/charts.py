"""The register's two charts as shapes and words; the templates draw them. Pure.

Lengths are in the units of the drawing, which is ``WIDTH`` wide and as high as it needs to be.
What a bar means stands beside it in words, or is a pattern with its key: never colour alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .. import states
from .positions import Position

WIDTH = 300
ROW = 22
"""Height of a row: its words, its bar and its number on one line."""
BAR = 12
"""Height of a bar."""
INSET = 3
"""From the top of a row to its bar."""
BASE = 13
"""From the top of a row to the line its words stand on."""
AFTER_STATE, AFTER_DATE = 200, 126
"""Where bars begin: after the longest name of a state, and after the longest date."""
FIGURES = 38
"""Room for a number after the longest bar."""
EDGE = 0.5
"""Half of the line around a patterned bar, which must not be cut off."""
SLIVER = 2
"""The least width that is seen: one of ten thousand is there too."""


class Row(NamedTuple):
    """A bar between its words and its number."""

    value: str
    words: str
    number: int
    colour: str
    words_at: float
    bar_at: float
    length: float


@dataclass(frozen=True)
class Bars:
    """How many recommendations are in each state."""

    rows: Sequence[Row]
    total: int
    height: float

    @property
    def description(self) -> str:
        """The chart in a sentence, for those who do not see it."""
        return "; ".join(f"{row.words}: {row.number:,}" for row in self.rows)


def bars(
    numbers: Mapping[str, int], *, named: Sequence[tuple[str, str]], colours: Mapping[str, str]
) -> Bars:
    """A bar for each state that anything is in. ``named`` is pairs of a state and its words, in
    the order of the chart; the longest bar takes all the room there is."""
    most, room = max(numbers.values(), default=0), WIDTH - AFTER_STATE - FIGURES
    used = [(value, words) for value, words in named if numbers.get(value)]
    rows = [
        Row(
            value=value,
            words=words,
            number=numbers[value],
            colour=colours.get(value, "grey"),
            words_at=place * ROW + BASE,
            bar_at=place * ROW + INSET,
            length=round(max(SLIVER, room * numbers[value] / most), 1),
        )
        for place, (value, words) in enumerate(used)
    ]
    return Bars(rows, sum(numbers.values()), max(1, len(rows) * ROW))


# --- Whether answers came in time ---------------------------------------------------------------

TIMES = (
    ("in time", "Answered in time"),
    ("late", "Answered late"),
    ("overdue", "Overdue"),
    ("awaiting", "Not yet due"),
)


class Part(NamedTuple):
    """A stretch of a meeting's bar: of which kind, from where, how long."""

    kind: str
    start: float
    length: float
    number: int


class Meeting(NamedTuple):
    """A meeting's bar: what was asked at it, and how it was answered."""

    meeting: int
    words: str
    numbers: Mapping[str, int]
    total: int
    parts: Sequence[Part]
    words_at: float
    bar_at: float

    @property
    def cells(self) -> list[tuple[str, int]]:
        """Its numbers in the order of ``TIMES``, each with what it counts."""
        return [(words, self.numbers.get(kind, 0)) for kind, words in TIMES]


class Key(NamedTuple):
    """What a pattern means."""

    kind: str
    words: str
    x: float
    y: float
    words_x: float
    words_y: float


@dataclass(frozen=True)
class InTime:
    """For each meeting, how many of the recommendations sent with a due date were answered in
    time. ``left_out`` were not sent, or have no due date; ``earlier`` meetings are not drawn."""

    meetings: Sequence[Meeting]
    keys: Sequence[Key]
    left_out: int
    earlier: int
    height: float

    @property
    def description(self) -> str:
        """The chart in a sentence, for those who do not see it."""
        said = []
        for one in self.meetings:
            numbers = [f"{one.numbers[k]} {w.lower()}" for k, w in TIMES if one.numbers.get(k)]
            said.append(f"{one.words}: {', '.join(numbers)}")
        return "; ".join(said)


def in_time(positions: Iterable[Position], *, named: Mapping[int, str], most: int = 6) -> InTime:
    """Whether what was sent with a due date was answered by it, for the latest ``most`` meetings
    that raised anything, the newest first. ``named`` has the words of each meeting."""
    by_meeting: dict[int, Counter[str]] = defaultdict(Counter)
    days, left_out = {}, 0
    for position in positions:
        if kind := timeliness(position):
            by_meeting[position.meeting][kind] += 1
            days[position.meeting] = position.raised_on
        else:
            left_out += 1
    newest = sorted(by_meeting, key=lambda pk: (days[pk], pk), reverse=True)
    longest = max((by_meeting[pk].total() for pk in newest[:most]), default=0)
    drawn = [
        _meeting(pk, named.get(pk, ""), by_meeting[pk], longest, place * ROW)
        for place, pk in enumerate(newest[:most])
    ]
    used = {part.kind for one in drawn for part in one.parts}
    below = len(drawn) * ROW + ROW // 3
    keys = [
        _key(kind, words, x=place % 2 * WIDTH / 2, top=below + place // 2 * ROW)
        for place, (kind, words) in enumerate(time for time in TIMES if time[0] in used)
    ]
    height = below + (len(keys) + 1) // 2 * ROW if drawn else 1
    return InTime(drawn, keys, left_out, max(0, len(newest) - most), height)


def timeliness(position: Position) -> str:
    """In time, late, overdue or awaiting; "" for what has not been sent or has no due date."""
    if position.due_on is None or (position.sent_on is None and not position.decision):
        return ""
    match position.schedule:
        case states.Schedule.LATE:
            return "late"
        case states.Schedule.OVERDUE:
            return "overdue"
        case _:
            return "in time" if position.decision else "awaiting"


def _key(kind: str, words: str, *, x: float, top: float) -> Key:
    return Key(kind, words, x + EDGE, top + INSET, x + 30, top + BASE)


def _meeting(pk: int, words: str, numbers: Counter[str], longest: int, top: float) -> Meeting:
    parts, start = [], AFTER_DATE + EDGE
    for kind, _ in TIMES:
        if number := numbers[kind]:
            length = (WIDTH - AFTER_DATE - FIGURES - 2 * EDGE) * number / longest
            parts.append(Part(kind, round(start, 1), round(length, 1), number))
            start += length
    return Meeting(pk, words, dict(numbers), numbers.total(), parts, top + BASE, top + INSET)

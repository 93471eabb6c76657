"""The register's two charts as shapes and words; the templates draw them. Pure.

Lengths are in the units of the drawing, which is ``WIDTH`` wide and as high as it needs to be.
What a shape means stands beside it in words, or is a pattern with its key: never colour alone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .. import states
from .positions import Position

WIDTH = 300
LINE = 18
"""Height of a line of words."""
BAR = 9
GAP = 9
TALL = 16
"""Height of a bar that is patterned."""
KEY = 22
"""Height of a line of the key."""
EDGE = 0.5
"""Half of the line around a patterned bar, which must not be cut off."""
SLIVER = 2
"""The least width that is seen: one of ten thousand is there too."""


class Row(NamedTuple):
    """A bar with its words above it; ``share`` is a whole percentage."""

    value: str
    words: str
    number: int
    share: int
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
    the order of the chart; the longest bar fills the width."""
    total, most = sum(numbers.values()), max(numbers.values(), default=0)
    rows = []
    for value, words in named:
        if number := numbers.get(value, 0):
            top = len(rows) * (LINE + BAR + GAP)
            rows.append(
                Row(
                    value=value,
                    words=words,
                    number=number,
                    share=round(100 * number / total),
                    colour=colours.get(value, "grey"),
                    words_at=top + LINE - 5,
                    bar_at=top + LINE,
                    length=round(max(SLIVER, WIDTH * number / most), 1),
                )
            )
    return Bars(rows, total, max(1, len(rows) * (LINE + BAR + GAP) - GAP))


# --- Whether answers came in time ---------------------------------------------------------------

TIMES = (
    ("in time", "Answered in time"),
    ("late", "Answered late"),
    ("overdue", "Overdue"),
    ("awaiting", "Awaiting, not yet due"),
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
    def cells(self) -> list[int]:
        """Its numbers in the order of ``TIMES``."""
        return [self.numbers.get(kind, 0) for kind, _ in TIMES]


class Key(NamedTuple):
    """A line of the key."""

    kind: str
    words: str
    at: float
    words_at: float


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
    by_meeting: dict[int, Counter[str]] = {}
    days, left_out = {}, 0
    for position in positions:
        if kind := timeliness(position):
            by_meeting.setdefault(position.meeting, Counter())[kind] += 1
            days[position.meeting] = position.raised_on
        else:
            left_out += 1
    newest = sorted(by_meeting, key=lambda pk: (days[pk], pk), reverse=True)
    longest = max((by_meeting[pk].total() for pk in newest[:most]), default=0)
    drawn = [
        _meeting(pk, named.get(pk, ""), by_meeting[pk], longest, place * (LINE + TALL + GAP))
        for place, pk in enumerate(newest[:most])
    ]
    used = [kind for kind, _ in TIMES if any(one.numbers.get(kind) for one in drawn)]
    below = len(drawn) * (LINE + TALL + GAP)
    tops = {kind: below + place * KEY for place, kind in enumerate(used)}
    keys = [Key(k, words, tops[k], tops[k] + 12) for k, words in TIMES if k in tops]
    height = max(1, below + len(keys) * KEY)
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


def _meeting(pk: int, words: str, numbers: Counter[str], longest: int, top: float) -> Meeting:
    parts, start = [], EDGE
    for kind, _ in TIMES:
        if number := numbers[kind]:
            length = (WIDTH - 2 * EDGE) * number / longest
            parts.append(Part(kind, round(start, 1), round(length, 1), number))
            start += length
    return Meeting(pk, words, dict(numbers), numbers.total(), parts, top + LINE - 5, top + LINE)

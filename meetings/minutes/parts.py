"""What the minutes of a meeting say: its items, their minutes, and runs of minutes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..minuting import votes
from ..models import Action, AgendaItem, Attendance, Declaration, Meeting, MinuteEntry
from ..numbering import Numbers
from . import words
from .words import Person

SHORT = 6  # characters of a number


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction that a later meeting agreed. The minute reads so already where it was agreed
    with the draft (``is_made``): then ``text`` is how it was drafted, else how it is to read."""

    words: str
    text: str
    is_made: bool
    href: str


@dataclass(frozen=True, slots=True)
class Minute:
    """An entry with its number. ``lead`` stands in bold before ``text``; ``public`` says what
    became of the public there."""

    number: str
    entry: MinuteEntry
    lead: str
    text: str
    vote: str = ""
    action: Action | None = None
    public: str = ""
    corrections: tuple[Corrected, ...] = ()

    @property
    def is_resolved(self) -> bool:
        """Whether it is a resolution, and no motion that was lost."""
        return self.entry.kind == MinuteEntry.Kind.RESOLUTION and votes.is_resolved(self.entry)


@dataclass(frozen=True, slots=True)
class Run:
    """Minutes that follow one another and are all public, or all withheld under one paragraph.
    For the public, those withheld have only their ``place``: "Minutes 7.3 to 7.5"."""

    minutes: Sequence[Minute] = ()
    restricted_under: int | None = None
    place: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class MinutedItem:
    """An item with its minutes. One withheld has no ``item``, only ``restricted_under`` and
    ``public_summary``. ``position`` is its place on the agenda; ``nothing`` says that nothing is
    minuted, where that is not plain from its parts. ``out_since`` is the number of the minute by
    which the public is out when it begins."""

    number: str
    position: int
    item: AgendaItem | None = None
    restricted_under: int | None = None
    public_summary: str = ""
    runs: Sequence[Run] = ()
    declarations: Sequence[Declaration] = ()
    is_part: bool = False
    nothing: str = ""
    out_since: str = ""

    @property
    def urgency(self) -> str:
        """Why it could be considered though it was not published in time; empty for most."""
        return words.urgency(self.item) if self.item else ""

    @property
    def minutes(self) -> list[Minute]:
        """All of them, in order."""
        return [minute for run in self.runs for minute in run.minutes]

    @property
    def lacks_summary(self) -> bool:
        """Whether something is minuted in private of which the public is told nothing."""
        return not self.public_summary and any(
            minute.entry.restricted_under for minute in self.minutes
        )


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything the minutes of a meeting say. ``approved_by`` is the number of the minute of a
    later meeting that approved them."""

    meeting: Meeting
    present: Sequence[tuple[str, Sequence[Person]]]
    apologies: Sequence[Person]
    declarations: Sequence[Declaration]
    items: Sequence[MinutedItem]
    numbers: Numbers
    approved_by: str = ""
    is_public: bool = False
    entries: Sequence[MinuteEntry] = field(default=())
    attendances: Sequence[Attendance] = ()

    @property
    def is_draft(self) -> bool:
        """Whether they can still change."""
        return not self.meeting.minutes_are_approved

    @property
    def out_since(self) -> str:
        """The number of the minute by which the public is out, while the meeting goes on."""
        if self.meeting.state != Meeting.State.IN_PROGRESS:
            return ""
        minutes = [minute for minuted in self.items for minute in minuted.minutes]
        return out_since_after(minutes, "")

    @property
    def has_long_numbers(self) -> bool:
        """Whether their numbers need more room than 7.12.3 does."""
        return any(len(number) > SHORT for number in self.numbers.entries.values())

    @property
    def is_restricted(self) -> bool:
        """Whether anything in them is not for publication."""
        return any(entry.restricted_under for entry in self.entries) or any(
            minuted.restricted_under for minuted in self.items if minuted.item
        )


def out_since_after(minutes: Iterable[Minute], since: str) -> str:
    """The number of the minute by which the public is out once these were said."""
    for minute in minutes:
        if getattr(minute.entry, "readmission", None) is not None:
            since = ""
        if getattr(minute.entry, "exclusion", None) is not None:
            since = minute.number
    return since

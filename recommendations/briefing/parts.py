"""What a briefing is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..register.positions import Position
from .known import Item, Undertaking, Version
from .questions import Question


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised and not done: an undertaking or an action, or an answer that accepts or
    puts off. ``note`` says whose it is or what came of it."""

    text: str
    note: str
    is_late: bool = False
    position: Position | None = None
    undertaking: Undertaking | None = None

    @property
    def is_restricted(self) -> bool:
        """Whether it is not for publication."""
        if self.position is not None:
            return not self.position.is_public
        return self.undertaking is not None and self.undertaking.is_restricted


@dataclass(frozen=True, slots=True)
class Line:
    """A recommendation that is open. ``state`` is the one of its states that tells most."""

    position: Position
    state: str

    @property
    def is_restricted(self) -> bool:
        """Whether it is not for publication."""
        return not self.position.is_public


@dataclass(frozen=True, slots=True)
class Group:
    """Recommendations listed for one reason: the most pressing as lines, ``more`` of them by
    reference, and by reference those that only wait for the panel's judgement (``settled``)."""

    why: str
    lines: Sequence[Line] = ()
    more: Sequence[Position] = ()
    settled: Sequence[Position] = ()

    @property
    def named(self) -> Sequence[Position]:
        """Every recommendation in it."""
        return [*(line.position for line in self.lines), *self.more, *self.settled]


@dataclass(frozen=True, slots=True)
class About:
    """What there is to know about one item; promises by the reason why they are listed."""

    item: Item
    questions: Sequence[Question] = ()
    more_questions: Sequence[Question] = ()
    changed: Sequence[Version] = ()
    not_borne_out: int = 0
    promises: Sequence[tuple[str, Sequence[Promise]]] = ()
    groups: Sequence[Group] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the record has nothing on it."""
        return not (self.questions or self.changed or self.promises or self.groups)

    @property
    def is_restricted(self) -> bool:
        """Whether anything said of it is not for publication."""
        papers = any(paper.restricted_under for paper in self.item.papers)
        promises = any(one.is_restricted for _, group in self.promises for one in group)
        named = any(not position.is_public for group in self.groups for position in group.named)
        return bool(self.item.restricted_under or papers or promises or named)

    @property
    def number_of_questions(self) -> int:
        """How many questions there are, those folded away with them."""
        return len(self.questions) + len(self.more_questions)


@dataclass(frozen=True, slots=True)
class Total:
    """How many there are in the whole register, and the query of the page that shows them."""

    words: str
    number: int
    query: str
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole. ``also`` is what fits no item of the agenda: ``number`` recommendations, and what
    was agreed and is not done."""

    on: date
    items: Sequence[About]
    also: Group
    also_promised: Sequence[Promise]
    number: int
    totals: Sequence[Total]

    @property
    def asked_about(self) -> Sequence[About]:
        """The items on which there is something to ask."""
        return [about for about in self.items if about.questions]

    @property
    def is_restricted(self) -> bool:
        """Whether anything in it is not for publication."""
        return any(self._restricted())

    def _restricted(self) -> Iterator[bool]:
        yield from (about.is_restricted for about in self.items)
        yield from (promise.is_restricted for promise in self.also_promised)
        yield from (not position.is_public for position in self.also.named)

"""What the report of a review says, as plain values in the order in which it is read.

What the public may not read has ``restricted_under``, the paragraph of Schedule 12A, in the full
report. In the public one a ``Filed``, ``Question`` or ``Point`` that is withheld keeps its number,
so that both reports are cited alike, and has nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from meetings import exempt

from .answering import Asked, Rate, rate
from .stages import Stage


@dataclass(frozen=True, slots=True)
class Invited:
    """Someone invited by letter, or an open call, with the numbers of the evidence that came."""

    pk: int
    name: str
    role: str
    by_letter: bool
    invited_on: date | None
    answered_on: date | None
    has_declined: bool
    filed: Sequence[int]
    was_heard: bool
    restricted_under: int | None = None

    @property
    def has_answered(self) -> bool:
        """Whether anything came back."""
        return bool(self.answered_on or self.filed or self.was_heard)


@dataclass(frozen=True, slots=True)
class Heard:
    """A witness: the day, and the meeting or the place."""

    pk: int
    name: str
    role: str
    day: date | None
    where: str
    url: str = ""
    restricted_under: int | None = None


@dataclass(frozen=True, slots=True)
class Filed:
    """Evidence that was filed. ``file_name`` and ``size`` (in bytes) are of the document."""

    number: int
    pk: int = 0
    title: str = ""
    source: str = ""
    received_on: date | None = None
    file_name: str = ""
    size: int = 0
    text: str = ""
    restricted_under: int | None = None
    is_withheld: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A point of an answer. ``source`` says who said it or which evidence does: "Evidence 4"."""

    number: str
    pk: int = 0
    text: str = ""
    source: str = ""
    restricted_under: int | None = None
    is_withheld: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the points of its answer."""

    number: str
    pk: int = 0
    text: str = ""
    put_to: str = ""
    points: Sequence[Point] = ()
    restricted_under: int | None = None
    is_withheld: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """Questions on one subject."""

    number: str
    pk: int
    title: str
    questions: Sequence[Question]


@dataclass(frozen=True, slots=True)
class Promised:
    """What someone promised, and what was done about it."""

    pk: int
    text: str
    by: str
    due_on: date | None
    done_on: date | None
    outcome: str
    restricted_under: int | None = None

    def is_overdue(self, on: date) -> bool:
        """Whether the day has passed and nothing is recorded as done."""
        return self.done_on is None and self.due_on is not None and self.due_on < on


@dataclass(frozen=True, slots=True)
class Found:
    """A conclusion or a recommendation. One that was adopted has its ``reference`` in the
    register, its ``recommendation`` (the key) and, where they were corrected there since, the
    words that the register has."""

    number: str
    pk: int
    text: str
    suggested_wording: str = ""
    theme: str = ""
    owner: str = ""
    about: str = ""
    recommendation: int | None = None
    reference: str = ""
    url: str = ""
    register_says: str = ""


@dataclass(frozen=True, slots=True)
class Adopted:
    """Where the panel adopted the report. The public is not told of an item that is exempt."""

    on: date
    item: str
    url: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that the report says. ``not_agreed`` are recommendations that the panel did not take up
    when it adopted the report; ``withheld`` are the paragraphs of Schedule 12A for what is left
    out without a trace. It is a draft until the panel has adopted it."""

    title: str
    question: str
    scope: str
    method: str
    led_by: str
    summary: str
    started_on: date | None
    stage: Stage
    adopted: Adopted | None
    invited: Sequence[Invited]
    heard: Sequence[Heard]
    filed: Sequence[Filed]
    subjects: Sequence[Subject]
    promised: Sequence[Promised]
    conclusions: Sequence[Found]
    recommended: Sequence[Found]
    not_agreed: Sequence[Found] = ()
    withheld: Sequence[int] = ()
    is_public: bool = False
    is_draft: bool = True

    @property
    def rate(self) -> Rate:
        """How many of those invited by letter answered."""
        return rate(Asked(i.by_letter, i.has_answered, i.has_declined) for i in self.invited)

    @property
    def left_out_under(self) -> list[str]:
        """The same in words."""
        return [exempt.paragraph(number) for number in self.withheld]

    @property
    def by_letter(self) -> list[Invited]:
        """Those invited by letter."""
        return [one for one in self.invited if one.by_letter]

    @property
    def open_calls(self) -> list[Invited]:
        """The calls that anyone could answer."""
        return [one for one in self.invited if not one.by_letter]

    @property
    def is_restricted(self) -> bool:
        """Whether anything in it is not for publication."""
        questions = [one for subject in self.subjects for one in subject.questions]
        points = [one for question in questions for one in question.points]
        parts = (*self.invited, *self.heard, *self.filed, *questions, *points, *self.promised)
        return not self.is_public and any(part.restricted_under for part in parts)

"""The officers' analysis of a revised version of a plan, as plain values: each point that the
panel made on the version before, and what has become of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from ..models import Assessment, Outcome
from .minuted import Minuted

NOT_ASSESSED = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the scrutinised office answered. ``letter`` names the letter."""

    decision: str
    text: str
    letter: int
    dated: date


@dataclass(frozen=True, slots=True)
class Effect:
    """What became of a place. ``where`` are its headings and its page; ``evidence`` says why the
    verdict is as it is, ``is_proposed`` that no officer has looked."""

    what: str
    where: str
    verdict: str
    verdict_in_words: str
    evidence: str
    is_proposed: bool

    @property
    def needs_a_reason(self) -> bool:
        """Whether the evidence is worth the room: something is not as it was said to be."""
        return self.verdict not in ("borne out", "as stated")


@dataclass(frozen=True, slots=True)
class Comment:
    """What a partner said, and who said it."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Assessed:
    """The officers' view. ``view`` is in the model's words, ``view_in_words`` in people's."""

    view: str
    view_in_words: str
    comment: str
    questions: str
    suggested_wording: str
    wording_place: str
    partners: Sequence[Comment]

    @property
    def asking(self) -> Sequence[str]:
        """The questions, one for each line that was typed."""
        lines = (line.strip().removeprefix("- ") for line in self.questions.splitlines())
        return [line for line in lines if line]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the panel has decided already, and the minute that says so."""

    decision: str
    comment: str
    minuted: Minuted


@dataclass(frozen=True, slots=True)
class Point:
    """What the panel said, and all that has come of it. ``cites`` are places in words."""

    pk: int
    url: str
    reference: str
    kind: str
    theme: str
    text: str
    suggested_wording: str
    minuted: Minuted
    cites: Sequence[str]
    sent_on: date | None
    answers: Sequence[Answer] = ()
    effects: Sequence[Effect] = ()
    assessed: Assessed | None = None
    judged: Judged | None = None

    @property
    def restricted_under(self) -> int | None:
        """The paragraph of Schedule 12A under which it is not for publication."""
        return self.minuted.restricted_under

    @property
    def view(self) -> str:
        """The officers' view in the model's words; empty where there is none yet."""
        return self.assessed.view if self.assessed else NOT_ASSESSED


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter from the office: its whole text, or ``answers`` (point, response) where the rest
    of it is not for this reader."""

    pk: int
    url: str
    dated: date
    reference: str
    text: str
    answers: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A change that no point accounts for: ``pieces`` are its words, with what went and came."""

    url: str
    what: str
    where: str
    pieces: Sequence[object]
    is_regrouped: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a summary: how many there are, and the points they are found on."""

    name: str
    state: str
    references: Sequence[str]
    number: int = 0


@dataclass(frozen=True)
class Analysis:
    """All that the paper says. The versions are called as in a sentence: "draft of 5 May 2026"."""

    plan: str
    version: str
    version_url: str
    comparison_url: str
    earlier: str
    earlier_url: str
    points: Sequence[Point] = ()
    letters: Sequence[Letter] = ()
    unexplained: Sequence[Unexplained] = ()

    @cached_property
    def raised_on(self) -> Sequence[date]:
        """The days of the meetings at which the points were raised."""
        return sorted({point.minuted.held_on for point in self.points})

    @cached_property
    def sent_on(self) -> Sequence[date]:
        """The days on which they were sent."""
        return sorted({point.sent_on for point in self.points if point.sent_on})

    @cached_property
    def unsent(self) -> int:
        """How many have not been sent."""
        return sum(point.sent_on is None for point in self.points)

    @cached_property
    def unanswered(self) -> Sequence[str]:
        """The references of those without an answer."""
        return [point.reference for point in self.points if not point.answers]

    @cached_property
    def unassessed(self) -> int:
        """How many officers have not assessed yet."""
        return sum(point.assessed is None for point in self.points)

    @cached_property
    def to_confirm(self) -> int:
        """How many findings no officer has confirmed."""
        return sum(effect.is_proposed for effect in self._effects)

    @cached_property
    def views(self) -> Sequence[Row]:
        """How far the points are met: a row for each view, and for those not yet assessed."""
        by_view = _references((point.view, point) for point in self.points)
        rows = [Row(words, view, by_view.get(view, ())) for view, words in Assessment.View.choices]
        return [*rows, Row("Not yet assessed", "", by_view.get(NOT_ASSESSED, ()))]

    @cached_property
    def verdicts(self) -> Sequence[Row]:
        """What the plan shows of what is claimed: a row for each verdict there is."""
        by_verdict = _references(
            (effect.verdict, point) for point in self.points for effect in point.effects
        )
        number = Counter(effect.verdict for effect in self._effects)
        return [
            Row(words, verdict, by_verdict[verdict], number[verdict])
            for verdict, words in Outcome.Verdict.choices
            if verdict in by_verdict
        ]

    @cached_property
    def has_wording(self) -> bool:
        """Whether officers suggest words for the plan."""
        return any(p.assessed and p.assessed.suggested_wording for p in self.points)

    @cached_property
    def partners(self) -> Sequence[str]:
        """The partners whose comments are in it, each once."""
        comments = (c for p in self.points if p.assessed for c in p.assessed.partners)
        return list(dict.fromkeys(comment.source for comment in comments))

    @property
    def _effects(self) -> list[Effect]:
        return [effect for point in self.points for effect in point.effects]


def _references(found: Iterable[tuple[str, Point]]) -> Mapping[str, Sequence[str]]:
    """The references of the points under each state, each once, in the order of the points."""
    ordered = sorted(found, key=lambda pair: pair[0])
    return {
        state: list(dict.fromkeys(point.reference for _, point in pairs))
        for state, pairs in groupby(ordered, key=lambda pair: pair[0])
    }

"""Where each recommendation stands: four states, worked out from plain facts.

No database here: :mod:`.present` and :mod:`.past` gather the facts, :mod:`recommendations.states`
says what they come to.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar

from .. import states
from ..outcomes.verdicts import NO_PLACE

# --- What is known ------------------------------------------------------------------------------


class Said(NamedTuple):
    """A recommendation. ``row`` is the history row it was read from, 0 where it is the present
    record. ``raised_on`` is the day of the meeting, ``is_public`` whether anyone may read of it."""

    pk: int
    row: int
    reference: str
    kind: str
    route: str
    theme: str
    owner: str
    text: str
    sent_on: date | None
    due_on: date | None
    version: int | None
    plan: int | None
    meeting: int
    raised_on: date
    is_public: bool


class Answered(NamedTuple):
    """An answer, in a letter of that date."""

    pk: int
    row: int
    recommendation: int
    decision: str
    dated: date


class Checked(NamedTuple):
    """An outcome that nobody has rejected; ``dated`` is the version's date."""

    recommendation: int
    response: int | None
    place: str
    verdict: str
    is_proposed: bool
    dated: date


class Judged(NamedTuple):
    """A judgement of the panel, on the day of the meeting that made it."""

    pk: int
    recommendation: int
    decision: str
    on: date
    is_public: bool


class Postponed(NamedTuple):
    """A later due date that the panel agreed."""

    pk: int
    recommendation: int
    due_on: date
    decided_on: date


class Revised(NamedTuple):
    """A locked version, the version that it revises, and its date."""

    version: int
    revises: int
    dated: date


@dataclass(frozen=True)
class Facts:
    """All that positions are worked out from."""

    said: Sequence[Said] = ()
    answered: Sequence[Answered] = ()
    checked: Sequence[Checked] = ()
    judged: Sequence[Judged] = ()
    postponed: Sequence[Postponed] = ()
    revised: Sequence[Revised] = ()


# --- What it comes to ---------------------------------------------------------------------------


class Position(NamedTuple):
    """Where one recommendation stands on a day.

    ``response``, ``effect``, ``judgement`` and ``schedule`` are the four states of domain.md.
    ``first_due_on`` is the day first set, ``due_on`` the one that counts after ``slips``
    revisions. ``answer`` is the number of the response that counts, ``decision`` what it decided
    ("" without one). ``to_confirm`` says that an officer has yet to decide on an outcome.
    """

    pk: int
    reference: str
    kind: str
    route: str
    theme: str
    owner: str
    text: str
    meeting: int
    raised_on: date
    version: int | None
    plan: int | None
    sent_on: date | None
    first_due_on: date | None
    due_on: date | None
    slips: int
    answered_on: date | None
    answer: int | None
    decision: str
    response: str
    effect: str
    judgement: str
    judged_on: date | None
    schedule: str
    to_confirm: bool
    is_public: bool

    @property
    def is_open(self) -> bool:
        """Whether the panel has yet to be done with it. What it is not satisfied with is open."""
        return self.judgement in (states.OPEN, states.NOT_SATISFIED)


def positions(facts: Facts, *, on: date, is_public: bool = False) -> Iterator[Position]:
    """The position of each recommendation on that day. An answer, a version, a judgement or a due
    date that is dated later is left out. With ``is_public``, so is what the panel said or decided
    under a restricted item."""
    answered = _by_recommendation(a for a in facts.answered if a.dated <= on)
    to_come = {a.pk for a in facts.answered if a.dated > on}
    checked = _by_recommendation(
        c for c in facts.checked if c.dated <= on and c.response not in to_come
    )
    judged = _by_recommendation(
        j for j in facts.judged if j.on <= on and (j.is_public or not is_public)
    )
    postponed = _by_recommendation(p for p in facts.postponed if p.decided_on <= on)
    revised = {one.revises for one in facts.revised if one.dated <= on}
    for said in facts.said:
        if said.is_public or not is_public:
            yield _position(
                said,
                on,
                answers=answered.get(said.pk, ()),
                outcomes=checked.get(said.pk, ()),
                judgements=judged.get(said.pk, ()),
                slips=postponed.get(said.pk, ()),
                is_revised=said.version in revised,
            )


def _position(
    said: Said,
    on: date,
    *,
    answers: Sequence[Answered],
    outcomes: Sequence[Checked],
    judgements: Sequence[Judged],
    slips: Sequence[Postponed],
    is_revised: bool,
) -> Position:
    answer = max(answers, key=lambda a: (a.dated, a.pk), default=None)
    judgement = max(judgements, key=lambda j: (j.on, j.pk), default=None)
    slip = max(slips, key=lambda s: (s.decided_on, s.pk), default=None)
    due_on = slip.due_on if slip else said.due_on
    answered_on = answer.dated if answer else None
    decision = answer.decision if answer else None
    return Position(
        pk=said.pk,
        reference=said.reference,
        kind=said.kind,
        route=said.route,
        theme=said.theme,
        owner=said.owner,
        text=said.text,
        meeting=said.meeting,
        raised_on=said.raised_on,
        version=said.version,
        plan=said.plan,
        sent_on=said.sent_on,
        first_due_on=said.due_on,
        due_on=due_on,
        slips=len(slips),
        answered_on=answered_on,
        answer=answer.pk if answer else None,
        decision=decision or "",
        response=states.response_state(
            sent_on=said.sent_on, due_on=due_on, decision=decision, on=on
        ),
        effect=states.effect_state(
            plan_matter=said.version is not None,
            revised=is_revised,
            decision=decision,
            verdicts={o.verdict for o in outcomes if o.place != NO_PLACE},
            claims_a_change_without_place=any(o.place == NO_PLACE for o in outcomes),
        ),
        judgement=states.judgement_state(judgement.decision if judgement else None),
        judged_on=judgement.on if judgement else None,
        schedule=states.schedule_state(
            due_on=due_on, answered_on=answered_on, on=on, is_revised=bool(slips)
        ),
        to_confirm=any(o.is_proposed for o in outcomes),
        is_public=said.is_public,
    )


Fact = TypeVar("Fact", Answered, Checked, Judged, Postponed)


def _by_recommendation(facts: Iterable[Fact]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for fact in facts:
        found[fact.recommendation].append(fact)
    return found

"""A recommendation's position, gathered from its records, for the register and its own page."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.utils import timezone

from plans.models import PlanVersion

from .. import states
from ..models import Outcome, Recommendation, Response
from ..verdicts import NO_PLACE


class Revised(NamedTuple):
    """A locked version, the version that it revises, and its date."""

    version: int
    revises: int
    dated: date


@dataclass(frozen=True)
class Position:
    """The four states of one recommendation on a day, with the answer they rest on."""

    recommendation: Recommendation
    answer: Response | None
    response: str
    effect: str
    judgement: str
    schedule: str
    to_confirm: bool


def positions(
    recommendations: Iterable[Recommendation],
    *,
    on: date,
    revised: Collection[Revised],
    is_public: bool = False,
) -> list[Position]:
    """The position of each recommendation (fetched ``with_loop``) on that day: what is dated
    later, a letter, a version or a meeting, is left out. ``revised`` is what
    :func:`versions_revised` answers. With ``is_public``, what the panel decided under a restricted
    item is left out."""
    return [_position(recommendation, on, revised, is_public) for recommendation in recommendations]


def _position(
    recommendation: Recommendation, on: date, revised: Collection[Revised], is_public: bool
) -> Position:
    answers = [r for r in recommendation.responses.all() if r.letter.dated <= on]
    answer = latest(answers, key=lambda r: (r.letter.dated, r.pk))
    judgements = [
        judgement
        for judgement in recommendation.judgements.all()
        if not (is_public and judgement.entry.item.restricted_under)
        and timezone.localtime(judgement.entry.item.meeting.starts_at).date() <= on
    ]
    judgement = latest(judgements, key=lambda j: (j.entry.item.meeting.starts_at, j.pk))
    standing = _standing(recommendation, on, revised)
    decision = answer.decision if answer else None
    due_on = recommendation.due_on
    return Position(
        recommendation=recommendation,
        answer=answer,
        response=states.response_state(
            sent_on=recommendation.sent_on, due_on=due_on, decision=decision, on=on
        ),
        effect=states.effect_state(
            plan_matter=recommendation.version_id is not None,
            revised=any(
                one.revises == recommendation.version_id and one.dated <= on for one in revised
            ),
            decision=decision,
            verdicts={o.verdict for o in standing if o.place != NO_PLACE},
            claims_a_change_without_place=any(o.place == NO_PLACE for o in standing),
        ),
        judgement=states.judgement_state(judgement.decision if judgement else None),
        schedule=states.schedule_state(
            due_on=due_on, answered_on=answer.letter.dated if answer else None, on=on
        ),
        to_confirm=any(o.state == Outcome.State.PROPOSED for o in standing),
    )


def _standing(
    recommendation: Recommendation, on: date, revised: Collection[Revised]
) -> list[Outcome]:
    """The outcomes nobody has rejected, in versions and of answers dated by that day."""
    versions_to_come = {one.version for one in revised if one.dated > on}
    answers_to_come = {r.pk for r in recommendation.responses.all() if r.letter.dated > on}
    return [
        outcome
        for outcome in recommendation.outcomes.all()
        if outcome.state != Outcome.State.REJECTED
        and outcome.version_id not in versions_to_come
        and outcome.response_id not in answers_to_come
    ]


def latest(records: Iterable[Any], *, key: Any) -> Any:
    """The last of some records by ``key``; None of none."""
    return max(records, key=key, default=None)


def versions_revised() -> frozenset[Revised]:
    """The locked versions that revise another. One query."""
    revised = PlanVersion.objects.locked().filter(revises__isnull=False)
    found = revised.values_list("pk", "revises_id", "dated")
    return frozenset(Revised(*row) for row in found)

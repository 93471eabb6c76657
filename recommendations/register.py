"""A recommendation's position, gathered from its records, for the register and its own page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from plans.models import PlanVersion

from . import states
from .models import Outcome, Recommendation, Response
from .querysets import RecommendationQuerySet

COLOURS = {
    "accepted": "green",
    "accepted in part": "teal",
    "not accepted": "red",
    "already covered": "blue",
    "deferred": "yellow",
    "deferred to a later refresh": "yellow",
    "noted": "grey",
    "not sent": "grey",
    "awaiting": "yellow",
    "overdue": "red",
    "incorporated": "green",
    "incorporated in part": "teal",
    "claimed but not borne out": "red",
    "changed without being claimed": "orange",
    "awaiting a revised version": "grey",
    "no change": "grey",
    "not a plan matter": "grey",
    "open": "blue",
    "still open": "blue",
    "satisfied": "green",
    "not satisfied": "red",
    "superseded": "grey",
    "withdrawn": "grey",
    "met": "green",
    "partly met": "teal",
    "not met": "red",
    "cannot tell": "grey",
    "borne out": "green",
    "not borne out": "red",
    "as stated": "blue",
    "not found": "red",
    "on time": "green",
    "due soon": "yellow",
    "answered late": "orange",
    "no date set": "grey",
}


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
    revised: frozenset[int],
    is_public: bool = False,
) -> list[Position]:
    """The position of each recommendation (fetched ``with_loop``) on that day. ``revised`` are
    the primary keys of the versions of plans that have a locked, compared successor. With
    ``is_public``, what the panel decided under a restricted item is left out."""
    return [_position(recommendation, on, revised, is_public) for recommendation in recommendations]


def _position(
    recommendation: Recommendation, on: date, revised: frozenset[int], is_public: bool
) -> Position:
    answer = latest(recommendation.responses.all(), key=lambda r: (r.letter.dated, r.pk))
    judgements = [
        judgement
        for judgement in recommendation.judgements.all()
        if not (is_public and judgement.entry.item.restricted_under)
    ]
    judgement = latest(judgements, key=lambda j: (j.entry.item.meeting.starts_at, j.pk))
    standing = [o for o in recommendation.outcomes.all() if o.state != Outcome.State.REJECTED]
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
            revised=recommendation.version_id in revised,
            decision=decision,
            verdicts={outcome.verdict for outcome in standing},
        ),
        judgement=states.judgement_state(judgement.decision if judgement else None),
        schedule=states.schedule_state(
            due_on=due_on, answered_on=answer.letter.dated if answer else None, on=on
        ),
        to_confirm=any(o.state == Outcome.State.PROPOSED for o in standing),
    )


def latest(records: Iterable[Any], *, key: Any) -> Any:
    """The last of some records by ``key``; None of none."""
    return max(records, key=key, default=None)


def versions_revised() -> frozenset[int]:
    """The versions that a locked later version revises. One query."""
    revised = PlanVersion.objects.locked().filter(revises__isnull=False)
    return frozenset(revised.values_list("revises_id", flat=True))


def filtered(
    found: RecommendationQuerySet, wanted: Mapping[str, Any], *, on: date
) -> RecommendationQuerySet:
    """Narrow the register to what its filter form asks for."""
    if wanted.get("words"):
        found = found.matching(wanted["words"])
    if wanted.get("kind"):
        found = found.filter(kind=wanted["kind"])
    if verdict := wanted.get("verdict"):
        found = found.with_verdict(verdict)
    if version := wanted.get("version"):
        found = found.about(version)
    match wanted.get("answer"):
        case None | "":
            return found
        case "unanswered":
            return found.unanswered()
        case "overdue":
            return found.overdue(on)
        case decision:
            return found.decided(decision)

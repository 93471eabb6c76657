"""The page of one recommendation, brought together for the one who looks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils import timezone

from meetings.models import Meeting
from meetings.permissions import can_arrange_meetings
from pcp_scrutiny.components.wording import lower_first
from plans.models import PlanVersion

from .. import permissions, register
from ..models import Outcome, Recommendation
from ..rules.dates import in_words
from .neighbours import Neighbours, neighbours
from .next_steps import Advice, Around, Goal, Looker, NextStep, Thing, advice
from .records import Records, gather
from .timeline import Step, steps


class Link(NamedTuple):
    """The words of a link, and where it leads."""

    words: str
    href: str


@dataclass(frozen=True)
class Page:
    """Where it stands, what happened, what to do next, and what stands beside it. ``main`` is the
    one thing to do, ``others`` what else may be done."""

    recommendation: Recommendation
    position: register.Position
    steps: Sequence[Step]
    advice: Advice
    main: Link | None
    others: Sequence[Link]
    neighbours: Neighbours
    revised: Sequence[PlanVersion]
    due_when_sent: date | None
    restricted_under: int | None


def page_of(
    recommendation: Recommendation,
    user: Any,
    *,
    on: date,
    query: Mapping[str, Sequence[str]] | None = None,
) -> Page:
    """The page of a recommendation on that day. ``query`` is the address of the register that
    someone came from."""
    records, revised = gather(recommendation), _revised(recommendation)
    position = register.position_of(recommendation, on=on)
    around = _around(records, revised, user, on)
    advised = advice(position, _looker(user), around)
    return Page(
        recommendation=records.recommendation,
        position=position,
        steps=steps(records),
        advice=advised,
        main=_link(advised.main, recommendation) if advised.main else None,
        others=[_link(step, recommendation) for step in advised.others],
        neighbours=neighbours(recommendation, user, on=on, query=query),
        revised=[version for version in revised if version.is_locked],
        due_when_sent=records.due_when_sent,
        restricted_under=records.restricted_under,
    )


def _link(step: NextStep, recommendation: Recommendation) -> Link:
    return Link(step.words, address(step, recommendation.pk))


def _looker(user: Any) -> Looker:
    return Looker(
        records=permissions.can_record_recommendation(user),
        arranges=can_arrange_meetings(user),
        asks=permissions.can_view_recommendations(user),
    )


def _revised(recommendation: Recommendation) -> list[PlanVersion]:
    """The versions that revise the one it is about, locked or not."""
    if recommendation.version_id is None:
        return []
    return list(PlanVersion.objects.filter(revises=recommendation.version_id))


def _around(records: Records, revised: Sequence[PlanVersion], user: Any, on: date) -> Around:
    proposed = {
        o.outcome.version_id: o.outcome.version
        for o in records.outcomes
        if o.outcome.state == Outcome.State.PROPOSED
    }
    assessed = {assessment.version_id for assessment in records.assessments}
    today = timezone.make_aware(datetime.combine(on, time.min))
    meeting = Meeting.objects.visible_to(user).upcoming(today).first()
    return Around(
        to_confirm=[_thing(version) for version in proposed.values()],
        to_assess=[_thing(v) for v in revised if v.is_locked and v.pk not in assessed],
        reading_in=next((_thing(v) for v in revised if not v.is_locked), None),
        next_meeting=Thing(meeting.pk, in_words(meeting.day)) if meeting else None,
        questions=[
            line.strip()
            for assessment in records.assessments[-1:]
            for line in assessment.questions.splitlines()
            if line.strip()
        ],
    )


def _thing(version: PlanVersion) -> Thing:
    return Thing(version.pk, lower_first(str(version)))


ROUTES = {
    Goal.SEND: "recommendations:send",
    Goal.DUE: "recommendations:due",
    Goal.READ_LETTER: "recommendations:add_letter",
    Goal.CONFIRM: "recommendations:outcomes",
    Goal.ASSESS: "recommendations:assess",
    Goal.JUDGE: "recommendations:judge",
    Goal.FINISH_VERSION: "plans:version",
    Goal.ARRIVALS: "plans:detail",
    Goal.PLAN_MEETING: "meetings:add",
    Goal.AGENDA: "meetings:detail",
}
OF_IT = (Goal.DUE, Goal.ASSESS, Goal.JUDGE)
"""Goals whose address names the recommendation."""


def address(step: NextStep, recommendation: int) -> str:
    """Where a step about a recommendation leads."""
    if step.goal == Goal.SEND and step.pk is None:
        return reverse("recommendations:send_others")
    about = [recommendation] if step.goal in OF_IT else []
    thing = [step.pk] if step.pk is not None else []
    found = reverse(ROUTES[step.goal], args=[*about, *thing])
    return f"{found}#r{recommendation}" if step.goal == Goal.CONFIRM else found

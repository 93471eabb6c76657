"""The facts as the record now holds them. One query for each kind of fact."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from plans.models import PlanVersion

from ..models import DueDateRevision, Judgement, Outcome, Recommendation, Response
from .positions import Answered, Checked, Facts, Judged, Postponed, Revised, Said

SAID = (
    "pk",
    "reference",
    "kind",
    "route",
    "theme",
    "owner",
    "text",
    "sent_on",
    "due_on",
    "version_id",
    "version__plan_id",
    "raised_in__item__meeting_id",
    "raised_in__item__meeting__starts_at",
    "raised_in__item__restricted_under",
)


def gather(of: Collection[int] | None = None) -> Facts:
    """What is recorded now, of all recommendations or of some (by primary key)."""
    said = Recommendation.objects.filter(pk__in=of) if of is not None else Recommendation.objects
    answered = _of(Response.objects.all(), of).values_list(
        "pk", "recommendation_id", "decision", "letter__dated"
    )
    checked = _of(Outcome.objects.standing(), of).values_list(
        "recommendation_id", "response_id", "place", "verdict", "state", "version__dated"
    )
    postponed = _of(DueDateRevision.objects.all(), of).values_list(
        "pk", "recommendation_id", "due_on", "decided_on"
    )
    return Facts(
        said=[_said(*row) for row in said.order_by().values_list(*SAID)],
        answered=[Answered(pk, 0, *rest) for pk, *rest in answered.order_by()],
        checked=[
            Checked(recommendation, response, place, verdict, state == "proposed", dated)
            for recommendation, response, place, verdict, state, dated in checked.order_by()
        ],
        judged=_judged(of),
        postponed=[Postponed(*row) for row in postponed.order_by()],
        revised=revised(),
    )


def revised() -> list[Revised]:
    """The locked versions that revise another."""
    found = PlanVersion.objects.locked().filter(revises__isnull=False).order_by()
    return [Revised(*row) for row in found.values_list("pk", "revises_id", "dated")]


def _of(found: QuerySet, of: Collection[int] | None) -> QuerySet:
    return found if of is None else found.filter(recommendation__in=of)


def _said(pk: int, *fields: Any) -> Said:
    *own, version, plan, meeting, starts_at, restricted_under = fields
    raised_on = timezone.localtime(starts_at).date()
    return Said(pk, 0, *own, version, plan, meeting, raised_on, restricted_under is None)


def _judged(of: Collection[int] | None) -> list[Judged]:
    found = _of(Judgement.objects.order_by(), of).values_list(
        "pk",
        "recommendation_id",
        "decision",
        "entry__item__meeting__starts_at",
        "entry__item__restricted_under",
    )
    return [
        Judged(pk, recommendation, decision, timezone.localtime(at).date(), restricted is None)
        for pk, recommendation, decision, at, restricted in found
    ]

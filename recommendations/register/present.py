"""The facts as the record now holds them. One query for each kind of fact.

Days of meetings, dates of letters and of versions are read once each, and not beside every
recommendation: they are few, and ten thousand dates take longer to read than all else.
"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from meetings.models import AgendaItem
from plans.models import PlanVersion

from ..models import DueDateRevision, Judgement, Outcome, Recommendation, Response, ResponseLetter
from .positions import Answered, Checked, Facts, Judged, Postponed, Revised, Said


def gather(of: Collection[int] | None = None) -> Facts:
    """What is recorded now, of all recommendations or of some (by primary key)."""
    places = places_of_items()
    versions = {pk: rest for pk, *rest in _versions()}
    letters = dict(ResponseLetter.objects.order_by().values_list("pk", "dated"))
    return Facts(
        said=_said(of, places, {pk: plan for pk, (plan, *_) in versions.items()}),
        answered=[
            Answered(pk, 0, recommendation, decision, letters[letter])
            for pk, recommendation, decision, letter in _of(Response.objects.all(), of).values_list(
                "pk", "recommendation_id", "decision", "letter_id"
            )
        ],
        checked=[
            Checked(recommendation, response, place, verdict, state == "proposed", versions[to][2])
            for recommendation, response, place, verdict, state, to in _of(
                Outcome.objects.standing(), of
            ).values_list(
                "recommendation_id", "response_id", "place", "verdict", "state", "version_id"
            )
        ],
        judged=[
            Judged(pk, recommendation, decision, places[item].day, places[item].is_public)
            for pk, recommendation, decision, item in _of(Judgement.objects.all(), of).values_list(
                "pk", "recommendation_id", "decision", "entry__item_id"
            )
        ],
        postponed=[
            Postponed(*row)
            for row in _of(DueDateRevision.objects.all(), of).values_list(
                "pk", "recommendation_id", "due_on", "decided_on"
            )
        ],
        revised=[
            Revised(pk, revises, dated)
            for pk, (_, revises, dated, locked_at) in versions.items()
            if revises is not None and locked_at is not None
        ],
    )


class Place(NamedTuple):
    """Where what is minuted under an item stands: its meeting, the day that was held, and whether
    anyone may read it."""

    meeting: int
    day: date
    is_public: bool


def places_of_items() -> dict[int, Place]:
    """The place of each item of an agenda."""
    items = AgendaItem.objects.order_by().values_list(
        "pk", "meeting_id", "meeting__starts_at", "restricted_under"
    )
    return {
        pk: Place(meeting, timezone.localtime(starts_at).date(), restricted_under is None)
        for pk, meeting, starts_at, restricted_under in items
    }


def _versions() -> QuerySet:
    return PlanVersion.objects.order_by().values_list(
        "pk", "plan_id", "revises_id", "dated", "locked_at"
    )


def _said(
    of: Collection[int] | None, places: dict[int, Place], plans: dict[int, int]
) -> list[Said]:
    said = Recommendation.objects.order_by()
    said = said if of is None else said.filter(pk__in=of)
    own = ("reference", "kind", "route", "theme", "owner", "text", "sent_on", "due_on")
    return [
        Said(pk, 0, *fields, version, plans.get(version), *places[item])
        for pk, *fields, version, item in said.values_list(
            "pk", *own, "version_id", "raised_in__item_id"
        )
    ]


def _of(found: QuerySet, of: Collection[int] | None) -> QuerySet:
    found = found.order_by()
    return found if of is None else found.filter(recommendation__in=of)

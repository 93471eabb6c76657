"""The facts as they were recorded at a moment, from history.

Each record counts as its last history row by then says; what was deleted by then is left out. The
day of a meeting, and what is restricted, are read from the present record: what is restricted now
is withheld now, whatever was known then.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import models

from meetings.models import MinuteEntry
from plans.models import PlanVersion

from .. import searching
from ..models import DueDateRevision, Judgement, Outcome, Recommendation, Response, ResponseLetter
from .positions import Answered, Checked, Facts, Judged, Postponed, Revised, Said
from .present import Place, places_of_items


def gather(moment: datetime, of: Collection[int] | None = None) -> Facts:
    """What was recorded at that moment, of all recommendations or of some (by primary key)."""
    versions = _Versions(moment)
    places = _places()
    return Facts(
        said=_said(moment, of, versions, places),
        answered=_answered(moment, of),
        checked=_checked(moment, of, versions),
        judged=_judged(moment, of, places),
        postponed=[
            Postponed(*row)
            for row in _rows(DueDateRevision, moment, of).values_list(
                "id", "recommendation_id", "due_on", "decided_on"
            )
        ],
        revised=versions.revised,
    )


def rows_at(model: type[models.Model], moment: datetime) -> models.QuerySet:
    """The history row of each record of a model that told what it was at that moment."""
    told = model.history.filter(history_date__lte=moment).order_by()
    last = told.values("id").annotate(last=models.Max("history_id")).values("last")
    return model.history.filter(history_id__in=last).exclude(history_type="-").order_by()


def _rows(
    model: type[models.Model], moment: datetime, of: Collection[int] | None
) -> models.QuerySet:
    found = rows_at(model, moment)
    return found if of is None else found.filter(recommendation__in=of)


class _Versions:
    """The versions of plans as they were: their dates, their plans, which revise which."""

    def __init__(self, moment: datetime) -> None:
        rows = rows_at(PlanVersion, moment).values_list(
            "id", "plan_id", "revises_id", "dated", "locked_at"
        )
        self._all = {pk: rest for pk, *rest in rows}
        self.revised = [
            Revised(pk, revises, dated)
            for pk, (_, revises, dated, locked_at) in self._all.items()
            if revises is not None and locked_at is not None
        ]

    def plan(self, version: int | None) -> int | None:
        """The plan of a version."""
        return self._all[version][0] if version in self._all else None

    def dated(self, version: int) -> Any:
        """The date of a version; None where it was not recorded yet."""
        return self._all[version][2] if version in self._all else None


def _places() -> dict[int, Place]:
    """Where each minute stands that a recommendation or a judgement was ever recorded in."""
    asked = models.Q(pk__in=Recommendation.history.values("raised_in_id")) | models.Q(
        pk__in=Judgement.history.values("entry_id")
    )
    minutes = MinuteEntry.objects.filter(asked).order_by()
    entries = list(minutes.values_list("pk", "item_id", "restricted_under"))
    items = places_of_items()
    return {pk: items[item].of_minute(under) for pk, item, under in entries if item in items}


def _said(
    moment: datetime,
    of: Collection[int] | None,
    versions: _Versions,
    places: dict[int, Place],
) -> list[Said]:
    rows = rows_at(Recommendation, moment)
    rows = rows if of is None else rows.filter(id__in=of)
    own = ("id", "history_id", "reference", "kind", "route", "theme", "owner", "text")
    found = rows.values_list(*own, "sent_on", "due_on", "version_id", "raised_in_id")
    return [
        Said(
            *fields,
            version,
            versions.plan(version),
            *place,
        )
        for *fields, version, entry in found
        if (place := places.get(entry)) is not None
    ]


def _answered(moment: datetime, of: Collection[int] | None) -> list[Answered]:
    letters = dict(rows_at(ResponseLetter, moment).values_list("id", "dated"))
    found = _rows(Response, moment, of).values_list(
        "id", "history_id", "recommendation_id", "decision", "letter_id"
    )
    return [
        Answered(pk, row, recommendation, decision, letters[letter])
        for pk, row, recommendation, decision, letter in found
        if letter in letters
    ]


def _checked(moment: datetime, of: Collection[int] | None, versions: _Versions) -> list[Checked]:
    found = _rows(Outcome, moment, of).exclude(state=Outcome.State.REJECTED)
    rows = found.values_list(
        "recommendation_id", "response_id", "place", "verdict", "state", "version_id"
    )
    return [
        Checked(recommendation, response, place, verdict, state == Outcome.State.PROPOSED, dated)
        for recommendation, response, place, verdict, state, version in rows
        if (dated := versions.dated(version)) is not None
    ]


def _judged(moment: datetime, of: Collection[int] | None, places: dict[int, Place]) -> list[Judged]:
    found = _rows(Judgement, moment, of).values_list(
        "id", "recommendation_id", "decision", "entry_id"
    )
    return [
        Judged(
            pk,
            recommendation,
            decision,
            place.day,
            place.is_public,
        )
        for pk, recommendation, decision, entry in found
        if (place := places.get(entry)) is not None
    ]


def matching(words: str, facts: Facts) -> set[int]:
    """The recommendations that held every one of ``words``, in part or whole, themselves or in an
    answer, in the texts that ``facts`` were gathered from."""
    said = {one.row: one.pk for one in facts.said}
    answers = {one.row: one.recommendation for one in facts.answered}
    found = set(said.values())
    for word in words.split()[: searching.MOST_WORDS]:
        found &= _holding(word, Recommendation, ("reference", *searching.SAID_IN), said) | _holding(
            word, Response, searching.ANSWERED_IN, answers
        )
    return found


def _holding(
    word: str, model: type[models.Model], fields: Sequence[str], rows: Mapping[int, int]
) -> set[int]:
    """What ``rows`` lead to, of those that hold the word."""
    found = model.history.filter(searching.anywhere(word, fields)).order_by()
    return {rows[row] for row in found.values_list("history_id", flat=True) if row in rows}

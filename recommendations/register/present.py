"""The facts as the record now holds them. One query for each kind of fact.

Days of meetings, dates of letters and of versions are read once each, and not beside every
recommendation: they are few, and ten thousand dates take longer to read than all else.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Model, QuerySet
from django.utils import timezone

from meetings.models import AgendaItem, MinuteEntry
from plans.models import PlanVersion

from ..models import DueDateRevision, Judgement, Outcome, Recommendation, Response, ResponseLetter
from .positions import Answered, Checked, Facts, Judged, Postponed, Revised, Said


def gather(of: Collection[int] | None = None) -> Facts:
    """What is recorded now, of all recommendations or of some (by primary key).

    What others refer to is read after them: whoever writes meanwhile may add to it, and takes away
    only what nothing refers to any more.
    """
    said = list(_said(of))
    answered = _rows(Response, of, "pk", "recommendation_id", "decision", "letter_id")
    checked = _rows(Outcome, of, *CHECKED)
    judged = _rows(Judgement, of, "pk", "recommendation_id", "decision", *WHERE["entry"])
    postponed = _rows(DueDateRevision, of, "pk", "recommendation_id", "due_on", "decided_on")
    places, versions = places_of_items(), _versions()
    letters = dict(ResponseLetter.objects.order_by().values_list("pk", "dated"))
    return Facts(
        said=[
            Said(
                pk,
                0,
                *fields,
                version,
                versions[version].plan if version else None,
                *places[item].of_minute(under),
            )
            for pk, *fields, version, item, under in said
            if item in places and (version is None or version in versions)
        ],
        answered=[
            Answered(pk, 0, recommendation, decision, letters[letter])
            for pk, recommendation, decision, letter in answered
            if letter in letters
        ],
        checked=[
            Checked(*fields, state == Outcome.State.PROPOSED, versions[version].dated)
            for *fields, state, version in checked
            if version in versions and state != Outcome.State.REJECTED
        ],
        judged=[
            Judged(pk, recommendation, decision, *places[item].of_minute(under)[1:])
            for pk, recommendation, decision, item, under in judged
            if item in places
        ],
        postponed=[Postponed(*row) for row in postponed],
        revised=[
            Revised(pk, version.revises, version.dated)
            for pk, version in versions.items()
            if version.revises is not None and version.is_locked
        ],
    )


def without_private_words(facts: Facts) -> Facts:
    """The facts for the public. Of a meeting where something was minuted in private there is only
    what is public now, in the words of now: others may hold words that are withheld. Two
    queries, one where no minute is withheld."""
    withheld = MinuteEntry.objects.exclude(restricted_under=None).order_by()
    meetings = set(withheld.values_list("item__meeting", flat=True))
    if not meetings:
        return facts
    asked = Recommendation.objects.public().filter(raised_in__item__meeting__in=meetings)
    texts = dict(asked.order_by().values_list("pk", "text"))
    return replace(
        facts,
        said=[
            one if one.meeting not in meetings else one._replace(text=texts[one.pk])
            for one in facts.said
            if one.meeting not in meetings or one.pk in texts
        ],
    )


WHERE = {name: (f"{name}__item_id", f"{name}__restricted_under") for name in ("raised_in", "entry")}
CHECKED = ("recommendation_id", "response_id", "place", "verdict", "state", "version_id")


class Place(NamedTuple):
    """Where what is minuted under an item stands: its meeting, the day that was held, and whether
    anyone may read it."""

    meeting: int
    day: date
    is_public: bool

    def of_minute(self, restricted_under: int | None) -> "Place":
        """The place of a minute of the item, which may itself be kept from the public."""
        return self._replace(is_public=self.is_public and restricted_under is None)


def places_of_items() -> dict[int, Place]:
    """The place of each item of an agenda."""
    items = AgendaItem.objects.order_by().values_list(
        "pk", "meeting_id", "meeting__starts_at", "restricted_under"
    )
    return {
        pk: Place(meeting, timezone.localtime(starts_at).date(), restricted_under is None)
        for pk, meeting, starts_at, restricted_under in items
    }


class _Version(NamedTuple):
    plan: int
    revises: int | None
    dated: date
    is_locked: bool


def _versions() -> dict[int, _Version]:
    rows = PlanVersion.objects.order_by().values_list(
        "pk", "plan_id", "revises_id", "dated", "locked_at"
    )
    return {pk: _Version(*rest, at is not None) for pk, *rest, at in rows}


def _said(of: Collection[int] | None) -> QuerySet:
    said = Recommendation.objects.order_by()
    said = said if of is None else said.filter(pk__in=of)
    own = ("reference", "kind", "route", "theme", "owner", "text", "sent_on", "due_on")
    return said.values_list("pk", *own, "version_id", *WHERE["raised_in"])


def _rows(model: type[Model], of: Collection[int] | None, *fields: str) -> list[tuple[Any, ...]]:
    found = model.objects.order_by()
    found = found if of is None else found.filter(recommendation__in=of)
    return list(found.values_list(*fields))

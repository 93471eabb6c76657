"""Recording what the panel said, and that it was sent."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from meetings.actions.locking import hold_open, next_position
from meetings.models import AgendaItem, MinuteEntry
from pcp_scrutiny import history

from .. import citing
from ..models import Recommendation


@transaction.atomic
def record_recommendation(
    recommendation: Recommendation,
    *,
    item: AgendaItem,
    cites: str,
    by: Any,
    entry: MinuteEntry | None = None,
) -> Recommendation:
    """Record what the panel said under an item: its minute, the point, what it cites.

    ``cites`` is the officer's list of labels ("46(e), 52"). ``entry`` is the minute that records
    it already; without one it is minuted at the end of the item, and ValidationError is raised
    where the minutes of the meeting are approved.
    """
    recommendation.raised_in = entry or _minute(recommendation, item=item, by=by)
    history.save(recommendation, by=by, why=f"Recorded at {item.meeting}")
    _cite(recommendation, cites, by=by, why="Cited in the recommendation")
    return recommendation


def _minute(recommendation: Recommendation, *, item: AgendaItem, by: Any) -> MinuteEntry:
    hold_open(item.meeting)
    return history.create(
        MinuteEntry,
        by=by,
        why=f"Minuted with recommendation {recommendation.reference}",
        item=item,
        position=next_position(item.entries),
        kind=MinuteEntry.Kind.RECOMMENDATION,
        text=recommendation.text,
    )


@transaction.atomic
def correct_recommendation(
    recommendation: Recommendation, *, cites: str, by: Any, seen: str | None
) -> Recommendation:
    """Correct a recommendation. Raises Stale as ``history.save`` does."""
    history.save(recommendation, by=by, why="Corrected", seen=seen)
    _cite(recommendation, cites, by=by, why="Corrected")
    return recommendation


def _cite(recommendation: Recommendation, cites: str, *, by: Any, why: str) -> None:
    paragraphs = citing.Paragraphs(recommendation.version)
    cited = citing.settle(recommendation.text, cites, headings=paragraphs.headings)
    citing.write(recommendation, cited, paragraphs=paragraphs, by=by, why=why)


@transaction.atomic
def send_recommendations(
    recommendations: Sequence[Recommendation], *, sent_on: date, due_on: date | None, by: Any
) -> int:
    """Record that recommendations went to the Commissioner, and by when the panel asked for an
    answer (PRSRA 2011 s.29(3): a reasonable period that the panel determines). Answers with how
    many were recorded; one that was sent before keeps its dates."""
    held = Recommendation.objects.select_for_update().filter(pk__in=[r.pk for r in recommendations])
    unsent = [recommendation for recommendation in held if recommendation.sent_on is None]
    for recommendation in unsent:
        recommendation.sent_on, recommendation.due_on = sent_on, due_on
        history.save(recommendation, by=by, why="Sent")
    return len(unsent)

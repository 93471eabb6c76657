"""Recording what the panel said, that it was sent, and by when an answer is due."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from meetings.actions.entries import STEP
from meetings.actions.locking import hold_open, next_position
from meetings.actions.withholding import withhold
from meetings.models import AgendaItem, MinuteEntry
from pcp_scrutiny import history

from .. import citing
from ..models import DueDateRevision, Recommendation
from ..rules import dates
from . import minuting

WITH_DATES = ("due_date_revisions", "responses__letter")
"""What to prefetch before ``dates_of`` several."""


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
    where the minutes of the meeting are approved. It stands in the place of the one that came
    with the ``entry`` by itself, if nothing was made of that.
    """
    minuting.make_way(entry, reference=recommendation.reference, by=by)
    recommendation.raised_in = entry or _minute(recommendation, item=item, by=by)
    history.save(recommendation, by=by, why=f"Recorded at {item.meeting}")
    _cite(recommendation, cites, by=by, why="Cited in the recommendation")
    return recommendation


def _minute(recommendation: Recommendation, *, item: AgendaItem, by: Any) -> MinuteEntry:
    hold_open(item.meeting)
    entry = history.create(
        MinuteEntry,
        by=by,
        why=f"Minuted with recommendation {recommendation.reference}",
        item=item,
        position=next_position(item.entries) - 1 + STEP,
        kind=MinuteEntry.Kind.RECOMMENDATION,
        text=recommendation.text,
        restricted_under=item.restricted_under,
    )
    withhold(item.meeting, by=by)
    entry.refresh_from_db(fields=["restricted_under"])
    return entry


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
    many were recorded; one that was sent before keeps its dates. Raises ValidationError where one
    was raised after either day."""
    found = Recommendation.objects.filter(pk__in=[r.pk for r in recommendations])
    related = found.select_related("raised_in__item__meeting").prefetch_related(*WITH_DATES)
    held = related.select_for_update(of=("self",)).order_by("pk")
    unsent = [recommendation for recommendation in held if recommendation.sent_on is None]
    for recommendation in unsent:
        _refuse(dates.against_sending(dates_of(recommendation), sent_on=sent_on, due_on=due_on))
        recommendation.sent_on, recommendation.due_on = sent_on, due_on
        history.save(recommendation, by=by, why="Sent")
    return len(unsent)


@transaction.atomic
def revise_due_date(
    recommendation: Recommendation,
    *,
    due_on: date,
    decided_on: date,
    reason: str,
    by: Any,
    seen: str | None = None,
) -> DueDateRevision:
    """Record that the panel gave until another day; the day first set stays as it is.

    ``seen`` is the ``due_date_stamp`` that the person's page was made from: Stale is raised where
    someone revised the date since. Raises ValidationError where ``dates.against_revising`` says
    so, and without a reason.
    """
    held = _hold_due_date(recommendation, seen)
    wrong = dates.against_revising(
        dates_of(held), due_on=due_on, decided_on=decided_on, today=_today()
    )
    _refuse(wrong if reason.strip() else {**wrong, "reason": "Say why the date was revised"})
    return history.create(
        DueDateRevision,
        by=by,
        why=f"Due date revised: {reason.strip()}",
        recommendation=held,
        due_on=due_on,
        decided_on=decided_on,
        reason=reason.strip(),
    )


@transaction.atomic
def set_due_date(
    recommendation: Recommendation,
    *,
    due_on: date,
    decided_on: date,
    reason: str,
    by: Any,
    seen: str | None = None,
) -> Recommendation:
    """Set the first due date of a recommendation that was sent without one. Raises as
    ``revise_due_date`` does."""
    held = _hold_due_date(recommendation, seen)
    wrong = dates.against_setting(
        dates_of(held), due_on=due_on, decided_on=decided_on, today=_today()
    )
    _refuse(wrong if reason.strip() else {**wrong, "reason": "Say why the date was set"})
    held.due_on = due_on
    agreed = dates.in_words(decided_on)
    return history.save(held, by=by, why=f"Due date set, agreed on {agreed}: {reason.strip()}")


def due_date_stamp(recommendation: Recommendation) -> str:
    """What tells one due date from the next: the revision that counts, or the day first set."""
    last = recommendation.due_date_revisions.last()
    return f"revision {last.pk}" if last else f"first {recommendation.due_on or 'none'}"


def dates_of(recommendation: Recommendation) -> dates.Dates:
    """The dates of a recommendation as they now are. A query for each of its meeting, its
    revisions, its answers and their letters, none where those are at hand (``WITH_DATES``)."""
    revised = max(
        recommendation.due_date_revisions.all(), key=lambda r: (r.decided_on, r.pk), default=None
    )
    answers = recommendation.responses.all()
    return dates.Dates(
        reference=recommendation.reference,
        raised_on=recommendation.raised_in.item.meeting.day,
        sent_on=recommendation.sent_on,
        first_due_on=recommendation.due_on,
        due_on=revised.due_on if revised else recommendation.due_on,
        agreed_on=revised.decided_on if revised else None,
        answered_on=max((answer.letter.dated for answer in answers), default=None),
    )


def _hold_due_date(recommendation: Recommendation, seen: str | None) -> Recommendation:
    held = Recommendation.objects.select_for_update().get(pk=recommendation.pk)
    if seen is not None and due_date_stamp(held) != seen:
        raise history.Stale(held.due_date_revisions.last() or held)
    return held


def _today() -> date:
    return timezone.localdate(history.now())


def _refuse(wrong: Mapping[str, str]) -> None:
    """Raise ValidationError with what is wrong, if anything is."""
    if wrong:
        raise ValidationError([f"{sentence}." for sentence in wrong.values()])

"""Doing the same to several recommendations: to all of them or, where one has moved on, to none.

Whoever holds several records holds them in the order of their primary keys, here and in
``send_recommendations`` and ``confirm_outcomes``: two officers who chose the same ones wait for
each other in turn, and neither for the other at once.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from pcp_scrutiny import history

from ..models import DueDateRevision, Outcome, Recommendation
from .outcomes import confirm_outcome
from .recording import revise_due_date, send_recommendations

Seen = Mapping[int, str]
"""By primary key, the stamp of each record on the page that was confirmed."""


@transaction.atomic
def send_chosen(
    recommendations: Sequence[Recommendation],
    *,
    sent_on: date,
    due_on: date | None,
    by: Any,
    seen: Seen,
) -> int:
    """Record that these went to the Commissioner. Raises Stale where one is no longer what was
    seen, and ValidationError as ``send_recommendations`` does."""
    held = _hold(recommendations, seen)
    return send_recommendations(held, sent_on=sent_on, due_on=due_on, by=by)


@transaction.atomic
def revise_chosen(
    recommendations: Sequence[Recommendation],
    *,
    due_on: date,
    decided_on: date,
    reason: str,
    by: Any,
    seen: Seen,
) -> int:
    """Give these until another day. ``seen`` are the ``due_date_stamps``; raises as
    ``revise_due_date`` does."""
    for recommendation in sorted(recommendations, key=_in_order):
        revise_due_date(
            recommendation,
            due_on=due_on,
            decided_on=decided_on,
            reason=reason,
            by=by,
            seen=seen.get(recommendation.pk, "none"),
        )
    return len(recommendations)


@transaction.atomic
def confirm_chosen(outcomes: Sequence[Outcome], *, by: Any, seen: Seen) -> int:
    """Vouch for these outcomes. Raises Stale where one is no longer what was seen."""
    for outcome in sorted(outcomes, key=_in_order):
        confirm_outcome(outcome, by=by, seen=seen.get(outcome.pk, "none"))
    return len(outcomes)


@transaction.atomic
def set_theme(recommendations: Sequence[Recommendation], *, theme: str, by: Any, seen: Seen) -> int:
    """Put these under a theme, or with "" under none; answers with how many had another."""
    return _set("theme", theme, recommendations, by=by, seen=seen)


@transaction.atomic
def set_owner(recommendations: Sequence[Recommendation], *, owner: str, by: Any, seen: Seen) -> int:
    """Say who is to act on these, with "" the office; answers with how many had another."""
    return _set("owner", owner, recommendations, by=by, seen=seen)


def due_date_stamps(recommendations: Sequence[Recommendation]) -> dict[int, str]:
    """The ``due_date_stamp`` of each, in one query."""
    stamps = {r.pk: f"first {r.due_on or 'none'}" for r in recommendations}
    revisions = DueDateRevision.objects.filter(recommendation__in=list(stamps))
    for revision in revisions.order_by("decided_on", "pk"):
        stamps[revision.recommendation_id] = f"revision {revision.pk}"
    return stamps


def _in_order(record: Recommendation | Outcome) -> int:
    return record.pk


def _set(
    name: str, value: str, recommendations: Sequence[Recommendation], *, by: Any, seen: Seen
) -> int:
    changed = [r for r in _hold(recommendations, seen) if getattr(r, name) != value]
    called = Recommendation._meta.get_field(name).verbose_name
    why = f"{called[:1].upper()}{called[1:]}: {value or 'none'}"
    for recommendation in changed:
        setattr(recommendation, name, value)
        history.save(recommendation, by=by, why=why)
    return len(changed)


def _hold(recommendations: Sequence[Recommendation], seen: Seen) -> list[Recommendation]:
    """Hold the records until the transaction ends, if all are what was seen."""
    pks = [recommendation.pk for recommendation in recommendations]
    held = list(Recommendation.objects.select_for_update().filter(pk__in=pks).order_by("pk"))
    stamps = history.stamps(held)
    for recommendation in held:
        if stamps[recommendation.pk] != seen.get(recommendation.pk):
            raise history.Stale(recommendation)
    return held

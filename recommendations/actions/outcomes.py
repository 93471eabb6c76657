"""Deciding on outcomes: confirming, rejecting, looking again."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from pcp_scrutiny import history
from plans.models import PlanVersion

from ..models import Outcome
from ..outcomes import proposing


def hold(version: PlanVersion) -> None:
    """Hold a version until the transaction ends: what is concluded from it waits its turn."""
    PlanVersion.objects.select_for_update().get(pk=version.pk)


@transaction.atomic
def look_again(version: PlanVersion, *, by: Any) -> list[Outcome]:
    """Propose once more what became of the recommendations on what ``version`` revises, while no
    letter is being added; answers with the outcomes that are new."""
    if version.revises is not None:
        hold(version.revises)
    return proposing.propose(version, by=by)


@transaction.atomic
def confirm_outcome(outcome: Outcome, *, by: Any, seen: str | None = None) -> Outcome:
    """Vouch for an outcome. What is confirmed already stays as it is. Raises Stale where it is
    no longer what was ``seen``."""
    outcome = hold_outcome(outcome, seen)
    if outcome.state == Outcome.State.CONFIRMED:
        return outcome
    outcome.state, outcome.note = Outcome.State.CONFIRMED, ""
    return decide(outcome, by=by, why="Confirmed")


@transaction.atomic
def confirm_outcomes(seen: Mapping[int, str], *, by: Any) -> int:
    """Vouch for several outcomes at once, each as it was ``seen`` (its stamp by its primary key):
    all of them or, where one has moved on, none (Stale). One that was decided or taken back since
    is left as it is. Answers with how many are newly confirmed."""
    found = Outcome.objects.proposed().filter(pk__in=seen).order_by("pk")
    waiting = [(outcome, seen[outcome.pk]) for outcome in found]
    for outcome, stamp in waiting:
        confirm_outcome(outcome, by=by, seen=stamp)
    return len(waiting)


@transaction.atomic
def reject_outcome(outcome: Outcome, *, note: str, by: Any, seen: str | None = None) -> Outcome:
    """Reject an outcome, and say why. Raises ValidationError without a reason, and Stale where
    it is no longer what was ``seen``."""
    outcome = hold_outcome(outcome, seen)
    outcome.state, outcome.note = Outcome.State.REJECTED, note.strip()
    return decide(outcome, by=by, why=f"Rejected: {outcome.note}")


def hold_outcome(outcome: Outcome, seen: str | None) -> Outcome:
    """An outcome as it is now, held until the transaction ends. Raises Stale where that is no
    longer what was ``seen``."""
    held = Outcome.objects.select_for_update().get(pk=outcome.pk)
    if seen is not None and history.stamp(held) != seen:
        raise history.Stale(held)
    return held


def decide(outcome: Outcome, *, by: Any, why: str) -> Outcome:
    """Keep an officer's decision on an outcome."""
    outcome.decided_by, outcome.decided_at = by, history.now()
    return history.save(outcome, by=by, why=why)

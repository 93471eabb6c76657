"""The four facts that make up a recommendation's position (domain.md), each derived from records.

A recommendation has no status field: what the panel sent, what it was answered, what the plan then
said and what the panel made of it are four things, and all four are worked out here.
"""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

DUE_SOON = timedelta(days=14)

OPEN = "open"
NOT_SATISFIED = "not satisfied"


class Response(StrEnum):
    """Where the answer stands until there is one; after that the state is the decision."""

    NOT_SENT = "not sent"
    AWAITING = "awaiting"
    OVERDUE = "overdue"


class Effect(StrEnum):
    """What the recommendation did to the plan."""

    NOT_A_PLAN_MATTER = "not a plan matter"
    AWAITING = "awaiting a revised version"
    INCORPORATED = "incorporated"
    IN_PART = "incorporated in part"
    NOT_BORNE_OUT = "claimed but not borne out"
    UNCLAIMED = "changed without being claimed"
    NO_PLACE = "claimed, place not named"
    AWAITING_RESPONSE = "awaiting a response"
    NOT_ESTABLISHED = "not yet established"
    NO_CHANGE = "no change"


class Schedule(StrEnum):
    """Where it stands against the day the panel asked for a response by."""

    NO_DATE = "no date set"
    ON_TIME = "on time"
    DUE_SOON = "due soon"
    OVERDUE = "overdue"
    REVISED = "date revised"
    LATE = "answered late"


def response_state(
    *, sent_on: date | None, due_on: date | None, decision: str | None, on: date
) -> str:
    """The decision once there is one, else whether it was sent and is overdue on that day."""
    if decision:
        return decision
    if sent_on is None or sent_on > on:
        return Response.NOT_SENT
    return Response.OVERDUE if due_on is not None and due_on < on else Response.AWAITING


def effect_state(
    *,
    plan_matter: bool,
    revised: bool,
    decision: str | None,
    verdicts: Collection[str],
    claims_a_change_without_place: bool = False,
) -> Effect:
    """What the verdicts on a recommendation come to.

    ``revised`` says whether a later version has been compared; ``verdicts`` are those of the
    outcomes that stand (confirmed, or proposed and not yet rejected), on places that are named.
    "No change" is said only where there is an answer, and it claims none or was held against the
    plan.
    """
    if not plan_matter:
        return Effect.NOT_A_PLAN_MATTER
    if not revised:
        return Effect.AWAITING
    if "borne out" in verdicts:
        broken = "not borne out" in verdicts or "not found" in verdicts
        whole = not broken and decision != "accepted in part"
        return Effect.INCORPORATED if whole else Effect.IN_PART
    if "not borne out" in verdicts or "not found" in verdicts:
        return Effect.NOT_BORNE_OUT
    if "changed without being claimed" in verdicts:
        return Effect.UNCLAIMED
    if claims_a_change_without_place:
        return Effect.NO_PLACE
    return _without_change(decision, checked=bool(verdicts))


def _without_change(decision: str | None, *, checked: bool) -> Effect:
    if decision is None:
        return Effect.AWAITING_RESPONSE
    accepts = decision in ("accepted", "accepted in part")
    return Effect.NOT_ESTABLISHED if accepts and not checked else Effect.NO_CHANGE


def judgement_state(latest: str | None) -> str:
    """The panel's latest judgement; open until there is one."""
    return latest or OPEN


def schedule_state(
    *, due_on: date | None, answered_on: date | None, on: date, is_revised: bool = False
) -> Schedule:
    """Where it stands on that day against ``due_on``, the day itself being in time.

    ``due_on`` is the day that counts; ``is_revised`` says that it is not the one first set, which
    shows until there is an answer or the day is near."""
    if due_on is None:
        return Schedule.NO_DATE
    if answered_on is not None and answered_on <= on:
        return Schedule.ON_TIME if answered_on <= due_on else Schedule.LATE
    if due_on < on:
        return Schedule.OVERDUE
    if due_on - on <= DUE_SOON:
        return Schedule.DUE_SOON
    return Schedule.REVISED if is_revised else Schedule.ON_TIME

"""The four states of a recommendation as expressions for the database.

They say in SQL what :mod:`.states` says in Python, branch by branch, from the same records; a test
holds the two together over generated data. Each takes the model of recommendations, which this
module may not import (its querysets use it), and the day: what is dated later is left out.
"""

from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.db.models.lookups import (
    Exact,
    In,
    IsNull,
    LessThan,
    LessThanOrEqual,
)

from . import states
from .outcomes.verdicts import NO_PLACE

Model = type[Any]


def response(model: Model, on: date) -> Combinable:
    """As :func:`states.response_state`."""
    return _first(
        (IsNull(_decision(model, on), False), _decision(model, on)),
        (Q(sent_on__isnull=True) | Q(sent_on__gt=on), states.Response.NOT_SENT),
        (LessThan(due(model, on), on), states.Response.OVERDUE),
        otherwise=states.Response.AWAITING,
    )


def effect(model: Model, on: date) -> Combinable:
    """As :func:`states.effect_state`, of the outcomes that nobody has rejected."""
    versions = _model(model, "version")
    revised = versions.filter(revises=OuterRef("version"), locked_at__isnull=False, dated__lte=on)
    decision = _decision(model, on)
    outcomes = _outcomes(model, on)
    placed = outcomes.exclude(place=NO_PLACE)
    bears_out = Exists(placed.filter(verdict="borne out"))
    broken = Exists(placed.filter(verdict__in=("not borne out", "not found")))
    unclaimed = Exists(placed.filter(verdict="changed without being claimed"))
    accepts = In(decision, ("accepted", "accepted in part"))
    return _first(
        (Q(version__isnull=True), states.Effect.NOT_A_PLAN_MATTER),
        (~Exists(revised), states.Effect.AWAITING),
        (bears_out & broken, states.Effect.IN_PART),
        (bears_out & Q(Exact(decision, "accepted in part")), states.Effect.IN_PART),
        (bears_out, states.Effect.INCORPORATED),
        (broken, states.Effect.NOT_BORNE_OUT),
        (unclaimed, states.Effect.UNCLAIMED),
        (Exists(outcomes.filter(place=NO_PLACE)), states.Effect.NO_PLACE),
        (IsNull(decision, True), states.Effect.AWAITING_RESPONSE),
        (Q(accepts) & ~Exists(placed), states.Effect.NOT_ESTABLISHED),
        otherwise=states.Effect.NO_CHANGE,
    )


def judgement(model: Model, on: date) -> Combinable:
    """As :func:`states.judgement_state`."""
    made = _of(model, "judgements").filter(entry__item__meeting__starts_at__date__lte=on)
    latest = made.order_by("-entry__item__meeting__starts_at", "-pk").values("decision")[:1]
    return Coalesce(Subquery(latest), Value(states.OPEN))


def schedule(model: Model, on: date) -> Combinable:
    """As :func:`states.schedule_state`."""
    due_on = due(model, on)
    answered_on = Subquery(_answers(model, on).values("letter__dated")[:1])
    return _first(
        (IsNull(due_on, True), states.Schedule.NO_DATE),
        (LessThanOrEqual(answered_on, due_on), states.Schedule.ON_TIME),
        (IsNull(answered_on, False), states.Schedule.LATE),
        (LessThan(due_on, on), states.Schedule.OVERDUE),
        (LessThanOrEqual(due_on, on + states.DUE_SOON), states.Schedule.DUE_SOON),
        (Exists(_slips(model, on)), states.Schedule.REVISED),
        otherwise=states.Schedule.ON_TIME,
    )


def due(model: Model, on: date) -> Combinable:
    """The day that counts: the latest revision of the due date, or the one first set."""
    latest = _slips(model, on).order_by("-decided_on", "-pk").values("due_on")[:1]
    return Coalesce(Subquery(latest), F("due_on"), output_field=DateField())


def _first(*branches: tuple[Any, Any], otherwise: str) -> Case:
    """The result of the first condition that holds."""
    whens = (When(condition, then=_said(result)) for condition, result in branches)
    return Case(*whens, default=_said(otherwise), output_field=CharField())


def _said(result: Any) -> Any:
    return Value(str(result)) if isinstance(result, str) else result


def _decision(model: Model, on: date) -> Subquery:
    """The decision of the answer that counts; null without one."""
    return Subquery(_answers(model, on).values("decision")[:1])


def _answers(model: Model, on: date) -> QuerySet:
    """The answers to a recommendation, the one that counts first."""
    return _of(model, "responses").filter(letter__dated__lte=on).order_by("-letter__dated", "-pk")


def _outcomes(model: Model, on: date) -> QuerySet:
    """The outcomes of a recommendation that stand, in versions and of answers dated by then."""
    answered = Q(response__isnull=True) | Q(response__letter__dated__lte=on)
    return _of(model, "outcomes").standing().filter(answered, version__dated__lte=on)


def _slips(model: Model, on: date) -> QuerySet:
    """The revisions of a recommendation's due date."""
    return _of(model, "due_date_revisions").filter(decided_on__lte=on)


def _of(model: Model, name: str) -> QuerySet:
    """What belongs to each recommendation under that name."""
    return _model(model, name).filter(recommendation=OuterRef("pk")).order_by()


def _model(model: Model, name: str) -> QuerySet:
    return model._meta.get_field(name).related_model._default_manager.all()

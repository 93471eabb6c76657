"""Create, change and delete records so that their history says who and why.

Django's ``QuerySet.update`` and the bulk calls pass history by; ``make check`` refuses them in
the apps, and these functions stand in for them.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

Record = TypeVar("Record", bound=models.Model)

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


class Stale(Exception):
    """The record was changed by someone else after the form was opened.

    ``theirs`` is the record as it now is, ``who`` the person who changed it (or None).
    """

    def __init__(self, theirs: models.Model) -> None:
        super().__init__("The record was changed by someone else.")
        self.theirs = theirs
        self.who = theirs.history.latest().history_user


def stamp(record: models.Model) -> str:
    """What tells one state of a record from the next: the number of its last history row."""
    return str(record.history.values_list("history_id", flat=True).order_by("-history_id").first())


def stamps(records: Sequence[models.Model]) -> dict[Any, str]:
    """The ``stamp`` of each record by its primary key, in one query; all are of one model."""
    if not records:
        return {}
    key = records[0]._meta.pk.attname
    rows = type(records[0]).history.filter(**{f"{key}__in": [one.pk for one in records]})
    last = rows.order_by().values_list(key).annotate(last=models.Max("history_id"))
    return {pk: str(row) for pk, row in last}


@contextmanager
def as_at(moment: datetime) -> Iterator[None]:
    """Date the history of what is written inside to when it happened: what is brought in from an
    archive happened before. ``moment`` is aware. History rows are read in the order they were
    written, so write older things first."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)


def now() -> datetime:
    """When what is being written happens: now, or the moment given to ``as_at``."""
    return _moment.get() or timezone.now()


@transaction.atomic
def create(model: type[Record], *, by: Any, why: str, **fields: Any) -> Record:
    """Create a record. Raises ValidationError where the fields do not fit."""
    return _write(model(**fields), by=by, why=why)


@transaction.atomic
def save(record: Record, *, by: Any, why: str, seen: str | None = None) -> Record:
    """Save a record, new or changed.

    ``seen`` is the ``stamp`` that the person's form was made from: if the record has moved on
    since, Stale is raised and nothing is written. Raises ValidationError as ``create`` does.
    """
    if seen is not None:
        theirs = type(record)._default_manager.select_for_update().get(pk=record.pk)
        if stamp(theirs) != seen:
            raise Stale(theirs)
    return _write(record, by=by, why=why)


def _write(record: Record, *, by: Any, why: str) -> Record:
    record.full_clean()
    with _said(record, by, why):
        record.save()
    return record


@contextmanager
def _said(record: models.Model, by: Any, why: str) -> Iterator[None]:
    """Give the history its who, why and when for one write: the next one must say its own."""
    record._history_user, record._change_reason, record._history_date = by, why, now()
    try:
        yield
    finally:
        del record._history_user, record._change_reason, record._history_date


@transaction.atomic
def create_many(
    model: type[Record], records: Sequence[Record], *, by: Any, why: str
) -> list[Record]:
    """Create many records of one model at once. They are not validated one by one."""
    return bulk_create_with_history(
        records,
        model,
        batch_size=500,
        default_user=by,
        default_change_reason=why,
        default_date=now(),
    )


@transaction.atomic
def save_many(
    records: Sequence[Record], fields: Collection[str], *, by: Any, why: str
) -> Sequence[Record]:
    """Save some fields of many records of one model that exist, with a history row for each, in
    a few queries however many they are. They are not validated one by one."""
    if records:
        bulk_update_with_history(
            records,
            type(records[0]),
            fields,
            batch_size=500,
            default_user=by,
            default_change_reason=why,
            default_date=now(),
        )
    return records


@transaction.atomic
def delete(record: models.Model, *, by: Any, why: str) -> None:
    """Delete a record; its history stays. Raises ProtectedError where others refer to it."""
    with _said(record, by, why):
        record.delete()

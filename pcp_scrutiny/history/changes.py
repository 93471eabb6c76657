"""A record's history as people read it: each change with who, when, why, old and new."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.urls import reverse

from pcp_scrutiny.components.templatetags.formats import date_gds, datetime_gds

WORDS = {"+": "Added", "~": "Changed", "-": "Deleted"}


@dataclass(frozen=True)
class FieldChange:
    """One field: its name in words, and its value before and after, in words."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """One change to a record. ``who`` is None where no person made it."""

    what: str
    at: datetime
    who: Any
    why: str
    fields: tuple[FieldChange, ...]

    @property
    def has_before(self) -> bool:
        """Whether there was anything before: not where the record was added."""
        return self.what != WORDS["+"]


def of(rows: models.QuerySet) -> list[Change]:
    """The changes that a record's history rows tell, newest first."""
    newest_first = list(rows.select_related("history_user").order_by("-history_id"))
    return [
        Change(
            what=WORDS[row.history_type],
            at=row.history_date,
            who=row.history_user,
            why=row.history_change_reason or "",
            fields=tuple(_differences(row, earlier)),
        )
        for row, earlier in zip(newest_first, [*newest_first[1:], None], strict=True)
    ]


@dataclass(frozen=True)
class Deleted:
    """A record that belonged to another and was deleted; its own history can still be read."""

    record: models.Model
    kind: str
    at: datetime
    who: Any
    why: str

    @property
    def history_url(self) -> str:
        """Where its own history is."""
        meta = self.record._meta
        return reverse("history:record", args=[meta.app_label, meta.model_name, self.record.pk])


def deleted_under(record: models.Model) -> list[Deleted]:
    """What belonged to a record and was deleted, newest first."""
    found = []
    for relation in record._meta.related_objects:
        model, key = relation.related_model, relation.field.attname
        if hasattr(model, "history") and hasattr(model.history.model, key):
            rows = model.history.filter(**{key: record.pk}, history_type="-")
            found += [_deleted(row) for row in rows.select_related("history_user")]
    return sorted(found, key=lambda each: each.at, reverse=True)


def _deleted(row: Any) -> Deleted:
    kind = str(row.instance_type._meta.verbose_name)
    why = row.history_change_reason or ""
    return Deleted(row.instance, kind, row.history_date, row.history_user, why)


def _differences(row: Any, earlier: Any) -> Iterator[FieldChange]:
    if row.history_type == "-":
        return
    for field in row.tracked_fields:
        if field.primary_key:
            continue
        new = _words(field, row)
        old = _words(field, earlier) if earlier is not None else ""
        if new != old:
            yield FieldChange(str(field.verbose_name).capitalize(), old, new)


def _words(field: models.Field, row: Any) -> str:
    value = getattr(row, field.attname)
    if value is None or value in ("", []):
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return datetime_gds(value)
    if isinstance(value, date):
        return date_gds(value)
    if isinstance(field, models.ForeignKey):
        return _related(field, value)
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return str(value)


def _related(field: models.ForeignKey, pk: Any) -> str:
    found = field.remote_field.model._default_manager.filter(pk=pk).first()
    return str(found) if found is not None else f"(deleted, number {pk})"

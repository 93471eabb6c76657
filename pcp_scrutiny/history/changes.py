"""A record's history as people read it: each change with who, when, why, old and new."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

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
    if isinstance(field, models.ForeignKey):
        return _related(field, value)
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return str(value)


def _related(field: models.ForeignKey, pk: Any) -> str:
    found = field.remote_field.model._default_manager.filter(pk=pk).first()
    return str(found) if found is not None else f"(deleted, number {pk})"

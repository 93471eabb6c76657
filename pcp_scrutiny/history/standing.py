"""Where the record stands: the last history row of each kind of record. As long as it stands there
nothing has changed, so what was worked out of it, or shown to somebody, is still right.

Rows are numbered when they are written and seen when they are committed, which may be in another
order: a change that is being written may be committed after one that is numbered later. So what is
worked out while a transaction writes such a row must not be kept (``is_quiet`` is False). What was
kept before stays right: what begins later is numbered later.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, models


@dataclass(frozen=True, slots=True)
class Standing:
    """``stamp`` tells one state of the record from the next; ``is_quiet`` says that nobody else is
    writing just now."""

    stamp: tuple[Any, ...]
    is_quiet: bool


def standing(of: Iterable[type[models.Model]] | None = None) -> Standing:
    """Where these kinds of record stand, or all of them. One query."""
    tables = _all_tables() if of is None else tuple(map(_table, of))
    asked = [
        f"(SELECT {column} FROM {table} ORDER BY history_id DESC LIMIT 1)"  # noqa: S608
        for table in tables
        for column in ("history_id", "history_date")
    ]
    asked.append(_quiet(tables))
    with connection.cursor() as cursor:  # not historied: it only reads
        cursor.execute(f"SELECT {', '.join(asked)}")  # not historied: it only reads
        *stamp, is_quiet = cursor.fetchone()
    return Standing((str(connection.settings_dict["NAME"]), *stamp), bool(is_quiet))


@cache
def _all_tables() -> tuple[str, ...]:
    return tuple(_table(model) for model in apps.get_models() if hasattr(model, "history"))


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model.history.model._meta.db_table)


def _quiet(tables: Iterable[str]) -> str:
    """Whether nobody else is writing to these tables, in SQL. On PostgreSQL a transaction holds a
    lock on a table from before its first row is numbered until that row can be read. SQLite has
    one writer at a time, and numbers rows in the order they are committed."""
    if connection.vendor != "postgresql":
        return "1"
    listed = ", ".join(f"'{table}'::regclass" for table in tables)
    return (
        "NOT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'relation'"  # noqa: S608
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        f" AND mode = 'RowExclusiveLock' AND relation IN ({listed}) AND pid <> pg_backend_pid())"
    )

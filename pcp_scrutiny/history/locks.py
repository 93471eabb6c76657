"""What stands cannot change: the database itself refuses it.

A ``Lock`` says of which table's rows, and when they stand. A migration puts it in place::

    operations = [locks.put(Lock("plans_paragraph", standing="...", sentence="..."))]

It is a trigger before each INSERT and UPDATE, on PostgreSQL before DELETE too. Not on SQLite:
Django empties the tables between tests there with DELETE, which would be refused.

SQLite forgets a table's triggers when a migration rebuilds the table (almost every AlterField and
AddField does), and cannot rebuild a table that a trigger of another table asks about. A later
migration of such a table therefore runs ``locks.lift(...)`` first and ``locks.put(...)`` last;
a test tries whether the locks bite when all migrations have run.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython


@dataclass(frozen=True)
class Lock:
    """Rows of ``table`` that stand.

    ``standing`` is an SQL condition on ``{row}``, the row as it is or is to be. ``on_insert`` is
    False where a new row may be written standing already. ``sentence`` is the database's answer.
    """

    table: str
    standing: str
    sentence: str
    on_insert: bool = True


# Which rows each statement is asked about: a row may neither be taken out of what stands nor be
# put into it.
ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def put(*locks: Lock) -> RunPython:
    """A migration's operation that puts locks in place, and lifts them when it is undone."""
    return RunPython(_each(_create, locks), _each(_drop, locks))


def lift(*locks: Lock) -> RunPython:
    """A migration's operation that lifts locks, and puts them back when it is undone."""
    return RunPython(_each(_drop, locks), _each(_create, locks))


Change = Callable[[BaseDatabaseSchemaEditor, Lock], None]


def _each(change: Change, locks: tuple[Lock, ...]) -> Callable[..., None]:
    def run(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
        for lock in locks:
            change(schema_editor, lock)

    return run


def _create(schema_editor: BaseDatabaseSchemaEditor, lock: Lock) -> None:
    vendor = schema_editor.connection.vendor
    for statement in _statements(vendor, lock):
        write = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}[vendor]
        for sql in write(lock, statement):
            schema_editor.execute(sql, params=None)


def _drop(schema_editor: BaseDatabaseSchemaEditor, lock: Lock) -> None:
    vendor = schema_editor.connection.vendor
    for statement in _statements(vendor, lock):
        name = _name(lock, statement)
        if vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {lock.table}", params=None)
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}()", params=None)
        else:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}", params=None)


def _statements(vendor: str, lock: Lock) -> list[str]:
    inserts = ["INSERT"] if lock.on_insert else []
    return [*inserts, "UPDATE", *(["DELETE"] if vendor == "postgresql" else [])]


def _name(lock: Lock, statement: str) -> str:
    return f"{lock.table}_stands_{statement.lower()}"


def _condition(lock: Lock, statement: str) -> str:
    rows = ROWS[statement] if lock.on_insert else ROWS[statement][:1]
    return " OR ".join(f"({lock.standing.format(row=row)})" for row in rows)


def _on_sqlite(lock: Lock, statement: str) -> list[str]:
    return [
        f"CREATE TRIGGER {_name(lock, statement)} BEFORE {statement} ON {lock.table} FOR EACH ROW "
        f"WHEN {_condition(lock, statement)} "
        f"BEGIN SELECT RAISE(ABORT, {_quoted(lock.sentence)}); END"
    ]


def _on_postgresql(lock: Lock, statement: str) -> list[str]:
    name = _name(lock, statement)
    row = "OLD" if statement == "DELETE" else "NEW"
    return [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {_condition(lock, statement)} THEN "
        f"RAISE EXCEPTION USING MESSAGE = {_quoted(lock.sentence)}, "
        f"ERRCODE = 'integrity_constraint_violation'; "
        f"END IF; RETURN {row}; END $$",
        f"CREATE TRIGGER {name} BEFORE {statement} ON {lock.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]


def _quoted(sentence: str) -> str:
    return "'" + sentence.replace("'", "''") + "'"

"""Rows that stand: what the database refuses, and that a migration can lift it."""

import pytest
from django.db import IntegrityError, connection, transaction

from pcp_scrutiny.history import locks

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def run():
    """Run a statement by itself."""

    def execute(sql):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)

    return execute


@pytest.fixture
def tries(run):
    """A table with one row that is done and one that is not."""
    run("CREATE TABLE tries (id integer, done integer)")
    run("INSERT INTO tries VALUES (1, 1), (2, 0)")
    yield
    run("DROP TABLE tries")


def migrate(operation, *, backwards=False):
    with connection.schema_editor() as editor:
        (operation.reverse_code if backwards else operation.code)(None, editor)


def a_lock(**changes):
    return locks.Lock(
        "tries", standing="{row}.done = 1", sentence="Done is done: that's 100%.", **changes
    )


def refused(run, sql):
    with pytest.raises(IntegrityError, match="that's 100%"):
        run(sql)


def test_a_row_that_stands_cannot_be_changed_and_others_can(tries, run):
    migrate(locks.put(a_lock()))
    refused(run, "UPDATE tries SET id = 9 WHERE id = 1")
    run("UPDATE tries SET id = 3 WHERE id = 2")
    migrate(locks.lift(a_lock()))


def test_a_row_can_neither_be_put_into_what_stands_nor_taken_out(tries, run):
    migrate(locks.put(a_lock()))
    refused(run, "INSERT INTO tries VALUES (4, 1)")
    refused(run, "UPDATE tries SET done = 1 WHERE id = 2")
    refused(run, "UPDATE tries SET done = 0 WHERE id = 1")
    migrate(locks.lift(a_lock()))


def test_a_row_may_come_to_stand_where_the_lock_allows_it(tries, run):
    migrate(locks.put(a_lock(on_insert=False)))
    run("INSERT INTO tries VALUES (4, 1)")
    run("UPDATE tries SET done = 1 WHERE id = 2")
    refused(run, "UPDATE tries SET done = 0 WHERE id = 2")
    migrate(locks.lift(a_lock(on_insert=False)))


def test_a_lock_that_is_lifted_refuses_nothing_and_undoing_that_puts_it_back(tries, run):
    migrate(locks.put(a_lock()))
    migrate(locks.lift(a_lock()))
    run("UPDATE tries SET id = 9 WHERE id = 1")
    migrate(locks.lift(a_lock()), backwards=True)
    refused(run, "UPDATE tries SET id = 1 WHERE id = 9")
    migrate(locks.put(a_lock()), backwards=True)
    run("UPDATE tries SET id = 1 WHERE id = 9")

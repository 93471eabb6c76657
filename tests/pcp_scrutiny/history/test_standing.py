"""Where the record stands."""

from threading import Event, Thread

import pytest
from django.db import connection, transaction

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import MeetingFactory


def test_a_change_moves_it(db):
    before = history.standing().stamp
    MeetingFactory()
    assert history.standing().stamp != before
    assert history.standing().stamp == history.standing().stamp


def test_only_the_records_asked_about_move_it(db):
    before = history.standing([Panel]).stamp
    MeetingFactory()
    assert history.standing([Panel]).stamp == before


def test_a_deleted_record_moves_it(db):
    meeting = MeetingFactory()
    before = history.standing().stamp
    history.delete(meeting, by=None, why="For a test")
    assert history.standing().stamp != before


def test_one_query_answers(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        history.standing()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer at a time")
def test_it_is_not_quiet_while_somebody_writes():
    written, may_end = Event(), Event()

    def write():
        with transaction.atomic():
            MeetingFactory()
            written.set()
            may_end.wait(10)
        connection.close()

    other = Thread(target=write)
    other.start()
    written.wait(10)
    during = history.standing().is_quiet
    may_end.set()
    other.join()
    assert (during, history.standing().is_quiet) == (False, True)

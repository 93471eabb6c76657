"""What happened earlier than it is written down keeps its own date."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel

JUNE = datetime(2026, 6, 12, 9, 30, tzinfo=UTC)
JULY = datetime(2026, 7, 20, 16, 0, tzinfo=UTC)


def dates(rows) -> list[datetime]:
    return list(rows.order_by("history_id").values_list("history_date", flat=True))


def test_as_at_dates_each_kind_of_write(db):
    with history.as_at(JUNE):
        panel = history.create(Panel, by=None, why="Set up", pk=1)
    with history.as_at(JULY):
        panel.name = "New name"
        history.save(panel, by=None, why="Renamed")
        history.delete(panel, by=None, why="Closed")
    assert dates(Panel.history) == [JUNE, JULY, JULY]


def test_as_at_dates_what_is_created_many_at_once(db):
    with history.as_at(JUNE):
        history.create_many(Panel, [Panel(pk=1)], by=None, why="Set up")
    assert dates(Panel.history) == [JUNE]


def test_as_at_within_another_gives_way_to_it_again(db):
    with history.as_at(JULY):
        with history.as_at(JUNE):
            panel = history.create(Panel, by=None, why="Set up", pk=1)
        history.save(panel, by=None, why="Checked")
    assert dates(Panel.history) == [JUNE, JULY]


def test_what_is_written_afterwards_happens_now(db):
    with history.as_at(JUNE):
        panel = history.create(Panel, by=None, why="Set up", pk=1)
    history.save(panel, by=None, why="Checked")
    assert timezone.now() - dates(Panel.history)[-1] < timedelta(minutes=5)


def test_now_is_the_moment_that_what_is_written_happens():
    with history.as_at(JUNE):
        assert history.now() == JUNE
    assert timezone.now() - history.now() < timedelta(minutes=5)

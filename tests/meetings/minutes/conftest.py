"""What the tests of the minutes share."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from meetings.models import Meeting
from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, MinuteEntryFactory


@pytest.fixture
def panel_numbers(db) -> Callable[[str], Panel]:
    """Have the panel number its minutes in a style."""

    def number(style: str) -> Panel:
        panel = Panel.current()
        panel.minute_numbers = style
        return history.save(panel, by=None, why="For a test")

    return number


@pytest.fixture
def held(db) -> Callable[..., Meeting]:
    """A meeting in a month with so many entries under each of its items."""

    def hold(month: int, *under: int, year: int = 2026, **fields) -> Meeting:
        day = datetime(year, month, 10, 10, 30, tzinfo=UTC)
        meeting = MeetingFactory(starts_at=day, **fields)
        for number in under:
            item = AgendaItemFactory(meeting=meeting)
            MinuteEntryFactory.create_batch(number, item=item)
        return meeting

    return hold

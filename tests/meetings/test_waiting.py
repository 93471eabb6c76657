"""What the home page says about meetings, to whom."""

from datetime import UTC, date, datetime

import pytest

from meetings.waiting import meetings_waiting
from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PaperFactory

TODAY = date(2026, 11, 21)


def blocks(user, on=TODAY):
    return {block.title: block for block in meetings_waiting(user, on)}


def test_nobody_is_told_anything(nobody, administrator):
    MeetingFactory()
    assert meetings_waiting(nobody, TODAY) == meetings_waiting(administrator, TODAY) == []


def test_a_member_is_told_of_the_next_meeting_only(member):
    meeting = MeetingFactory()
    MeetingFactory(starts_at=datetime(2027, 2, 5, 10, tzinfo=UTC))
    found = blocks(member)
    assert list(found) == ["The next meeting"]
    *_, task = found["The next meeting"].tasks  # what other apps have to read comes first
    assert (task.text, task.href) == (str(meeting), f"/meetings/{meeting.pk}/#agenda")


def test_a_member_is_told_that_no_meeting_is_planned(member):
    assert blocks(member)["The next meeting"].empty == "No meeting is planned."


@pytest.mark.parametrize(
    ("on", "note", "urgent"),
    [
        (date(2026, 11, 21), "Publish the agenda by Thursday 3 December 2026", False),
        (
            date(2026, 11, 30),
            "Publish the agenda by Thursday 3 December 2026: 3 working days left",
            True,
        ),
        (
            date(2026, 12, 3),
            "Publish the agenda by Thursday 3 December 2026: today is the last day",
            True,
        ),
        (
            date(2026, 12, 7),
            "The agenda should have been published by Thursday 3 December 2026: 2 clear days "
            "short if published today",
            True,
        ),
    ],
)
def test_a_clerk_is_told_when_the_agenda_must_be_out(clerk, on, note, urgent):
    PaperFactory(kind="minutes", item__meeting=MeetingFactory())
    (task,) = blocks(clerk, on)["Meetings in preparation"].tasks
    assert (task.note, task.urgent) == (note, urgent)


def test_a_clerk_is_told_what_is_missing(clerk):
    AgendaItemFactory(meeting=MeetingFactory(how_to_attend=""))
    (task,) = blocks(clerk)["Meetings in preparation"].tasks
    assert task.note.endswith("Missing: 2 things")


def test_a_published_agenda_is_no_longer_in_preparation(clerk):
    MeetingFactory(state="agenda published")
    assert blocks(clerk)["Meetings in preparation"].tasks == []


@pytest.mark.parametrize(
    ("state", "note"),
    [("planned", "Minutes to be finished"), ("draft minutes", "Draft, to be approved")],
)
def test_an_officer_is_told_of_minutes_to_finish(officer, state, note):
    meeting = MeetingFactory(state=state, starts_at=datetime(2026, 6, 12, 10, tzinfo=UTC))
    (task,) = blocks(officer)["Minutes not yet approved"].tasks
    assert (task.note, task.href) == (note, f"/meetings/{meeting.pk}/minutes/")


def test_approved_minutes_wait_for_nobody(officer):
    at = datetime(2026, 6, 12, 10, tzinfo=UTC)
    MeetingFactory(state="approved minutes", starts_at=at, approved_at=at)
    assert blocks(officer)["Minutes not yet approved"].tasks == []


@pytest.mark.parametrize("rows", [1, 3])
def test_a_clerk_costs_as_much_with_one_meeting_as_with_three(
    clerk, rows, django_assert_num_queries
):
    for _ in range(rows):
        PaperFactory()
    with django_assert_num_queries(5):
        meetings_waiting(clerk, TODAY)


def test_wales_has_its_own_clock(clerk):
    history.create(Panel, by=None, why="For a test", pk=1, nation="WLS", notice_days=3)
    MeetingFactory()
    (task,) = blocks(clerk)["Meetings in preparation"].tasks
    assert task.note.startswith("Publish the agenda by Monday 7 December 2026")

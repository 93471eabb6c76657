"""What the tests of actions share."""

from datetime import date

from meetings.models import Meeting
from pcp_scrutiny import history

PARTS = [("1", "Every ward has an officer."), ("2", "Hours of patrol are published.")]
DUE = date(2026, 8, 1)


def last(record):
    """Who changed it last, and why."""
    row = record.history.latest()
    return row.history_user, row.history_change_reason


def approve(item):
    """Approve the minutes of an item's meeting."""
    meeting = item.meeting
    meeting.state, meeting.approved_at = Meeting.State.APPROVED_MINUTES, meeting.starts_at
    history.save(meeting, by=None, why="Approved in a test")

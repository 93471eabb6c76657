"""Documents of one part: minutes and the agenda."""

import pytest

from meetings import packs
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, MinuteEntryFactory
from tests.meetings.packs.looking import text_of


@pytest.fixture
def minuted(db):
    """A meeting with a public and a private minute."""
    meeting = MeetingFactory(state="draft minutes")
    for under, words in ((None, "Said in the open."), (1, "Said behind closed doors.")):
        item = AgendaItemFactory(meeting=meeting, restricted_under=under)
        MinuteEntryFactory(item=item, text=words)
    return meeting


def test_minutes_say_draft_until_they_are_approved(minuted):
    text = text_of(packs.make_minutes(minuted, is_public=False))
    assert "DRAFT: these minutes have not been approved" in text
    assert "Draft minutes" in text
    assert "Said behind closed doors." in text


def test_public_minutes_leave_out_what_is_exempt(minuted):
    text = text_of(packs.make_minutes(minuted, is_public=True))
    assert "Said in the open." in text
    assert "behind closed doors" not in text


def test_the_agenda_by_itself_has_no_pages_of_papers(minuted):
    text = text_of(packs.make_agenda(minuted, is_public=True))
    assert "Notice of meeting and agenda" in text
    assert "Item Business 1 " in text


def test_file_name_holds_no_time_of_making():
    meeting = MeetingFactory.build(title="This time")
    assert packs.file_name(meeting, "public-pack") == "this-time-2026-12-11-public-pack.pdf"

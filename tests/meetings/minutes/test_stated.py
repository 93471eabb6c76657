"""What the minutes state besides what was minuted: urgency, who was in the chair, that nothing
was minuted."""

import io
from datetime import UTC, datetime

import docx
import pytest
from django.template.loader import render_to_string

from meetings import minutes
from meetings.minutes import words
from meetings.models import AgendaItem, Attendance, Meeting, MinuteEntry, PanelMember
from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PanelMemberFactory,
)

URGENT = {"is_urgent": True, "special_circumstances": "The grant lapses on Friday"}
STATED = (
    "The Chair was of the opinion that this item should be considered as a matter of urgency "
    "because of special circumstances: The grant lapses on Friday."
)


def read(meeting, *, is_public=False):
    return minutes.read(meeting, is_public=is_public, office="Commissioner")


def shown(meeting, *, is_public):
    """The minutes as each of the three has them: on the screen, in print, in Word."""
    found = read(meeting, is_public=is_public)
    links = {"minutes": found, "links": {}, "level": 2}
    written = docx.Document(io.BytesIO(minutes.as_word(found, panel=Panel.current())))
    texts = [
        render_to_string("documents/_minutes.html", links),
        "\n".join(paragraph.text for paragraph in written.paragraphs),
    ]
    if not is_public:
        texts += [
            render_to_string("meetings/_minuted.html", links | {"minuted": minuted})
            for minuted in found.items[:1]
        ]
    return texts


@pytest.mark.parametrize("is_public", [True, False])
def test_minutes_state_the_special_circumstances_of_an_urgent_item(db, is_public):
    item = AgendaItemFactory(**URGENT)
    assert all(STATED in text for text in shown(item.meeting, is_public=is_public))


def test_public_minutes_leave_out_the_circumstances_of_an_exempt_item(db):
    item = AgendaItemFactory(**URGENT, restricted_under=3)
    assert not any("grant" in text for text in shown(item.meeting, is_public=True))
    assert all(STATED in text for text in shown(item.meeting, is_public=False))


def test_nothing_is_said_of_urgency_where_there_is_none():
    assert words.urgency(AgendaItem(special_circumstances=" ")) == ""


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (Meeting.State.DRAFT_MINUTES, "Nothing was minuted under this item."),
        (Meeting.State.IN_PROGRESS, "Nothing is minuted under this item yet."),
    ],
)
def test_minutes_say_where_nothing_is_minuted(db, state, said):
    item = AgendaItemFactory(meeting=MeetingFactory(state=state))
    assert all(said in text for text in shown(item.meeting, is_public=False))


def test_an_item_is_not_said_to_be_empty_where_its_parts_follow(db):
    item = AgendaItemFactory()
    part = AgendaItemFactory(meeting=item.meeting, is_part=True)
    MinuteEntryFactory(item=part)
    AgendaItemFactory(meeting=item.meeting)
    assert [bool(minuted.nothing) for minuted in read(item.meeting).items] == [False, False, True]


def _attend(meeting, name, position, **fields):
    member = PanelMemberFactory(name=name, position=position)
    return AttendanceFactory(
        meeting=meeting, member=member, name=name, capacity="member", role="Rowan", **fields
    ).member


def test_the_chair_stands_first_and_is_in_the_chair(db):
    meeting = MeetingFactory()
    _attend(meeting, "A Member", "member")
    _attend(meeting, "B Vice", "vice-chair")
    _attend(meeting, "C Chair", "chair")
    ((_, people),) = read(meeting).present
    assert [str(one) for one in people] == [
        "C Chair (in the Chair), Rowan",
        "B Vice (Rowan)",
        "A Member (Rowan)",
    ]


def test_the_vice_chair_is_in_the_chair_where_the_chair_is_not_there(db):
    meeting = MeetingFactory()
    _attend(meeting, "A Member", "member")
    _attend(meeting, "B Vice", "vice-chair")
    _attend(meeting, "C Chair", "chair", sent_apologies=True)
    found = read(meeting)
    assert [one.named for one in found.present[0][1]] == ["B Vice (in the Chair)", "A Member"]
    assert [one.named for one in found.apologies] == ["C Chair"]


def test_finished_minutes_keep_who_was_in_the_chair(db):
    held = datetime(2024, 6, 12, 9, 30, tzinfo=UTC)
    meeting = MeetingFactory(state=Meeting.State.DRAFT_MINUTES, starts_at=held)
    chair = _attend(meeting, "C Chair", "chair")
    chair.position = PanelMember.Position.MEMBER
    history.save(chair, by=None, why="A new chair")
    assert read(meeting).present[0][1][0].is_in_the_chair


def test_a_note_on_when_someone_came_stands_in_brackets():
    row = Attendance(joined_at=AgendaItem(number="6"), note="Held up by floods.")
    assert words.came_and_went(row) == "joined during item 6 (Held up by floods)"
    assert words.came_and_went(Attendance(note="By video")) == "By video"


def test_word_names_the_minute_that_approved(db):
    by = MinuteEntryFactory(kind=MinuteEntry.Kind.RESOLUTION)
    meeting = MeetingFactory(
        state=Meeting.State.APPROVED_MINUTES, approved_at=by.item.meeting.starts_at, approved_in=by
    )
    assert all("(minute 1.1 of that meeting)" in one for one in shown(meeting, is_public=False))

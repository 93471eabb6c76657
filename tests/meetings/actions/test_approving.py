"""Minutes approved by a later meeting, with its corrections; and corrected after that."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from meetings import actions
from meetings.actions import Agreed, Overtaken
from meetings.actions.approving import reading_of
from meetings.models import Correction, Meeting, MinuteEntry
from pcp_scrutiny import history
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, MinuteEntryFactory

JUNE = datetime(2026, 6, 12, 9, tzinfo=UTC)
LATER = datetime(2027, 3, 1, 9, tzinfo=UTC)
SEPTEMBER = datetime(2026, 9, 25, 9, tzinfo=UTC)


@pytest.fixture
def entry(db):
    """A minute of June, in a finished draft."""
    return MinuteEntryFactory(
        text="Crime fell by 4%.",
        item__meeting__starts_at=JUNE,
        item__meeting__state="draft minutes",
    )


@pytest.fixture
def item(db):
    """Where September comes to the minutes of the last meeting."""
    meeting = MeetingFactory(starts_at=SEPTEMBER, state="in progress")
    AgendaItemFactory(meeting=meeting)
    return AgendaItemFactory(meeting=meeting, standing="minutes")


def texts(item):
    return list(item.entries.values_list("level", "kind", "text"))


def test_approve_at_minutes_the_approval_where_it_happened(entry, item, clerk):
    resolution = actions.approve_at(entry.item.meeting, item=item, by=clerk)
    assert texts(item) == [
        (
            0,
            "resolution",
            "That the minutes of the meeting held on 12 June 2026 be approved as a correct record.",
        )
    ]
    june = Meeting.objects.get(starts_at=JUNE)
    assert june.minutes_are_approved
    assert (june.approved_in, june.approved_at) == (resolution, SEPTEMBER)
    row = june.history.latest()
    assert row.history_change_reason == "Minutes approved by the meeting on 25 September 2026"
    assert row.history_user == clerk


def test_approve_at_corrects_the_draft_and_keeps_what_it_said(entry, item, clerk):
    agreed = [Agreed(entry, "Crime fell by 3%.", history.stamp(entry))]
    actions.approve_at(
        entry.item.meeting, item=item, agreed=agreed, others=["Councillor A was there"], by=clerk
    )
    assert MinuteEntry.objects.get(pk=entry.pk).text == "Crime fell by 3%."
    assert entry.history.latest().history_change_reason == (
        "Corrected by the meeting on 25 September 2026"
    )
    assert [text for _, _, text in texts(item)[1:]] == [
        "Minute 1.1 to read: “Crime fell by 3%.”",
        "Councillor A was there.",
    ]
    assert [level for level, _, _ in texts(item)] == [0, 1, 1]
    correction = Correction.objects.get()
    assert (correction.said, correction.reads) == ("Crime fell by 4%.", "Crime fell by 3%.")
    assert correction.agreed_in == item.entries.get(text__startswith="Minute 1.1")


def test_approve_at_does_not_quote_what_is_not_for_publication(entry, item, clerk):
    entry.restricted_under = entry.item.restricted_under = 3
    history.save(entry.item, by=None, why="For a test")
    history.save(entry, by=None, why="For a test")
    agreed = [Agreed(entry, "The bid was £4m.")]
    actions.approve_at(entry.item.meeting, item=item, agreed=agreed, by=clerk)
    said = item.entries.last().text
    assert "£4m" not in said
    assert "Minute 1.1, which is not for publication" in said
    assert not Correction.objects.public().exists()


def test_approve_at_refuses_where_a_minute_changed_meanwhile(entry, item, officer, clerk):
    seen = history.stamp(entry)
    entry.text = "Crime rose."
    actions.change_entry(entry, by=officer)
    with pytest.raises(Overtaken, match=r"Minute 1\.1 was changed by someone else") as refusal:
        actions.approve_at(
            entry.item.meeting, item=item, agreed=[Agreed(entry, "Fell.", seen)], by=clerk
        )
    assert refusal.value.entry == entry
    assert not item.entries.exists()
    assert MinuteEntry.objects.get(pk=entry.pk).text == "Crime rose."


def test_approve_at_refuses_a_correction_that_changes_nothing(entry, item, clerk):
    with pytest.raises(ValidationError, match="reads so already"):
        actions.approve_at(
            entry.item.meeting, item=item, agreed=[Agreed(entry, entry.text)], by=clerk
        )


def test_approve_at_corrects_only_minutes_of_that_meeting(entry, item, clerk):
    with pytest.raises(ValidationError, match="not there any more"):
        actions.approve_at(
            entry.item.meeting,
            item=item,
            agreed=[Agreed(MinuteEntryFactory(), "Other.")],
            by=clerk,
        )


def test_minutes_are_approved_once(entry, item, clerk, officer):
    actions.approve_at(entry.item.meeting, item=item, by=clerk)
    with pytest.raises(ValidationError, match="approved already"):
        actions.approve_at(entry.item.meeting, item=item, by=officer)
    assert item.entries.count() == 1


def test_minutes_are_approved_by_a_later_meeting_whose_own_are_open(entry, item, clerk):
    june = entry.item.meeting
    own = AgendaItemFactory(meeting=june)
    earlier = AgendaItemFactory(meeting__starts_at=datetime(2026, 3, 6, 9, tzinfo=UTC))
    to_come = AgendaItemFactory(meeting__starts_at=datetime(2099, 3, 6, 9, tzinfo=UTC))
    done = AgendaItemFactory(
        meeting__starts_at=SEPTEMBER, meeting__state="draft minutes", meeting__title="Done"
    )
    actions.approve_minutes(done.meeting, on=date(2026, 10, 1), by=clerk, now=LATER)
    for where, said in (
        (own, "its own minutes"),
        (earlier, "after the one"),
        (to_come, "not been held"),
        (done, "approved themselves"),
    ):
        with pytest.raises(ValidationError, match=said):
            actions.approve_at(june, item=where, by=clerk)


def test_approve_minutes_records_the_day_and_how_it_is_known(officer):
    meeting = MeetingFactory(state="draft minutes")
    approved = actions.approve_minutes(
        meeting, on=date(2027, 2, 5), why="The signed copy.", by=officer, now=LATER
    )
    assert approved.minutes_are_approved
    assert approved.approved_at.date() == date(2027, 2, 5)
    assert approved.history.latest().history_change_reason == (
        "Minutes approved on 5 February 2027: The signed copy."
    )


def test_approve_minutes_needs_a_finished_draft_of_an_earlier_day(officer):
    with pytest.raises(ValidationError, match="finished draft"):
        actions.approve_minutes(MeetingFactory(), on=date(2027, 2, 5), by=officer)
    with pytest.raises(ValidationError, match="before the meeting"):
        actions.approve_minutes(
            MeetingFactory(state="draft minutes"), on=date(2026, 12, 10), by=officer
        )
    with pytest.raises(ValidationError, match="a day that is to come"):
        actions.approve_minutes(
            MeetingFactory(state="draft minutes"), on=date(2027, 3, 2), by=officer, now=LATER
        )


def test_correct_approved_leaves_the_text_and_stands_beside_it(entry, item, clerk):
    actions.approve_minutes(entry.item.meeting, on=date(2026, 7, 1), by=clerk, now=LATER)
    for text in ("Crime fell by 3%.", "Crime fell by 2%."):
        actions.correct_approved(
            entry.item.meeting,
            item=item,
            agreed=[Agreed(entry, text, reading_of(entry)[1])],
            by=clerk,
        )
    assert MinuteEntry.objects.get(pk=entry.pk).text == "Crime fell by 4%."
    rows = Correction.objects.order_by("pk").values_list("said", "reads")
    assert list(rows) == [
        ("Crime fell by 4%.", "Crime fell by 3%."),
        ("Crime fell by 3%.", "Crime fell by 2%."),
    ]
    assert "That this correction be made to the minutes" in item.entries.first().text


def test_correct_approved_refuses_where_it_was_corrected_meanwhile(entry, item, clerk, officer):
    actions.approve_minutes(entry.item.meeting, on=date(2026, 7, 1), by=clerk, now=LATER)
    agreed = [Agreed(entry, "Crime fell by 3%.", reading_of(entry)[1])]
    actions.correct_approved(entry.item.meeting, item=item, agreed=agreed, by=clerk)
    with pytest.raises(Overtaken):
        actions.correct_approved(entry.item.meeting, item=item, agreed=agreed, by=officer)
    assert Correction.objects.count() == 1


def test_correct_approved_is_for_approved_minutes_and_says_what(entry, item, clerk):
    june = entry.item.meeting
    with pytest.raises(ValidationError, match="not approved yet"):
        actions.correct_approved(june, item=item, agreed=[Agreed(entry, "x")], by=clerk)
    actions.approve_minutes(june, on=date(2026, 7, 1), by=clerk, now=LATER)
    with pytest.raises(ValidationError, match="Choose a minute"):
        actions.correct_approved(june, item=item, agreed=[], by=clerk)

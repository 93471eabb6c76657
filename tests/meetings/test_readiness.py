from datetime import UTC, date, datetime

import pytest

from meetings import readiness
from meetings.models import Meeting
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    PaperFactory,
    UploadedPaperFactory,
)


def test_notice_of_a_planned_meeting_counts_from_today(db):
    clock = readiness.notice_of(MeetingFactory(), panel=Panel(), on=date(2026, 11, 21))
    assert (clock.publish_by, clock.is_late, clock.is_published) == (
        date(2026, 12, 3),
        False,
        False,
    )


def test_notice_is_late_after_the_last_day(db):
    clock = readiness.notice_of(MeetingFactory(), panel=Panel(), on=date(2026, 12, 4))
    assert clock.is_late
    assert (clock.given, clock.short_by) == (4, 1)


def test_notice_given_at_the_weekend_before_the_clear_days_is_in_time(db):
    meeting = MeetingFactory(starts_at=datetime(2026, 12, 14, 10, tzinfo=UTC))
    friday, saturday, monday = (
        readiness.notice_of(meeting, panel=Panel(), on=date(2026, 12, day)) for day in (4, 5, 7)
    )
    assert saturday.publish_by == date(2026, 12, 4)
    assert (saturday.given, saturday.short_by, saturday.is_late) == (5, 0, False)
    assert (friday.is_after_last_working_day, saturday.is_after_last_working_day) == (False, True)
    assert (monday.given, monday.is_late) == (4, True)


def test_notice_of_a_published_agenda_stands(db):
    meeting = MeetingFactory(state=Meeting.State.AGENDA_PUBLISHED, published_on=date(2026, 12, 2))
    clock = readiness.notice_of(meeting, panel=Panel(), on=date(2026, 12, 10))
    assert (clock.given, clock.short_by, clock.is_late) == (6, 0, False)


def test_notice_in_wales_is_three_clear_days(db):
    panel = Panel(nation="WLS", notice_days=3)
    clock = readiness.notice_of(MeetingFactory(), panel=panel, on=date(2026, 12, 1))
    assert clock.publish_by == date(2026, 12, 7)


@pytest.mark.parametrize(
    ("on", "stage", "words"),
    [
        (date(2026, 11, 25), "", "6 working days left"),
        (date(2026, 11, 26), "soon", "5 working days left"),
        (date(2026, 12, 1), "near", "2 working days left"),
        (date(2026, 12, 2), "near", "1 working day left"),
        (date(2026, 12, 3), "today", "today is the last day"),
        (date(2026, 12, 4), "late", "today is the last day"),
    ],
)
def test_notice_says_how_near_the_deadline_is(on, stage, words):
    meeting = MeetingFactory.build()
    clock = readiness.notice_of(meeting, panel=Panel(), on=on)
    assert (clock.stage, clock.left_in_words) == (stage, words)


def test_a_published_agenda_has_no_deadline():
    meeting = MeetingFactory.build(published_on=date(2026, 12, 9))
    assert readiness.notice_of(meeting, panel=Panel(), on=date(2026, 12, 9)).stage == ""


def test_missing_names_what_is_to_follow_and_what_is_called_the_same(db):
    item = AgendaItemFactory()
    PaperFactory(item=item, kind="minutes", label="Paper A", is_to_follow=True)
    PaperFactory(item=item, label="paper  a", text="", is_to_follow=True)
    assert readiness.missing(item.meeting, [item]) == [
        "Paper A is to follow.",
        "paper  a is to follow.",
        "The label Paper A is on 2 papers: each needs one of its own.",
    ]


def test_missing_warns_of_an_open_part_of_an_exempt_item(db):
    whole = AgendaItemFactory(restricted_under=1)
    part = AgendaItemFactory(meeting=whole.meeting, is_part=True, number="1a")
    PaperFactory(item=part, kind="minutes")
    assert readiness.missing(whole.meeting, [whole, part]) == [
        "Item 1a is open to the public, but is part of item 1, which is exempt."
    ]


def test_missing_says_that_the_agenda_is_empty(db):
    assert readiness.missing(MeetingFactory(), []) == ["There is nothing on the agenda yet."]


def test_missing_names_what_is_not_there(db):
    meeting = MeetingFactory(how_to_attend="")
    item = AgendaItemFactory(meeting=meeting)
    PaperFactory(item=item, label="Paper B", text="")
    PaperFactory(item=item, title="Costs", text="  ")
    assert readiness.missing(meeting, [item]) == [
        "It is not said how to attend or watch.",
        "The minutes of the previous meeting are not among the papers.",
        "Paper B has no text yet.",
        "The paper “Costs” has no text yet.",
    ]


def test_missing_names_minutes_that_are_not_finished(db):
    item, last = AgendaItemFactory(), MeetingFactory(title="Last time")
    PaperFactory(item=item, kind="minutes", label="Paper A", text="", minutes_of=last)
    assert readiness.missing(item.meeting, [item]) == [
        "Paper A cannot be printed: the minutes of Last time, 11 December 2026 are not finished."
    ]


def test_nothing_is_missing_from_a_full_agenda(db):
    item = AgendaItemFactory()
    last = MeetingFactory(state="draft minutes")
    PaperFactory(item=item, kind="minutes", text="", minutes_of=last)
    assert readiness.missing(item.meeting, [item]) == []


def test_missing_names_files_that_are_not_accessible(db):
    item = AgendaItemFactory()
    last = MeetingFactory(state="draft minutes")
    PaperFactory(item=item, kind="minutes", text="", minutes_of=last)
    UploadedPaperFactory(item=item, label="Paper B", lacks=["form", "untagged"])
    UploadedPaperFactory(item=item, label="Paper C", lacks=["attachments"])
    assert readiness.missing(item.meeting, [item]) == [
        "Paper B cannot be read out to everyone: its page says what to ask its author."
    ]

"""The letter that says how near the last day to publish is."""

from datetime import UTC, date, datetime

import pytest

from meetings.plugs.notice import NOTICE
from tests.factories.meetings import MeetingFactory

pytestmark = pytest.mark.django_db


def told(on):
    return [(reminder.key, reminder.to) for reminder in NOTICE.told(on)]


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2026, 11, 26), "soon"),
        (date(2026, 12, 1), "near"),
        (date(2026, 12, 2), "near"),
        (date(2026, 12, 3), "today"),
        (date(2026, 12, 4), "late"),
    ],
)
def test_those_who_publish_are_told_once_at_each_stage(clerk, officer, member, day, stage):
    meeting = MeetingFactory()
    key = f"notice:{meeting.pk}:2026-12-03:{stage}"
    assert sorted(told(day), key=lambda each: each[1].pk) == [(key, clerk), (key, officer)]


def test_nobody_is_told_before_or_once_it_is_published(clerk):
    MeetingFactory()
    assert told(date(2026, 11, 25)) == []
    MeetingFactory(state="agenda published", published_on="2026-12-02")
    assert len(told(date(2026, 12, 3))) == 1


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (3, "The last day to publish it is Thursday 3 December 2026: today is the last day."),
        (7, "Published on 7 December 2026, it gives 3 clear days of notice instead of 5."),
    ],
)
def test_the_letter_says_by_when_and_leads_there(clerk, day, said):
    meeting, on = MeetingFactory(), date(2026, 12, day)
    things = [reminder.thing for reminder in NOTICE.told(on)]
    letter = NOTICE.write(clerk, things, on)
    assert letter.subject == "Publish the agenda for the meeting on 11 December 2026"
    assert said in letter.body
    assert meeting.get_absolute_url() in letter.body


def test_at_the_weekend_after_the_last_working_day_there_is_time(clerk):
    MeetingFactory(starts_at=datetime(2026, 12, 14, 10, tzinfo=UTC))
    on = date(2026, 12, 5)
    letter = NOTICE.write(clerk, [reminder.thing for reminder in NOTICE.told(on)], on)
    assert "Published on 5 December 2026, it still gives 5 clear days of notice." in letter.body

"""Moving a meeting past the dates of what it raised and judged, through its action and its page."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from meetings.actions import change_meeting
from meetings.models import Meeting
from pcp_scrutiny import history
from recommendations import actions
from tests.factories.meetings import MeetingFactory
from tests.factories.recommendations import (
    EntryFactory,
    JudgementFactory,
    RecommendationFactory,
)
from tests.recommendations.pages import filled, text

pytestmark = pytest.mark.django_db
SENT, DUE = date(2026, 6, 20), date(2026, 7, 31)


@pytest.fixture(autouse=True)
def _in_november():
    with history.as_at(datetime(2026, 11, 22, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def point():
    """Raised on 12 June."""
    return RecommendationFactory(reference="R1")


def move(meeting, by, month, day):
    meeting = Meeting.objects.get(pk=meeting.pk)
    meeting.starts_at = meeting.starts_at.replace(month=month, day=day)
    return change_meeting(meeting, by=by)


def of(point):
    return point.raised_in.item.meeting


def send(point, by):
    actions.send_recommendations([point], sent_on=SENT, due_on=DUE, by=by)


def judged_in_september(point):
    meeting = MeetingFactory(starts_at=datetime(2026, 9, 4, 9, tzinfo=UTC))
    JudgementFactory(recommendation=point, entry=EntryFactory(item__meeting=meeting))
    return meeting


def test_what_was_not_sent_lets_its_meeting_move(officer, point):
    assert move(of(point), officer, 8, 1).day == date(2026, 8, 1)


def test_what_was_sent_keeps_its_meeting_before_that_day(officer, point):
    send(point, officer)
    with pytest.raises(ValidationError, match="R1 was sent on 20 June 2026"):
        move(of(point), officer, 6, 21)
    assert Meeting.objects.get().day == date(2026, 6, 12)
    assert move(of(point), officer, 6, 20).day == SENT


def test_a_due_date_agreed_keeps_it_too(officer, point):
    send(point, officer)
    agreed = {"due_on": date(2026, 8, 31), "decided_on": date(2026, 6, 15), "reason": "Asked."}
    actions.revise_due_date(point, by=officer, **agreed)
    with pytest.raises(ValidationError, match="given another day on 15 June 2026"):
        move(of(point), officer, 6, 16)


def test_what_was_judged_elsewhere_keeps_it(officer, point):
    judged_in_september(point)
    with pytest.raises(ValidationError, match="R1 was judged on 4 September 2026"):
        move(of(point), officer, 9, 5)


def test_a_meeting_that_judged_stays_after_what_it_judged(officer, point):
    meeting = judged_in_september(point)
    with pytest.raises(ValidationError, match="R1 was raised on 12 June 2026"):
        move(meeting, officer, 6, 11)
    assert move(meeting, officer, 6, 12).day == date(2026, 6, 12)


def test_a_meeting_that_judged_does_not_move_into_the_future(officer, point):
    with pytest.raises(ValidationError, match="still to come"):
        move(judged_in_september(point), officer, 12, 4)


def test_what_was_judged_where_it_was_raised_moves_with_its_meeting(officer, point):
    JudgementFactory(recommendation=point, entry=point.raised_in)
    assert move(of(point), officer, 6, 1).day == date(2026, 6, 1)
    assert move(of(point), officer, 7, 1).day == date(2026, 7, 1)


def test_another_hour_of_the_same_day_is_never_refused(officer, point):
    send(point, officer)
    meeting = of(point)
    meeting.starts_at += timedelta(hours=2)
    assert change_meeting(meeting, by=officer) == meeting


def test_page_of_the_meeting_says_why_and_keeps_what_was_typed(client_of, officer, point):
    send(point, officer)
    client, page = client_of(officer), reverse("meetings:edit", args=[of(point).pk])
    form = filled(client.get(page))
    name = next(name for name in form if name.endswith("_month"))
    response = client.post(page, form | {name: "8"})
    assert response.status_code == 200
    assert "Enter 20 June 2026 or an earlier day." in text(response)
    assert filled(response)[name] == "8"

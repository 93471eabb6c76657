"""What the register shows beside minutes and under items."""

import pytest
from django.urls import reverse

from meetings import related as meeting_related
from meetings.models import Meeting, MinuteEntry
from pcp_scrutiny import history
from recommendations.plugs import meetings as in_meetings
from tests.factories.meetings import MeetingFactory
from tests.factories.recommendations import (
    EntryFactory,
    ItemFactory,
    JudgementFactory,
    RecommendationFactory,
)

pytestmark = pytest.mark.django_db


def entry_links(user, *entries):
    found = meeting_related.links(user, entries)
    return [[link.text for link in found.get(entry.pk, [])] for entry in entries]


def test_minute_links_to_what_was_recorded_there(member):
    recommendation = RecommendationFactory(reference="R1")
    other = EntryFactory()
    assert entry_links(member, recommendation.raised_in, other) == [["Recommendation R1"], []]


def test_minute_links_to_what_was_judged_there_once(member):
    recommendation = RecommendationFactory(reference="R1")
    item = ItemFactory()
    first, second, unasked = (
        JudgementFactory(
            recommendation=recommendation,
            entry=EntryFactory(item=item, kind=MinuteEntry.Kind.RESOLUTION),
            decision=decision,
        ).entry
        for decision in ("open", "satisfied", "withdrawn")
    )
    assert entry_links(member, first, second) == [
        ["Recommendation R1: still open"],
        ["Recommendation R1: satisfied"],
    ]
    assert unasked.pk not in in_meetings.links_of_entries(member, [first, second])


def test_minute_links_are_not_for_those_without_a_role(nobody):
    judgement = JudgementFactory()
    entries = [judgement.entry, judgement.recommendation.raised_in]
    assert in_meetings.links_of_entries(nobody, entries) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_minute_links_take_a_fixed_number_of_queries(member, number, django_assert_num_queries):
    entries = [JudgementFactory().entry for _ in range(number)]
    entries += [RecommendationFactory().raised_in for _ in range(number)]
    with django_assert_num_queries(2):
        in_meetings.links_of_entries(member, entries)


@pytest.mark.parametrize("persona", ["officer", "clerk", "member", "chair", "nobody"])
def test_item_offers_to_record_a_recommendation_to_those_who_may(request, persona):
    item = ItemFactory()
    links = meeting_related.item_links(request.getfixturevalue(persona), [item]).get(item.pk, [])
    mine = [link.href for link in links if link.text == "Record a recommendation"]
    href = reverse("recommendations:add", args=[item.pk])
    assert mine == ([href] if persona == "officer" else [])


def test_item_offers_nothing_once_the_minutes_are_approved(officer):
    item = ItemFactory()
    item.meeting.state = Meeting.State.APPROVED_MINUTES
    item.meeting.approved_at = item.meeting.starts_at
    history.save(item.meeting, by=officer, why="Approved")
    assert in_meetings.links_of_items(officer, [item]) == {}


# --- Beside a meeting -----------------------------------------------------------------------------


def meeting_links(user, meeting):
    return [link.text for link in in_meetings.links_of_meetings(user, [meeting])[meeting.pk]]


PREPARED = [
    "Briefing: what to ask, what changed, what was promised",
    "Tracker: what is new, overdue, open and closed",
]


def test_meeting_leads_to_what_there_is_to_read_before_it(officer, member):
    planned = MeetingFactory(state=Meeting.State.PLANNED)
    assert meeting_links(officer, planned) == meeting_links(member, planned) == PREPARED


def test_meeting_leads_to_what_it_judged_from_its_beginning(officer, member):
    begun = MeetingFactory(state=Meeting.State.IN_PROGRESS)
    assert meeting_links(officer, begun) == [*PREPARED, "Record what the panel judges"]
    assert meeting_links(member, begun) == [*PREPARED, "What the panel judged"]


def test_meeting_leads_those_without_a_role_nowhere(nobody, administrator):
    meeting = MeetingFactory()
    for person in (nobody, administrator):
        assert in_meetings.links_of_meetings(person, [meeting]) == {}

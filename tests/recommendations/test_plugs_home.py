"""What the home page says of recommendations, to whom."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.waiting import meetings_waiting
from pcp_scrutiny import home
from plans.models import PlanVersion
from recommendations.plugs.home import waiting
from tests.factories.meetings import MeetingFactory
from tests.factories.recommendations import (
    AssessmentFactory,
    JudgementFactory,
    OutcomeFactory,
    RecommendationFactory,
    answer,
    decided,
    letter_with,
    recommend,
    version_of,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 21)
LATE = {"sent_on": date(2026, 7, 1), "due_on": date(2026, 8, 1)}
SOON = {"sent_on": date(2026, 7, 1), "due_on": date(2026, 12, 1)}
READING = [("officer", 2), ("clerk", 1), ("member", 1), ("chair", 1)]


def tasks(user, title="Recommendations", on=DAY):
    blocks = {block.title: block for block in waiting(user, on)}
    return [(task.text, task.note) for task in blocks[title].tasks]


def revised(officer, *words, claim="I have amended Para 2."):
    """A draft with a recommendation on paragraph 2, answered, and the issued plan in which
    paragraph 2 has these words."""
    draft = version_of([("1", "Every ward has an officer."), ("2", "Foot patrols.")], by=officer)
    point = recommend(draft, by=officer, cites="2", sent_on=date(2026, 6, 20))
    letter_with(answer(point, claim, "accepted", cites="2"), by=officer, data=claim.encode())
    parts = [("1", "Every ward has an officer."), ("2", *words)]
    return point, version_of(parts, revises=draft, by=officer)


@pytest.mark.parametrize(
    ("persona", "titles"),
    [
        ("officer", ["Recommendations", "What to ask about"]),
        ("clerk", ["What to ask about"]),
        ("member", ["What to ask about"]),
        ("chair", ["What to ask about"]),
        ("administrator", []),
        ("nobody", []),
    ],
)
def test_home_has_a_block_for_each_role(request, persona, titles):
    user = request.getfixturevalue(persona)
    assert [block.title for block in waiting(user, DAY)] == titles
    shown = [block.title for block in home.blocks(user, on=DAY)]
    assert [title for title in titles if title in shown] == titles


def test_nothing_waits_where_nothing_is_recorded(officer):
    to_do, to_ask = waiting(officer, DAY)
    assert (list(to_do.tasks), to_do.empty) == ([], "Nothing waits for you here.")
    assert (list(to_ask.tasks), to_ask.empty) == ([], "Nothing stands out.")


def test_officer_is_told_what_is_not_sent_by_version(officer):
    draft = RecommendationFactory().version
    RecommendationFactory(version=draft)
    RecommendationFactory(version=draft, sent_on=date(2026, 7, 1))
    RecommendationFactory(version=None)
    send, others = waiting(officer, DAY)[0].tasks
    assert (send.note, others.note) == ("2 not sent", "1 not sent")
    assert send.href == reverse("recommendations:send", args=[draft.pk])
    assert others.href == reverse("recommendations:send_others")


def test_officer_is_told_what_is_not_assessed_once_a_version_came(officer):
    point, issued = revised(officer, "Foot patrols.")
    recommend(point.version, by=officer, sent_on=date(2026, 6, 20))
    [task] = [t for t in waiting(officer, DAY)[0].tasks if "not assessed" in t.note]
    assert (task.text, task.note) == (f"Assess points: {issued}", "2 not assessed")
    assert task.href == reverse("recommendations:assess_all", args=[issued.pk])
    AssessmentFactory(recommendation=point, version=issued)
    assert (task.text, "1 not assessed") in tasks(officer)


def test_assessing_an_earlier_version_is_not_assessing_the_one_that_came(officer):
    point, _ = revised(officer, "Foot patrols.")
    AssessmentFactory(recommendation=point, version=point.version)
    assert "1 not assessed" in [note for _, note in tasks(officer)]


def test_nothing_is_to_assess_before_the_version_is_locked(officer):
    draft = version_of([("1", "Patrols.")], by=officer)
    recommend(draft, by=officer, sent_on=date(2026, 6, 20))
    version_of([("1", "More patrols.")], revises=draft, by=officer, lock=False)
    assert tasks(officer) == []


def test_officer_is_told_which_outcomes_to_confirm(officer):
    outcome = OutcomeFactory(recommendation__sent_on=date(2026, 7, 1))
    decided("confirmed", version=outcome.version, recommendation__sent_on=date(2026, 7, 1))
    [task] = waiting(officer, DAY)[0].tasks
    assert task.note == "1 to confirm"
    assert task.href == reverse("recommendations:outcomes", args=[outcome.version_id])


def test_officer_is_told_what_is_overdue_and_what_is_due_soon(officer):
    for dates in (LATE, SOON, SOON):
        RecommendationFactory(version=None, **dates)
    assert tasks(officer) == [
        ("Chase overdue responses", "1 recommendation"),
        ("Responses due soon", "2 recommendations"),
    ]
    overdue, soon = waiting(officer, DAY)[0].tasks
    assert (overdue.urgent, soon.urgent) == (True, False)


def test_member_is_told_what_stands_out(officer, member):
    revised(officer, "Foot patrols.")
    revised(officer, "Foot patrols.", claim="I have amended Para 2, as asked.")
    RecommendationFactory(version=None, **LATE)
    assert tasks(member, "What to ask about") == [
        ("Claimed in the response, but the plan does not show it", "2 recommendations"),
        ("Response overdue", "1 recommendation"),
    ]


def test_officer_is_told_of_an_overdue_response_once(officer):
    RecommendationFactory(version=None, **LATE)
    assert tasks(officer, "What to ask about") == []


def test_what_is_borne_out_does_not_stand_out(officer, member):
    revised(officer, "Foot patrols every night.")
    assert tasks(member, "What to ask about") == []


@pytest.mark.parametrize("decision", ["satisfied", "withdrawn", "superseded"])
def test_what_the_panel_is_done_with_waits_for_nobody(officer, decision):
    point = RecommendationFactory(version=None, **LATE)
    JudgementFactory(recommendation=point, decision=decision)
    assert [list(block.tasks) for block in waiting(officer, DAY)] == [[], []]


def test_links_lead_to_as_many_as_they_say(client_of, officer):
    revised(officer, "Foot patrols.")
    for dates in (LATE, LATE, SOON):
        RecommendationFactory(version=None, **dates)
    done = RecommendationFactory(version=None, **LATE)
    JudgementFactory(recommendation=done)
    counted = [
        task
        for block in waiting(officer, timezone.localdate())
        for task in block.tasks
        if task.note.endswith(("recommendation", "recommendations"))
    ]
    assert len(counted) >= 3
    for task in counted:
        response = client_of(officer).get(task.href)
        assert response.context["page"].paginator.count == int(task.note.split()[0])


def test_other_links_lead_to_pages_that_are_there(client_of, officer):
    point, _ = revised(officer, "Foot patrols.")
    RecommendationFactory(version=point.version)
    RecommendationFactory(version=None)
    found = waiting(officer, DAY)[0].tasks
    assert len(found) == 4
    for task in found:
        assert client_of(officer).get(task.href).status_code == 200


@pytest.mark.parametrize("persona", ["member", "chair"])
def test_member_reads_the_briefing_first(request, persona):
    meeting = MeetingFactory(starts_at=datetime(2026, 12, 11, 10, tzinfo=UTC))
    user = request.getfixturevalue(persona)
    first, *_ = home.blocks(user, on=DAY)
    assert first.title == "The next meeting"
    assert first.tasks[0].href == reverse("recommendations:briefing", args=[meeting.pk])
    assert first.tasks[0].note == "for the meeting of 11 December 2026"


def test_block_of_the_next_meeting_is_empty_where_there_is_none(member):
    [block] = meetings_waiting(member, DAY)
    assert (list(block.tasks), block.empty) == ([], "No meeting is planned.")


@pytest.mark.parametrize(("persona", "blocks"), READING)
@pytest.mark.parametrize("number", [1, 3])
def test_home_takes_a_fixed_number_of_queries(
    request, persona, blocks, number, officer, django_assert_num_queries
):
    for place in range(number):
        revised(officer, "Foot patrols.", claim=f"I have amended Para 2 as you asked, {place}.")
        RecommendationFactory()
        RecommendationFactory(version=None, **LATE)
    user = request.getfixturevalue(persona)
    queries = {"officer": 15}.get(persona, 8)
    with django_assert_num_queries(queries):
        assert len(waiting(user, DAY)) == blocks
    assert PlanVersion.objects.count() >= 2 * number

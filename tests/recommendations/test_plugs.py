"""What the register shows in the apps below it."""

from datetime import date

import pytest
from django.urls import reverse

from pcp_scrutiny import home
from plans.models import PlanVersion
from recommendations.plugs import home as at_home
from tests.factories.recommendations import (
    OutcomeFactory,
    RecommendationFactory,
    answer,
    decided,
    letter_with,
    recommend,
    version_of,
)

pytestmark = pytest.mark.django_db
Kind = PlanVersion.Kind

WARD = "Every ward will have a named officer whom residents can reach by telephone."
HOURS = "I will publish each quarter the number of hours that officers spend on foot patrol."
HOURS_NOW = "I will publish each month the number of hours that officers spend on foot patrol."
DAY = date(2026, 11, 21)


@pytest.fixture
def draft(officer):
    return version_of([("1", WARD), ("2", HOURS)], by=officer)


@pytest.fixture
def issued(officer, draft):
    """Paragraph 2 of the draft reworded as the response says, on recommendation R1."""
    point = recommend(draft, by=officer, cites="2", reference="R1")
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    return version_of([("1", WARD), ("2", HOURS_NOW)], revises=draft, by=officer)


# --- On the home page ---------------------------------------------------------------------------


def blocks(user):
    return {block.title: block for block in at_home.waiting(user, DAY)}


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
    assert list(blocks(user)) == titles
    shown = [block.title for block in home.blocks(user, on=DAY)]
    assert [title for title in titles if title in shown] == titles


def test_home_of_an_officer_says_what_waits(officer):
    outcome = OutcomeFactory()
    OutcomeFactory(version=outcome.version)
    decided("confirmed", version=outcome.version)
    RecommendationFactory(sent_on=date(2026, 7, 1), due_on=date(2026, 8, 1))
    *_, confirm, chase = blocks(officer)["Recommendations"].tasks
    assert (confirm.note, chase.note) == ("2 to confirm", "1 recommendation")
    assert confirm.href == reverse("recommendations:outcomes", args=[outcome.version_id])


def test_home_of_an_officer_leads_to_recording_what_was_sent(officer):
    recommendation = RecommendationFactory()
    RecommendationFactory(version=recommendation.version)
    RecommendationFactory(version=recommendation.version, sent_on=date(2026, 7, 1))
    RecommendationFactory(version=None)
    send, others = blocks(officer)["Recommendations"].tasks
    assert (send.note, others.note) == ("2 not sent", "1 not sent")
    assert send.href == reverse("recommendations:send", args=[recommendation.version_id])
    assert others.href == reverse("recommendations:send_others")


def test_home_of_an_officer_with_nothing_to_do(officer):
    block = blocks(officer)["Recommendations"]
    assert (list(block.tasks), block.empty) == ([], "Nothing waits for you here.")


def test_home_of_a_member_counts_what_to_ask_about(member):
    for verdict in ("not borne out", "not found", "not found"):
        OutcomeFactory(verdict=verdict)
    decided("rejected", verdict="not found")
    RecommendationFactory(sent_on=date(2026, 7, 1), due_on=date(2026, 8, 1))
    tasks = blocks(member)["What to ask about"].tasks
    notes = [task.note for task in tasks]
    assert notes == ["1 recommendation", "2 recommendations", "1 recommendation"]


def test_home_links_lead_to_as_many_as_they_say(client_of, member):
    for verdict in ("not borne out", "not found", "not found"):
        OutcomeFactory(verdict=verdict)
    RecommendationFactory(sent_on=date(2026, 7, 1), due_on=date(2026, 8, 1))
    for task in blocks(member)["What to ask about"].tasks:
        response = client_of(member).get(task.href)
        assert len(response.context["positions"]) == int(task.note.split()[0])

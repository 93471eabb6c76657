"""Where each next step leads, and that the page says so to each role."""

import pytest

from recommendations.loop.next_steps import Goal, NextStep
from recommendations.loop.page import address
from tests.factories.recommendations import RecommendationFactory
from tests.recommendations.pages import text, url


@pytest.mark.parametrize(
    ("goal", "pk", "expected"),
    [
        (Goal.SEND, 5, "/recommendations/versions/5/send/"),
        (Goal.SEND, None, "/recommendations/send/"),
        (Goal.DUE, None, "/recommendations/7/due/"),
        (Goal.READ_LETTER, None, "/recommendations/letters/add/"),
        (Goal.CONFIRM, 5, "/recommendations/versions/5/outcomes/#r7"),
        (Goal.ASSESS, 5, "/recommendations/7/assessments/5/"),
        (Goal.JUDGE, None, "/recommendations/7/judgement/"),
        (Goal.FINISH_VERSION, 5, "/plans/versions/5/"),
        (Goal.ARRIVALS, 5, "/plans/5/"),
        (Goal.AGENDA, 5, "/meetings/5/"),
        (Goal.PLAN_MEETING, None, "/meetings/add/"),
    ],
)
def test_step_leads_to(goal, pk, expected):
    assert address(NextStep(goal, "Do it", pk), 7) == expected


@pytest.mark.django_db
def test_page_offers_the_next_step_to_officers_only(client_of, officer, member):
    made = RecommendationFactory()
    href = url("send", made.version_id)
    assert href in text(client_of(officer).get(made.get_absolute_url()))
    assert href not in text(client_of(member).get(made.get_absolute_url()))


@pytest.mark.django_db
def test_page_keeps_the_narrowing_it_came_with(client_of, member):
    first, _, third = (
        RecommendationFactory(reference=f"R{n}", theme=t) for n, t in enumerate(["A", "B", "A"])
    )
    page = text(client_of(member).get(f"{first.get_absolute_url()}?theme=A&evil=1"))
    assert f'href="{third.get_absolute_url()}?theme=A" rel="next"' in page
    assert "The 2 recommendations you chose" in page

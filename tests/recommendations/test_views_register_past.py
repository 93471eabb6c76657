"""The register as it was known on an evening, through the client."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from pcp_scrutiny import history
from pcp_scrutiny.components.templatetags.formats import date_gds
from tests.factories.meetings import MeetingFactory
from tests.factories.recommendations import (
    JudgementFactory,
    OutcomeFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.recommendations.pages import LIST, text

pytestmark = pytest.mark.django_db


def references(response):
    return [position.reference for position in response.context["page"]]


@pytest.fixture
def remembered(officer):
    """Sent in June; answered in a letter that was entered in August."""
    with history.as_at(datetime(2026, 6, 20, tzinfo=UTC)):
        made = RecommendationFactory(reference="R1", sent_on=date(2026, 6, 15), theme="Then")
    with history.as_at(datetime(2026, 8, 20, tzinfo=UTC)):
        made.theme = "Now"
        history.save(made, by=officer, why="Corrected")
        ResponseFactory(recommendation=made, decision="noted")
        RecommendationFactory(reference="R2")
    return made


def test_register_of_the_past_shows_what_was_known_then(client_of, member, remembered):
    response = client_of(member).get(LIST, {"as_at": "2026-07-25"})
    [position] = response.context["page"]
    assert (position.response, position.theme) == ("awaiting", "Then")
    page = text(response)
    assert "As the panel knew it on the evening of 25 July 2026" in page
    assert "as it is today" in page
    assert f'href="{remembered.get_absolute_url()}"' in page
    assert f'href="{LIST}?">Go back to today’s register' in page


def test_register_of_the_past_is_narrowed_counted_and_searched_as_it_was(
    client_of, member, remembered
):
    client, past = client_of(member), {"as_at": "2026-07-25"}
    assert references(client.get(LIST, {**past, "theme": "Then"})) == ["R1"]
    assert references(client.get(LIST, {**past, "theme": "Now"})) == []
    assert references(client.get(LIST, {**past, "words": "then"})) == ["R1"]
    assert references(client.get(LIST, {**past, "response": "noted"})) == []


def test_register_of_the_past_leaves_verdicts_out_and_says_so(client_of, member, remembered):
    response = client_of(member).get(LIST, {"as_at": "2026-07-25", "verdict": "not found"})
    assert references(response) == ["R1"]
    assert "Verdicts can be chosen for today’s register only" in text(response)


def test_register_before_anything_says_so(client_of, member, remembered):
    page = text(client_of(member).get(LIST, {"as_at": "2015-01-01"}))
    assert "Nothing had been recorded by then" in page


def test_register_day_that_was_typed_becomes_the_address(client_of, member, remembered):
    typed = {"as_at_day": "25", "as_at_month": "July", "as_at_year": "2026", "kind": "concern"}
    response = client_of(member).get(LIST, typed)
    assert response.url == f"{LIST}?kind=concern&as_at=2026-07-25"


def test_register_of_today_is_todays(client_of, officer, remembered):
    today = timezone.localdate().isoformat()
    response = client_of(officer).get(LIST, {"as_at": today})
    assert response.context["shown"].day is None
    assert references(response) == ["R1", "R2"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("as_at=soon", "must include a month and year"),
        ("as_at=2026-02-31", "must be a real date"),
        ("as_at=2999-01-01", "on a day in the past"),
        ("as_at=0001-01-01", "Panels began in 2011"),
        ("as_at=1-1-1", "Year must include 4 numbers"),
        ("as_at_day=1", "must include a month and year"),
        ("as_at_day=32&as_at_month=1&as_at_year=2026", "must be a real date"),
        ("as_at_day=1&as_at_month=1&as_at_year=2999", "on a day in the past"),
    ],
)
def test_register_refuses_a_day_that_cannot_be_and_shows_todays(
    client_of, member, remembered, query, sentence
):
    response = client_of(member).get(f"{LIST}?{query}")
    assert response.status_code == 200
    page = text(response)
    assert "There is a problem" in page
    assert sentence in page
    assert references(response) == ["R1", "R2"]
    assert "as_at=" not in page.split("<main")[1].split("evenings")[0]


def test_register_offers_the_evenings_of_meetings(client_of, member, remembered):
    now = timezone.now()
    past = MeetingFactory(title="Budget panel", starts_at=now - timedelta(days=40))
    MeetingFactory(title="Still to come", starts_at=now + timedelta(days=40))
    page = text(client_of(member).get(LIST, {"kind": "recommendation"}))
    assert f'href="{LIST}?kind=recommendation&amp;as_at={past.day.isoformat()}"' in page
    assert f"Budget panel, {date_gds(past.day)}" in page
    assert "Still to come" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_register_of_the_past_takes_a_fixed_number_of_queries(
    client_of, member, django_assert_num_queries, number
):
    with history.as_at(datetime(2026, 6, 20, tzinfo=UTC)):
        for _ in range(number):
            recommendation = ResponseFactory().recommendation
            OutcomeFactory(recommendation=recommendation, version=recommendation.version)
            JudgementFactory(recommendation=recommendation)
    client = client_of(member)
    client.get(LIST)
    with django_assert_num_queries(16):
        assert len(client.get(LIST, {"as_at": "2026-07-25"}).context["page"]) == number


def test_register_of_the_past_cannot_be_changed(client_of, officer, remembered):
    assert 'name="chosen"' not in text(client_of(officer).get(LIST, {"as_at": "2026-07-25"}))

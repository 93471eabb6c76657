"""The page of the register, through the client."""

import pytest

from tests.factories.recommendations import (
    EntryFactory,
    JudgementFactory,
    OutcomeFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.recommendations.pages import LIST, READERS, text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("persona", READERS)
def test_register_lists_where_each_stands(request, client_of, persona):
    ResponseFactory(recommendation__reference="R1", decision="deferred")
    page = text(client_of(request.getfixturevalue(persona)).get(LIST))
    for words in ("R1", "Deferred", "Awaiting a revised version", "1 recommendation"):
        assert words in page


def test_register_narrows_to_what_is_asked_and_says_so(client_of, member):
    RecommendationFactory(text="Patrols in the hills.")
    RecommendationFactory(text="Speeding on the coast road.")
    page = client_of(member).get(LIST, {"words": "coast"})
    assert [p.recommendation.text for p in page.context["positions"]] == [
        "Speeding on the coast road."
    ]
    assert "1 recommendation found" in text(page)
    assert 'value="coast"' in text(page)


def test_register_that_finds_nothing_offers_a_way_back(client_of, member):
    RecommendationFactory()
    page = text(client_of(member).get(LIST, {"words": "zebra"}))
    assert "Nothing fits" in page
    assert f'href="{LIST}"' in page


def test_register_without_recommendations_says_where_they_come_from(client_of, member):
    assert "None has been recorded yet" in text(client_of(member).get(LIST))


@pytest.mark.parametrize(
    "query",
    [{"kind": "shout"}, {"version": "x"}, {"version": "9999"}, {"page": "x"}, {"page": "99"}],
)
def test_register_copes_with_a_query_it_did_not_offer(client_of, member, query):
    RecommendationFactory()
    response = client_of(member).get(LIST, query)
    assert response.status_code == 200
    assert len(response.context["positions"]) == 1


def test_register_is_paged(client_of, member):
    entry = EntryFactory()
    for n in range(51):
        RecommendationFactory(reference=f"R{n:02}", raised_in=entry, version=None)
    client = client_of(member)
    assert len(client.get(LIST).context["positions"]) == 50
    second = client.get(LIST, {"page": 2})
    assert [p.recommendation.reference for p in second.context["positions"]] == ["R50"]


@pytest.mark.parametrize("number", [1, 3])
def test_register_takes_a_fixed_number_of_queries(
    client_of, member, django_assert_num_queries, number
):
    for _ in range(number):
        recommendation = ResponseFactory().recommendation
        OutcomeFactory(recommendation=recommendation, version=recommendation.version)
        JudgementFactory(recommendation=recommendation)
    client = client_of(member)
    client.get(LIST)  # the panel's name is looked up once
    with django_assert_num_queries(11):
        client.get(LIST)

"""Entering what officers make of a recommendation, through the client."""

import pytest

from recommendations.models import Assessment
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import AssessmentFactory, RecommendationFactory
from tests.recommendations.pages import filled, text, url

pytestmark = pytest.mark.django_db


def test_assessment_of_what_is_not_there_is_not_found(client_of, officer, draft):
    recommendation = RecommendationFactory(version=draft)
    for pair in [(9999, draft.pk), (recommendation.pk, 9999)]:
        assert client_of(officer).get(url("assess", *pair)).status_code == 404


def test_assess_makes_a_view_and_then_changes_it(client_of, officer, draft):
    recommendation = RecommendationFactory(version=draft)
    page, client = url("assess", recommendation.pk, draft.pk), client_of(officer)
    assert client.post(page, filled(client.get(page)) | {"view": "not met"}).status_code == 302
    again = filled(client.get(page))
    assert again["view"] == "not met"
    assert client.post(page, again | {"view": "met"}).status_code == 302
    assert Assessment.objects.get().view == "met"


def test_assess_by_two_at_once_shows_both(client_of, officer):
    """Neither had a row to be stale against when the form was opened."""
    recommendation, version = RecommendationFactory(), PlanVersionFactory()
    page, client = url("assess", recommendation.pk, version.pk), client_of(officer)
    mine = filled(client.get(page)) | {"view": "met", "comment": "Mine."}
    AssessmentFactory(
        recommendation=recommendation, version=version, view="not met", comment="Theirs."
    )
    response = client.post(page, mine)
    assert "Nothing has been overwritten" in text(response)
    assert "Theirs." in text(response)
    assert Assessment.objects.get().comment == "Theirs."
    assert client.post(page, filled(response)).status_code == 302
    assert Assessment.objects.get().comment == "Mine."


def test_assess_without_a_view_keeps_the_comment(client_of, officer, draft):
    page = url("assess", RecommendationFactory(version=draft).pk, draft.pk)
    response = client_of(officer).post(page, {"comment": "Kept."})
    assert "Select your view" in text(response)
    assert filled(response)["comment"] == "Kept."

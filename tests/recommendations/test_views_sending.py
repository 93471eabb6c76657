"""Recording that recommendations were sent, through the client."""

from datetime import date

import pytest

from pcp_scrutiny import history
from recommendations.models import Recommendation
from tests.factories.recommendations import (
    EntryFactory,
    RecommendationFactory,
)
from tests.recommendations.pages import LIST, filled, text, url

pytestmark = pytest.mark.django_db


def test_send_dates_what_was_not_sent(client_of, officer, draft):
    point = RecommendationFactory(version=draft, reference="R1")
    page, client = url("send", draft.pk), client_of(officer)
    shown = client.get(page)
    assert "R1" in text(shown)
    days = {"sent_on_day": "1", "sent_on_month": "7", "sent_on_year": "2026"}
    assert client.post(page, filled(shown) | days).url == LIST
    point.refresh_from_db()
    assert (point.sent_on, point.due_on) == (date(2026, 7, 1), None)
    assert "Every recommendation on this version has been sent" in text(client.get(page))


@pytest.mark.parametrize(("day", "month"), [("", ""), ("31", "2"), ("x", "7")])
def test_send_with_no_day_comes_back_as_typed(client_of, officer, draft, day, month):
    RecommendationFactory(version=draft)
    days = {"sent_on_day": day, "sent_on_month": month, "sent_on_year": "2026"}
    response = client_of(officer).post(url("send", draft.pk), days)
    assert response.status_code == 200
    assert filled(response)["sent_on_day"] == day
    assert not Recommendation.objects.filter(sent_on__isnull=False).exists()


def test_what_is_not_about_a_plan_can_be_sent(client_of, officer, draft):
    other = RecommendationFactory(version=None, reference="Other")
    on_a_plan = RecommendationFactory(version=draft, reference="On a plan")
    client, page = client_of(officer), url("send_others")
    detail = text(client.get(other.get_absolute_url()))
    assert f'href="{page}"' in detail
    assert "Not about a plan" in detail
    shown = client.get(page)
    assert "1 recommendation not about a plan has not been sent" in text(shown)
    days = {"sent_on_day": "1", "sent_on_month": "7", "sent_on_year": "2026"}
    assert client.post(page, filled(shown) | days).url == LIST
    other.refresh_from_db()
    on_a_plan.refresh_from_db()
    assert (other.sent_on, on_a_plan.sent_on) == (date(2026, 7, 1), None)
    assert "Every recommendation that is not about a plan has been sent" in text(client.get(page))


def test_send_that_the_records_refuse_says_why(client_of, officer, draft):
    """What is created in bulk is not validated: without its words it cannot be saved again."""
    wordless = Recommendation(reference="R1", text="", raised_in=EntryFactory(), version=draft)
    history.create_many(Recommendation, [wordless], by=officer, why="Brought in")
    page, client = url("send", draft.pk), client_of(officer)
    days = {"sent_on_day": "1", "sent_on_month": "7", "sent_on_year": "2026"}
    response = client.post(page, filled(client.get(page)) | days)
    assert response.status_code == 200
    assert "cannot be blank" in text(response)

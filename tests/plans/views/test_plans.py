"""The list of plans, and one plan with its versions."""

from datetime import date

import pytest
from django.urls import reverse

from plans import related
from plans.models import Plan
from tests.factories.plans import (
    ComparisonFactory,
    PlanFactory,
    PlanVersionFactory,
    RevisionFactory,
)
from tests.plans.views.pages import page_of


def test_the_list_shows_each_plan_with_its_versions_oldest_first(member_client):
    plan = PlanFactory(title="Safer together")
    PlanVersionFactory(plan=plan, kind="issued", dated=date(2026, 9, 1))
    PlanVersionFactory(plan=plan, texts=["One.", "Two."])
    page = page_of(member_client, "list")
    assert "Safer together" in page
    assert page.index("5 May 2026") < page.index("1 September 2026")
    assert "2 paragraphs" in page


def test_the_list_offers_officers_what_members_may_not_do(officer_client, member_client, version):
    add = reverse("plans:add_version", args=[version.plan_id])
    correct = reverse("plans:correct", args=[version.pk])
    for url in (add, correct, reverse("plans:add")):
        assert url in page_of(officer_client, "list")
        assert url not in page_of(member_client, "list")


def test_the_list_says_how_many_changes_and_leads_to_them(member_client):
    comparison = ComparisonFactory()
    RevisionFactory.create_batch(2, comparison=comparison)
    RevisionFactory(comparison=comparison, kind="unchanged", words_changed=False)
    page = page_of(member_client, "list")
    assert "2 changes from Draft, 5 May 2026" in page
    assert reverse("plans:compare", args=[comparison.later_id]) in page


def test_the_list_shows_the_links_of_other_apps(member_client, version, plain):
    related.add(lambda _, versions: {v.pk: [related.Link("16 points", "/x/")] for v in versions})
    assert '<a class="govuk-link" href="/x/">16 points</a>' in page_of(member_client, "list")


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_any_number_of_plans(
    number, member_client, plain, django_assert_num_queries
):
    for _ in range(number):
        RevisionFactory(comparison=ComparisonFactory())
    with django_assert_num_queries(6):  # session, person, plans, versions, counts, panel
        page_of(member_client, "list")


@pytest.mark.parametrize("number", [1, 3])
def test_a_plan_costs_the_same_for_any_number_of_versions(
    number, member_client, plain, django_assert_num_queries
):
    plan = PlanFactory()
    PlanVersionFactory.create_batch(number, plan=plan, texts=["One."])
    with django_assert_num_queries(7):
        page_of(member_client, "detail", plan.pk)


def test_pages_without_anything_yet_say_so(officer_client):
    assert "No plan has been added yet." in page_of(officer_client, "list")
    plan = PlanFactory()
    assert "It has no versions yet." in page_of(officer_client, "detail", plan.pk)
    assert Plan.objects.count() == 1

"""Writing many records at once, each with its history."""

from datetime import UTC, datetime

import pytest

from pcp_scrutiny import history
from plans.models import Plan
from tests.factories.plans import PlanFactory


@pytest.fixture
def plans(db):
    return PlanFactory.create_batch(3)


def renamed(plans):
    for number, plan in enumerate(plans):
        plan.title = f"Renamed {number}"
    return plans


def test_save_many_saves_the_fields_and_says_who_when_and_why(plans, officer):
    moment = datetime(2026, 6, 12, 9, 0, tzinfo=UTC)
    with history.as_at(moment):
        history.save_many(renamed(plans), ["title"], by=officer, why="All renamed")
    for number, plan in enumerate(plans):
        plan.refresh_from_db()
        assert plan.title == f"Renamed {number}"
        row = plan.history.order_by("history_id").last()
        assert (row.history_type, row.history_user) == ("~", officer)
        assert (row.history_change_reason, row.history_date) == ("All renamed", moment)
        assert row.title == plan.title
        assert plan.history.count() == 2


def test_save_many_of_none_writes_nothing(db, officer):
    history.save_many([], ["title"], by=officer, why="All renamed")
    assert not Plan.history.exists()


@pytest.mark.parametrize("number", [2, 40])
def test_save_many_costs_the_same_for_any_number(
    number, db, officer, django_assert_max_num_queries
):
    plans = PlanFactory.create_batch(number)
    with django_assert_max_num_queries(6):
        history.save_many(renamed(plans), ["title"], by=officer, why="All renamed")


def test_stamps_are_those_of_each_record(plans, officer, django_assert_num_queries):
    history.save(renamed(plans)[1], by=officer, why="Renamed")
    with django_assert_num_queries(1):
        found = history.stamps(plans)
    assert found == {plan.pk: history.stamp(plan) for plan in plans}
    assert history.stamps([]) == {}

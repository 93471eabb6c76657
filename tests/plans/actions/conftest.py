"""A draft and the plan that revises it."""

from datetime import date

import pytest

from tests.factories.plans import PlanFactory
from tests.plans.actions.samples import DRAFT, ISSUED, add


@pytest.fixture
def pair(officer):
    """A draft and the issued plan that revises it, both open."""
    plan = PlanFactory()
    draft = add(plan, DRAFT, by=officer)
    issued = add(plan, ISSUED, by=officer, kind="issued", dated=date(2026, 9, 1), revises=draft)
    return draft, issued

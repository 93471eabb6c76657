"""Were no place named, would the right change be offered? Held against what a careful reader of
the demo's documents finds."""

import pytest
from django.contrib.auth import get_user_model

from plans.models import PlanVersion
from recommendations.models import Outcome, Recommendation
from recommendations.outcomes.suggesting import Suggesting
from recommendations.outcomes.unexplained import changes_in

pytestmark = pytest.mark.usefixtures("demo_once")


@pytest.fixture
def suggesting():
    issued = PlanVersion.objects.get(kind="issued")
    officer = get_user_model().objects.get(email="officer@demo.example")
    changes = changes_in(issued, officer)
    for change in changes:  # as if nothing were known of any
        object.__setattr__(change, "notes", ())
    points = Recommendation.objects.filter(version=issued.revises).prefetch_related("responses")
    return Suggesting(issued, changes, points)


def borne_out():
    """The changes that each recommendation really led to."""
    found = {}
    for outcome in Outcome.objects.filter(verdict="borne out").select_related("recommendation"):
        found.setdefault(outcome.recommendation, set()).add(outcome.revision_id)
    return found


def test_right_change_is_offered_first_for_nine_of_ten(suggesting):
    truths = borne_out()
    offered = {one: suggesting.changes_for(one) for one in truths}
    first = [one for one in truths if offered[one][:1]]
    right = [one for one in first if offered[one][0].change.revision.pk in truths[one]]
    assert len(right) >= 0.9 * len(truths)


def test_right_recommendation_is_offered_first_for_most_changes(suggesting):
    leads_to = {pk: one for one, changes in borne_out().items() for pk in changes}
    shown = {c.revision.pk: c for c in suggesting._changes}
    right = sum(
        bool(offered := suggesting.recommendations_for(shown[pk]))
        and offered[0].recommendation == one
        for pk, one in leads_to.items()
    )
    assert right >= 0.8 * len(leads_to)

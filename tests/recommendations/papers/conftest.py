"""A plan that the panel commented on, answered and revised."""

import pytest

from plans.models import PlanVersion
from recommendations.models import Assessment, PartnerComment, Recommendation
from tests.factories.recommendations import (
    AssessmentFactory,
    ItemFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)
from tests.factories.records import RecordFactory

WARD = "Every ward will have a named officer whom residents can reach by telephone."
PATROLS = "I will publish each quarter the number of hours that officers spend on foot patrol."
NIGHT = "I will publish each month the number of hours that officers spend on foot patrol."
NEW = "A review of custody will be held by an inspector from another force."
SECRET = "Zanzibar"


class PartnerCommentFactory(RecordFactory):
    """A partner who welcomes it."""

    class Meta:
        model = PartnerComment

    source = "Safeguarding Board"
    text = "Welcome."


@pytest.fixture
def draft(officer) -> PlanVersion:
    """A draft of two paragraphs, with two points on it, one of which is answered."""
    return version_of([("1", WARD), ("2", PATROLS)], by=officer)


@pytest.fixture
def issued(officer, draft) -> PlanVersion:
    """Paragraph 2 reworded as the response says, and a new one that nobody asked for."""
    item = ItemFactory()
    point = recommend(draft, by=officer, cites="2", reference="2026/1", item=item)
    recommend(draft, by=officer, reference="2026/10", item=item, text="More of it.")
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    return version_of([("1", WARD), ("2", NIGHT), ("3", NEW)], revises=draft, by=officer)


@pytest.fixture
def assessed(issued) -> Assessment:
    """What the officers, and a partner, make of the first point."""
    assessment = AssessmentFactory(
        recommendation=Recommendation.objects.get(reference="2026/1"),
        version=issued,
        view="partly met",
        comment="It says by night only.",
        questions="- Why by night?\n\nBy when?",
        suggested_wording="By day and by night.",
        wording_place="paragraph 2",
    )
    PartnerCommentFactory(assessment=assessment)
    return assessment


@pytest.fixture
def secret(officer, draft) -> PlanVersion:
    """One letter answers a public point and one made under a restricted item; each led to a
    change."""
    public = recommend(draft, by=officer, cites="2", reference="2026/1")
    restricted = ItemFactory(restricted_under=3)
    text = f"{SECRET} should be reviewed."
    private = recommend(draft, by=officer, reference="2026/2", text=text, item=restricted)
    letter_with(
        answer(public, "I have amended Para 2.", "accepted", cites="2"),
        answer(private, f"{SECRET}: see the new Para 3.", "accepted", cites="3"),
        by=officer,
    )
    return version_of([("1", WARD), ("2", NIGHT), ("3", NEW)], revises=draft, by=officer)

"""Records that several of the pages' tests stand on."""

from datetime import date

import pytest

from meetings.models import MinuteEntry
from pcp_scrutiny import history
from plans.models import PlanVersion
from recommendations import actions
from recommendations.models import Recommendation
from tests.factories.recommendations import (
    AssessmentFactory,
    EntryFactory,
    JudgementFactory,
    RecommendationFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)
from tests.recommendations.pages import url


@pytest.fixture
def draft(officer) -> PlanVersion:
    """A draft plan of two paragraphs."""
    return version_of([("1", "Every ward has an officer."), ("2", "Patrols.")], by=officer)


@pytest.fixture
def looped(officer, clerk, draft) -> Recommendation:
    """A recommendation that has been all the way round."""
    made = recommend(
        draft, by=officer, cites="2", text="Say more on patrols.", suggested_wording="Ten hours."
    )
    actions.send_recommendations([made], sent_on=date(2026, 6, 15), due_on=None, by=officer)
    letter_with(answer(made, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    issued = version_of(
        [("1", "Every ward has an officer."), ("2", "Patrols by night.")], revises=draft, by=officer
    )
    AssessmentFactory(recommendation=made, version=issued, comment="It says by night only.")
    JudgementFactory(recommendation=made, comment="Ask again in June.")
    return made


@pytest.fixture
def issued(officer, draft) -> PlanVersion:
    """The plan as issued: one paragraph of the draft is reworded."""
    return version_of(
        [("1", "Every ward has an officer."), ("2", "Patrols by night.")], revises=draft, by=officer
    )


@pytest.fixture
def writing(draft, issued) -> dict[str, dict[str, object]]:
    """Every route of the register that writes, with a form that would be taken."""
    recommendation = RecommendationFactory(version=draft)
    entry = EntryFactory(item=recommendation.raised_in.item, kind=MinuteEntry.Kind.RESOLUTION)
    point = {"reference": "New", "kind": "concern", "text": "New.", "route": "s.28(3)"}
    seen, unsent = history.stamp(recommendation), RecommendationFactory(version=draft)
    return {
        url("add", recommendation.raised_in.item_id): point,
        url("assess", recommendation.pk, issued.pk): {
            "view": "met",
            "partners-TOTAL_FORMS": 0,
            "partners-INITIAL_FORMS": 0,
        },
        url("edit", recommendation.pk): {
            **point,
            "reference": "R1",
            "version": draft.pk,
            "seen": seen,
        },
        url("judge", recommendation.pk): {"decision": "satisfied", "entry": entry.pk},
        url("send", draft.pk): {
            "chosen": unsent.pk,
            "seen": f"{unsent.pk}:{history.stamp(unsent)}",
            "sent_on_day": 1,
            "sent_on_month": 7,
            "sent_on_year": 2026,
        },
    }

"""Saving an assessment: one record with all that partners said, and a row of history for each."""

import pytest
from django.core.exceptions import ValidationError

from pcp_scrutiny import history
from recommendations.actions import Said, assess
from recommendations.models import Assessment, PartnerComment
from tests.factories.recommendations import AssessmentFactory, RecommendationFactory

pytestmark = pytest.mark.django_db

BOARD = Said("Safeguarding Board", "It is too late for some.")
COUNCIL = Said("Borough Council", "We agree.")


@pytest.fixture
def new(draft, issued) -> Assessment:
    """An assessment that has not been saved."""
    return Assessment(
        recommendation=RecommendationFactory(version=draft), version=issued, view="partly met"
    )


def said(assessment: Assessment) -> list[Said]:
    return [Said(c.source, c.text) for c in assessment.partner_comments.all()]


def rows(model) -> list[tuple[str, str]]:
    """What happened and why, oldest first."""
    history = model.history.order_by("history_id")
    return list(history.values_list("history_type", "history_change_reason"))


def test_assess_writes_a_row_for_the_view_and_for_each_comment(officer, new):
    assess(new, partners=[BOARD, COUNCIL], by=officer, seen=None)
    assert said(new) == [BOARD, COUNCIL]
    assert rows(Assessment) == [("+", "Assessed")]
    assert rows(PartnerComment) == [("+", "Received from the partner")] * 2
    assert {row.history_user for row in PartnerComment.history.all()} == {officer}


def test_assess_leaves_alone_the_comments_that_stay(officer, new):
    assess(new, partners=[BOARD, COUNCIL], by=officer, seen=None)
    kept = new.partner_comments.get(source=COUNCIL.source).pk
    later = Said(BOARD.source, "It came in time after all.")
    assess(new, partners=[COUNCIL, later], by=officer, seen=history.stamp(new))
    assert set(said(new)) == {COUNCIL, later}
    assert new.partner_comments.get(source=COUNCIL.source).pk == kept
    assert rows(PartnerComment)[2:] == [("~", "Corrected")]


def test_assess_takes_a_comment_out(officer, new):
    assess(new, partners=[BOARD, COUNCIL], by=officer, seen=None)
    assess(new, partners=[COUNCIL], by=officer, seen=history.stamp(new))
    assert said(new) == [COUNCIL]
    assert rows(PartnerComment)[-1] == ("-", "Taken out of the assessment")


def test_assess_twice_with_the_same_writes_once(officer, new):
    seen = None
    for _ in range(2):
        again = Assessment(
            recommendation=new.recommendation, version=new.version, view="met", comment="Yes."
        )
        assess(again, partners=[BOARD], by=officer, seen=seen)
    assert len(rows(Assessment)) == len(rows(PartnerComment)) == 1


def test_assess_again_with_the_stamp_of_before_writes_nothing(officer, new):
    """The answer to the first was lost on its way, and it is sent again."""
    assess(new, by=officer, seen=None)
    before = history.stamp(new)
    new.view = "met"
    assess(new, partners=[BOARD], by=officer, seen=before)
    assess(new, partners=[BOARD], by=officer, seen=before)
    assert len(rows(Assessment)) == 2


def test_assess_refuses_what_was_changed_meanwhile(officer, clerk, new):
    assess(new, by=officer, seen=None)
    seen = history.stamp(new)
    theirs = Assessment.objects.get()
    theirs.view = "not met"
    assess(theirs, by=clerk, seen=seen)
    new.comment = "Mine."
    with pytest.raises(history.Stale) as stale:
        assess(new, by=officer, seen=seen)
    assert stale.value.who == clerk
    assert Assessment.objects.get().view == "not met"


def test_assess_refuses_when_only_a_comment_was_added_meanwhile(officer, clerk, new):
    assess(new, by=officer, seen=None)
    seen = history.stamp(new)
    assess(Assessment.objects.get(), partners=[BOARD], by=clerk, seen=seen)
    new.comment = "Mine."
    with pytest.raises(history.Stale):
        assess(new, by=officer, seen=seen)
    assert said(Assessment.objects.get()) == [BOARD]


def test_assess_refuses_a_second_first_view(officer, new):
    AssessmentFactory(recommendation=new.recommendation, version=new.version, view="not met")
    with pytest.raises(history.Stale):
        assess(new, by=officer, seen=None)
    assert Assessment.objects.get().view == "not met"


def test_assess_that_fails_leaves_nothing(officer, new):
    with pytest.raises(ValidationError):
        assess(new, partners=[Said("", "By nobody.")], by=officer, seen=None)
    assert not Assessment.objects.exists()

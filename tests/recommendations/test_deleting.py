"""What recommendations refer to cannot be deleted; the answer names them and says what to do."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.urls import reverse

from meetings import actions as meeting_actions
from meetings.models import AgendaItem, MinuteEntry
from pcp_scrutiny import history
from plans import actions as plan_actions
from plans.models import Paragraph, PlanVersion
from recommendations import actions
from tests.factories.recommendations import (
    AssessmentFactory,
    EntryFactory,
    JudgementFactory,
    LetterFactory,
    RecommendationFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)
from tests.recommendations.pages import text

pytestmark = pytest.mark.django_db
PARTS = [("1", "Every ward has an officer."), ("2", "Hours of patrol are published.")]


@pytest.fixture
def open_draft(officer):
    return version_of(PARTS, by=officer, lock=False)


# --- In meetings --------------------------------------------------------------------------------


def test_minute_that_a_recommendation_was_recorded_in_stays(officer):
    entry = RecommendationFactory(reference="R1").raised_in
    said = "the recommendation R1 refers to it. Change its words instead"
    with pytest.raises(ValidationError, match=said):
        meeting_actions.remove_entry(entry, by=officer)
    assert MinuteEntry.objects.filter(pk=entry.pk).exists()


def test_minute_that_a_judgement_names_stays(officer):
    judgement = JudgementFactory(recommendation__reference="R1")
    with pytest.raises(ValidationError, match="the judgement R1: Satisfied refers to it"):
        meeting_actions.remove_entry(judgement.entry, by=officer)


def test_minute_page_says_so(officer, client_of):
    entry = RecommendationFactory(reference="R1").raised_in
    url = reverse("meetings:delete_entry", args=[entry.pk])
    assert "the recommendation R1 refers to it" in text(client_of(officer).post(url, follow=True))


def test_item_whose_minutes_a_recommendation_names_stays(officer, client_of):
    entry = EntryFactory()
    for number in range(6):
        RecommendationFactory(reference=f"R{number}", raised_in=entry)
    url = reverse("meetings:delete_item", args=[entry.item_id])
    page = text(client_of(officer).post(url, follow=True))
    assert "the recommendation R0, the recommendation R1" in page
    assert "the recommendation R3 and 2 more refer to its minutes. Change its title" in page
    assert AgendaItem.objects.filter(pk=entry.item_id).exists()


def test_item_with_minutes_that_nothing_names_says_to_remove_those(officer):
    with pytest.raises(ValidationError, match="Remove those first"):
        meeting_actions.remove_item(EntryFactory().item, by=officer)


def test_meeting_at_which_something_was_recommended_stays(officer):
    meeting = RecommendationFactory().raised_in.item.meeting
    with pytest.raises(ProtectedError):
        history.delete(meeting, by=officer, why="There is no page for this.")
    assert history.referring_to(meeting).endswith("refers")


# --- In plans -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("refers", "named"),
    [
        (lambda version: RecommendationFactory(reference="R1", version=version), "R1 refers to it"),
        (lambda version: LetterFactory(version=version), "the letter of 20 July 2026 refers"),
        (lambda version: AssessmentFactory(version=version), "the assessment"),
    ],
)
def test_version_that_something_is_about_stays(officer, client_of, open_draft, refers, named):
    refers(open_draft)
    url = reverse("plans:delete_version", args=[open_draft.pk])
    page = text(client_of(officer).post(url))
    assert named in page
    assert "This version must stay" in page
    assert PlanVersion.objects.filter(pk=open_draft.pk).exists()
    assert open_draft.paragraphs.count() == 2


def test_paragraph_that_a_recommendation_cites_stays(officer, open_draft):
    recommend(open_draft, by=officer, reference="R1", cites="2")
    paragraph = open_draft.paragraphs.get(label="2")
    said = "Paragraph 2 cannot be taken away, because it is cited in R1"
    with pytest.raises(ValidationError, match=said):
        plan_actions.delete_paragraph(paragraph, by=officer)
    assert Paragraph.objects.filter(pk=paragraph.pk).exists()


def test_paragraph_that_only_an_answer_cites_stays(officer, open_draft):
    made = recommend(open_draft, by=officer, reference="R1")
    letter_with(answer(made, "See Para 2.", "already covered", cites="2"), by=officer)
    paragraph = open_draft.paragraphs.get(label="2")
    with pytest.raises(ValidationError, match="cited in R1"):
        plan_actions.delete_paragraph(paragraph, by=officer)


def test_paragraph_taken_out_of_what_is_cited_may_go(officer, open_draft):
    made = recommend(open_draft, by=officer, cites="2")
    actions.correct_recommendation(made, cites="1", by=officer, seen=None)
    plan_actions.delete_paragraph(open_draft.paragraphs.get(label="2"), by=officer)
    assert [p.label for p in open_draft.paragraphs.all()] == ["1"]


def test_paragraph_page_says_what_cites_it(officer, client_of, open_draft):
    recommend(open_draft, by=officer, reference="R1", cites="2")
    paragraph = open_draft.paragraphs.get(label="2")
    url = reverse("plans:delete_paragraph", args=[paragraph.pk])
    page = text(client_of(officer).post(url, {"seen": history.stamp(paragraph)}))
    assert "because it is cited in R1" in page

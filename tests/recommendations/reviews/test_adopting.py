"""A meeting adopts a report: its recommendations enter the register."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from meetings.actions import add_entry, remove_item
from meetings.models import Meeting, MinuteEntry
from recommendations import actions
from recommendations.models import Recommendation
from tests.factories.meetings import AgendaItemFactory, MeetingFactory
from tests.factories.recommendations import (
    EntryFactory,
    ItemFactory,
    RecommendationFactory,
    version_of,
)
from tests.factories.reviews import FindingFactory, ReviewFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    found = ReviewFactory()
    FindingFactory(review=found, kind="conclusion", text="The stops are dark.")
    FindingFactory(review=found, text="That stops be lit.", theme="Safety", owner="Highways")
    FindingFactory(review=found, text="That buses be counted.")
    return found


def adopt(review, by, **how):
    proposals = review.findings.filter(kind="recommendation").order_by("position")
    references = {one.pk: f"2026/9{place}" for place, one in enumerate(proposals)}
    how = {"item": how.pop("item", None) or ItemFactory(), "references": references} | how
    return actions.adopt_report(review, route="s.28(6)", by=by, **how)


def test_each_recommendation_is_minuted_and_enters_the_register(officer, review):
    item = ItemFactory()
    first, second = adopt(review, officer, item=item)
    assert (first.reference, second.reference) == ("2026/90", "2026/91")
    assert (first.text, first.theme, first.owner) == ("That stops be lit.", "Safety", "Highways")
    assert first.route == Recommendation.Route.DECISIONS
    assert first.raised_in.item == item
    assert first.raised_in.kind == MinuteEntry.Kind.RECOMMENDATION
    minuted = item.entries.order_by("position").values_list("text", flat=True)
    assert list(minuted) == ["That stops be lit.", "That buses be counted."]
    assert Recommendation.objects.count() == 2
    assert first.finding.review == review
    review.refresh_from_db()
    assert review.adopted_under == item


def test_recommendation_that_was_minuted_as_it_was_agreed_is_not_minuted_again(officer, review):
    entry = EntryFactory(text="That stops  be lit.\n")
    RecommendationFactory(raised_in=entry, reference="2026/50", sent_on=date(2026, 6, 15))
    first, second = adopt(review, officer, item=entry.item)
    assert (first.raised_in, first.reference) == (entry, "2026/50")
    assert second.reference == "2026/91"
    assert entry.item.entries.count() == 2
    assert Recommendation.objects.count() == 2


def test_recommendation_that_came_with_its_minute_gives_way(officer, review):
    typed = MinuteEntry(item=ItemFactory(), position=0, text="That stops be lit.")
    typed.kind = MinuteEntry.Kind.RECOMMENDATION
    add_entry(typed, by=officer)
    first, _ = adopt(review, officer, item=typed.item)
    assert (first.raised_in, first.theme) == (typed, "Safety")
    assert Recommendation.objects.filter(raised_in=typed).count() == 1


def test_what_the_panel_did_not_agree_enters_nothing(officer, review):
    agreed = review.findings.filter(kind="recommendation").last()
    adopt(review, officer, references={agreed.pk: "2026/95"})
    assert [one.reference for one in Recommendation.objects.all()] == ["2026/95"]
    assert review.findings.filter(kind="recommendation", recommendation=None).count() == 1


def test_report_without_recommendations_is_adopted_all_the_same(officer):
    review = ReviewFactory()
    FindingFactory(review=review, kind="conclusion")
    assert adopt(review, officer) == []
    review.refresh_from_db()
    assert review.is_adopted


def test_report_that_finds_nothing_is_not_adopted(officer):
    with pytest.raises(ValidationError, match="concludes and recommends nothing"):
        adopt(ReviewFactory(), officer)


def test_recommendation_cites_the_paragraphs_its_text_names(officer, review):
    draft = version_of([("1", "Wards."), ("2", "Patrols.")], by=officer)
    text = "That paragraph 2 name the hours."
    FindingFactory(review=review, text=text, version=draft)
    made = adopt(review, officer)[-1]
    assert [list(citation.labels) for citation in made.citations.all()] == [["2"]]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"meeting__state": Meeting.State.PLANNED, "meeting__future": True}, "not been held yet"),
        ({"restricted_under": 3}, "not for publication"),
    ],
)
def test_item_that_cannot_have_adopted_it_is_refused(officer, review, fields, words):
    if fields.pop("meeting__future", False):
        del fields["meeting__state"]
        fields["meeting"] = MeetingFactory(starts_at=datetime(2199, 1, 4, 9, tzinfo=UTC))
        item = AgendaItemFactory(**fields)
    else:
        item = ItemFactory(**fields)
    with pytest.raises(ValidationError, match=words):
        adopt(review, officer, item=item)
    assert not Recommendation.objects.exists()


def test_meeting_before_the_review_began_cannot_have_adopted_it(officer):
    review = ReviewFactory(started_on=date(2026, 6, 29))
    FindingFactory(review=review)
    with pytest.raises(ValidationError, match="before the review was agreed"):
        adopt(review, officer)


def test_report_is_adopted_once(officer, review):
    adopt(review, officer)
    with pytest.raises(ValidationError, match="has adopted the report"):
        adopt(review, officer)


def test_words_that_changed_since_they_were_read_are_not_adopted(officer, clerk, review):
    seen = actions.seen_for_adopting(review)
    finding = review.findings.last()
    finding.text = "Otherwise."
    actions.change_part(finding, by=clerk)
    with pytest.raises(ValidationError, match="changed after you opened this page"):
        adopt(review, officer, seen=seen)
    assert adopt(review, officer, seen=actions.seen_for_adopting(review))


def test_reference_that_is_taken_undoes_all_of_it(officer, review):
    RecommendationFactory(reference="2026/91")
    with pytest.raises(ValidationError):
        adopt(review, officer)
    assert Recommendation.objects.count() == 1
    assert not MinuteEntry.objects.filter(text="That stops be lit.").exists()
    review.refresh_from_db()
    assert not review.is_adopted


def test_report_is_placed_as_a_paper(officer, review):
    item = AgendaItemFactory()
    paper = actions.place_report(review, item=item, label="Paper C", by=officer)
    assert (paper.kind, paper.about, paper.item) == ("review", review.pk, item)
    assert str(paper) == f"Paper C: Report of the scrutiny review: {review.title}"


def test_the_item_of_the_adoption_stays_on_the_agenda(officer):
    review = ReviewFactory(adopted_under=AgendaItemFactory(), title="Night buses")
    with pytest.raises(ValidationError, match="off the agenda: the scrutiny review night buses"):
        remove_item(review.adopted_under, by=officer)

"""Recording recommendations, correcting and sending them."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from meetings.models import MinuteEntry
from pcp_scrutiny import history
from recommendations import actions
from recommendations.models import (
    Recommendation,
)
from tests.factories.recommendations import (
    EntryFactory,
    ItemFactory,
    RecommendationFactory,
    recommend,
)
from tests.recommendations.actions.samples import DUE, approve, last


def test_record_recommendation_writes_the_point_its_minute_and_what_it_cites(officer, draft):
    item = ItemFactory()
    EntryFactory(item=item, position=4)
    made = recommend(draft, by=officer, item=item, text="Para 2 should say more.", cites="2")
    assert made.raised_in.item == item
    assert made.raised_in.text == "Para 2 should say more."
    assert made.raised_in.kind == MinuteEntry.Kind.RECOMMENDATION
    assert made.raised_in.position > 4
    citation = made.citations.get()
    assert (citation.words, citation.labels) == ("Para 2", ["2"])
    assert citation.paragraphs.get().label == "2"


def test_record_recommendation_says_who_and_where(officer, draft):
    made = recommend(draft, by=officer, reference="R9", cites="1")
    assert last(made) == (officer, f"Recorded at {made.raised_in.item.meeting}")
    assert last(made.raised_in) == (officer, "Minuted with recommendation R9")
    assert last(made.citations.get()) == (officer, "Cited in the recommendation")


def test_record_recommendation_in_a_minute_that_is_there_adds_none(officer):
    entry = EntryFactory()
    made = Recommendation(reference="R1", text="As minuted.")
    actions.record_recommendation(made, item=entry.item, entry=entry, cites="", by=officer)
    assert made.raised_in == entry
    assert MinuteEntry.objects.count() == 1


def test_record_recommendation_refuses_approved_minutes(officer):
    item = ItemFactory()
    EntryFactory(item=item)
    approve(item)
    with pytest.raises(ValidationError, match="minutes of this meeting are approved"):
        recommend(None, by=officer, item=item)
    assert not Recommendation.objects.exists()


def test_record_recommendation_sees_minutes_approved_since_the_page_was_opened(officer):
    opened = ItemFactory()
    opened.meeting  # noqa: B018 (fetched before they are approved)
    approve(ItemFactory._meta.model.objects.get(pk=opened.pk))
    with pytest.raises(ValidationError, match="approved"):
        recommend(None, by=officer, item=opened)


def test_record_recommendation_may_name_a_minute_approved_before(officer):
    entry = EntryFactory()
    approve(entry.item)
    made = Recommendation(reference="R1", text="From the archive.")
    actions.record_recommendation(made, item=entry.item, entry=entry, cites="", by=officer)
    assert made.pk


def test_record_recommendation_leaves_no_minute_behind_when_refused(officer):
    item = ItemFactory()
    recommend(None, by=officer, reference="R1")
    minuted = MinuteEntry.objects.count()
    with pytest.raises(ValidationError):
        recommend(None, by=officer, item=item, reference="R1")
    assert MinuteEntry.objects.count() == minuted


# --- Correcting ---------------------------------------------------------------------------------


def test_correct_recommendation_writes_text_and_citations(officer, draft):
    made = recommend(draft, by=officer, cites="1")
    made.text = "It should say less."
    actions.correct_recommendation(made, cites="2", by=officer, seen=history.stamp(made))
    made.refresh_from_db()
    assert made.text == "It should say less."
    assert made.citations.get().labels == ["2"]
    assert last(made) == (officer, "Corrected")


def test_correct_recommendation_refuses_what_someone_else_changed_meanwhile(officer, clerk, draft):
    made = recommend(draft, by=officer, cites="1")
    seen = history.stamp(made)
    theirs = Recommendation.objects.get(pk=made.pk)
    theirs.text = "Theirs."
    actions.correct_recommendation(theirs, cites="2", by=clerk, seen=seen)
    made.text = "Mine."
    with pytest.raises(history.Stale) as stale:
        actions.correct_recommendation(made, cites="1", by=officer, seen=seen)
    assert stale.value.who == clerk
    stored = Recommendation.objects.get(pk=made.pk)
    assert stored.text == "Theirs."
    assert stored.citations.get().labels == ["2"]


# --- Sending ------------------------------------------------------------------------------------


def test_send_recommendations_dates_each(officer):
    points = [RecommendationFactory(), RecommendationFactory()]
    sent = actions.send_recommendations(points, sent_on=date(2026, 7, 1), due_on=DUE, by=officer)
    assert sent == 2
    for point in Recommendation.objects.all():
        assert (point.sent_on, point.due_on) == (date(2026, 7, 1), DUE)
        assert last(point) == (officer, "Sent")


def test_send_recommendations_keeps_the_first_dates(officer):
    before = RecommendationFactory(sent_on=date(2026, 6, 1), due_on=date(2026, 6, 30))
    sent = actions.send_recommendations([before], sent_on=date(2026, 7, 1), due_on=DUE, by=officer)
    before.refresh_from_db()
    assert sent == 0
    assert (before.sent_on, before.due_on) == (date(2026, 6, 1), date(2026, 6, 30))
    assert before.history.count() == 1


def test_send_recommendations_sees_what_was_sent_since_the_page_was_opened(officer):
    opened = RecommendationFactory()
    theirs = Recommendation.objects.get(pk=opened.pk)
    actions.send_recommendations([theirs], sent_on=date(2026, 6, 15), due_on=None, by=officer)
    sent = actions.send_recommendations([opened], sent_on=date(2026, 7, 1), due_on=DUE, by=officer)
    assert sent == 0
    assert Recommendation.objects.get().sent_on == date(2026, 6, 15)


def test_send_recommendations_needs_no_due_day(officer):
    point = RecommendationFactory()
    actions.send_recommendations([point], sent_on=DUE, due_on=None, by=officer)
    assert Recommendation.objects.get().due_on is None


def test_send_recommendations_is_all_or_none(officer):
    points = [RecommendationFactory(), RecommendationFactory()]
    with pytest.raises(ValidationError):
        actions.send_recommendations(
            points, sent_on=DUE, due_on=DUE - timedelta(days=1), by=officer
        )
    assert Recommendation.objects.unsent().count() == 2

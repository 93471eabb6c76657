"""Each verb of the register: what it writes, the history row it leaves, and what it refuses."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from meetings.models import Meeting, MinuteEntry
from pcp_scrutiny import history
from pcp_scrutiny.documents.models import ReceivedFile
from recommendations import actions
from recommendations.models import (
    Assessment,
    Citation,
    Judgement,
    Outcome,
    Recommendation,
    Response,
    ResponseLetter,
)
from tests.factories.recommendations import (
    EntryFactory,
    ItemFactory,
    JudgementFactory,
    OutcomeFactory,
    RecommendationFactory,
    answer,
    decided,
    letter_with,
    received_letter,
    recommend,
    version_of,
)

PARTS = [("1", "Every ward has an officer."), ("2", "Hours of patrol are published.")]
DUE = date(2026, 8, 1)


@pytest.fixture
def draft(officer):
    return version_of(PARTS, by=officer)


def last(record):
    row = record.history.latest()
    return row.history_user, row.history_change_reason


def approve(item):
    """Approve the minutes of an item's meeting."""
    meeting = item.meeting
    meeting.state, meeting.approved_at = Meeting.State.APPROVED_MINUTES, meeting.starts_at
    history.save(meeting, by=None, why="Approved in a test")


# --- Recording ----------------------------------------------------------------------------------


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


# --- Confirming a letter ------------------------------------------------------------------------

LETTER = (ResponseLetter, Response, ReceivedFile, Citation, Outcome)


def counts():
    return [model.objects.count() for model in LETTER]


@pytest.fixture
def points(officer, draft):
    return [recommend(draft, by=officer, cites="1"), recommend(draft, by=officer, cites="2")]


def test_confirm_letter_writes_letter_answers_and_citations(officer, draft, points):
    said = "I have amended Para 2. Minute 4 of the meeting of 3 March records it."
    letter = letter_with(
        answer(points[0], "No, for want of money.", "not accepted", reason="for want of money"),
        answer(points[1], said, "accepted", cites="2"),
        by=officer,
        reference="OPCC/14",
        dated=date(2026, 7, 3),
    )
    assert (letter.version, letter.reference, letter.dated) == (draft, "OPCC/14", date(2026, 7, 3))
    assert said in letter.text
    first, second = letter.responses.order_by("position")
    assert (first.recommendation, first.decision) == (points[0], "not accepted")
    assert first.reason == "for want of money"
    assert (second.point, second.text) == (points[1].text, said)
    cited = {citation.document: citation for citation in second.citations.all()}
    assert cited["plan"].paragraphs.get().label == "2"
    assert cited["minutes"].labels
    assert not cited["minutes"].paragraphs.exists()


def test_confirm_letter_says_who_and_why(officer, points):
    letter = letter_with(answer(points[0], "See Para 1.", "noted", cites="1"), by=officer)
    response = letter.responses.get()
    assert last(letter) == (officer, "Letter received")
    assert last(letter.source) == (officer, "Received")
    assert last(response) == (officer, "Read from the letter and confirmed")
    assert last(response.citations.get()) == (officer, "Cited in the response")


def test_confirm_letter_keeps_the_file_byte_for_byte(officer, points):
    data = "\ufeffDear Chair,\r\n\r\nI agree.\t\r\n".encode()
    letter = letter_with(answer(points[0], "I agree.", "accepted"), by=officer, data=data)
    with letter.source.content.open("rb") as file:
        assert file.read() == data
    assert letter.source.size == len(data)


def test_confirm_letter_refuses_the_same_letter_again(officer, points):
    data = b"I agree with both."
    letter_with(answer(points[0], "I agree.", "accepted"), by=officer, data=data)
    before = counts()
    with pytest.raises(ValidationError, match="added before, as the letter of 20 July 2026"):
        letter_with(answer(points[1], "I agree.", "accepted"), by=officer, data=data)
    assert counts() == before


def test_confirm_letter_takes_the_same_words_on_another_version(officer, points):
    data = b"I agree with both."
    letter_with(answer(points[0], "I agree.", "accepted"), by=officer, data=data)
    other = recommend(version_of(PARTS, by=officer), by=officer)
    assert letter_with(answer(other, "I agree.", "accepted"), by=officer, data=data).pk


def test_confirm_letter_answers_what_is_not_about_a_plan(officer):
    other = recommend(None, by=officer)
    letter = letter_with(answer(other, "See Para 2.", "noted", cites="2"), by=officer, data=b"See.")
    assert letter.version is None
    assert letter.responses.get().citations.get().labels == ["2"]
    assert not Outcome.objects.exists()
    with pytest.raises(ValidationError, match="added before"):
        letter_with(answer(other, "See Para 2.", "noted"), by=officer, data=b"See.")


@pytest.mark.parametrize("is_about_a_plan", [True, False])
def test_confirm_letter_waits_for_another_on_the_same(officer, draft, is_about_a_plan):
    point = recommend(draft if is_about_a_plan else None, by=officer)
    with CaptureQueriesContext(connection) as queries:
        letter_with(answer(point, "I agree.", "accepted"), by=officer)
    table = "plans_planversion" if is_about_a_plan else "recommendations_recommendation"
    asked = [query["sql"] for query in queries]
    check = next(at for at, sql in enumerate(asked) if "sha256" in sql)
    held = [sql for sql in asked[:check] if f'FROM "{table}"' in sql]
    assert held
    if connection.features.has_select_for_update:  # SQLite locks as a whole
        assert "FOR UPDATE" in held[0]


def test_confirm_letter_refuses_one_recommendation_answered_twice(officer, points):
    first, second = points
    with pytest.raises(ValidationError, match=f"^..{first} is answered twice"):
        letter_with(
            answer(first, "I agree.", "accepted"),
            answer(second, "I agree.", "accepted"),
            answer(first, "I do not.", "not accepted"),
            by=officer,
        )
    assert not ResponseLetter.objects.exists()


def test_confirm_letter_refuses_to_answer_nothing(officer, draft):
    with pytest.raises(ValidationError, match="at least one answer"):
        actions.confirm_letter(received_letter(b"Dear Chair"), [], version=draft, by=officer)
    assert not ReceivedFile.objects.filter(name="letter.txt").exists()


def test_confirm_letter_is_all_or_none(officer, points):
    before = counts()
    with pytest.raises(ValidationError):
        letter_with(
            answer(points[0], "I agree.", "accepted"),
            answer(points[1], "No.", "not accepted", reason=""),
            by=officer,
        )
    assert counts() == before


def test_confirm_letter_proposes_outcomes_in_each_locked_revision(officer, draft, points):
    now = [PARTS[0], ("2", "Hours of patrol on foot are published in each month.")]
    locked = version_of(now, revises=draft, by=officer)
    version_of(now, revises=draft, by=officer, lock=False)
    letter_with(answer(points[1], "I have amended Para 2.", "accepted", cites="2"), by=officer)
    assert [(o.version, o.verdict) for o in Outcome.objects.all()] == [(locked, "borne out")]


# --- Correcting what was read from a letter -----------------------------------------------------


def test_correct_response_writes_the_answer_and_what_it_cites(officer, points):
    response = letter_with(
        answer(points[0], "See Para 1.", "noted", cites="1"), by=officer
    ).responses.get()
    response.decision = "deferred"
    actions.correct_response(response, cites="2", by=officer, seen=history.stamp(response))
    stored = Response.objects.get()
    assert stored.decision == "deferred"
    assert [c.labels for c in stored.citations.all()] == [["2"]]
    assert stored.citations.get().paragraphs.get().label == "2"
    assert last(stored) == (officer, "Corrected")


def test_correct_response_proposes_its_outcomes_again(officer, draft, points):
    now = [PARTS[0], ("2", "Hours of patrol on foot are published in each month.")]
    version_of(now, revises=draft, by=officer)
    said = "I have amended the plan."
    response = letter_with(answer(points[1], said, "accepted", cites="1"), by=officer)
    response = response.responses.get()
    assert "1" in Outcome.objects.values_list("place", flat=True)
    actions.correct_response(response, cites="2", by=officer, seen=None)
    assert [(o.place, o.verdict) for o in Outcome.objects.all()] == [("2", "borne out")]


def test_correct_response_leaves_decisions_alone(officer, draft, points):
    version_of([PARTS[0], ("2", "Hours are published.")], revises=draft, by=officer)
    letter = letter_with(
        answer(points[1], "I have amended Para 2.", "accepted", cites="2"), by=officer
    )
    actions.confirm_outcome(Outcome.objects.get(), by=officer)
    response = letter.responses.get()
    response.decision = "noted"
    actions.correct_response(response, cites="", by=officer, seen=None)
    assert Outcome.objects.get().state == "confirmed"


def test_correct_response_refuses_what_someone_else_changed_meanwhile(officer, clerk, points):
    letter = letter_with(answer(points[0], "I agree.", "accepted"), by=officer)
    response = letter.responses.get()
    seen = history.stamp(response)
    actions.correct_response(Response.objects.get(), cites="2", by=clerk, seen=seen)
    with pytest.raises(history.Stale):
        actions.correct_response(response, cites="1", by=officer, seen=seen)
    assert Response.objects.get().citations.get().labels == ["2"]


def test_correct_response_that_is_not_about_a_plan_proposes_nothing(officer):
    letter = letter_with(answer(recommend(None, by=officer), "Yes.", "accepted"), by=officer)
    actions.correct_response(letter.responses.get(), cites="2", by=officer, seen=None)
    assert not Outcome.objects.exists()


def test_correct_letter_says_who_and_why(officer, points):
    letter = letter_with(answer(points[0], "I agree.", "accepted"), by=officer)
    letter.reference = "OPCC/15"
    actions.correct_letter(letter, by=officer, seen=history.stamp(letter))
    assert ResponseLetter.objects.get().reference == "OPCC/15"
    assert last(letter) == (officer, "Corrected")


# --- Deciding on outcomes -----------------------------------------------------------------------


def test_confirm_outcome_says_who_and_when(officer):
    outcome = actions.confirm_outcome(OutcomeFactory(), by=officer)
    outcome.refresh_from_db()
    assert (outcome.state, outcome.decided_by) == ("confirmed", officer)
    assert outcome.decided_at is not None
    assert last(outcome) == (officer, "Confirmed")


def test_confirm_outcome_twice_keeps_who_was_first(officer, clerk):
    outcome = actions.confirm_outcome(OutcomeFactory(), by=officer)
    actions.confirm_outcome(outcome, by=clerk)
    outcome.refresh_from_db()
    assert outcome.decided_by == officer
    assert outcome.history.count() == 2


def test_confirm_outcome_that_was_rejected_takes_the_reason_back(officer):
    outcome = actions.confirm_outcome(decided("rejected"), by=officer)
    outcome.refresh_from_db()
    assert (outcome.state, outcome.note) == ("confirmed", "")


def test_reject_outcome_says_who_and_why(officer):
    outcome = actions.reject_outcome(OutcomeFactory(), note="Another town.", by=officer)
    outcome.refresh_from_db()
    assert (outcome.state, outcome.note) == ("rejected", "Another town.")
    assert outcome.decided_by == officer
    assert last(outcome) == (officer, "Rejected: Another town.")


@pytest.mark.parametrize("note", ["", "   ", "\n"])
def test_reject_outcome_refuses_to_do_so_without_a_reason(officer, note):
    outcome = OutcomeFactory()
    with pytest.raises(ValidationError):
        actions.reject_outcome(outcome, note=note, by=officer)
    outcome.refresh_from_db()
    assert outcome.state == "proposed"
    assert outcome.history.count() == 1


def test_reject_outcome_that_was_confirmed_is_the_officers_right(officer):
    outcome = actions.reject_outcome(decided("confirmed"), note="I was wrong.", by=officer)
    assert Outcome.objects.get(pk=outcome.pk).state == "rejected"


def test_confirm_outcome_refuses_what_was_found_otherwise_meanwhile(officer, clerk):
    outcome = OutcomeFactory()
    seen = history.stamp(outcome)
    outcome.verdict = "not found"
    history.save(outcome, by=clerk, why="Looked again: found otherwise")
    with pytest.raises(history.Stale):
        actions.confirm_outcome(outcome, by=officer, seen=seen)
    assert Outcome.objects.get().state == "proposed"


def test_confirm_outcome_keeps_the_reason_of_a_rejection_nobody_read(officer, clerk):
    outcome = OutcomeFactory()
    seen = history.stamp(outcome)
    actions.reject_outcome(outcome, note="Another town.", by=clerk, seen=seen)
    with pytest.raises(history.Stale):
        actions.confirm_outcome(outcome, by=officer, seen=seen)
    assert Outcome.objects.get().note == "Another town."


def test_reject_outcome_refuses_what_was_confirmed_meanwhile(officer, clerk):
    outcome = OutcomeFactory()
    seen = history.stamp(outcome)
    actions.confirm_outcome(outcome, by=clerk, seen=seen)
    with pytest.raises(history.Stale):
        actions.reject_outcome(outcome, note="No.", by=officer, seen=seen)
    assert Outcome.objects.get().state == "confirmed"


# --- Judging and assessing ----------------------------------------------------------------------


@pytest.mark.parametrize("decision", Judgement.Decision.values)
def test_record_judgement_names_its_meeting(officer, decision):
    entry = EntryFactory(kind=MinuteEntry.Kind.RESOLUTION)
    record = Judgement(recommendation=RecommendationFactory(), entry=entry, decision=decision)
    actions.record_judgement(record, by=officer)
    assert last(record) == (officer, f"Decided at {entry.item.meeting}")


def test_record_judgement_may_name_approved_minutes(officer):
    entry = EntryFactory(kind=MinuteEntry.Kind.RESOLUTION)
    approve(entry.item)
    record = Judgement(recommendation=RecommendationFactory(), entry=entry, decision="satisfied")
    assert actions.record_judgement(record, by=officer).pk


def test_record_judgement_refuses_two_from_one_minute(officer):
    first = JudgementFactory()
    again = Judgement(recommendation=first.recommendation, entry=first.entry, decision="withdrawn")
    with pytest.raises((ValidationError, IntegrityError)):
        actions.record_judgement(again, by=officer)


def test_assess_writes_the_view_and_who_held_it(officer, draft):
    record = Assessment(recommendation=RecommendationFactory(), version=draft, view="partly met")
    actions.assess(record, by=officer, seen=None)
    assert last(record) == (officer, "Assessed")


def test_assess_refuses_what_someone_else_changed_meanwhile(officer, clerk, draft):
    record = Assessment(recommendation=RecommendationFactory(), version=draft, view="met")
    actions.assess(record, by=officer, seen=None)
    seen = history.stamp(record)
    theirs = Assessment.objects.get()
    theirs.view = "not met"
    actions.assess(theirs, by=clerk, seen=seen)
    with pytest.raises(history.Stale):
        actions.assess(record, by=officer, seen=seen)
    assert Assessment.objects.get().view == "not met"

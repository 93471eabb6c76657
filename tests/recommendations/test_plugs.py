"""What the register shows in the apps below it."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from meetings import papers
from meetings import related as meeting_related
from meetings.models import Meeting, MinuteEntry
from pcp_scrutiny import history, home
from plans.models import PlanVersion
from recommendations.plugs import home as at_home
from recommendations.plugs import meetings as in_meetings
from tests.factories.meetings import MeetingFactory, PaperFactory
from tests.factories.recommendations import (
    EntryFactory,
    ItemFactory,
    JudgementFactory,
    LetterFactory,
    OutcomeFactory,
    RecommendationFactory,
    ResponseFactory,
    answer,
    decided,
    letter_with,
    recommend,
    version_of,
)

pytestmark = pytest.mark.django_db
Kind = PlanVersion.Kind

WARD = "Every ward will have a named officer whom residents can reach by telephone."
HOURS = "I will publish each quarter the number of hours that officers spend on foot patrol."
HOURS_NOW = "I will publish each month the number of hours that officers spend on foot patrol."
DAY = date(2026, 11, 21)


@pytest.fixture
def draft(officer):
    return version_of([("1", WARD), ("2", HOURS)], by=officer)


@pytest.fixture
def issued(officer, draft):
    """Paragraph 2 of the draft reworded as the response says, on recommendation R1."""
    point = recommend(draft, by=officer, cites="2", reference="R1")
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    return version_of([("1", WARD), ("2", HOURS_NOW)], revises=draft, by=officer)


# --- Links from minutes and items ---------------------------------------------------------------


def entry_links(user, *entries):
    found = meeting_related.links(user, entries)
    return [[link.text for link in found.get(entry.pk, [])] for entry in entries]


def test_minute_links_to_what_was_recorded_there(member):
    recommendation = RecommendationFactory(reference="R1")
    other = EntryFactory()
    assert entry_links(member, recommendation.raised_in, other) == [["Recommendation R1"], []]


def test_minute_links_to_what_was_judged_there_once(member):
    recommendation = RecommendationFactory(reference="R1")
    item = ItemFactory()
    first, second, unasked = (
        JudgementFactory(
            recommendation=recommendation,
            entry=EntryFactory(item=item, kind=MinuteEntry.Kind.RESOLUTION),
            decision=decision,
        ).entry
        for decision in ("open", "satisfied", "withdrawn")
    )
    assert entry_links(member, first, second) == [
        ["Recommendation R1: still open"],
        ["Recommendation R1: satisfied"],
    ]
    assert unasked.pk not in in_meetings.links_of_entries(member, [first, second])


def test_minute_links_are_not_for_those_without_a_role(nobody):
    judgement = JudgementFactory()
    entries = [judgement.entry, judgement.recommendation.raised_in]
    assert in_meetings.links_of_entries(nobody, entries) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_minute_links_take_a_fixed_number_of_queries(member, number, django_assert_num_queries):
    entries = [JudgementFactory().entry for _ in range(number)]
    entries += [RecommendationFactory().raised_in for _ in range(number)]
    with django_assert_num_queries(2):
        in_meetings.links_of_entries(member, entries)


@pytest.mark.parametrize("persona", ["officer", "clerk", "member", "chair", "nobody"])
def test_item_offers_to_record_a_recommendation_to_those_who_may(request, persona):
    item = ItemFactory()
    links = meeting_related.item_links(request.getfixturevalue(persona), [item]).get(item.pk, [])
    mine = [link.href for link in links if link.text == "Record a recommendation"]
    href = reverse("recommendations:add", args=[item.pk])
    assert mine == ([href] if persona == "officer" else [])


def test_item_offers_nothing_once_the_minutes_are_approved(officer):
    item = ItemFactory()
    item.meeting.state = Meeting.State.APPROVED_MINUTES
    item.meeting.approved_at = item.meeting.starts_at
    history.save(item.meeting, by=officer, why="Approved")
    assert in_meetings.links_of_items(officer, [item]) == {}


# --- In a pack ----------------------------------------------------------------------------------


@pytest.fixture
def tracker():
    """Builds the tracker of a meeting in December."""
    day = datetime(2026, 12, 11, 10, tzinfo=UTC)
    paper = PaperFactory(item__meeting=MeetingFactory(starts_at=day), kind="tracker")
    return lambda *, is_public: papers.build(paper, is_public=is_public)


def test_tracker_says_how_things_stand_for_the_day_of_the_meeting(tracker):
    RecommendationFactory(
        reference="R1", sent_on=date(2026, 11, 1), due_on=date(2026, 12, 10), text="More patrols."
    )
    page = tracker(is_public=False)
    assert "as at 11 December 2026" in page
    assert "More patrols." in page
    assert "Overdue" in page


def test_tracker_made_later_shows_how_things_stood_on_the_day_of_the_meeting(tracker):
    answered = RecommendationFactory(reference="R1", sent_on=date(2026, 6, 20))
    ResponseFactory(
        recommendation=answered,
        letter=LetterFactory(version=answered.version, dated=date(2026, 12, 20)),
        decision="deferred",
    )
    later = MeetingFactory(starts_at=datetime(2027, 3, 5, 10, tzinfo=UTC))
    RecommendationFactory(reference="R2", raised_in=EntryFactory(item__meeting=later))
    entry = EntryFactory(item__meeting=later, kind=MinuteEntry.Kind.RESOLUTION)
    JudgementFactory(recommendation=answered, entry=entry, decision="withdrawn")
    page = tracker(is_public=False)
    assert "Awaiting" in page
    for words in ("R2", "Deferred", "Withdrawn"):
        assert words not in page


def test_tracker_for_the_public_has_nothing_raised_under_a_restricted_item(tracker):
    RecommendationFactory(reference="R1", text="Anyone may read this.")
    secret = EntryFactory(item__restricted_under=3)
    RecommendationFactory(reference="SECRET", text="About a person.", raised_in=secret)
    full, public = tracker(is_public=False), tracker(is_public=True)
    assert "SECRET" in full
    assert "About a person." in full
    assert "Anyone may read this." in public
    for words in ("SECRET", "About a person."):
        assert words not in public


def test_tracker_for_the_public_has_no_judgement_from_a_restricted_item(tracker):
    recommendation = RecommendationFactory()
    entry = EntryFactory(item__restricted_under=1, kind=MinuteEntry.Kind.RESOLUTION)
    JudgementFactory(recommendation=recommendation, entry=entry, decision="withdrawn")
    assert "Withdrawn" in tracker(is_public=False)
    assert "Withdrawn" not in tracker(is_public=True)


def test_tracker_of_nothing_says_so(tracker):
    RecommendationFactory(raised_in=EntryFactory(item__restricted_under=3))
    assert "No recommendation has been recorded." in tracker(is_public=True)


def test_tracker_prints_words_and_not_markup(tracker):
    RecommendationFactory(text="<b>More</b> & better")
    assert "&lt;b&gt;More&lt;/b&gt; &amp; better" in tracker(is_public=True)


def test_tracker_is_offered_to_clerks():
    assert ("tracker", "Recommendation tracker") in papers.kinds()


# --- On the home page ---------------------------------------------------------------------------


def blocks(user):
    return {block.title: block for block in at_home.waiting(user, DAY)}


@pytest.mark.parametrize(
    ("persona", "titles"),
    [
        ("officer", ["Recommendations", "What to ask about"]),
        ("clerk", ["What to ask about"]),
        ("member", ["What to ask about"]),
        ("chair", ["What to ask about"]),
        ("administrator", []),
        ("nobody", []),
    ],
)
def test_home_has_a_block_for_each_role(request, persona, titles):
    user = request.getfixturevalue(persona)
    assert list(blocks(user)) == titles
    shown = [block.title for block in home.blocks(user, on=DAY)]
    assert [title for title in titles if title in shown] == titles


def test_home_of_an_officer_says_what_waits(officer):
    outcome = OutcomeFactory()
    OutcomeFactory(version=outcome.version)
    decided("confirmed", version=outcome.version)
    RecommendationFactory(sent_on=date(2026, 7, 1), due_on=date(2026, 8, 1))
    *_, confirm, chase = blocks(officer)["Recommendations"].tasks
    assert (confirm.note, chase.note) == ("2 to confirm", "1 recommendation")
    assert confirm.href == reverse("recommendations:outcomes", args=[outcome.version_id])


def test_home_of_an_officer_leads_to_recording_what_was_sent(officer):
    recommendation = RecommendationFactory()
    RecommendationFactory(version=recommendation.version)
    RecommendationFactory(version=recommendation.version, sent_on=date(2026, 7, 1))
    RecommendationFactory(version=None)
    send, others = blocks(officer)["Recommendations"].tasks
    assert (send.note, others.note) == ("2 not sent", "1 not sent")
    assert send.href == reverse("recommendations:send", args=[recommendation.version_id])
    assert others.href == reverse("recommendations:send_others")


def test_home_of_an_officer_with_nothing_to_do(officer):
    block = blocks(officer)["Recommendations"]
    assert (list(block.tasks), block.empty) == ([], "Nothing waits for you here.")


def test_home_of_a_member_counts_what_to_ask_about(member):
    for verdict in ("not borne out", "not found", "not found"):
        OutcomeFactory(verdict=verdict)
    decided("rejected", verdict="not found")
    RecommendationFactory(sent_on=date(2026, 7, 1), due_on=date(2026, 8, 1))
    tasks = blocks(member)["What to ask about"].tasks
    notes = [task.note for task in tasks]
    assert notes == ["1 recommendation", "2 recommendations", "1 recommendation"]


def test_home_links_lead_to_as_many_as_they_say(client_of, member):
    for verdict in ("not borne out", "not found", "not found"):
        OutcomeFactory(verdict=verdict)
    RecommendationFactory(sent_on=date(2026, 7, 1), due_on=date(2026, 8, 1))
    for task in blocks(member)["What to ask about"].tasks:
        response = client_of(member).get(task.href)
        assert len(response.context["positions"]) == int(task.note.split()[0])

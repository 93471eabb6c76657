"""The tracker of a meeting, read from the record as it was when the agenda was published."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import timezone

from meetings.models import MinuteEntry
from pcp_scrutiny import history
from recommendations import actions
from recommendations.models import DueDateRevision
from recommendations.papers import printing, tracker
from tests.factories.meetings import MeetingFactory
from tests.factories.recommendations import (
    EntryFactory,
    ItemFactory,
    JudgementFactory,
    LetterFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.recommendations.papers.conftest import SECRET

pytestmark = pytest.mark.django_db

MARCH = datetime(2026, 3, 13, 10, tzinfo=UTC)
JUNE = datetime(2026, 6, 12, 9, tzinfo=UTC)
PUBLISHED = date(2026, 12, 3)


def evening(day):
    """A moment of that day, late."""
    return timezone.make_aware(datetime.combine(day, time(22, 30)))


def raised_at(starts_at, **fields):
    item = ItemFactory(meeting__starts_at=starts_at, **fields.pop("item", {}))
    return RecommendationFactory(raised_in=EntryFactory(item=item), **fields)


def resolution(starts_at, **fields):
    item = ItemFactory(meeting__starts_at=starts_at, **fields)
    return EntryFactory(item=item, kind=MinuteEntry.Kind.RESOLUTION)


def parts(meeting, *, is_public=False):
    found = tracker.read(meeting, is_public=is_public)
    return {
        part.key: [line.position.reference for line in part.lines]
        for part in found.parts
        if part.lines
    }


@pytest.fixture
def december():
    """A meeting in December whose agenda is not out."""
    return MeetingFactory()


@pytest.fixture
def published(december):
    december.published_on, december.state = PUBLISHED, "agenda published"
    return history.save(december, by=None, why="Published")


def test_each_stands_in_one_part(december):
    sent = {"sent_on": date(2026, 3, 20)}
    raised_at(MARCH, reference="Overdue", due_on=date(2026, 5, 1), **sent)
    raised_at(MARCH, reference="Open", **sent)
    raised_at(JUNE, reference="New")
    raised_at(JUNE, reference="New and overdue", sent_on=date(2026, 6, 20), due_on=date(2026, 7, 1))
    closed = raised_at(MARCH, reference="Closed", due_on=date(2026, 5, 1), **sent)
    JudgementFactory(recommendation=closed, entry=resolution(JUNE))
    before = raised_at(MARCH, reference="Closed before", **sent)
    JudgementFactory(recommendation=before, entry=resolution(MARCH))
    assert parts(december) == {
        "overdue": ["New and overdue", "Overdue"],
        "new": ["New"],
        "open": ["Open"],
        "closed": ["Closed"],
    }


def test_what_the_panel_is_not_satisfied_with_stays_open(december):
    raised_at(JUNE, reference="New")
    point = raised_at(MARCH, reference="R1")
    JudgementFactory(recommendation=point, entry=resolution(JUNE), decision="not satisfied")
    assert parts(december)["open"] == ["R1"]


def test_last_meeting_is_one_that_was_held(december):
    raised_at(JUNE, reference="R1")
    MeetingFactory(starts_at=datetime(2026, 9, 25, 9, tzinfo=UTC))  # flooded: nothing was minuted
    found = tracker.read(december, is_public=False)
    assert found.since == date(2026, 6, 12)


def test_agenda_that_is_not_out_is_tracked_for_the_last_day_to_publish(december):
    found = tracker.read(december, is_public=False)
    assert (found.on, found.since) == (PUBLISHED, None)


def test_published_tracker_says_what_was_known_at_the_moment_of_publication(officer, december):
    noon, evening_of = (
        timezone.make_aware(datetime.combine(PUBLISHED, time(hour))) for hour in (12, 20)
    )
    with history.as_at(evening(date(2026, 6, 12))):
        point = raised_at(JUNE, reference="R1", text="As it was.")
    with history.as_at(noon):
        december.published_on, december.state = PUBLISHED, "agenda published"
        history.save(december, by=officer, why="Published")
    with history.as_at(evening_of):
        point.text = "As it became."
        history.save(point, by=officer, why="Corrected")
        december.title = "Another title"
        history.save(december, by=officer, why="Corrected")
    assert tracker.moment_of(december) == (PUBLISHED, noon)
    [line] = tracker.read(december, is_public=False).parts[1].lines
    assert line.position.text == "As it was."


def test_publishing_the_agenda_before_its_last_day_changes_nothing_in_it(officer, december):
    sent = {"sent_on": date(2026, 6, 20), "due_on": date(2026, 12, 2)}
    with history.as_at(evening(date(2026, 6, 20))):
        raised_at(JUNE, reference="R1", **sent)
    before = printing.tracked(tracker.read(december, is_public=False))
    with history.as_at(evening(date(2026, 12, 1))):
        december.published_on, december.state = date(2026, 12, 1), "agenda published"
        history.save(december, by=officer, why="Published")
    assert "Overdue: 1" in before
    assert printing.tracked(tracker.read(december, is_public=False)) == before


def test_publication_recorded_on_another_day_counts_to_the_end_of_its_own(officer, december):
    with history.as_at(evening(date(2026, 12, 4))):
        december.published_on, december.state = PUBLISHED, "agenda published"
        history.save(december, by=officer, why="Published")
    _, moment = tracker.moment_of(december)
    assert timezone.localtime(moment).replace(tzinfo=None) == datetime.combine(PUBLISHED, time.max)


def test_published_tracker_says_what_was_known_that_evening(officer, published):
    with history.as_at(evening(date(2026, 6, 12))):
        point = raised_at(JUNE, reference="R1", text="As it was.", sent_on=date(2026, 6, 20))
    with history.as_at(evening(date(2026, 12, 4))):
        point.text = "As it became."
        history.save(point, by=officer, why="Corrected")
        late = LetterFactory(version=point.version, dated=date(2026, 12, 1))
        ResponseFactory(recommendation=point, letter=late, decision="deferred")
        raised_at(JUNE, reference="R2")
    [line] = tracker.read(published, is_public=False).parts[1].lines
    assert (line.position.text, line.position.response) == ("As it was.", "awaiting")


def test_promise_is_told_in_the_words_of_that_evening(officer, published):
    with history.as_at(evening(date(2026, 7, 21))):
        point = raised_at(JUNE)
        answer = ResponseFactory(recommendation=point, text="I shall.", reason="I shall.")
    with history.as_at(evening(date(2026, 12, 4))):
        answer.reason = "I shall not."
        history.save(answer, by=officer, why="Corrected")
    [line] = tracker.read(published, is_public=False).parts[1].lines
    assert line.promise == "I shall."


def test_long_promise_without_deciding_words_is_cut_between_words(december):
    ResponseFactory(recommendation=raised_at(JUNE), text="We will look at it. " * 40)
    [line] = tracker.read(december, is_public=False).parts[1].lines
    assert line.promise.endswith(" …")
    assert len(line.promise) <= tracker.MOST_LETTERS + 2


def test_due_date_comes_with_each_revision(officer, december):
    point = raised_at(JUNE, sent_on=date(2026, 6, 20), due_on=date(2026, 7, 24))
    revision = {"due_on": date(2026, 12, 31), "decided_on": date(2026, 7, 20)}
    actions.revise_due_date(point, reason="The survey is late.", by=officer, **revision)
    history.create(
        DueDateRevision,
        by=officer,
        why="Agreed later",
        recommendation=point,
        due_on=date(2027, 3, 1),
        decided_on=date(2026, 12, 10),
        reason="Later still.",
    )
    [line] = tracker.read(december, is_public=False).parts[1].lines
    assert (line.position.first_due_on, line.position.due_on) == (
        date(2026, 7, 24),
        date(2026, 12, 31),
    )
    assert [slip.reason for slip in line.slips] == ["The survey is late."]


# --- What the public gets -----------------------------------------------------------------------


def test_public_tracker_leaves_out_what_is_restricted(december):
    raised_at(JUNE, reference="R1")
    raised_at(JUNE, reference=SECRET, item={"restricted_under": 3})
    full, public = (
        printing.tracked(tracker.read(december, is_public=which)) for which in (False, True)
    )
    assert SECRET in full
    assert "Not for publication: paragraph 3" in full
    assert SECRET not in public
    assert "Not for publication" not in public


def test_what_became_restricted_since_is_left_out_of_what_was_published(officer, published):
    with history.as_at(evening(date(2026, 6, 12))):
        point = raised_at(JUNE, reference=SECRET)
    item = point.raised_in.item
    item.restricted_under = 1
    history.save(item, by=officer, why="Found to be exempt")
    assert parts(published, is_public=True) == {}


def test_judgement_made_in_private_is_marked_and_kept_from_the_public(december):
    point = raised_at(JUNE, reference="R1")
    JudgementFactory(
        recommendation=point, entry=resolution(JUNE, restricted_under=1), decision="withdrawn"
    )
    assert parts(december) == {"closed": ["R1"]}
    assert parts(december, is_public=True) == {"new": ["R1"]}
    html = printing.tracked(tracker.read(december, is_public=False))
    assert "withdrawn</strong>, 12 June 2026 (not for publication)" in html


def test_private_judgement_that_repeats_a_public_one_is_marked(december):
    point = raised_at(MARCH, reference="R1")
    for starts_at, restricted_under in ((MARCH, None), (JUNE, 1)):
        entry = resolution(starts_at, restricted_under=restricted_under)
        JudgementFactory(recommendation=point, entry=entry, decision="not satisfied")
    full, public = (
        printing.tracked(tracker.read(december, is_public=which)) for which in (False, True)
    )
    assert "not satisfied</strong>, 12 June 2026 (not for publication)" in full
    assert "not satisfied</strong>, 13 March 2026</p>" in public


@pytest.mark.parametrize("number", [1, 3])
def test_tracker_takes_a_fixed_number_of_queries(published, number, django_assert_num_queries):
    with history.as_at(evening(date(2026, 6, 12))):
        for _ in range(number):
            ResponseFactory(recommendation=raised_at(JUNE, sent_on=date(2026, 6, 20)))
    with django_assert_num_queries(TRACKER):
        tracker.read(published, is_public=True)


TRACKER = 18

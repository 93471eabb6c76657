"""The days on which responses are due, in people's own calendars."""

from datetime import date

import icalendar
import pytest
from django.urls import reverse

from pcp_scrutiny import history
from pcp_scrutiny.calendars import actions
from recommendations.models import DueDateRevision
from recommendations.plugs.calendars import responses_due
from tests.factories.recommendations import (
    EntryFactory,
    JudgementFactory,
    LetterFactory,
    RecommendationFactory,
    ResponseFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 8, 10)
DUE = date(2026, 9, 1)


def due(reference="2026/01", **fields):
    fields = {"sent_on": date(2026, 6, 20), "due_on": DUE} | fields
    return RecommendationFactory(reference=reference, **fields)


def entries(on=DAY):
    return list(responses_due(on))


@pytest.mark.parametrize(
    ("number", "title"),
    [
        (1, "Response on 2026/01 due from the PCC"),
        (2, "Responses on 2026/01 and 2026/02 due from the PCC"),
        (3, "Responses on 2026/01, 2026/02 and 2026/03 due from the PCC"),
        (20, "Responses on 2026/01, 2026/02, 2026/03 and 17 more due from the PCC"),
    ],
)
def test_day_has_one_entry_however_many_are_due(number, title):
    for place in range(1, number + 1):
        due(f"2026/{place:02}")
    [entry] = entries()
    assert (entry.start, entry.title, entry.uid) == (DUE, title, "responses-due-2026-09-01")
    assert entry.text.count("2026/") == number


def test_revised_date_counts():
    point, other = due(), due("2026/02")
    [before] = entries()
    history.create(
        DueDateRevision,
        by=None,
        why="For a test",
        recommendation=point,
        due_on=date(2026, 10, 1),
        decided_on=date(2026, 8, 1),
        reason="The office asked for more time.",
    )
    first, second = entries()
    assert (first.start, first.text) == (DUE, "On 2026/02.")
    assert (second.start, second.text) == (date(2026, 10, 1), "On 2026/01.")
    assert first.changed >= before.changed
    assert second.changed > before.changed
    assert first.changed >= other.history.latest().history_date


def test_entry_never_goes_back_when_one_of_several_is_answered_or_put_back():
    due()
    last = due("2026/02")
    [before] = entries()
    letter = LetterFactory(version=last.version, dated=date(2026, 8, 1))
    answer = ResponseFactory(recommendation=last, letter=letter)
    [answered] = entries()
    history.delete(answer, by=None, why="It was about another")
    [again] = entries()
    assert (answered.title, again.title) == ("Response on 2026/01 due from the PCC", before.title)
    assert before.sequence < answered.sequence < again.sequence
    assert before.changed < answered.changed < again.changed


def test_answered_unsent_and_undated_have_no_entry():
    due(sent_on=None)
    due("2026/02", due_on=None)
    answered = due("2026/03")
    letter = LetterFactory(version=answered.version, dated=date(2026, 8, 1))
    ResponseFactory(recommendation=answered, letter=letter)
    assert entries() == []


@pytest.mark.parametrize("decision", ["withdrawn", "superseded", "satisfied"])
def test_what_the_panel_is_done_with_is_gone(decision):
    JudgementFactory(recommendation=due(), decision=decision)
    assert entries() == []


def test_overdue_stays_on_its_day():
    due()
    [entry] = entries(date(2026, 9, 20))
    assert entry.start == DUE
    assert entry.path.endswith("?response=overdue")


def test_what_was_said_under_a_restricted_item_is_left_out():
    due("2026/01")
    due("2026/02", raised_in=EntryFactory(item__restricted_under=1))
    [entry] = entries()
    assert "2026/02" not in f"{entry.title}{entry.text}"


def test_entry_gives_references_and_no_text():
    due(text="The plan should name a lead.", theme="Leadership")
    [entry] = entries()
    for words in ("should", "Leadership"):
        assert words not in str(entry)


def test_feed_holds_meetings_and_due_dates(client_of, member):
    point = due(due_on=date(2027, 1, 5))
    address = reverse("calendars:feed", args=[actions.make_address(member)])
    calendar = icalendar.Calendar.from_ical(client_of(None).get(address).content)
    assert sorted(str(entry["UID"]).partition("@")[0] for entry in calendar.events) == [
        f"meeting-{point.raised_in.item.meeting_id}",
        "responses-due-2027-01-05",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_entries_take_a_fixed_number_of_queries(number, django_assert_num_queries):
    for place in range(number):
        due(f"2026/{place}", due_on=date(2026, 9, 1 + place))
    with django_assert_num_queries(16):
        assert len(entries()) == number

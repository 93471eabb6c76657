from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from meetings import actions
from meetings.models import Action, MinuteEntry, Vote
from pcp_scrutiny import history
from tests.factories.meetings import (
    ActionFactory,
    AgendaItemFactory,
    MinuteEntryFactory,
    VoteFactory,
)
from tests.factories.recommendations import RecommendationFactory

JUNE = datetime(2026, 6, 12, 9, tzinfo=UTC)
LATER = datetime(2027, 3, 1, 9, tzinfo=UTC)
UNANIMOUS = {"mover": "Councillor A", "is_unanimous": True}


def test_add_entry_puts_it_last_with_its_vote(officer):
    item = MinuteEntryFactory().item
    entry = MinuteEntry(item=item, position=0, kind="resolution", text="That it be noted.")
    actions.add_entry(entry, by=officer, vote=UNANIMOUS)
    assert entry.position > entry.item.entries.order_by("position").first().position
    assert entry.vote.is_unanimous
    assert Vote.history.get().history_change_reason == "Vote recorded"
    assert entry.history.get().history_user == officer


def test_add_entry_with_a_vote_that_cannot_be_writes_nothing(officer):
    entry = MinuteEntry(item=AgendaItemFactory(), position=0, kind="resolution", text="That.")
    with pytest.raises(ValidationError):
        actions.add_entry(entry, by=officer, vote={"is_unanimous": True, "votes_against": 2})
    assert not MinuteEntry.objects.exists()


def test_change_entry_changes_its_action(officer):
    action = ActionFactory(owner="Clerk")
    task = {"owner": "Panel Officer", "due_on": date(2027, 1, 11)}
    actions.change_entry(action.entry, by=officer, task=task)
    action.refresh_from_db()
    assert (action.owner, action.due_on) == ("Panel Officer", date(2027, 1, 11))
    assert action.history.latest().history_change_reason == "Action recorded"


def test_change_entry_leaves_an_unchanged_action_alone(officer):
    action = ActionFactory(owner="Clerk")
    actions.change_entry(action.entry, by=officer, task={"owner": "Clerk", "due_on": None})
    assert action.history.count() == 1


def test_change_entry_takes_the_vote_away(officer):
    entry = VoteFactory().entry
    actions.change_entry(entry, by=officer, vote=None)
    assert not Vote.objects.exists()
    assert Vote.history.latest().history_change_reason == "Vote taken back"


def test_change_entry_refuses_to_overwrite(officer, clerk):
    entry = MinuteEntryFactory(text="As it was")
    seen = history.stamp(entry)
    theirs = MinuteEntry.objects.get()
    theirs.text = "As the clerk has it"
    actions.change_entry(theirs, by=clerk)
    entry.text = "As the officer has it"
    with pytest.raises(history.Stale):
        actions.change_entry(entry, by=officer, seen=seen)
    assert MinuteEntry.objects.get().text == "As the clerk has it"


def test_remove_entry_takes_its_vote_and_action_with_it(officer):
    vote, action = VoteFactory(), ActionFactory()
    actions.remove_entry(vote.entry, by=officer)
    actions.remove_entry(action.entry, by=officer)
    assert [model.objects.count() for model in (MinuteEntry, Vote, Action)] == [0, 0, 0]
    assert MinuteEntry.history.latest().history_change_reason == "Minute removed"


def test_remove_entry_refuses_one_that_something_was_recorded_from(officer):
    entry = RecommendationFactory().raised_in
    with pytest.raises(ValidationError, match=r"the recommendation 2.* refers to it"):
        actions.remove_entry(entry, by=officer)
    assert MinuteEntry.objects.filter(pk=entry.pk).exists()


def test_complete_action_says_what_was_done_though_the_minutes_are_approved(officer):
    action = ActionFactory(entry__item__meeting__state="draft minutes")
    actions.approve_minutes(action.entry.item.meeting, on=date(2027, 2, 5), by=officer, now=LATER)
    action.done_on, action.outcome = date(2027, 2, 9), "The letter was sent."
    actions.complete_action(action, by=officer)
    assert action.history.latest().history_change_reason == "Recorded that it is done"
    action.done_on = date(2026, 12, 10)
    with pytest.raises(ValidationError, match="before the meeting"):
        actions.complete_action(action, by=officer)


def test_approved_minutes_take_no_entry(officer):
    entry = MinuteEntryFactory(item__meeting__state="draft minutes")
    actions.approve_minutes(entry.item.meeting, on=date(2027, 2, 5), by=officer, now=LATER)
    refused = [
        lambda: actions.add_entry(MinuteEntry(item=entry.item, position=0, text="x"), by=officer),
        lambda: actions.change_entry(entry, by=officer),
        lambda: actions.remove_entry(entry, by=officer),
    ]
    for action in refused:
        with pytest.raises(ValidationError, match="approved"):
            action()

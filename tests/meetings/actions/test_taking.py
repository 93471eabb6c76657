"""What is typed comes change by change, perhaps twice, perhaps late: each is made once."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from meetings import actions
from meetings.minuting.taking import Change
from meetings.models import Action, MinuteEntry, Vote
from pcp_scrutiny import history
from tests.factories.meetings import AgendaItemFactory, MinuteEntryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(db):
    return AgendaItemFactory()


def typed(item, text="Members noted it.", **fields):
    return Change(fields.pop("uid", None) or uuid4(), item.pk, text=text, **fields)


def take(change, item, by):
    return actions.take(change, meeting=item.meeting, by=by)


def in_order(item):
    return list(item.entries.order_by("position", "pk").values_list("text", flat=True))


def test_new_entry_is_minuted_once_however_often_it_comes(item, officer):
    change = typed(item, kind="key point")
    first, again = take(change, item, officer), take(change, item, officer)
    assert (first.status, again.status) == ("saved", "saved")
    assert first.entry == again.entry == MinuteEntry.objects.get()
    assert first.entry.history.count() == 1
    assert first.entry.history.get().history_user == officer


def test_entries_stand_where_they_were_typed(item, officer):
    one, two = typed(item, "One."), typed(item, "Two.")
    between = typed(item, "Between.", after=one.uid, is_placed=True)
    first = typed(item, "First.", after=None, is_placed=True)
    for change in (one, two, between, first):
        take(change, item, officer)
    assert in_order(item) == ["First.", "One.", "Between.", "Two."]


def test_there_is_always_room_between_two_entries(item, officer):
    one = typed(item, "One.")
    take(one, item, officer)
    take(typed(item, "Last."), item, officer)
    for number in range(14):
        take(typed(item, str(number), after=one.uid, is_placed=True), item, officer)
    assert in_order(item) == ["One.", *(str(number) for number in reversed(range(14))), "Last."]


def test_entry_after_one_that_is_gone_comes_last(item, officer):
    take(typed(item, "One."), item, officer)
    take(typed(item, "Two.", after=uuid4(), is_placed=True), item, officer)
    assert in_order(item) == ["One.", "Two."]


def test_later_words_replace_those_that_were_seen(item, officer):
    change = typed(item)
    entry = take(change, item, officer).entry
    seen = history.stamp(entry)
    assert take(replace(change, text="Later.", seen=seen), item, officer).status == "saved"
    # The answer was lost, and it comes again.
    assert take(replace(change, text="Later.", seen=seen), item, officer).status == "saved"
    assert in_order(item) == ["Later."]
    assert entry.history.count() == 2


def test_new_entry_whose_answer_was_lost_goes_on_growing(item, officer):
    change = typed(item, "The Commis")
    take(change, item, officer)
    assert take(replace(change, text="The Commissioner"), item, officer).status == "saved"
    assert in_order(item) == ["The Commissioner"]


def test_two_officers_on_one_entry_lose_neither_ones_words(item, officer, clerk):
    change = typed(item, "As first said.")
    seen = history.stamp(take(change, item, officer).entry)
    take(replace(change, text="As the clerk has it.", seen=seen), item, clerk)
    mine = replace(change, text="As the officer has it.", seen=seen)
    refused = take(mine, item, officer)
    assert (refused.status, refused.who) == ("conflict", clerk)
    assert refused.entry.text == "As the clerk has it."
    assert in_order(item) == ["As the clerk has it."]
    chosen = replace(mine, seen=history.stamp(refused.entry))
    assert take(chosen, item, officer).status == "saved"
    assert in_order(item) == ["As the officer has it."]


def test_what_moves_without_new_words_is_no_conflict(item, officer, clerk):
    change = typed(item)
    entry = take(change, item, officer).entry
    seen = history.stamp(entry)
    actions.move_entry(entry, item=item, after=actions.entries.FIRST, by=clerk)
    assert take(replace(change, text="More.", seen=seen), item, officer).status == "saved"


def test_entry_that_someone_removed_is_not_made_again(item, officer, clerk):
    change = typed(item)
    entry = take(change, item, officer).entry
    actions.remove_entry(entry, by=clerk)
    late = take(replace(change, text="Late words."), item, officer)
    assert (late.status, late.who) == ("gone", clerk)
    assert not item.entries.exists()


def test_removing_is_done_once_and_not_over_new_words(item, officer, clerk):
    change = typed(item)
    entry = take(change, item, officer).entry
    seen = history.stamp(entry)
    take(replace(change, text="Someone else's.", seen=seen), item, clerk)
    removal = replace(change, seen=seen, is_removed=True)
    assert take(removal, item, officer).status == "conflict"
    removal = replace(removal, seen=history.stamp(entry))
    assert take(removal, item, officer).status == "removed"
    assert take(removal, item, officer).status == "removed"
    assert not item.entries.exists()


def test_entry_moves_under_another_item(item, officer):
    other = AgendaItemFactory(meeting=item.meeting)
    change = typed(item)
    seen = history.stamp(take(change, item, officer).entry)
    moved = replace(change, item=other.pk, seen=seen, is_placed=True, after=None)
    assert take(moved, item, officer).status == "saved"
    assert (in_order(item), in_order(other)) == ([], [change.text])


def test_kind_brings_what_belongs_to_it_and_takes_it_away(item, officer):
    change = typed(item, "To send the figures.", kind="undertaking")
    entry = take(change, item, officer).entry
    assert Action.objects.get().owner == "Police and Crime Commissioner"
    seen = history.stamp(entry)
    vote = {"is_unanimous": True}
    resolved = replace(change, kind="resolution", seen=seen, parts={"vote": vote})
    take(resolved, item, officer)
    assert not Action.objects.exists()
    assert Vote.objects.get().is_unanimous
    take(replace(change, kind="advice", seen=history.stamp(entry)), item, officer)
    assert not Vote.objects.exists()


def test_owner_stays_named_when_the_words_change(item, officer):
    change = typed(item, kind="action", parts={"task": {"owner": "The clerk", "due_on": None}})
    entry = take(change, item, officer).entry
    later = replace(change, text="Other words.", seen=history.stamp(entry), parts={})
    take(later, item, officer)
    assert Action.objects.get().owner == "The clerk"


@pytest.fixture
def resolved(item, officer):
    """A resolution that two officers have before them, as whoever is asked may send it."""
    change = typed(item, "That it be noted.", kind="resolution")
    entry = take(change, item, officer).entry
    return replace(change, seen=history.stamp(entry))


def test_two_who_record_one_vote_lose_neither_ones_fields(item, officer, clerk, resolved):
    seven = replace(resolved, parts={"vote": {"votes_for": 7}}, was={"vote": None})
    named = {"mover": "Councillor Tillerby", "seconder": "Councillor Ash"}
    take(replace(resolved, parts={"vote": named}, was={"vote": None}), item, officer)
    for _ in range(2):  # the answer was lost, and it comes again
        assert take(seven, item, clerk).status == "saved"
    vote = Vote.objects.get()
    assert (vote.mover, vote.seconder, vote.votes_for) == (*named.values(), 7)
    assert vote.history.count() == 2
    eight = replace(resolved, parts={"vote": {"votes_for": 8}}, was={"vote": None})
    refused = take(eight, item, officer)
    assert (refused.status, refused.who) == ("conflict", clerk)
    assert Vote.objects.get().votes_for == 7
    chosen = replace(eight, was={"vote": {**named, "votes_for": 7}})
    assert take(chosen, item, officer).status == "saved"
    vote.refresh_from_db()
    assert (vote.mover, vote.votes_for) == ("", 8)


def test_two_who_name_an_owner_and_a_date_lose_neither(item, officer, clerk):
    entry = take(typed(item, kind="action"), item, officer).entry
    change = typed(item, kind="action", uid=entry.uid, seen=history.stamp(entry))
    nothing = {"task": {"owner": "", "due_on": None}}
    day = date(2027, 9, 30)
    named = replace(change, parts={"task": {"owner": "Clerk", "due_on": None}}, was=nothing)
    dated = replace(change, parts={"task": {"owner": "", "due_on": day}}, was=nothing)
    other = replace(change, parts={"task": {"owner": "Solicitor", "due_on": None}}, was=nothing)
    assert [take(one, item, officer).status for one in (named, dated)] == ["saved", "saved"]
    assert take(other, item, clerk).status == "conflict"
    assert (Action.objects.get().owner, Action.objects.get().due_on) == ("Clerk", day)


def test_undertaking_is_the_offices_until_someone_is_named(item, officer, clerk):
    entry = take(typed(item, kind="undertaking"), item, officer).entry
    change = typed(item, kind="undertaking", uid=entry.uid, seen=history.stamp(entry))
    for owner, by, status in (("Deputy", officer, "saved"), ("Solicitor", clerk, "conflict")):
        parts = {"task": {"owner": owner, "due_on": None}}
        assert take(replace(change, parts=parts, was={"task": None}), item, by).status == status


def test_vote_of_another_is_not_taken_away_with_the_kind_or_the_entry(
    item, officer, clerk, resolved
):
    take(replace(resolved, parts={"vote": {"votes_for": 7}}, was={"vote": None}), item, officer)
    for late in (
        replace(resolved, kind="advice", was={"vote": None}),
        replace(resolved, is_removed=True, was={"vote": None}),
    ):
        assert take(late, item, clerk).status == "conflict"
    assert Vote.objects.get().votes_for == 7
    advice = replace(resolved, kind="advice", was={"vote": {"votes_for": 7}})
    assert [take(advice, item, clerk).status for _ in range(2)] == ["saved", "saved"]
    assert not Vote.objects.exists()


def test_page_that_does_not_say_what_it_saw_writes_over_nobody(item, officer, clerk, resolved):
    take(replace(resolved, parts={"vote": {"votes_for": 7}}), item, officer)
    eight = replace(resolved, parts={"vote": {"votes_for": 8}})
    refused = take(eight, item, clerk)
    assert (refused.status, refused.who) == ("conflict", officer)
    assert take(replace(eight, parts={"vote": {"votes_for": 7}}), item, clerk).status == "saved"
    assert take(eight, item, officer).status == "saved"
    chosen = replace(eight, seen=history.stamp(refused.entry), parts={"vote": {"votes_for": 9}})
    assert take(chosen, item, clerk).status == "saved"


def test_exclusion_that_another_recorded_is_for_people_to_decide(item, officer, clerk, resolved):
    take(replace(resolved, parts={"excludes": 7}, was={"excludes": None}), item, officer)
    one = replace(resolved, parts={"excludes": 1}, was={"excludes": None})
    assert take(one, item, clerk).status == "conflict"
    assert take(replace(one, was={"excludes": 7}), item, clerk).status == "saved"


def test_empty_minute_and_minutes_of_elsewhere_are_refused(item, officer):
    with pytest.raises(ValidationError, match="A minute has words"):
        take(typed(item, ""), item, officer)
    elsewhere = MinuteEntryFactory()
    with pytest.raises(ValidationError, match="belongs to another meeting"):
        take(typed(item, uid=elsewhere.uid), item, officer)
    with pytest.raises(ValidationError, match="taken off the agenda"):
        take(typed(elsewhere.item), item, officer)

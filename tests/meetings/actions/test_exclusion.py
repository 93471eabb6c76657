"""Excluding the public: what follows is kept from them, and nothing comes out by accident."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from meetings import actions
from meetings.actions import exclusion
from meetings.actions.withholding import is_public_out
from meetings.minuting.taking import read_changes
from meetings.models import Action, Exclusion, MinuteEntry, Vote
from pcp_scrutiny import history
from tests.factories.meetings import AgendaItemFactory, MinuteEntryFactory, VoteFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def private(officer):
    """Three items: open, then the resolution and a private minute, then two more and the end."""
    first = AgendaItemFactory()
    meeting = first.meeting
    second, third = AgendaItemFactory(meeting=meeting), AgendaItemFactory(meeting=meeting)
    minutes = {
        "before": MinuteEntryFactory(item=first),
        "out": MinuteEntryFactory(item=second, kind="resolution"),
        "secret": MinuteEntryFactory(item=second),
        "also": MinuteEntryFactory(item=third),
        "in": MinuteEntryFactory(item=third, text="The public came back."),
        "after": MinuteEntryFactory(item=third),
    }
    exclusion.exclude_public(minutes["out"], paragraph=7, by=officer)
    return minutes


def public() -> set[int]:
    return set(MinuteEntry.objects.public().values_list("pk", flat=True))


def pks(minutes, *names) -> set[int]:
    return {minutes[name].pk for name in names}


def fresh(entry: MinuteEntry) -> MinuteEntry:
    return MinuteEntry.objects.select_related("item__meeting").get(pk=entry.pk)


def test_what_follows_the_resolution_is_private_to_the_end_of_the_meeting(private):
    assert public() == pks(private, "before", "out")
    assert fresh(private["also"]).restricted_under == 7


def test_the_public_is_let_in_again_with_a_minute(private, officer):
    with pytest.raises(ValidationError, match="2 minutes under item 3"):
        exclusion.readmit_public(fresh(private["in"]), by=officer)
    assert public() == pks(private, "before", "out")
    exclusion.readmit_public(
        fresh(private["in"]), by=officer, because="They were let in here; it was minuted late."
    )
    assert public() == pks(private, "before", "out", "in", "after")
    reasons = fresh(private["after"]).history.values_list("history_change_reason", flat=True)
    assert "They were let in here; it was minuted late." in reasons[0]


def test_what_is_minuted_while_they_are_out_is_private_at_once(private, officer):
    item = fresh(private["secret"]).item
    new = actions.add_entry(MinuteEntry(item=item, text="The figures are worse."), by=officer)
    assert fresh(new).restricted_under == 7


def test_where_the_public_is_out_is_known_by_item(private, officer):
    items = {name: fresh(private[name]).item for name in ("before", "out", "in")}
    assert [is_public_out(item) for item in items.values()] == [False, True, True]
    exclusion.readmit_public(fresh(private["in"]), by=officer, because="As it was.")
    assert [is_public_out(item) for item in items.values()] == [False, True, False]


def test_the_vote_and_the_action_of_a_private_minute_are_private(private, officer):
    for kind in ("resolution", "action"):
        entry = MinuteEntry(item=fresh(private["secret"]).item, kind=kind, text="x")
        actions.add_entry(entry, by=officer, vote={"votes_for": 2})
    assert (Vote.objects.count(), Vote.objects.public().count()) == (1, 0)
    assert (Action.objects.count(), Action.objects.public().count()) == (1, 0)


def test_nobody_is_let_in_who_was_not_out(private, officer):
    with pytest.raises(ValidationError, match="was not out of the meeting"):
        exclusion.readmit_public(fresh(private["before"]), by=officer)


def test_the_same_said_twice_writes_nothing(private, officer):
    again = fresh(private["out"])
    rows = MinuteEntry.history.count(), Exclusion.history.count()
    exclusion.exclude_public(again, paragraph=7, by=officer)
    exclusion.stop_readmitting(again, by=officer)
    exclusion.stop_excluding(fresh(private["before"]), by=officer)
    assert rows == (MinuteEntry.history.count(), Exclusion.history.count())


def test_only_a_resolution_that_was_carried_excludes(officer):
    said = MinuteEntryFactory()
    lost = VoteFactory(is_unanimous=False, votes_for=2, votes_against=5).entry
    for entry, why in ((said, "Only a resolution"), (lost, "was not carried")):
        with pytest.raises(ValidationError, match=why):
            exclusion.exclude_public(entry, paragraph=7, by=officer)


def test_a_resolution_that_excludes_stays_one(private, officer):
    entry = fresh(private["out"])
    entry.kind = "discussion"
    with pytest.raises(ValidationError, match="take that back first"):
        actions.change_entry(entry, by=officer)
    lost = {"votes_for": 1, "votes_against": 5}
    with pytest.raises(ValidationError, match="was not carried"):
        actions.change_entry(fresh(private["out"]), by=officer, vote=lost)
    with pytest.raises(ValidationError, match="Take the exclusion back first"):
        actions.remove_entry(fresh(private["out"]), by=officer)
    assert public() == pks(private, "before", "out")


def test_taking_the_exclusion_back_says_why(private, officer):
    with pytest.raises(ValidationError, match="1 minute under item 2 and 3 minutes under item 3"):
        exclusion.stop_excluding(fresh(private["out"]), by=officer)
    exclusion.stop_excluding(fresh(private["out"]), by=officer, because="The motion was withdrawn.")
    assert public() == {entry.pk for entry in private.values()}


def test_the_minute_that_lets_them_in_is_not_removed_from_under_the_exclusion(private, officer):
    exclusion.readmit_public(fresh(private["in"]), by=officer, because="As it was.")
    with pytest.raises(ValidationError, match="let in again with this minute"):
        actions.remove_entry(fresh(private["in"]), by=officer)
    exclusion.stop_readmitting(fresh(private["in"]), by=officer)
    actions.remove_entry(fresh(private["in"]), by=officer)
    assert public() == pks(private, "before", "out")


def test_a_private_minute_is_not_moved_into_the_open(private, officer):
    first = fresh(private["before"]).item
    with pytest.raises(ValidationError, match="would make public"):
        actions.move_entry(
            fresh(private["secret"]), item=first, after=private["before"], by=officer
        )


def test_the_resolution_is_not_moved_behind_what_it_keeps_private(private, officer):
    third = fresh(private["also"]).item
    with pytest.raises(ValidationError, match="would make public"):
        actions.move_entry(fresh(private["out"]), item=third, after=private["also"], by=officer)
    with pytest.raises(ValidationError, match="would make public"):
        actions.move_item(third, up=True, by=officer)


def test_a_private_minute_that_itself_excludes_would_come_out(private, officer):
    entry = fresh(private["secret"])
    entry.kind = "resolution"
    actions.change_entry(entry, by=officer)
    with pytest.raises(ValidationError, match="would make public"):
        exclusion.exclude_public(fresh(entry), paragraph=1, by=officer)
    exclusion.exclude_public(fresh(entry), paragraph=1, by=officer, because="It was another one.")
    assert public() == pks(private, "before", "out", "secret")
    assert fresh(private["also"]).restricted_under == 1


def test_an_exempt_item_that_is_opened_stays_private_while_the_public_is_out(private, officer):
    item = fresh(private["secret"]).item
    item.restricted_under = 3
    actions.change_item(item, by=officer)
    assert fresh(private["secret"]).restricted_under == 3
    item.restricted_under = None
    actions.change_item(item, by=officer, opening="It was exempt by mistake.")
    assert fresh(private["secret"]).restricted_under == 7


def test_the_exclusion_is_put_right(private, officer):
    there = Exclusion.objects.get()
    seen = history.stamp(there)
    with pytest.raises(ValidationError, match="after they were excluded"):
        exclusion.change_exclusion(there, paragraph=3, until=private["before"], by=officer)
    exclusion.change_exclusion(
        there,
        paragraph=3,
        until=private["in"],
        by=officer,
        because="As the clerk noted.",
        seen=seen,
    )
    assert fresh(private["secret"]).restricted_under == 3
    assert public() == pks(private, "before", "out", "in", "after")
    with pytest.raises(history.Stale):
        exclusion.change_exclusion(there, paragraph=1, until=None, by=officer, seen=seen)


def test_approved_minutes_stay_as_they_are(private, officer):
    meeting = fresh(private["out"]).item.meeting
    meeting.state, meeting.approved_at = "approved minutes", meeting.starts_at
    history.save(meeting, by=officer, why="Approved")
    with pytest.raises(ValidationError, match="are approved"):
        exclusion.stop_excluding(fresh(private["out"]), by=officer, because="No.")


def test_an_entry_typed_to_let_the_public_in_says_so_from_its_beginning(private, officer):
    item, meeting = fresh(private["after"]).item, fresh(private["after"]).item.meeting
    words = {"uid": str(uuid4()), "item": item.pk, "text": "The public came back.", "seen": ""}
    became = []
    for part in ({"readmits": True}, {"readmits": True}, {"readmits": False}):
        (change,) = read_changes({"changes": [words | part]})
        taken = actions.take(change, meeting=meeting, by=officer)
        became.append(fresh(taken.entry).restricted_under)
    assert became == [None, None, 7]


def test_what_was_minuted_in_private_is_not_opened_by_letting_the_public_in_with_it(
    private, officer
):
    with pytest.raises(ValidationError, match="say why"):
        exclusion.readmit_public(fresh(private["after"]), by=officer)
    assert fresh(private["after"]).restricted_under == 7


def test_a_paragraph_of_the_other_nation_excludes_nobody(private, officer):
    for paragraph in (14, 99):
        with pytest.raises(ValidationError, match="Choose a paragraph of Part 1"):
            exclusion.exclude_public(fresh(private["out"]), paragraph=paragraph, by=officer)
    with pytest.raises(ValidationError, match="Choose a paragraph of Part 1"):
        exclusion.change_exclusion(Exclusion.objects.get(), paragraph=14, until=None, by=officer)


def test_nothing_is_minuted_to_be_done_before_the_meeting(private, officer):
    item = fresh(private["before"]).item
    task = {"owner": "Clerk", "due_on": item.meeting.day - timedelta(days=1)}
    with pytest.raises(ValidationError, match="on or after the day of the meeting"):
        actions.add_entry(MinuteEntry(item=item, kind="action", text="x"), by=officer, task=task)


def test_a_new_minute_lets_the_public_in_but_opens_nothing_that_follows_it(private, officer):
    """Typed between what is private: the later minutes stay so until someone says why not."""
    secret = fresh(private["secret"])
    words = {"uid": str(uuid4()), "item": secret.item.pk, "text": "The public came back."}
    (change,) = read_changes(
        {"changes": [words | {"readmits": True, "after": str(secret.uid), "seen": ""}]}
    )
    with pytest.raises(ValidationError, match="say why"):
        actions.take(change, meeting=secret.item.meeting, by=officer)
    assert fresh(private["after"]).restricted_under == 7

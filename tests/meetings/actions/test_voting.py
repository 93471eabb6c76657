"""The vote on a resolution: what follows is filled in, what cannot be is refused."""

import pytest
from django.core.exceptions import ValidationError

from meetings import actions
from meetings.actions import voting
from meetings.models import MinuteEntry, Vote
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MinuteEntryFactory,
    PanelMemberFactory,
    VoteFactory,
)

pytestmark = pytest.mark.django_db


def resolve(officer, **vote) -> Vote:
    entry = MinuteEntry(item=AgendaItemFactory(), kind="resolution", text="That it be noted.")
    actions.add_entry(entry, by=officer, vote=vote)
    return Vote.objects.get(entry=entry)


def test_a_veto_counts_the_members_on_the_day_of_the_meeting(officer):
    PanelMemberFactory.create_batch(3)
    PanelMemberFactory(ended="2026-12-10")
    assert resolve(officer, veto_of="precept", votes_for=2).membership == 3


def test_another_membership_says_why(officer):
    PanelMemberFactory.create_batch(3)
    with pytest.raises(ValidationError, match="has 3 members on the day"):
        resolve(officer, veto_of="precept", votes_for=2, membership=4)
    vote = resolve(
        officer,
        veto_of="precept",
        votes_for=2,
        membership=4,
        membership_because="One joined that morning.",
    )
    assert vote.membership == 4
    reason = vote.history.get().history_change_reason
    assert reason == "Vote recorded. 4 members: One joined that morning."
    voting.keep_vote(vote.entry, {"votes_for": 3}, by=officer)  # it need not be said again
    vote.refresh_from_db()
    assert (vote.votes_for, vote.membership) == (3, 4)


def test_counts_follow_from_the_names(officer):
    vote = resolve(officer, names_for="Ann Ash\nBob Birch", names_against="Cy Cedar")
    assert (vote.votes_for, vote.votes_against) == (2, 1)


def test_what_cannot_be_is_refused_and_nothing_is_minuted(officer):
    with pytest.raises(ValidationError, match="not unanimous"):
        resolve(officer, is_unanimous=True, votes_against=1)
    assert not MinuteEntry.objects.exists()


def test_the_same_vote_twice_is_written_once(officer):
    vote = resolve(officer, votes_for=2, votes_against=1)
    voting.keep_vote(vote.entry, {"votes_for": 2, "votes_against": 1}, by=officer)
    assert vote.history.count() == 1


def test_a_vote_with_nothing_in_it_is_taken_back(officer):
    vote = resolve(officer, votes_for=2)
    voting.keep_vote(vote.entry, {"votes_for": None}, by=officer)
    assert not Vote.objects.exists()


def test_more_votes_than_members_recorded_as_present_are_doubted():
    vote = VoteFactory(is_unanimous=False, votes_for=2, votes_against=1)
    meeting = vote.entry.item.meeting
    assert voting.doubts_of(vote) == []
    AttendanceFactory(meeting=meeting, capacity="member")
    AttendanceFactory(meeting=meeting, capacity="substitute")
    AttendanceFactory(meeting=meeting, capacity="officer")
    AttendanceFactory(meeting=meeting, capacity="member", sent_apologies=True)
    (said,) = voting.doubts_of(vote)
    assert said.startswith("3 votes are recorded, and 2 members are recorded as present.")


def test_a_vote_is_on_a_resolution():
    entry = MinuteEntryFactory()
    actions.change_entry(entry, by=None, vote={"votes_for": 2})
    assert not Vote.objects.exists()

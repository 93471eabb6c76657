"""The vote on a resolution: what follows from it is filled in, what cannot be is refused."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.core.exceptions import ValidationError

from pcp_scrutiny import history

from ..minuting import votes
from ..models import Attendance, Meeting, MinuteEntry, PanelMember, Vote

BECAUSE = "membership_because"
"""Why a veto counts another number of members than the list of members has on that day."""


def keep_vote(entry: MinuteEntry, given: Mapping[str, Any], *, by: Any) -> Vote | None:
    """Make the vote on a resolution what is given, and write nothing where it is that already;
    where nothing was given there is no vote. ``given`` may say in ``membership_because`` why the
    membership is not what the list says. Raises ValidationError as ``settle`` does."""
    there = Vote.objects.filter(entry=entry).first()
    cast = settle(entry, given, there=there)
    if cast is None:
        if there:
            history.delete(there, by=by, why="Vote taken back")
        return None
    if there and votes.cast_of(there) == cast:
        return there
    vote = there or Vote(entry=entry)
    for name, value in asdict(cast).items():
        setattr(vote, name, value)
    because = (given.get(BECAUSE) or "").strip()
    counted = f". {cast.membership} members: {because}" if because and cast.veto_of else ""
    return history.save(vote, by=by, why=f"Vote recorded{counted}")


def settle(
    entry: MinuteEntry, given: Mapping[str, Any], *, there: Vote | None
) -> votes.Cast | None:
    """The vote as it is to be kept, with what follows from it; None for no vote. ``there`` is the
    vote as it is kept now. Raises ValidationError with a sentence for each field that cannot
    be."""
    said = {name: value for name, value in given.items() if name in votes.FIELDS}
    cast = votes.Cast(**({**asdict(votes.cast_of(there)), **said} if there else said))
    if votes.is_empty(cast):
        return None
    listed = members_at(entry.item.meeting) if cast.veto_of else None
    cast = votes.settled(cast, members=listed)
    wrong = votes.against(cast)
    known = (listed, there.membership if there else None)
    is_corrected = bool(cast.veto_of) and cast.membership not in known
    if is_corrected and "membership" not in wrong and not (given.get(BECAUSE) or "").strip():
        members = "1 member" if listed == 1 else f"{listed} members"
        wrong[BECAUSE] = (
            f"The list of members has {members} on the day of the meeting. Say why it is "
            f"{cast.membership} here."
        )
    if wrong:
        raise ValidationError(wrong)
    return cast


def members_at(meeting: Meeting) -> int:
    """How many persons are members of the panel on the day of a meeting."""
    return PanelMember.objects.serving(meeting.day).count()


def present_at(meeting: Meeting) -> int:
    """How many of those who may vote are recorded as there; 0 where nobody recorded it."""
    voting = (Attendance.Capacity.MEMBER, Attendance.Capacity.SUBSTITUTE)
    there = Attendance.objects.filter(meeting=meeting, capacity__in=voting)
    return there.filter(sent_apologies=False).count()


def doubts_of(vote: Vote) -> list[str]:
    """What in a vote does not fit the attendance, as sentences."""
    present = present_at(vote.entry.item.meeting)
    return votes.doubts(votes.cast_of(vote), present=present)


def doubts_at(meeting: Meeting) -> dict[int, list[str]]:
    """What does not fit the attendance in the votes of a meeting, by the key of the minute. Two
    queries."""
    present = present_at(meeting)
    found = Vote.objects.filter(entry__item__meeting=meeting)
    doubted = {vote.entry_id: votes.doubts(votes.cast_of(vote), present=present) for vote in found}
    return {pk: sentences for pk, sentences in doubted.items() if sentences}

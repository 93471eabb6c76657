"""Minuting: entries that are added, changed, moved and removed, with the vote and the action that
belong to them."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, ProtectedError

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel

from .. import becoming
from ..models import Action, AgendaItem, Exclusion, Meeting, MinuteEntry, Vote
from . import exclusion, voting
from .locking import hold_open
from .tasks import due_after
from .withholding import withhold

STEP = 1024
"""Between the positions of neighbours: ten entries can come between before any has to give way."""


class Part(Enum):
    """What is not said of an entry."""

    KEEP = "as it is"


class Place(Enum):
    """Where an entry stands if not after another."""

    FIRST = "first under its item"
    LAST = "last under its item"


Fields = Mapping[str, Any]
KEEP = Part.KEEP
FIRST, LAST = Place.FIRST, Place.LAST
WITH_AN_OWNER = (MinuteEntry.Kind.ACTION, MinuteEntry.Kind.UNDERTAKING)


@transaction.atomic
def add_entry(
    entry: MinuteEntry,
    *,
    by: Any,
    after: MinuteEntry | Place = LAST,
    vote: Fields | None = None,
    task: Fields | None = None,
) -> MinuteEntry:
    """Minute something under an item, last or after another entry, with its vote or with who is
    to do it."""
    hold_open(entry.item.meeting)
    entry.position = _room(entry.item, after, by=by)
    entry.restricted_under = entry.item.restricted_under
    history.save(entry, by=by, why="Minuted")
    return _settle(entry, vote=vote, task=task or KEEP, by=by)


@transaction.atomic
def change_entry(
    entry: MinuteEntry,
    *,
    by: Any,
    seen: str | None = None,
    vote: Fields | Part | None = KEEP,
    task: Fields | Part | None = KEEP,
    why: str = "Minute changed",
) -> MinuteEntry:
    """Change a minute, its vote and its action. A vote goes with the resolution it was on, an
    action with the kind that asks for one; None takes a vote away. Raises history.Stale."""
    hold_open(entry.item.meeting)
    history.save(entry, by=by, why=why, seen=seen)
    return _settle(entry, vote=vote, task=task, by=by)


@transaction.atomic
def move_entry(
    entry: MinuteEntry, *, item: AgendaItem, after: MinuteEntry | Place, by: Any
) -> MinuteEntry:
    """Put an entry elsewhere: after another, or first or last under an item of its meeting."""
    hold_open(entry.item.meeting)
    if item.meeting_id != entry.item.meeting_id:
        raise ValidationError("A minute stays in the minutes of its meeting.")
    entry.item, entry.position = item, _room(item, after, by=by)
    history.save(entry, by=by, why="Minute moved")
    withhold(item.meeting, by=by)
    becoming.keep(entry, by=by)
    return entry


@transaction.atomic
def remove_entry(entry: MinuteEntry, *, by: Any, seen: str | None = None) -> None:
    """Take a minute away, unless something was recorded from it. Raises history.Stale."""
    meeting = hold_open(entry.item.meeting)
    if seen is not None and history.stamp(entry) != seen:
        raise history.Stale(entry)
    exclusion.let_go(entry)
    becoming.drop(entry, by=by)
    _drop(Vote, entry, by=by)
    _drop(Action, entry, by=by)
    try:
        history.delete(entry, by=by, why="Minute removed")
    except ProtectedError as protected:
        raise ValidationError(
            f"This minute cannot be removed: {history.referring(protected)} to it. Change its "
            "words instead. A judgement can be made to name another minute, on the page of its "
            "recommendation."
        ) from protected
    _withhold(meeting, by=by)


def _settle(
    entry: MinuteEntry, *, vote: Fields | Part | None, task: Fields | Part | None, by: Any
) -> MinuteEntry:
    """Make what belongs to a saved entry fit it, and tell those who follow."""
    _keep_vote(entry, vote, by=by)
    _keep_action(entry, task, by=by)
    _withhold(entry.item.meeting, by=by, changed=entry)
    becoming.keep(entry, by=by)
    return entry


def _withhold(meeting: Meeting, *, by: Any, changed: MinuteEntry | None = None) -> None:
    """Where the public was never excluded an entry is withheld with its item, as it was saved."""
    if Exclusion.objects.filter(entry__item__meeting=meeting).exists():
        if changed is not None:
            exclusion.stand(changed)
        withhold(meeting, by=by)


def _keep_vote(entry: MinuteEntry, vote: Fields | Part | None, *, by: Any) -> None:
    if entry.kind != MinuteEntry.Kind.RESOLUTION or vote is None:
        _drop(Vote, entry, by=by)
    elif vote is not KEEP:
        voting.keep_vote(entry, vote, by=by)


def _keep_action(entry: MinuteEntry, task: Fields | Part | None, *, by: Any) -> None:
    """An undertaking is the office's to carry out unless another is named; what someone is to do
    has an owner, or nobody is named yet."""
    if entry.kind not in WITH_AN_OWNER:
        _drop(Action, entry, by=by)
        return
    given = {} if task is KEEP or task is None else dict(task)
    due_after(entry.item.meeting, given.get("due_on"))
    there = Action.objects.filter(entry=entry).first()
    owner = given.get("owner") or (there.owner if there and "owner" not in given else "")
    if not owner and entry.kind == MinuteEntry.Kind.UNDERTAKING:
        owner = Panel.current().office_title
    _keep(Action, entry, {**given, "owner": owner}, by=by)


def _drop(model: type[Model], entry: MinuteEntry, *, by: Any) -> None:
    record = model.objects.filter(entry=entry).first()
    if record is None:
        return
    if getattr(record, "done_on", None):
        raise ValidationError(
            "It is recorded as done. Correct what was done before you make this minute another "
            "kind or remove it."
        )
    history.delete(record, by=by, why=f"{record._meta.verbose_name.capitalize()} taken back")


def _keep(model: type[Model], entry: MinuteEntry, fields: Fields, *, by: Any) -> None:
    """Make the entry's record of that kind hold these fields."""
    record = model.objects.filter(entry=entry).first()
    is_new = record is None
    record = record or model(entry=entry)
    if not is_new and all(getattr(record, name) == value for name, value in fields.items()):
        return
    for name, value in fields.items():
        setattr(record, name, value)
    history.save(record, by=by, why=f"{record._meta.verbose_name.capitalize()} recorded")


def _room(item: AgendaItem, after: MinuteEntry | Place, *, by: Any) -> int:
    """A free position under an item."""
    siblings = MinuteEntry.objects.filter(item=item).order_by("position", "pk")
    if after is LAST:
        last = siblings.values_list("position", flat=True).last()
        return (last or 0) + STEP
    before = 0 if after is FIRST else after.position
    following = siblings.filter(position__gt=before).values_list("position", flat=True).first()
    if following is None:
        return before + STEP
    if following - before > 1:
        return (before + following) // 2
    _spread(list(siblings), by=by)
    if isinstance(after, MinuteEntry):
        after.refresh_from_db(fields=["position"])
    return _room(item, after, by=by)


def _spread(entries: list[MinuteEntry], *, by: Any) -> None:
    for place, entry in enumerate(entries, start=1):
        entry.position = place * STEP
    history.save_many(entries, ["position"], by=by, why="Made room between minutes")

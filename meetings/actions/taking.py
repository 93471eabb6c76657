"""Minuting as people talk: what is typed comes change by change, perhaps twice, perhaps late."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.db import transaction

from pcp_scrutiny import history

from ..minuting.taking import Change
from ..models import AgendaItem, Meeting, MinuteEntry
from . import exclusion, parting, voting
from .entries import FIRST, KEEP, LAST, Place, add_entry, change_entry, move_entry, remove_entry
from .locking import hold_open
from .withholding import OPENS

Status = Literal["saved", "removed", "conflict", "gone"]
WORDS = ("kind", "level", "text")


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a change. In a conflict ``entry`` is as the other person, ``who``, left it."""

    status: Status
    entry: MinuteEntry | None = None
    who: Any = None


@transaction.atomic
def take(change: Change, *, meeting: Meeting, by: Any) -> Taken:
    """Make a change to the minutes of a meeting, unless it is made already or someone else changed
    the entry meanwhile: then nothing is written. Raises ValidationError where the record does not
    allow it."""
    held = hold_open(meeting)
    found = MinuteEntry.objects.select_related("item__meeting").filter(uid=change.uid).first()
    if found is None:
        return _add(change, meeting=held, by=by)
    if found.item.meeting_id != held.pk:
        raise ValidationError("This minute belongs to another meeting.")
    if _is_stale(found, change):
        return Taken("conflict", found, history.Stale(found).who)
    try:
        parts = parting.together(found, change, by=by)
    except parting.Clashing as clash:
        return Taken("conflict", found, clash.who)
    if change.is_removed:
        remove_entry(found, by=by)
        return Taken("removed")
    return _change(found, replace(change, parts=parts), by=by)


def _add(change: Change, *, meeting: Meeting, by: Any) -> Taken:
    gone = MinuteEntry.history.filter(uid=change.uid).select_related("history_user")
    if change.is_removed:
        return Taken("removed")
    if last := gone.order_by("-history_id").first():
        return Taken("gone", who=last.history_user)
    entry = MinuteEntry(uid=change.uid, item=_item(change, meeting))
    _put_words(entry, change)
    given = {name: change.parts[name] for name in ("vote", "task") if name in change.parts}
    add_entry(entry, by=by, after=_place(change, meeting), **given)
    _exclude(entry, change, is_new=True, by=by)
    return Taken("saved", entry)


def _change(entry: MinuteEntry, change: Change, *, by: Any) -> Taken:
    is_moved = change.is_placed and change.seen and not _stands(entry, change)
    if is_moved:
        meeting = entry.item.meeting
        move_entry(entry, item=_item(change, meeting), after=_place(change, meeting), by=by)
    if _put_words(entry, change) or {"vote", "task"} & change.parts.keys():
        vote, task = (change.parts.get(name, KEEP) for name in ("vote", "task"))
        change_entry(entry, by=by, vote=vote, task=task)
    _exclude(entry, change, is_new=False, by=by)
    return Taken("saved", entry)


def _put_words(entry: MinuteEntry, change: Change) -> bool:
    """Give the entry the words of the change; whether they are others."""
    if not change.text:
        raise ValidationError("A minute has words. Remove it instead of emptying it.")
    new = {name: getattr(change, name) for name in WORDS}
    is_other = any(getattr(entry, name) != value for name, value in new.items())
    for name, value in new.items():
        setattr(entry, name, value)
    return is_other


def _is_stale(entry: MinuteEntry, change: Change) -> bool:
    """Whether someone changed the entry's words after they were seen, to others than these. An
    entry sent as new was seen as it was first minuted: the answer to that was lost."""
    if not change.is_removed and all(
        getattr(entry, name) == getattr(change, name) for name in WORDS
    ):
        return False
    rows = entry.history.order_by("history_id")
    if change.seen:
        is_stamp = change.seen.isdecimal() and len(change.seen) < 19
        rows = rows.filter(history_id=int(change.seen)) if is_stamp else rows.none()
    seen = rows.values_list(*WORDS).first()
    return seen != tuple(getattr(entry, name) for name in WORDS)


def _stands(entry: MinuteEntry, change: Change) -> bool:
    """Whether the entry is where the change puts it."""
    if entry.item_id != change.item:
        return False
    before = MinuteEntry.objects.filter(item=entry.item_id, position__lt=entry.position)
    last = before.order_by("position", "pk").values_list("uid", flat=True).last()
    return last == change.after


def _item(change: Change, meeting: Meeting) -> AgendaItem:
    item = AgendaItem.objects.filter(pk=change.item, meeting=meeting).first()
    if item is None:
        raise ValidationError(
            "The item this was minuted under has been taken off the agenda. Move the words to "
            "another item."
        )
    item.meeting = meeting
    return item


def _place(change: Change, meeting: Meeting) -> MinuteEntry | Place:
    """After the entry named; last where that is gone meanwhile, or none was named."""
    if not change.is_placed:
        return LAST
    if change.after is None:
        return FIRST
    beside = MinuteEntry.objects.filter(uid=change.after, item=change.item, item__meeting=meeting)
    return beside.first() or LAST


def reason_asked_by(refusal: ValidationError) -> str:
    """Which reason makes a change possible that was refused: "because", "membership_because" or
    none."""
    if voting.BECAUSE in getattr(refusal, "error_dict", {}):
        return voting.BECAUSE
    return "because" if getattr(refusal, "code", None) == OPENS else ""


def _exclude(entry: MinuteEntry, change: Change, *, is_new: bool, by: Any) -> None:
    said = {"by": by, "because": change.because}
    if "excludes" in change.parts:
        if paragraph := change.parts["excludes"]:
            exclusion.exclude_public(entry, paragraph=paragraph, **said)
        else:
            exclusion.stop_excluding(entry, **said)
    if "readmits" in change.parts:
        if change.parts["readmits"]:
            exclusion.readmit_public(entry, is_new=is_new, **said)
        else:
            exclusion.stop_readmitting(entry, **said)

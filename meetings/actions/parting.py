"""The vote, the action and the exclusion of an entry that two people change at once: neither's are
lost in silence."""

from collections.abc import Mapping
from typing import Any

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel

from ..minuting import merging
from ..minuting.taking import Change
from ..models import Action, Exclusion, MinuteEntry, Vote

_BELONGS = {
    "vote": (MinuteEntry.Kind.RESOLUTION,),
    "excludes": (MinuteEntry.Kind.RESOLUTION,),
    "task": (MinuteEntry.Kind.ACTION, MinuteEntry.Kind.UNDERTAKING),
}
_HELD_IN = {
    "vote": (Vote, "entry_id"),
    "task": (Action, "entry_id"),
    "excludes": (Exclusion, "entry_id"),
    "readmits": (Exclusion, "until_id"),
}


class Clashing(Exception):
    """Someone else, ``who``, gave a part another value than the one that is sent, or recorded what
    this change would take away."""

    def __init__(self, who: Any) -> None:
        super().__init__()
        self.who = who


def together(entry: MinuteEntry, change: Change, *, by: Any) -> dict[str, Any]:
    """The parts that a change to an entry writes, brought together with what the record has: those
    that are there already are left out. Raises Clashing, before anything is written."""
    kept = _kept(entry)
    was = _as_seen(entry, change.was, kept)
    for part, value in was.items():
        is_lost = change.is_removed or not _has(part, change.kind)
        is_new = not merging.is_empty(part, kept[part])
        if is_lost and is_new and not merging.is_same(part, value, kept[part]):
            raise Clashing(_author(entry, part))
    parts = {}
    for part, new in change.parts.items():
        if part in was:
            try:
                both = merging.merged(part, was=was[part], new=new, kept=kept[part])
            except merging.Clash as clash:
                raise Clashing(_author(entry, part)) from clash
        else:
            _is_theirs(entry, change, part, kept[part], by=by)
            both = new
        if not merging.is_same(part, both, kept[part]):
            parts[part] = {**new, **both} if part == "vote" and both and new else both
    return parts


def _has(part: str, kind: str) -> bool:
    return part not in _BELONGS or kind in _BELONGS[part]


def _kept(entry: MinuteEntry) -> dict[str, Any]:
    """The parts as the record has them."""
    return {
        "vote": Vote.objects.filter(entry=entry).values(*merging.EMPTY["vote"]).first(),
        "task": Action.objects.filter(entry=entry).values("owner", "due_on").first(),
        "excludes": Exclusion.objects.filter(entry=entry)
        .values_list("paragraph", flat=True)
        .first(),
        "readmits": Exclusion.objects.filter(until=entry).exists(),
    }


def _as_seen(entry: MinuteEntry, was: Mapping[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    """As what the parts were seen. That an undertaking is the office's until someone is named is
    nobody's change."""
    seen, task = dict(was), kept["task"]
    if "task" in seen and task and entry.kind == MinuteEntry.Kind.UNDERTAKING:
        named = (seen["task"] or {}).get("owner")
        if not named and task["owner"] == Panel.current().office_title:
            seen["task"] = {**(seen["task"] or {}), "owner": task["owner"]}
    return seen


def _is_theirs(entry: MinuteEntry, change: Change, part: str, kept: Any, *, by: Any) -> None:
    """Raise Clashing where it was not said as what a part was seen, and it is another person's."""
    if merging.is_same(part, change.parts[part], kept) or change.seen == history.stamp(entry):
        return
    who = _author(entry, part)
    if who is not None and who != by:
        raise Clashing(who)


def _author(entry: MinuteEntry, part: str) -> Any:
    """Who last changed a part of the entry; None where nobody has."""
    model, key = _HELD_IN[part]
    rows = model.history.filter(**{key: entry.pk}).select_related("history_user")
    last = rows.order_by("history_id").last()
    return last.history_user if last else None

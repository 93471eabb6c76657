"""Minutes while they are being taken: the entries as the minute-taking screen is sent them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Max

from .. import related
from ..models import Exclusion, Meeting, MinuteEntry
from . import merging, votes
from .about import Plans

VOTE = tuple(merging.EMPTY["vote"])


@dataclass(frozen=True, slots=True)
class Since:
    """What happened to a meeting's minutes since a moment: the entries that came or changed, the
    ``removed`` ones, and the order of each item of which anything changed, by its primary key.
    ``cursor`` is the moment this is as of: the number of the last history row."""

    entries: Sequence[Mapping[str, Any]]
    removed: Sequence[str]
    order: Mapping[int, Sequence[str]]
    cursor: int


def last_change(meeting: Meeting) -> int:
    """The moment of the last change to the meeting's minutes. Changes to one meeting are made one
    after another, so their numbers are in the order they can be seen."""
    rows = MinuteEntry.history.filter(item__meeting=meeting)
    return rows.aggregate(last=Max("history_id"))["last"] or 0


def since(meeting: Meeting, moment: int, *, user: Any) -> Since:
    """What happened to the minutes after that moment; 0 for all of them."""
    rows = MinuteEntry.history.filter(item__meeting=meeting, history_id__gt=moment)
    happened = list(rows.order_by("history_id").values_list("history_id", "id", "uid", "item_id"))
    if not happened:
        return Since((), (), {}, moment)
    there = list(_entries(meeting).filter(pk__in={pk for _, pk, _, _ in happened}))
    left = {entry.pk for entry in there}
    order = {item: [] for *_, item in happened} | {entry.item_id: [] for entry in there}
    placed = MinuteEntry.objects.filter(item__in=order).order_by("position", "pk")
    for item, uid in placed.values_list("item_id", "uid"):
        order[item].append(str(uid))
    removed = dict.fromkeys(str(uid) for _, pk, uid, _ in happened if pk not in left)
    return Since(as_sent(there, user=user), list(removed), order, happened[-1][0])


def entries(meeting: Meeting, *, user: Any) -> list[dict[str, Any]]:
    """Every entry of the minutes, in order."""
    found = _entries(meeting).order_by("item__position", "position", "pk")
    return as_sent(list(found), user=user)


def reread(entry: MinuteEntry, *, user: Any) -> dict[str, Any]:
    """One entry as it now is."""
    return as_sent([_entries(entry.item.meeting).get(pk=entry.pk)], user=user)[0]


def _entries(meeting: Meeting) -> Any:
    found = MinuteEntry.objects.filter(item__meeting=meeting)
    return found.select_related("item__meeting", "vote", "action", "exclusion", "readmission")


@dataclass(slots=True)
class _Known:
    """What is looked up once for all entries that are sent."""

    last: Mapping[int, Any]
    links: Mapping[int, Sequence[related.Link]]
    plans: Plans = field(default_factory=Plans)


def as_sent(found: Sequence[MinuteEntry], *, user: Any) -> list[dict[str, Any]]:
    """Entries as plain values. Their last history rows and what is related to them take a query
    for each, a version of a plan that they name one more."""
    rows = MinuteEntry.history.filter(id__in=[entry.pk for entry in found]).order_by()
    latest = rows.values("id").annotate(last=Max("history_id")).values("last")
    last = MinuteEntry.history.filter(history_id__in=latest).select_related("history_user")
    known = _Known({row.id: row for row in last}, related.links(user, found))
    return [_sent(entry, known) for entry in found]


def _sent(entry: MinuteEntry, known: _Known) -> dict[str, Any]:
    last = known.last[entry.pk]
    vote, action = getattr(entry, "vote", None), getattr(entry, "action", None)
    exclusion: Exclusion | None = getattr(entry, "exclusion", None)
    return {
        "uid": str(entry.uid),
        "pk": entry.pk,
        "item": entry.item_id,
        "kind": entry.kind,
        "level": entry.level,
        "text": entry.text,
        "seen": str(last.history_id),
        "who": str(last.history_user or ""),
        "at": last.history_date.isoformat(),
        "vote": {name: getattr(vote, name) for name in VOTE} if vote else None,
        "vote_text": votes.of(vote) if vote else "",
        "task": _task(action),
        "excludes": exclusion.paragraph if exclusion else None,
        "readmits": getattr(entry, "readmission", None) is not None,
        "restricted_under": entry.restricted_under,
        "links": _links(known.links.get(entry.pk, ())),
        "citations": [
            {
                "words": named.words,
                "text": f"{named.label}: {named.paragraph.text[:120]}" if named.paragraph else "",
                "href": named.paragraph.get_absolute_url() if named.paragraph else "",
            }
            for named in known.plans.named_in(entry.text, entry.item)
        ],
    }


def _task(action: Any) -> dict[str, str] | None:
    if action is None:
        return None
    return {"owner": action.owner, "due_on": action.due_on.isoformat() if action.due_on else ""}


def _links(links: Iterable[related.Link]) -> list[dict[str, str]]:
    return [{"text": link.text, "href": link.href} for link in links]

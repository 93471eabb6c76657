"""How the record differs from what was published."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..minuting.arising import Matter
from ..models import Meeting, Pack, Paper
from . import contents, fronts, parts, supplements
from .entries import PackContent, PackPaper
from .sources import hashed


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands published, and what came since. ``added`` are the papers for the next supplement;
    ``changed`` those that say something else now, or to others; ``removed`` what those are called
    that are no longer there, or that are to follow again. ``agenda_changed`` where an item, the
    place or the time, the membership, what arises, the order of the papers or what the agenda says
    of them is another."""

    published: Sequence[Pack] = ()
    added: Sequence[Paper] = ()
    changed: Sequence[Paper] = ()
    removed: Sequence[str] = ()
    agenda_changed: bool = False

    @property
    def needs_version(self) -> bool:
        """Whether a supplement would not do: what is published is no longer so."""
        return bool(self.changed or self.removed or self.agenda_changed)

    @property
    def has_changed(self) -> bool:
        """Whether the record says anything else than what is published."""
        return bool(self.added) or self.needs_version


def standing(meeting: Meeting) -> Standing:
    """How the record stands to what was published; nothing is rendered."""
    out = supplements.in_force(supplements.published(meeting))
    if not out:
        return Standing()
    held = [entry for entry in _entries(out) if entry["paper"]]
    before = {entry["paper"]: entry["digest"] for entry in held}
    content = contents.read(meeting, is_public=False)
    now, papers = _now(content)
    return Standing(
        published=out,
        added=[papers[pk] for pk in papers if pk not in before],
        changed=[papers[pk] for pk in papers if pk in before and now.get(pk) != before[pk]],
        removed=_called(set(before) - set(papers)),
        agenda_changed=_is_agenda_changed(out, content, before),
    )


def agenda_digest(content: PackContent) -> str:
    """SHA-256 of what the front of a pack says, but for its papers."""
    meeting, panel = content.meeting, content.panel
    return hashed(
        [meeting.title, str(meeting.starts_at), meeting.venue, meeting.how_to_attend],
        [panel.name, panel.host_authority, panel.contact_name],
        [panel.contact_email, panel.contact_telephone],
        [[one.name, one.position, one.authority, one.is_co_opted] for one in content.members],
        [[*_said(item.item), str(item.since)] for item in content.items],
        [_arising(matter) for matter in content.arising],
    )


def listed(entry: PackPaper) -> str:
    """SHA-256 of what the front says of a paper beside its title: where it stands, that it came
    late, its background papers. Not when the agenda was published, which no pack says."""
    read, came_out = entry.reading, entry.came_out
    late = [str(entry.paper.received_on), read.received_late_by, entry.paper.late_reason]
    late += [str(came_out), read.clear_days, read.short_by] if came_out else []
    own_day = str(entry.paper.published_on)
    return hashed(entry.paper.item_id, own_day, entry.background, late if read.is_late else [])


def following(content: PackContent) -> list[list[Any]]:
    """The keys of the papers that are to follow, each with SHA-256 of how it is listed."""
    return [
        [one.paper.pk, hashed(str(one.paper), one.restricted_under, one.paper.item_id)]
        for item in content.items
        for one in item.to_follow
    ]


def _is_agenda_changed(out: Sequence[Pack], content: PackContent, before: Collection[int]) -> bool:
    front = _front(out)
    if front is not None and front["digest"] != agenda_digest(content):
        return True
    if front is not None and "following" in front and _is_another_following(front, content, before):
        return True
    now = {entry.paper.pk: listed(entry) for entry in content.papers}
    return any(_is_listed_otherwise(pack, now) for pack in out)


def _is_another_following(
    front: Mapping[str, Any], content: PackContent, before: Collection[int]
) -> bool:
    """Whether other papers are to follow than were; those that came, or went back to follow, are
    told of by themselves."""
    then, now = dict(front["following"]), dict(following(content))
    came = {entry.paper.pk for entry in content.papers}
    gone = set(then) - set(now) - came
    return bool(gone) or any(pk not in before and then.get(pk) != now[pk] for pk in now)


def _is_listed_otherwise(pack: Pack, now: Mapping[int, str]) -> bool:
    """Whether its papers stand in another order, or the agenda says other things of them."""
    then = {entry["paper"]: entry for entry in pack.manifest if entry["paper"] in now}
    return list(then) != [pk for pk in now if pk in then] or any(
        entry.get("listed", now[pk]) != now[pk] for pk, entry in then.items()
    )


def _arising(matter: Matter) -> list[Any]:
    days = [str(matter.due_on), str(matter.agreed_on)]
    return [matter.owner, matter.text, matter.number, *days, matter.restricted_under]


def _said(item: Any) -> list[str]:
    fields = ("number", "title", "purpose", "presenter", "starts_at", "restricted_under")
    return [str(getattr(item, name)) for name in (*fields, "special_circumstances")]


def _entries(out: Iterable[Pack]) -> Iterable[dict[str, Any]]:
    return (entry for pack in out for entry in pack.manifest)


def _front(out: Iterable[Pack]) -> dict[str, Any] | None:
    """The agenda as the pack had it: a supplement has only some of its items."""
    packs = [pack for pack in out if not pack.supplement]
    return next((entry for entry in _entries(packs) if entry["part"] == fronts.NAME), None)


def _now(content: PackContent) -> tuple[dict[int, str], dict[int, Paper]]:
    """The digests of the papers that can be made, and the papers that there are, by key."""
    made = {part.entry.paper.pk: part.digest for part in parts.of_content(content, [])}
    return made, {entry.paper.pk: entry.paper for entry in content.papers}


def _called(keys: Collection[int]) -> list[str]:
    """What papers are called, or were when they were removed."""
    if not keys:
        return []
    rows = Paper.history.filter(id__in=keys).order_by("history_id")
    last = {row.id: f"{row.label}: {row.title}" if row.label else row.title for row in rows}
    return [last[key] for key in sorted(last)]

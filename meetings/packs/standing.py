"""How the record differs from what was published."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..models import Meeting, Pack, Paper
from . import contents, fronts, parts, supplements
from .entries import PackContent
from .sources import hashed


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands published, and what came since. ``added`` are the papers for the next supplement;
    ``changed`` those that say something else now, or to others; ``removed`` what those are called
    that are no longer there, or that are to follow again. ``agenda_changed`` where an item, the
    place or the time, or the membership is another."""

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
    before = {entry["paper"]: entry["digest"] for entry in _entries(out) if entry["paper"]}
    content = contents.read(meeting, is_public=False)
    now, papers = _now(content)
    return Standing(
        published=out,
        added=[papers[pk] for pk in papers if pk not in before],
        changed=[papers[pk] for pk in papers if pk in before and now.get(pk) != before[pk]],
        removed=_called(set(before) - set(papers)),
        agenda_changed=_agenda_then(out) not in ("", agenda_digest(content)),
    )


def agenda_digest(content: PackContent) -> str:
    """SHA-256 of what the front of a pack says, but for its papers and for what arises."""
    meeting, panel = content.meeting, content.panel
    return hashed(
        [meeting.title, str(meeting.starts_at), meeting.venue, meeting.how_to_attend],
        [panel.name, panel.host_authority, panel.contact_name],
        [panel.contact_email, panel.contact_telephone],
        [[one.name, one.position, one.authority, one.is_co_opted] for one in content.members],
        [_said(item.item) for item in content.items],
    )


def _said(item: Any) -> list[str]:
    fields = ("number", "title", "purpose", "presenter", "starts_at", "restricted_under")
    return [str(getattr(item, name)) for name in (*fields, "special_circumstances")]


def _entries(out: Iterable[Pack]) -> Iterable[dict[str, Any]]:
    return (entry for pack in out for entry in pack.manifest)


def _agenda_then(out: Iterable[Pack]) -> str:
    """The agenda as the pack had it: a supplement has only some of its items."""
    packs = [pack for pack in out if not pack.supplement]
    fronts_of = [entry for entry in _entries(packs) if entry["part"] == fronts.NAME]
    return fronts_of[0]["digest"] if fronts_of else ""


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

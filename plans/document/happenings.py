"""What happened to the paragraphs of a version since the one it revises, in few words."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch

from .. import explanations
from ..compared.changes import Change
from ..models import Comparison, Paragraph, PlanVersion, Revision


@dataclass(frozen=True, slots=True)
class Happening:
    """A change with a link to where the comparison shows it. ``name`` are the paragraphs it is
    about, the earlier ones where they are gone; ``position`` is its place in the later version.
    ``is_unexplained`` where nothing accounts for it."""

    kind: str
    words: str
    name: str
    position: int
    compare_url: str
    is_unexplained: bool

    @property
    def title(self) -> str:
        """In one line: "Paragraph 46: reworded"."""
        return f"{self.name[:1].upper()}{self.name[1:]}: {self.words.lower()}"


@dataclass(frozen=True)
class Happenings:
    """All that happened in a version: by the primary key of each paragraph, and what is gone.
    ``comparison`` is None where the version revises no other, or has not been compared yet."""

    comparison: Comparison | None = None
    of: dict[int, Happening] = field(default_factory=dict)
    gone: list[Happening] = field(default_factory=list)


def happenings(user: Any, version: PlanVersion) -> Happenings:
    """What ``user`` may know of the changes in a version, in a fixed number of queries."""
    if version.revises_id is None:
        return Happenings()
    comparison = (
        Comparison.objects.visible_to(user)
        .filter(later=version, earlier=version.revises_id)
        .first()
    )
    if comparison is None:
        return Happenings()
    names = Paragraph.objects.only("pk", "label", "heading", "version_id")
    revisions = Revision.objects.changes().filter(comparison=comparison)
    notes = explanations.notes(user, comparison)
    found = Happenings(comparison)
    for revision in revisions.prefetch_related(
        Prefetch("earlier", names.order_by("position", "pk")),
        Prefetch("later", names.order_by("position", "pk")),
    ).order_by("position", "pk"):
        earlier, later = list(revision.earlier.all()), list(revision.later.all())
        change = Change(revision, earlier, later, notes.get(revision.pk, ()))
        happening = _happening(comparison, change)
        if not later:
            found.gone.append(happening)
        for paragraph in later:
            found.of[paragraph.pk] = happening
    return found


def _happening(comparison: Comparison, change: Change) -> Happening:
    return Happening(
        kind=change.revision.kind,
        words=change.kind,
        name=change.after or change.before,
        position=change.revision.position,
        compare_url=f"{comparison.get_absolute_url()}?at={change.anchor}#{change.anchor}",
        # Before a version is locked nothing has been held against it yet.
        is_unexplained=comparison.later.is_locked
        and bool(explanations.sources)
        and not change.is_explained,
    )

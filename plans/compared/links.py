"""Two versions of a plan and what became of each paragraph between them.

Neighbours have a comparison that is stored. Others on one chain, each version revising the one
before, are told from the stored ones between them: see ``steps_between`` and ``over``.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from .. import explanations
from ..comparison import Change as Found
from ..comparison import Passage, compare, compose
from ..margin import Note
from ..models import BrokenLink, Comparison, Paragraph, PlanVersion, Revision
from .changes import Change
from .sections import outermost


@dataclass(frozen=True)
class Links:
    """What is stored of some comparisons, in a fixed number of queries: the paragraphs of their
    versions in order, and those on either side of each revision."""

    paragraphs: Mapping[int, Sequence[Paragraph]]  # by version
    revisions: Mapping[int, Sequence[Revision]]  # by comparison
    earlier: Mapping[int, Sequence[Paragraph]]  # by revision
    later: Mapping[int, Sequence[Paragraph]]

    @classmethod
    def of(cls, steps: Sequence[Comparison]) -> "Links":
        """All that is stored of ``steps``."""
        versions = {pk for step in steps for pk in (step.earlier_id, step.later_id)}
        paragraphs: dict[int, list[Paragraph]] = defaultdict(list)
        for paragraph in Paragraph.objects.filter(version__in=versions).order_by("position", "pk"):
            paragraphs[paragraph.version_id].append(paragraph)
        order = [paragraph for found in paragraphs.values() for paragraph in found]
        revisions: dict[int, list[Revision]] = defaultdict(list)
        stored = Revision.objects.filter(comparison__in=steps).select_related("confirmed_by")
        for revision in stored.order_by("position", "pk"):
            revisions[revision.comparison_id].append(revision)
        sides = (_side(name, steps, order) for name in ("earlier", "later"))
        return cls(paragraphs, revisions, *sides)

    def joined(self, revision: Revision) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
        """The paragraphs on either side of a revision."""
        return self.earlier.get(revision.pk, ()), self.later.get(revision.pk, ())


def _side(
    name: str, steps: Sequence[Comparison], order: Sequence[Paragraph]
) -> dict[int, list[Paragraph]]:
    join = getattr(Revision, name).through
    rows = join.objects.filter(revision__comparison__in=steps).values_list(
        "paragraph_id", "revision_id"
    )
    revisions: dict[int, list[int]] = defaultdict(list)
    for paragraph_pk, revision_pk in rows:
        revisions[paragraph_pk].append(revision_pk)
    found: dict[int, list[Paragraph]] = defaultdict(list)
    for paragraph in order:
        for pk in revisions.get(paragraph.pk, ()):
            found[pk].append(paragraph)
    return found


def stored(comparison: Comparison, user: Any) -> list[Change]:
    """What became of each paragraph, as it is stored, with what explains it to ``user``."""
    links = Links.of([comparison])
    notes = explanations.notes(user, comparison)
    broken = _broken(comparison)
    first, last = (
        links.paragraphs.get(pk, ()) for pk in (comparison.earlier_id, comparison.later_id)
    )
    before, after, said = _followed(first), _followed(last), _said(last)
    found = []
    for revision in links.revisions.get(comparison.pk, ()):
        earlier, later = links.joined(revision)
        if earlier or later:
            found.append(
                Change(
                    revision,
                    earlier,
                    later,
                    notes=notes.get(revision.pk, ()),
                    came_from=before[earlier[0].pk] if earlier else "",
                    went_to=after[later[0].pk] if later else "",
                    broken=_about((*earlier, *later), broken),
                    headings_said=said if later else 0,
                )
            )
    return found


def steps_between(earlier: PlanVersion, later: PlanVersion) -> list[Comparison] | None:
    """The comparisons that lead from one version to another, the first step first. None where no
    chain of ``revises`` does, or where a step of it has not been compared."""
    revises = dict(later.plan.versions.values_list("pk", "revises_id"))
    path, at = [], later.pk
    while at is not None and at != earlier.pk and at not in path:
        path.append(at)
        at = revises.get(at)
    if at != earlier.pk:
        return None
    found = Comparison.objects.select_related("earlier__plan", "later__plan")
    by_later = {step.later_id: step for step in found.filter(later__in=path)}
    steps = [by_later[pk] for pk in reversed(path) if pk in by_later]
    are_whole = all(revises[step.later_id] == step.earlier_id for step in steps)
    return steps if steps and len(steps) == len(path) and are_whole else None


def over(steps: Sequence[Comparison], user: Any) -> list[Change]:
    """What became of each paragraph over several steps, with what explains it on the way."""
    links = Links.of(steps)
    first, last = (links.paragraphs.get(pk, ()) for pk in (steps[0].earlier_id, steps[-1].later_id))
    texts = [_passages(links.paragraphs.get(step.later_id, ())) for step in steps]
    start = _passages(first)

    def further(so_far: list[Found], at: int) -> list[Found]:
        return compose(so_far, _found(steps[at], links), start, texts[at])

    changes = reduce(further, range(1, len(steps)), _found(steps[0], links))
    explained = _Explained(steps, links, user)
    return _set_out(changes, first, last, explained.notes)


LONGEST = 2_400
"""Paragraphs of two versions together that are compared while someone waits: a second or two."""


def directly(earlier: PlanVersion, later: PlanVersion) -> list[Change] | None:
    """What became of each paragraph between two versions of which neither was made from the
    other, such as two variations of one plan: worked out now and not kept. None where that takes
    too long."""
    sides = [list(version.paragraphs.order_by("position", "pk")) for version in (earlier, later)]
    if sum(map(len, sides)) > LONGEST:
        return None
    changes = compare(*map(_passages, sides))
    return _set_out(changes, *sides, lambda *_: ())


def _set_out(
    changes: Iterable[Found],
    first: Sequence[Paragraph],
    last: Sequence[Paragraph],
    notes: Callable[[Sequence[Paragraph], Sequence[Paragraph]], Sequence[Note]],
) -> list[Change]:
    """Changes that are not stored, with their paragraphs and with what explains each."""
    before, after, said = _followed(first), _followed(last), _said(last)
    found = []
    for place, change in enumerate(changes):
        earlier = [first[i] for i in sorted(change.earlier)]
        later = [last[j] for j in sorted(change.later)]
        revision = Revision(
            kind=change.kind,
            position=place,
            words_changed=change.words_changed,
            confidence=change.confidence,
            review=change.review,
        )
        found.append(
            Change(
                revision,
                earlier,
                later,
                notes=notes(earlier, later),
                headings_said=said if later else 0,
                came_from=before[earlier[0].pk] if earlier else "",
                went_to=after[later[0].pk] if later else "",
            )
        )
    return found


class _Explained:
    """What explains a change over several steps: what explains each step of it."""

    def __init__(self, steps: Sequence[Comparison], links: Links, user: Any) -> None:
        self._notes: dict[int, list[Note]] = {}
        self._links = links
        self._after: dict[int, Revision] = {}
        self._before: dict[int, Revision] = {}
        for step in steps:
            self._notes.update(explanations.notes(user, step))
            for revision in links.revisions.get(step.pk, ()):
                earlier, later = links.joined(revision)
                self._after.update((p.pk, revision) for p in earlier)
                self._before.update((p.pk, revision) for p in later)

    def notes(self, earlier: Sequence[Paragraph], later: Sequence[Paragraph]) -> list[Note]:
        """Those on the revisions that lead on from ``earlier``, and back from ``later``."""
        passed: dict[int, Revision] = {}
        self._follow(earlier, self._after, 1, passed)
        self._follow(later, self._before, 0, passed)
        on_the_way = (self._notes.get(pk, ()) for pk in passed)
        return list(dict.fromkeys(note for notes in on_the_way for note in notes))

    def _follow(
        self,
        paragraphs: Iterable[Paragraph],
        revisions: Mapping[int, Revision],
        side: int,
        passed: dict[int, Revision],
    ) -> None:
        waiting = list(paragraphs)
        while waiting:
            revision = revisions.get(waiting.pop().pk)
            if revision is not None and revision.pk not in passed:
                passed[revision.pk] = revision
                waiting.extend(self._links.joined(revision)[side])


def _found(step: Comparison, links: Links) -> list[Found]:
    """A stored comparison as the comparing module would tell it."""
    at = {
        paragraph.pk: place
        for pk in (step.earlier_id, step.later_id)
        for place, paragraph in enumerate(links.paragraphs.get(pk, ()))
    }
    told = []
    for revision in links.revisions.get(step.pk, ()):
        earlier, later = links.joined(revision)
        if earlier or later:
            told.append(
                Found(
                    revision.kind,
                    tuple(at[p.pk] for p in earlier),
                    tuple(at[p.pk] for p in later),
                    revision.confidence,
                    revision.review and revision.confirmed_at is None,
                    moved=revision.kind == Revision.Kind.MOVED,
                    words_changed=revision.words_changed,
                )
            )
    return told


def _passages(paragraphs: Iterable[Paragraph]) -> list[Passage]:
    return [Passage(p.label, tuple(p.heading), p.text) for p in paragraphs]


def _followed(paragraphs: Iterable[Paragraph]) -> dict[int, str | None]:
    """The name of what each paragraph comes after; None for the first."""
    found, name = {}, None
    for paragraph in paragraphs:
        found[paragraph.pk] = name
        name = paragraph.name
    return found


def _said(paragraphs: Iterable[Paragraph]) -> int:
    """How many headings the page says above a change: down to that of its section."""
    return outermost([paragraph.heading for paragraph in paragraphs]) + 1


def _broken(comparison: Comparison) -> dict[int, list[BrokenLink]]:
    """What officers said is not the same, by either paragraph."""
    found: dict[int, list[BrokenLink]] = defaultdict(list)
    for link in comparison.broken_links.select_related("broken_by", "earlier", "later"):
        found[link.earlier_id].append(link)
        found[link.later_id].append(link)
    return found


def _about(
    paragraphs: Iterable[Paragraph], broken: Mapping[int, Sequence[BrokenLink]]
) -> Sequence[BrokenLink]:
    if not broken:
        return ()
    return list(dict.fromkeys(link for p in paragraphs for link in broken.get(p.pk, ())))

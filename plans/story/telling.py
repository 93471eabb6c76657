"""A paragraph's story: every version of it with what changed, and who wrote which words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .. import explanations, margin
from ..compared.changes import Change, named
from ..models import Comparison, Paragraph, PlanVersion, Revision
from .blame import Written, written
from .lineage import lineage

BETWEEN = "\n\n"  # between the texts of paragraphs that became one
COLOURS = 6  # that tell versions apart; the numbers tell them apart in any case


@dataclass
class Step:
    """One version in the story: what the paragraph is there (several where it was split, none
    where it is gone), what changed on the way there, and the recommendations that shaped it.

    ``comparison`` is the one with the version it revises, None where there is none yet.
    """

    version: PlanVersion
    comparison: Comparison | None
    paragraphs: list[Paragraph] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    notes: list[margin.Note] = field(default_factory=list)
    is_asked: bool = False

    @property
    def name(self) -> str:
        """What the paragraph is called there."""
        return named(self.paragraphs)

    @property
    def is_awaited(self) -> bool:
        """Whether its comparison is being brought up to date."""
        return self.comparison is not None and self.comparison.awaited_since is not None

    @property
    def tells_unexplained(self) -> bool:
        """Whether it can be said of its changes that nothing accounts for them: not before the
        version is locked, when nothing has been held against it yet."""
        return self.version.is_locked and bool(explanations.sources)

    @property
    def is_uncompared(self) -> bool:
        """Whether what changed on the way there is not known."""
        if self.version.revises_id is None:
            return False
        return self.comparison is None or not self.changes

    @property
    def is_first_draft(self) -> bool:
        """Whether there is no version before it."""
        return self.version.revises_id is None

    @property
    def confirmed_by(self) -> list[Any]:
        """Who vouches for what became of it there."""
        people = [change.revision.confirmed_by for change in self.changes]
        return list(dict.fromkeys(person for person in people if person))


@dataclass(frozen=True, slots=True)
class Words:
    """A run of the present words with the white space after it, and the number of the source it
    came in with."""

    text: str
    space: str
    number: int

    @property
    def colour(self) -> int:
        """Of the number."""
        return _colour(self.number)


@dataclass(frozen=True)
class Source:
    """A version that words of the present text came in with, under its number in the legend."""

    number: int
    step: Step

    @property
    def colour(self) -> int:
        """Of the number."""
        return _colour(self.number)


def _colour(number: int) -> int:
    return (number - 1) % COLOURS + 1


@dataclass(frozen=True)
class Story:
    """The steps from the first draft on, and the text of the paragraph as it was asked for, with
    the sources of its words."""

    paragraph: Paragraph
    steps: list[Step]
    words: list[Words]
    sources: list[Source]

    @property
    def is_of_one_version(self) -> bool:
        """Whether all its words came in at once."""
        return len(self.sources) == 1

    @property
    def has_only_one_text(self) -> bool:
        """Whether it has been word for word the same from the first draft on."""
        return {one.text for step in self.steps for one in step.paragraphs} == {self.paragraph.text}


def tell(user: Any, paragraph: Paragraph) -> Story:
    """The story of a paragraph, as ``user`` may know it. The number of queries does not grow with
    the plan; what explains its changes is asked once for each version where there are any."""
    versions = {
        version.pk: version
        for version in PlanVersion.objects.visible_to(user).filter(plan=paragraph.version.plan_id)
    }
    comparisons = {
        comparison.later_id: comparison
        for comparison in Comparison.objects.visible_to(user).filter(later__in=versions)
        if comparison.earlier_id == versions[comparison.later_id].revises_id
    }
    changes = _changes(paragraph, comparisons.values())
    steps = _steps(paragraph, versions, comparisons, changes)
    _add_notes(user, steps)
    words, sources = _words(paragraph, steps)
    return Story(paragraph, steps, words, sources)


def _changes(paragraph: Paragraph, comparisons: Iterable[Comparison]) -> list[Change]:
    """What happened on the way to a paragraph and on from it, in order."""
    within = {"revision__comparison__in": [comparison.pk for comparison in comparisons]}
    earlier, later = (
        list(
            getattr(Revision, side)
            .through.objects.filter(**within)
            .values_list("revision_id", "paragraph_id")
        )
        for side in ("earlier", "later")
    )
    found = lineage(paragraph.pk, earlier=earlier, later=later)
    revisions = (
        Revision.objects.filter(pk__in=found.revisions)
        .select_related("confirmed_by")
        .prefetch_related("earlier", "later")
        .order_by("comparison", "position", "pk")
    )
    return [Change(one, list(one.earlier.all()), list(one.later.all())) for one in revisions]


def _steps(
    paragraph: Paragraph,
    versions: Mapping[int, PlanVersion],
    comparisons: Mapping[int, Comparison],
    changes: Sequence[Change],
) -> list[Step]:
    """A step for each version that the story touches, and for those of its chain between which
    nothing is known."""
    steps = {pk: Step(version, comparisons.get(pk)) for pk, version in versions.items()}
    later_of = {comparison.pk: pk for pk, comparison in comparisons.items()}
    on_the_way = lineage(
        paragraph.pk,
        earlier=[(n, p.pk) for n, change in enumerate(changes) for p in change.earlier],
        later=[(n, p.pk) for n, change in enumerate(changes) for p in change.later],
    ).paragraphs
    members = {paragraph.pk: paragraph}
    for change in changes:
        steps[later_of[change.revision.comparison_id]].changes.append(change)
        for one in (*change.earlier, *change.later):
            if one.pk in on_the_way:
                members.setdefault(one.pk, one)
    for one in members.values():
        steps[one.version_id].paragraphs.append(one)
    for step in steps.values():
        step.paragraphs.sort(key=lambda one: (one.position, one.pk))
        step.is_asked = step.version.pk == paragraph.version_id
    touched = [
        step for step in steps.values() if step.paragraphs or step.changes or _is_next(step, steps)
    ]
    return sorted(touched, key=lambda step: (step.version.dated, step.version.pk))


def _is_next(step: Step, steps: Mapping[int, Step]) -> bool:
    """Whether a version revises one where the paragraph is, without it being known what became
    of it."""
    before = steps.get(step.version.revises_id)
    return before is not None and bool(before.paragraphs)


def _add_notes(user: Any, steps: Sequence[Step]) -> None:
    beside = margin.notes(user, [step.version for step in steps if step.paragraphs])
    for step in steps:
        found = [note for one in step.paragraphs for note in beside.get(one.pk, ())]
        step.notes = list(dict.fromkeys(found))
        if step.comparison is not None and any(change.is_change for change in step.changes):
            explained = explanations.notes(user, step.comparison)
            step.changes = [
                replace(change, notes=explained.get(change.revision.pk, ()))
                for change in step.changes
            ]


def _words(paragraph: Paragraph, steps: Sequence[Step]) -> tuple[list[Words], list[Source]]:
    """The text of a paragraph by the versions its words came in with, oldest first."""
    back = _ancestors(paragraph, steps)
    wordings = [BETWEEN.join(one.text for one in paragraphs) for _, paragraphs in back]
    runs: list[Written] = written(wordings)
    used = sorted({run.since for run in runs})
    number = {since: n for n, since in enumerate(used, start=1)}
    words = [_run(run, number[run.since]) for run in runs]
    return words, [Source(number[since], back[since][0]) for since in used]


def _run(run: Written, number: int) -> Words:
    words = run.text.rstrip()
    return Words(words, run.text[len(words) :], number)


def _ancestors(paragraph: Paragraph, steps: Sequence[Step]) -> list[tuple[Step, list[Paragraph]]]:
    """The versions up to a paragraph's, each with what the paragraph was there, oldest first."""
    by_version = {step.version.pk: step for step in steps}
    step, wanted = by_version[paragraph.version_id], {paragraph.pk}
    found = [(step, [paragraph])]
    while True:
        before = {
            one.pk: one
            for change in step.changes
            if wanted & {later.pk for later in change.later}
            for one in change.earlier
        }
        step = by_version.get(step.version.revises_id)
        if not before or step is None:
            return found[::-1]
        ordered = sorted(before.values(), key=lambda one: (one.position, one.pk))
        found.append((step, ordered))
        wanted = set(before)

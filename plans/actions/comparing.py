"""Keeping the comparison of a version with the one it revises, and keeping it true."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError

from pcp_scrutiny import history

from ..comparison import Change, Passage, compare
from ..comparison.classify import numbers
from ..comparison.wording import masked
from ..models import Comparison, Paragraph, PlanVersion, Revision

Key = tuple[tuple[int, ...], tuple[int, ...]]

SLIGHT = 0.05
"""A confidence that moves by less is not a change worth a row of history."""


@dataclass(frozen=True)
class Found:
    """A revision as the comparison finds it: the paragraphs it joins and what it says of them."""

    earlier: tuple[Paragraph, ...]
    later: tuple[Paragraph, ...]
    facts: dict[str, Any]

    @property
    def key(self) -> Key:
        """The primary keys on either side."""
        return _keys(self.earlier), _keys(self.later)


@transaction.atomic
def compare_with_predecessor(version: PlanVersion, *, by: Any) -> Comparison | None:
    """Compare a version with the one it revises and store what became of each paragraph.

    What was stored before is brought up to date, row by row; what an officer confirmed is taken
    as it is. None where the version revises none.
    """
    comparison = _comparison_of(version, by=by)
    if comparison is None:
        return None
    earlier = list(comparison.earlier.paragraphs.order_by("position", "pk"))
    later = list(version.paragraphs.order_by("position", "pk"))
    stored = [
        revision
        for revision in comparison.revisions.prefetch_related("earlier", "later")
        if _stands(revision, by=by)
    ]
    confirmed = {_key(revision) for revision in stored if revision.confirmed_at}
    found = [one for one in _found(earlier, later, confirmed) if one.key not in confirmed]
    _bring_up_to_date(comparison, [r for r in stored if not r.confirmed_at], found, by=by)
    return comparison


def compare_again(version: PlanVersion, *, by: Any) -> None:
    """Bring every comparison that a corrected version has a part in up to date."""
    compare_with_predecessor(version, by=by)
    for later in version.revised_by.open():
        compare_with_predecessor(later, by=by)


def forget_comparison(version: PlanVersion, *, by: Any, why: str) -> None:
    """Delete what became of each paragraph up to this version. Raises ValidationError where
    something rests on it."""
    for stored in Comparison.objects.filter(later=version):
        _discard(stored.revisions.all(), by=by, why=why)
        history.delete(stored, by=by, why=why)


def _comparison_of(version: PlanVersion, *, by: Any) -> Comparison | None:
    stored = Comparison.objects.filter(later=version).first()
    if stored is not None and stored.earlier_id != version.revises_id:
        forget_comparison(version, by=by, why="Compared with another version")
        stored = None
    if stored is not None or version.revises is None:
        return stored
    why = f"Compared with {version.revises}"
    return history.create(Comparison, by=by, why=why, earlier=version.revises, later=version)


def _stands(revision: Revision, *, by: Any) -> bool:
    """Whether a stored revision still says something; a confirmed one that lost its paragraphs
    to a correction is discarded, the machine's own are brought up to date with the rest."""
    if revision.confirmed_at is None:
        return True
    has_earlier, has_later = any(revision.earlier.all()), any(revision.later.all())
    needs_earlier = revision.kind != Revision.Kind.ADDED
    needs_later = revision.kind != Revision.Kind.REMOVED
    if has_earlier >= needs_earlier and has_later >= needs_later:
        return True
    _discard([revision], by=by, why="The paragraph it was about was deleted")
    return False


def _found(
    earlier: Sequence[Paragraph], later: Sequence[Paragraph], confirmed: Iterable[Key]
) -> list[Found]:
    earlier_at = {paragraph.pk: at for at, paragraph in enumerate(earlier)}
    later_at = {paragraph.pk: at for at, paragraph in enumerate(later)}
    links = [
        (tuple(earlier_at[pk] for pk in before), tuple(later_at[pk] for pk in after))
        for before, after in confirmed
    ]
    old, new = _passages(earlier), _passages(later)
    known = numbers([*old, *new])
    found, position = [], 0
    for change in compare(old, new, confirmed=links):
        position = later[change.later[0]].position if change.later else position + 1
        facts = {
            "kind": change.kind,
            "position": position,
            "words_changed": _words_changed(change, old, new, known),
            "confidence": change.confidence,
            "review": change.review,
        }
        before = tuple(earlier[i] for i in sorted(change.earlier))
        after = tuple(later[j] for j in sorted(change.later))
        found.append(Found(before, after, facts))
    return found


def _passages(paragraphs: Sequence[Paragraph]) -> list[Passage]:
    return [Passage(p.label, tuple(p.heading), p.text) for p in paragraphs]


def _words_changed(
    change: Change, earlier: Sequence[Passage], later: Sequence[Passage], known: set[str]
) -> bool:
    """Whether the words differ, save for the numbers of paragraphs they refer to."""
    if change.kind in ("split", "merged"):
        before = " ".join(earlier[i].text for i in change.earlier)
        after = " ".join(later[j].text for j in change.later)
        return masked(before, known)[0] != masked(after, known)[0]
    return change.kind in ("reworded", "added", "removed")


# --- Bringing what is stored up to date --------------------------------------------------------


def _bring_up_to_date(
    comparison: Comparison, stored: Sequence[Revision], found: Sequence[Found], *, by: Any
) -> None:
    """Change as few rows as say what was found: a row lives on where its paragraphs do, so that
    its history can be read and what refers to it still does."""
    waiting = {_key(revision): revision for revision in stored}
    settled = [(waiting.pop(one.key), one) for one in found if one.key in waiting]
    known = {one.key for _, one in settled}
    new = []
    for one in found:
        if one.key in known:
            continue
        if (akin := _akin(one, waiting)) is None:
            new.append(one)
        else:
            settled.append((waiting.pop(akin), one))
    for revision, one in settled:
        _settle(revision, one, by=by)
    _discard(waiting.values(), by=by, why="Compared again: no longer so")
    _create(comparison, new, by=by)


def _akin(found: Found, waiting: dict[Key, Revision]) -> Key | None:
    """A stored revision about some of the same paragraphs."""
    before, after = map(set, found.key)
    return next((key for key in waiting if after & set(key[1]) or before & set(key[0])), None)


def _settle(revision: Revision, found: Found, *, by: Any) -> None:
    joins_others = _key(revision) != found.key
    if joins_others:
        # not historied: the machine's own links; what a person confirms is a row of its own
        revision.earlier.set(found.earlier)
        # not historied: as above
        revision.later.set(found.later)
    says_other = any(
        getattr(revision, name) != fact
        for name, fact in found.facts.items()
        if name != "confidence"
    )
    if joins_others or says_other or abs(revision.confidence - found.facts["confidence"]) > SLIGHT:
        for name, fact in found.facts.items():
            setattr(revision, name, fact)
        history.save(revision, by=by, why="Compared again after a correction")


def _discard(revisions: Iterable[Revision], *, by: Any, why: str) -> None:
    for revision in revisions:
        try:
            history.delete(revision, by=by, why=why)
        except ProtectedError as error:
            raise ValidationError(
                "What became of a recommendation rests on this paragraph, so it cannot be"
                " corrected in this way. Correct its text instead."
            ) from error


def _create(comparison: Comparison, found: Sequence[Found], *, by: Any) -> None:
    if not found:
        return
    revisions = history.create_many(
        Revision,
        [Revision(comparison=comparison, **one.facts) for one in found],
        by=by,
        why=f"Compared with {comparison.earlier}",
    )
    for side in ("earlier", "later"):
        join = getattr(Revision, side).through
        # not historied: which paragraphs a revision joins is part of its making
        join.objects.bulk_create(
            join(revision_id=revision.pk, paragraph_id=paragraph.pk)
            for revision, one in zip(revisions, found, strict=True)
            for paragraph in getattr(one, side)
        )


def _key(revision: Revision) -> Key:
    return _keys(revision.earlier.all()), _keys(revision.later.all())


def _keys(paragraphs: Iterable[Paragraph]) -> tuple[int, ...]:
    return tuple(paragraph.pk for paragraph in paragraphs)

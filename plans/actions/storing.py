"""Storing what a comparison found: as few rows change as say it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from pcp_scrutiny import history

from ..models import Comparison, Paragraph, Revision

Key = tuple[tuple[int, ...], tuple[int, ...]]
"""The primary keys of the paragraphs on either side of a revision."""

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

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The primary keys of all of them, the later ones first."""
        return (*self.key[1], *self.key[0])


def key_of(revision: Revision) -> Key:
    """The primary keys on either side of a stored revision."""
    return _keys(revision.earlier.all()), _keys(revision.later.all())


def store(
    comparison: Comparison, stored: Sequence[Revision], found: Sequence[Found], *, by: Any
) -> None:
    """Change as few rows as say what was found: a row lives on where its paragraphs do, so that
    its history can be read and what refers to it still does."""
    waiting = {key_of(revision): revision for revision in stored}
    settled = [(waiting.pop(one.key), one) for one in found if one.key in waiting]
    known = {one.key for _, one in settled}
    about = _by_paragraph(waiting)
    new = []
    for one in found:
        if one.key in known:
            continue
        akin = next((key for pk in one.paragraphs for key in about[pk] if key in waiting), None)
        if akin is None:
            new.append(one)
        else:
            settled.append((waiting.pop(akin), one))
    for revision, one in settled:
        _settle(revision, one, by=by)
    discard(waiting.values(), by=by, why="Compared again: no longer so")
    _create(comparison, new, by=by)


def _by_paragraph(keys: Iterable[Key]) -> dict[int, list[Key]]:
    """The revisions that each paragraph is part of, for finding those about the same ones."""
    about: dict[int, list[Key]] = defaultdict(list)
    for key in keys:
        for pk in (*key[1], *key[0]):
            about[pk].append(key)
    return about


def _settle(revision: Revision, found: Found, *, by: Any) -> None:
    joins_others = key_of(revision) != found.key
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


def describe_anew(revision: Revision, found: Found, *, by: Any) -> None:
    """Say of a confirmed link what became of its paragraphs, as they now are: the link stands,
    but its text may have been corrected since."""
    said = ("kind", "position", "words_changed")
    if any(getattr(revision, name) != found.facts[name] for name in said):
        for name in said:
            setattr(revision, name, found.facts[name])
        history.save(revision, by=by, why="Compared again after a correction")


def discard(revisions: Iterable[Revision], *, by: Any, why: str) -> None:
    for revision in revisions:
        try:
            history.delete(revision, by=by, why=why)
        except ProtectedError as error:
            raise ValidationError(
                "What became of a recommendation rests on this paragraph:"
                f" {history.referring(error)} to it. So it cannot be corrected in this way."
                " Correct its text instead."
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


def _keys(paragraphs: Iterable[Paragraph]) -> tuple[int, ...]:
    return tuple(paragraph.pk for paragraph in paragraphs)

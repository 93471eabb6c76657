"""Keeping the comparison of a version with the one it revises, and keeping it true.

A short comparison is made at once. A long one is made in the background: ``awaited_since`` is set
until it is done, and what was stored before stands until then.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from pcp_scrutiny import history

from .. import events
from ..comparison import Passage, compare
from ..models import Comparison, Paragraph, PlanVersion, Revision
from .storing import Found, Key, describe_anew, discard, key_of, store

LONG = 600
"""Paragraphs of both versions together. With fewer, no one notices the wait."""


@transaction.atomic
def compare_with_predecessor(version: PlanVersion, *, by: Any) -> Comparison | None:
    """Compare a version with the one it revises and store what became of each paragraph.

    What was stored before is brought up to date, row by row; what an officer confirmed is taken
    as it is. None where the version revises none.
    """
    comparison = _comparison_of(version, by=by)
    if comparison is not None:
        renew(comparison, by=by)
    return comparison


@transaction.atomic
def compare_again(version: PlanVersion, *, by: Any) -> None:
    """Bring every comparison that a corrected version has a part in up to date."""
    compare_with_predecessor(version, by=by)
    for later in version.revised_by.open():
        compare_with_predecessor(later, by=by)


@transaction.atomic
def renew(comparison: Comparison, *, by: Any, now: datetime | None = None) -> None:
    """Bring a comparison up to date: at once, or in the background where that takes long.

    Where the later version is locked, it is a decision about a link that asks for it, and
    outcomes may rest on what would go: then always at once, so that a refusal (ValidationError)
    reaches the person who decides, and nothing of the decision stays.
    """
    from .. import tasks

    held = Comparison.objects.select_for_update().select_related("later").get(pk=comparison.pk)
    if held.later.is_locked or _length(held) <= LONG:
        known = _read(held)
        _store(held, known, _found(known), by=by)
        _no_longer_awaited(held, by=by, why="Compared at once")
        return
    held.awaited_since = comparison.awaited_since = now or timezone.now()
    held.percent, held.failure = 0, ""
    history.save(held, by=by, why="To be compared in the background")
    transaction.on_commit(lambda: tasks.renew_comparison.enqueue(held.pk, by.pk))


def renew_awaited(pk: int, *, by: Any) -> None:
    """Do in the background what ``renew`` asked for; nothing where it is done already.

    What was corrected meanwhile is read again before anything is stored.
    """
    while (read := _read_awaited(pk)) is not None:
        since, known = read
        found = _found(known, progress=_teller(pk))
        with transaction.atomic():
            held = Comparison.objects.select_for_update().filter(pk=pk).first()
            if held is not None and held.awaited_since == since:
                _store(held, known, found, by=by)
                _no_longer_awaited(held, by=by, why="Compared in the background")
                return


@transaction.atomic
def fail_comparison(pk: int, *, reason: str, by: Any) -> None:
    """Say why an awaited comparison could not be made. It stays awaited, so that its version
    cannot be locked, until it is asked for again."""
    held = Comparison.objects.select_for_update().filter(pk=pk).first()
    if held is not None and held.awaited_since is not None:
        held.failure = reason
        history.save(held, by=by, why="Could not be compared in the background")


@transaction.atomic
def _read_awaited(pk: int) -> tuple[datetime, "_Known"] | None:
    """When a comparison was asked for, and all there is to compare; None where it is done. It is
    held meanwhile: a correction is seen whole or not at all."""
    held = Comparison.objects.select_for_update().filter(pk=pk).first()
    if held is None or held.awaited_since is None:
        return None
    return held.awaited_since, _read(held)


def forget_comparison(version: PlanVersion, *, by: Any, why: str) -> None:
    """Delete what became of each paragraph up to this version. Raises ValidationError where
    something rests on it."""
    for stored in Comparison.objects.filter(later=version):
        discard(stored.revisions.all(), by=by, why=why)
        history.delete(stored, by=by, why=why)


def held_comparison(version: PlanVersion) -> Comparison | None:
    """The stored comparison of a version with the one it revises."""
    if version.revises_id is None:
        return None
    return Comparison.objects.filter(later=version, earlier=version.revises_id).first()


def _comparison_of(version: PlanVersion, *, by: Any) -> Comparison | None:
    stored = held_comparison(version)
    if stored is None:
        forget_comparison(version, by=by, why="Compared with another version")
    if stored is not None or version.revises is None:
        return stored
    why = f"Compared with {version.revises}"
    return history.create(Comparison, by=by, why=why, earlier=version.revises, later=version)


def _length(comparison: Comparison) -> int:
    return Paragraph.objects.filter(
        version__in=[comparison.earlier_id, comparison.later_id]
    ).count()


def _teller(pk: int) -> Callable[[float], None]:
    """Says how far a comparison is, where it is a step further than was said last."""
    said = 0

    def tell(share: float) -> None:
        nonlocal said
        percent = min(99, int(share * 100))
        if percent >= said + 5:
            said = percent
            # not historied: how far the work is, for as long as it is under way
            Comparison.objects.filter(pk=pk).update(percent=percent)

    return tell


# --- What is known before, and what is found ----------------------------------------------------


@dataclass(frozen=True)
class _Known:
    """The paragraphs of both versions, and what is stored about them."""

    earlier: list[Paragraph]
    later: list[Paragraph]
    stored: list[Revision]
    broken: list[tuple[int, int]]

    @property
    def confirmed(self) -> set[Key]:
        """What an officer confirmed and the comparison takes as it is."""
        return {key_of(revision) for revision in self.stored if revision.confirmed_at}


def _read(comparison: Comparison) -> _Known:
    return _Known(
        list(comparison.earlier.paragraphs.order_by("position", "pk")),
        list(comparison.later.paragraphs.order_by("position", "pk")),
        list(comparison.revisions.prefetch_related("earlier", "later")),
        list(comparison.broken_links.values_list("earlier", "later")),
    )


def _found(known: _Known, *, progress: Callable[[float], None] | None = None) -> list[Found]:
    earlier_at = {paragraph.pk: at for at, paragraph in enumerate(known.earlier)}
    later_at = {paragraph.pk: at for at, paragraph in enumerate(known.later)}
    changes = compare(
        _passages(known.earlier),
        _passages(known.later),
        confirmed=[
            (tuple(earlier_at[pk] for pk in before), tuple(later_at[pk] for pk in after))
            for before, after in sorted(known.confirmed)
        ],
        apart=[(earlier_at[before], later_at[after]) for before, after in known.broken],
        progress=progress,
    )
    found, position = [], 0
    for change in changes:
        position = known.later[change.later[0]].position if change.later else position + 1
        facts = {
            "kind": change.kind,
            "position": position,
            "words_changed": change.words_changed,
            "confidence": change.confidence,
            "review": change.review,
        }
        before = tuple(known.earlier[i] for i in sorted(change.earlier))
        after = tuple(known.later[j] for j in sorted(change.later))
        found.append(Found(before, after, facts))
    return found


def _passages(paragraphs: Sequence[Paragraph]) -> list[Passage]:
    return [Passage(p.label, tuple(p.heading), p.text) for p in paragraphs]


def _store(comparison: Comparison, known: _Known, found: Iterable[Found], *, by: Any) -> None:
    """Confirmed links stand. The other apps are told where the version is locked: what they
    proposed rests on its links."""
    confirmed = {key_of(revision): revision for revision in known.stored if revision.confirmed_at}
    found = list(found)
    for one in found:
        if one.key in confirmed:
            describe_anew(confirmed[one.key], one, by=by)
    own = [revision for revision in known.stored if revision.confirmed_at is None]
    store(comparison, own, [one for one in found if one.key not in confirmed], by=by)
    if comparison.later.is_locked:
        events.tell_links_decided(comparison.later, comparison, by)


def _no_longer_awaited(comparison: Comparison, *, by: Any, why: str) -> None:
    if comparison.awaited_since is not None:
        comparison.awaited_since, comparison.percent, comparison.failure = None, 0, ""
        history.save(comparison, by=by, why=why)

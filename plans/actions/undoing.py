"""Undoing corrections through history, the last one first.

Every correction's rows bear one moment (``correction.py``). To undo one is to put each paragraph it
touched back as its history has it from before: what was deleted returns under the same primary
key. That is a correction in the history too, "Undone: ..."; those that undo and those that were
undone cancel out, so that undoing again goes one further back.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from pcp_scrutiny import history

from ..models import BrokenLink, Comparison, Paragraph, PlanVersion
from .comparing import compare_again
from .correction import one_correction
from .dropping import drop
from .opening import hold_open
from .places import MADE_ROOM

UNDONE = "Undone: "
READ = "Read from "  # how the rows begin that a version's first reading wrote
FIELDS = ("position", "label", "heading", "page", "text", "unsure")


@dataclass(frozen=True)
class Correction:
    """One correction as its history tells it: ``name`` is what the paragraph was called that it
    is about. ``rows`` are the numbers of its history rows, ``paragraphs`` the primary keys it
    touched; ``who`` is None where no person made it."""

    name: str
    words: str
    at: datetime
    who: Any
    rows: tuple[int, ...]
    paragraphs: tuple[int, ...]

    @property
    def sentence(self) -> str:
        """What was done, to be read after a colon: "paragraph 46: split into 2"."""
        words = f"{self.words[:1].lower()}{self.words[1:]}"
        return words if self.name in words else f"{self.name}: {words}"

    @property
    def key(self) -> str:
        """What tells it from any other correction."""
        return str(self.rows[-1])


def last_correction(version: PlanVersion) -> Correction | None:
    """The last correction of a version that stands: neither undone nor an undoing itself."""
    rows = (
        Paragraph.history.filter(version_id=version.pk)
        .exclude(history_change_reason__startswith=READ)
        .order_by("history_id")
        .values_list("history_id", "id", "history_date", "history_user", "history_change_reason")
    )
    standing: list[list[tuple]] = []
    for _, group in groupby(rows, key=lambda row: row[2:4]):
        written = list(group)
        if not written[0][4].startswith(UNDONE):
            standing.append(written)
        elif standing:
            standing.pop()
    return _correction(standing[-1]) if standing else None


def _correction(rows: list[tuple]) -> Correction:
    number = next((row[0] for row in rows if row[4] != MADE_ROOM), rows[0][0])
    told = Paragraph.history.select_related("history_user").get(history_id=number)
    return Correction(
        name=told.instance.name,
        words=told.history_change_reason,
        at=told.history_date,
        who=told.history_user,
        rows=tuple(row[0] for row in rows),
        paragraphs=tuple(dict.fromkeys(row[1] for row in rows)),
    )


@one_correction
def undo_correction(version: PlanVersion, *, key: str, by: Any) -> Correction:
    """Put a version's paragraphs back as they were before its last correction.

    ``key`` names the correction that the officer means. Raises ValidationError where it is not
    the last one any more, or something rests on what would go.
    """
    held = hold_open(version)
    correction = last_correction(held)
    if correction is None or correction.key != key:
        raise ValidationError(
            "The version has been corrected or something undone since you opened the page, so"
            " nothing was undone. Look at the last correction as it is now."
        )
    before, why = _before(correction), f"{UNDONE}{correction.words}"
    there = held.paragraphs.in_bulk(correction.paragraphs)
    for pk in correction.paragraphs:
        if (row := before.get(pk)) is not None:
            _restore(row, there.get(pk), by=by, why=why)
    _restore_broken_links(before.keys() - there.keys(), since=correction.at, by=by, why=why)
    for pk in sorted(there.keys() - before.keys()):
        drop(there[pk], by=by, why=why)
    compare_again(held, by=by)
    return correction


def _before(correction: Correction) -> dict[int, Any]:
    """The last history row before a correction of each paragraph that was there."""
    rows = Paragraph.history.filter(
        id__in=correction.paragraphs, history_id__lt=correction.rows[0]
    ).order_by("history_id")
    last = {row.id: row for row in rows}
    return {pk: row for pk, row in last.items() if row.history_type != "-"}


def _restore(row: Any, paragraph: Paragraph | None, *, by: Any, why: str) -> None:
    if paragraph is None:
        paragraph = Paragraph(pk=row.id, version_id=row.version_id)
    for name in FIELDS:
        setattr(paragraph, name, getattr(row, name))
    history.save(paragraph, by=by, why=why)


def _restore_broken_links(
    paragraphs: Collection[int], *, since: datetime, by: Any, why: str
) -> None:
    """Officers' words on links of paragraphs that come back: they went with them."""
    rows = BrokenLink.history.filter(history_type="-", history_date__gte=since)
    for row in rows.filter(Q(earlier__in=paragraphs) | Q(later__in=paragraphs)):
        link = row.instance
        sides = Paragraph.objects.filter(pk__in=[link.earlier_id, link.later_id])
        if sides.count() == 2 and Comparison.objects.filter(pk=link.comparison_id).exists():
            history.save(link, by=by, why=why)

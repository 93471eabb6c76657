"""Correcting the paragraphs of an open version. Each correction keeps its comparisons true."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from pcp_scrutiny import history

from ..models import Paragraph, PlanVersion
from .comparing import compare_again
from .opening import hold_open

GAP = 1000
"""Between the positions of neighbours as read, so that ten more fit anywhere between two."""


@transaction.atomic
def correct_paragraph(paragraph: Paragraph, *, by: Any, seen: str | None = None) -> Paragraph:
    """Save a paragraph that an officer corrected; what the reading was unsure of is settled."""
    version = hold_open(paragraph.version)
    paragraph.unsure = ""
    history.save(paragraph, by=by, why="Corrected against the document", seen=seen)
    compare_again(version, by=by)
    return paragraph


@transaction.atomic
def approve_paragraph(paragraph: Paragraph, *, by: Any) -> Paragraph:
    """Settle what the reading was unsure of: it had read right."""
    paragraph = hold_open(paragraph.version).paragraphs.get(pk=paragraph.pk)
    paragraph.unsure = ""
    return history.save(paragraph, by=by, why="Checked: read correctly")


@transaction.atomic
def add_paragraph(
    after: Paragraph, *, label: str, heading: Sequence[str], text: str, by: Any
) -> Paragraph:
    """Add a paragraph that the reading missed."""
    version = hold_open(after.version)
    added = history.create(
        Paragraph,
        by=by,
        why="Added: the reading had missed it",
        version=version,
        position=_places_after(after, 1, by=by)[0],
        label=label,
        heading=list(heading),
        page=after.page,
        text=text,
    )
    compare_again(version, by=by)
    return added


@transaction.atomic
def delete_paragraph(paragraph: Paragraph, *, by: Any, seen: str | None = None) -> PlanVersion:
    """Delete what is no paragraph of the plan, such as a page header.

    Raises ValidationError where it is the last paragraph left, history.Stale where it changed.
    """
    version = hold_open(paragraph.version)
    if not version.paragraphs.exclude(pk=paragraph.pk).exists():
        raise ValidationError("This is the only paragraph of the version, so it must stay.")
    if seen is not None and history.stamp(paragraph) != seen:
        raise history.Stale(paragraph)
    history.delete(paragraph, by=by, why="Deleted: not a paragraph of the plan")
    compare_again(version, by=by)
    return version


@transaction.atomic
def join_paragraph(paragraph: Paragraph, *, by: Any, seen: str | None = None) -> Paragraph:
    """Join a paragraph to the one before it, which keeps its number, heading and page.

    Raises ValidationError where there is none before it, history.Stale where it changed.
    """
    version = hold_open(paragraph.version)
    paragraph = version.paragraphs.get(pk=paragraph.pk)
    if seen is not None and history.stamp(paragraph) != seen:
        raise history.Stale(paragraph)
    before = version.paragraphs.before(paragraph)
    if before is None:
        raise ValidationError("There is no paragraph before this one to join it to.")
    before.text = f"{before.text} {paragraph.text}"
    before.unsure = ""
    history.save(before, by=by, why=f"Joined with {paragraph.name}, which followed it")
    history.delete(paragraph, by=by, why=f"Joined to {before.name}")
    compare_again(version, by=by)
    return before


@transaction.atomic
def split_paragraph(
    paragraph: Paragraph, *, parts: Sequence[tuple[str, str]], by: Any, seen: str | None = None
) -> list[Paragraph]:
    """Split a paragraph into two or more ``parts``, each a label and a text.

    The first keeps its place; all keep heading and page.
    """
    version = hold_open(paragraph.version)
    (paragraph.label, paragraph.text), *rest = parts
    paragraph.unsure = ""
    history.save(paragraph, by=by, why=f"Split into {len(parts)}", seen=seen)
    places = _places_after(paragraph, len(rest), by=by)
    pieces = [
        history.create(
            Paragraph,
            by=by,
            why=f"Split off {paragraph.name}",
            version=version,
            position=place,
            label=label,
            heading=paragraph.heading,
            page=paragraph.page,
            text=text,
            unsure="" if label else f"Split off {paragraph.name}. Does it have its own number?",
        )
        for place, (label, text) in zip(places, rest, strict=True)
    ]
    compare_again(version, by=by)
    return [paragraph, *pieces]


def _places_after(paragraph: Paragraph, number: int, *, by: Any) -> list[int]:
    """Free positions between a paragraph and the next, spaced evenly; room is made if need be."""
    siblings = paragraph.version.paragraphs
    following = siblings.after(paragraph)
    if following is None:
        last = siblings.aggregate(last=Max("position"))["last"]
        return [last + GAP * n for n in range(1, number + 1)]
    step = (following.position - paragraph.position) // (number + 1)
    if step == 0:
        _make_room(paragraph.version, by=by)
        paragraph.refresh_from_db(fields=["position"])
        return _places_after(paragraph, number, by=by)
    return [paragraph.position + step * n for n in range(1, number + 1)]


def _make_room(version: PlanVersion, *, by: Any) -> None:
    for place, paragraph in enumerate(version.paragraphs.order_by("position", "pk"), start=1):
        paragraph.position = place * GAP
        history.save(paragraph, by=by, why="Made room for another paragraph")

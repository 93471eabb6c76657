"""Correcting the paragraphs of an open version. Each correction keeps its comparisons true."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from pcp_scrutiny import history

from ..models import Paragraph, PlanVersion
from .comparing import compare_again
from .correction import one_correction
from .dropping import drop
from .opening import hold_open
from .places import GAP, places_after

__all__ = ["GAP"]


@one_correction
def correct_paragraph(paragraph: Paragraph, *, by: Any, seen: str | None = None) -> Paragraph:
    """Save a paragraph that an officer corrected; what the reading was unsure of is settled."""
    version = hold_open(paragraph.version)
    paragraph.unsure = ""
    history.save(paragraph, by=by, why="Corrected against the document", seen=seen)
    compare_again(version, by=by)
    return paragraph


@one_correction
def approve_paragraph(paragraph: Paragraph, *, by: Any, seen: str | None = None) -> Paragraph:
    """Settle what the reading was unsure of: it had read right. Nothing where that is settled.

    Raises history.Stale where it changed: nobody vouches for what they have not read.
    """
    paragraph = hold_open(paragraph.version).paragraphs.get(pk=paragraph.pk)
    if not paragraph.unsure:
        return paragraph
    paragraph.unsure = ""
    return history.save(paragraph, by=by, why="Checked: read correctly", seen=seen)


@one_correction
def add_paragraph(
    after: Paragraph, *, label: str, heading: Sequence[str], text: str, by: Any
) -> Paragraph:
    """Add a paragraph that the reading missed."""
    version = hold_open(after.version)
    return _add(version, after, label=label, heading=heading, text=text, page=after.page, by=by)


@one_correction
def add_first_paragraph(
    version: PlanVersion, *, label: str, heading: Sequence[str], text: str, by: Any
) -> Paragraph:
    """Add a paragraph that the reading missed before the first."""
    version = hold_open(version)
    return _add(version, None, label=label, heading=heading, text=text, by=by)


def _add(
    version: PlanVersion, after: Paragraph | None, *, heading: Sequence[str], by: Any, **said: Any
) -> Paragraph:
    added = history.create(
        Paragraph,
        by=by,
        why="Added: the reading had missed it",
        version=version,
        position=places_after(version, after, 1, by=by)[0],
        heading=list(heading),
        **said,
    )
    compare_again(version, by=by)
    return added


@one_correction
def delete_paragraph(paragraph: Paragraph, *, by: Any, seen: str | None = None) -> PlanVersion:
    """Delete what is no paragraph of the plan, such as a page header.

    Raises ValidationError where it is the last paragraph left or a decision rests on it,
    history.Stale where it changed.
    """
    version = hold_open(paragraph.version)
    if not version.paragraphs.exclude(pk=paragraph.pk).exists():
        raise ValidationError("This is the only paragraph of the version, so it must stay.")
    if seen is not None and history.stamp(paragraph) != seen:
        raise history.Stale(paragraph)
    drop(paragraph, by=by, why="Deleted: not a paragraph of the plan")
    compare_again(version, by=by)
    return version


@one_correction
def join_paragraph(paragraph: Paragraph, *, by: Any, seen: str | None = None) -> Paragraph:
    """Join a paragraph to the one before it, which keeps its number, heading and page.

    Raises ValidationError where there is none before it or a decision rests on it,
    history.Stale where it changed.
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
    drop(paragraph, by=by, why=f"Joined to {before.name}")
    compare_again(version, by=by)
    return before


@one_correction
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
    places = places_after(version, paragraph, len(rest), by=by)
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


@one_correction
def move_paragraph(
    paragraph: Paragraph, *, after: Paragraph | None, by: Any, seen: str | None = None
) -> Paragraph:
    """Put a paragraph after another of its version, or before the first where that is None.

    It keeps its headings where a new neighbour has them too, and takes those of its neighbour
    where not. Raises ValidationError where it stands there already, history.Stale where it
    changed.
    """
    version = hold_open(paragraph.version)
    paragraph = version.paragraphs.get(pk=paragraph.pk)
    others = version.paragraphs.exclude(pk=paragraph.pk)
    above = None if after is None else others.filter(pk=after.pk).first()
    if after is not None and above is None:
        raise ValidationError("Choose another paragraph of this version for it to follow.")
    if above == version.paragraphs.before(paragraph):
        raise ValidationError(_stands_there(paragraph, above))
    below = others.after(above) if above else others.order_by("position").first()
    paragraph.heading = _heading_between(paragraph, above, below)
    paragraph.position = places_after(version, above, 1, by=by)[0]
    where = f"after {above.name}" if above else "before the first"
    history.save(paragraph, by=by, why=f"Moved {paragraph.name} {where}", seen=seen)
    compare_again(version, by=by)
    return paragraph


def step_paragraph(paragraph: Paragraph, *, down: bool, by: Any) -> Paragraph:
    """Move a paragraph one place up or down. Raises ValidationError where there is none."""
    siblings = paragraph.version.paragraphs
    passed = siblings.after(paragraph) if down else siblings.before(paragraph)
    if passed is None:
        end = "last" if down else "first"
        raise ValidationError(f"It is the {end} paragraph of the version already.")
    after = passed if down else siblings.before(passed)
    return move_paragraph(paragraph, after=after, by=by)


def _stands_there(paragraph: Paragraph, above: Paragraph | None) -> str:
    where = f"after {above.name}" if above else "before all others"
    return f"{paragraph.name[:1].upper()}{paragraph.name[1:]} stands {where} already."


def _heading_between(
    paragraph: Paragraph, above: Paragraph | None, below: Paragraph | None
) -> list[str]:
    neighbours = [neighbour.heading for neighbour in (above, below) if neighbour]
    if paragraph.heading in neighbours or not neighbours:
        return paragraph.heading
    return list(neighbours[0])

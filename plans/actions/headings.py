"""Correcting the headings of an open version: of a whole section in one go, and lines that were
read as a heading but are a paragraph, or the reverse."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from pcp_scrutiny import history

from ..document.outline import under
from ..models import Paragraph, PlanVersion
from .comparing import compare_again
from .correction import one_correction
from .dropping import drop
from .opening import hold_open
from .places import places_after

LONGEST = 200
"""Letters. What is longer is no line above others."""


@one_correction
def rename_heading(paragraph: Paragraph, *, level: int, title: str, by: Any) -> list[Paragraph]:
    """Change a heading above a paragraph, for all that stands under it there.

    ``level`` counts from the outermost, 0. Without a title the heading is taken away. Raises
    ValidationError where there is no such heading any more.
    """
    version = hold_open(paragraph.version)
    section = _section(version, paragraph, level)
    old = section[0].heading[level]
    why = f"Renamed the heading “{old}”" if title else f"Took away the heading “{old}”"
    for one in section:
        one.heading[level : level + 1] = [title] if title else []
        history.save(one, by=by, why=why)
    compare_again(version, by=by)
    return section


@one_correction
def rename_headings(paragraph: Paragraph, *, titles: Mapping[int, str], by: Any) -> list[Paragraph]:
    """Change several headings above a paragraph as ``rename_heading`` changes one, by level. The
    widest section that changed is returned."""
    section: list[Paragraph] = []
    for level in sorted(titles, reverse=True):  # one that is taken away moves those below it
        section = rename_heading(paragraph, level=level, title=titles[level], by=by)
    return section


@one_correction
def make_paragraph(paragraph: Paragraph, *, level: int, by: Any) -> Paragraph:
    """Make a paragraph of what was read as a heading above one; it stands before what was under
    it. Raises ValidationError where there is no such heading any more."""
    version = hold_open(paragraph.version)
    section = _section(version, paragraph, level)
    first, words = section[0], section[0].heading[level]
    for one in section:
        del one.heading[level]
        history.save(one, by=by, why=f"Made a paragraph of the heading “{words}”")
    made = history.create(
        Paragraph,
        by=by,
        why="Made of a heading",
        version=version,
        position=places_after(version, version.paragraphs.before(first), 1, by=by)[0],
        heading=first.heading[:level],
        page=first.page,
        text=words,
    )
    compare_again(version, by=by)
    return made


@one_correction
def make_heading(
    paragraph: Paragraph, *, level: int, by: Any, seen: str | None = None
) -> list[Paragraph]:
    """Make a heading of what was read as a paragraph, above those that follow it in its section.

    ``level`` counts from the outermost, 0: at the number of headings above the paragraph it goes
    under them, before that in the place of one. Raises ValidationError where nothing follows or
    it is too long for a heading, history.Stale where it changed.
    """
    version = hold_open(paragraph.version)
    paragraph = version.paragraphs.get(pk=paragraph.pk)
    if seen is not None and history.stamp(paragraph) != seen:
        raise history.Stale(paragraph)
    title = " ".join(f"{paragraph.label} {paragraph.text}".split())
    above = paragraph.heading
    if len(title) > LONGEST:
        raise ValidationError(
            f"It has {len(title)} letters. A heading has at most {LONGEST}: split it first."
        )
    followers = under(version.paragraphs.order_by("position", "pk"), paragraph, above[: level + 1])
    section = [one for one in followers if one.position > paragraph.position]
    if not section:
        raise ValidationError("No paragraph follows it in its section, so it heads nothing.")
    why = f"Made a heading of {paragraph.name}"
    for one in section:
        ends = len(above) if one.heading[: len(above)] == above else level + 1
        one.heading = [*above[:level], title, *one.heading[ends:]]
        history.save(one, by=by, why=why)
    drop(paragraph, by=by, why=why)
    compare_again(version, by=by)
    return section


def _section(version: PlanVersion, paragraph: Paragraph, level: int) -> Sequence[Paragraph]:
    """All that stands under a heading of a paragraph, with it and without a break."""
    paragraph = version.paragraphs.get(pk=paragraph.pk)
    if level >= len(paragraph.heading):
        raise ValidationError("Its headings have been changed. Choose again.")
    ordered = version.paragraphs.order_by("position", "pk")
    return under(ordered, paragraph, paragraph.heading[: level + 1])

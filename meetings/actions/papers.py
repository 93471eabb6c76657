"""Papers under the items of an agenda."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel

from ..agenda import paper_labels, publication
from ..models import Meeting, Paper
from .locking import hold_open, next_position


@transaction.atomic
def add_paper(paper: Paper, *, by: Any) -> Paper:
    """Put a paper under an item, after those that are there."""
    held = hold_open(paper.item.meeting)
    _check(paper, held, comes_new=True)
    paper.position = next_position(paper.item.papers)
    return history.save(paper, by=by, why="Paper added")


@transaction.atomic
def change_paper(paper: Paper, *, by: Any, seen: str | None = None) -> Paper:
    """Change a paper's words, its restriction, or when it was received and published."""
    held = hold_open(paper.item.meeting)
    now = Paper.objects.get(pk=paper.pk)
    came_later = now.is_to_follow or now.published_on is not None
    _check(paper, held, comes_new=came_later, was=now)
    return history.save(paper, by=by, why="Paper changed", seen=seen)


@transaction.atomic
def remove_paper(paper: Paper, *, by: Any) -> None:
    """Take a paper away from its item."""
    hold_open(paper.item.meeting)
    history.delete(paper, by=by, why="Paper removed")


def _check(paper: Paper, meeting: Meeting, *, comes_new: bool, was: Paper | None = None) -> None:
    """Only what is new is questioned: a meeting may have been put off since."""
    faults: publication.Faults = {}
    if was is None or not paper_labels.same(paper.label, was.label):
        faults |= _faults_of_label(paper, meeting)
    if was is None or _when(paper) != _when(was):
        clock = publication.clock_of(meeting, Panel.current())
        faults |= publication.faults_of_paper(paper, paper.item, clock, comes_new=comes_new)
    if faults:
        raise ValidationError(faults)


def _when(paper: Paper) -> tuple[Any, ...]:
    return paper.is_to_follow, paper.received_on, paper.published_on, paper.late_reason


def _faults_of_label(paper: Paper, meeting: Meeting) -> publication.Faults:
    if not paper.label.strip():
        return {}
    others = Paper.objects.filter(item__meeting=meeting).exclude(pk=paper.pk)
    others = list(others.exclude(label="").select_related("item").order_by("pk"))
    taken = next((each for each in others if paper_labels.same(each.label, paper.label)), None)
    if taken is None:
        return {}
    free = paper_labels.instead_of(paper.label, [each.label for each in others])
    return {
        "label": f"{taken.label} is already on this agenda, under item {taken.item.number}. "
        f"The next label that is free: {free}"
    }

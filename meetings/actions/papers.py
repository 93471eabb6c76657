"""Papers under the items of an agenda."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from pcp_scrutiny import history
from pcp_scrutiny.documents import kinds
from pcp_scrutiny.documents.models import keep
from pcp_scrutiny.panel.models import Panel

from ..agenda import paper_labels, publication
from ..models import Meeting, Paper
from ..uploaded import Upload
from .labelling import label_papers, labels_follow
from .locking import hold_open, next_position

IN_ORDER = ("item__position", "position", "pk")


@transaction.atomic
def add_paper(
    paper: Paper,
    *,
    by: Any,
    received: Upload | None = None,
    after: int | None = None,
    on: date | None = None,
) -> Paper:
    """Put a paper under an item: after the one of that key, first for 0, last for None.
    ``received`` is the file of one that was sent in. Its label, and those of others, follow the
    order of the agenda until that is published; after that, one without a day of publication is
    published ``on`` the day of its entry (None: today)."""
    held = hold_open(paper.item.meeting)
    _date(paper, held, on=on)
    _check(paper, held, comes_new=True)
    _keep_file(paper, received, by=by)
    paper.position = next_position(paper.item.papers)
    history.save(paper, by=by, why="Paper added")
    _place(paper, after, by=by)
    return _labelled(paper, held, by=by)


@transaction.atomic
def change_paper(
    paper: Paper,
    *,
    by: Any,
    seen: str | None = None,
    received: Upload | None = None,
    after: int | None = None,
    on: date | None = None,
) -> Paper:
    """Change a paper's words, its restriction, when it was received and published, its place
    (``after`` as in ``add_paper``; None keeps it), or its file: the one that was there stays in
    the history. One that was to follow and is here is published ``on``, as in ``add_paper``."""
    held = hold_open(paper.item.meeting)
    now = Paper.objects.get(pk=paper.pk)
    paper.position = now.position
    if now.is_to_follow:
        _date(paper, held, on=on, followed=True)
    came_later = now.is_to_follow or now.published_on is not None
    _check(paper, held, comes_new=came_later, was=now)
    appendices = [] if paper_labels.same(paper.label, now.label) else _appendices_to(now, held)
    if appendices and not paper.label.strip():
        raise ValidationError({"label": _has_appendices(appendices, "Keep its label, or give")})
    _keep_file(paper, received, by=by)
    replaced = received is not None and now.file_id is not None
    why = "Paper replaced by a newer file" if replaced else "Paper changed"
    history.save(paper, by=by, why=why, seen=seen)
    _place(paper, after, by=by)
    for appendix in appendices:
        appendix.label = paper_labels.moved_to(appendix.label, paper.label)
        history.save(appendix, by=by, why=f"Appendix to what is now {paper.label}")
    return _labelled(paper, held, was=now, by=by)


@transaction.atomic
def remove_paper(paper: Paper, *, by: Any) -> None:
    """Take a paper away from its item; the labels of others close up."""
    held = hold_open(paper.item.meeting)
    if appendices := _appendices_to(paper, held):
        raise ValidationError(_has_appendices(appendices, "Remove that first, or give"))
    history.delete(paper, by=by, why="Paper removed")
    label_papers(held, by=by, gone=[paper.label])


def _place(paper: Paper, after: int | None, *, by: Any) -> None:
    if after is None:
        return
    there = list(paper.item.papers.order_by("position", "pk"))
    order = [each for each in there if each.pk != paper.pk]
    found = (at for at, each in enumerate(order, start=1) if each.pk == after)
    order.insert(0 if after == 0 else next(found, len(order)), paper)
    if order == there:
        return
    for position, each in enumerate(order, start=1):
        if each.position != position:
            each.position = position
            history.save(each, by=by, why="Another place among the papers of its item")


def _keep_file(paper: Paper, received: Upload | None, *, by: Any) -> None:
    """Keep what was received byte for byte, and the PDF made of it. A paper of another kind has no
    file any more."""
    if paper.kind != Paper.UPLOADED:
        paper.file = paper.printed = paper.pages = None
        paper.lacks = []
    elif received is not None:
        paper.file = keep(received.data, name=received.name, media_type=received.media_type, by=by)
        paper.printed = paper.file
        if received.is_converted:
            name, media_type = received.printed_name, kinds.PDF.media_type
            paper.printed = keep(received.printed, name=name, media_type=media_type, by=by)
        paper.pages, paper.lacks = received.pages, list(received.lacks)
    elif paper.file is None and not paper.is_to_follow:
        raise ValidationError("There is no file yet: add it, or say that it is to follow.")


def _labelled(paper: Paper, meeting: Meeting, *, by: Any, was: Paper | None = None) -> Paper:
    """The paper with the label that it has by its place."""
    moved = was is not None and not paper_labels.same(paper.label, was.label)
    changed = label_papers(meeting, by=by, gone=[was.label] if moved else [])
    paper.label = changed.get(paper.pk, paper.label)
    return paper


def _appendices_to(paper: Paper, meeting: Meeting) -> list[Paper]:
    """The appendices to what is the only paper of its label, as long as labels may change."""
    others = list(Paper.objects.filter(item__meeting=meeting).exclude(pk=paper.pk))
    labels = paper_labels.appendices_to(paper.label, [each.label for each in others])
    is_shared = any(paper_labels.same(each.label, paper.label) for each in others)
    if not labels or is_shared or not labels_follow(meeting):
        return []
    return [each for each in others if each.label in labels]


def _has_appendices(appendices: list[Paper], ways_out: str) -> str:
    return f"There is {appendices[0].label} on this agenda. {ways_out} it another label."


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


def _date(paper: Paper, meeting: Meeting, *, on: date | None, followed: bool = False) -> None:
    """Give a paper that comes after the agenda its day, where nobody has."""
    clock, on = publication.clock_of(meeting, Panel.current()), on or timezone.localdate()
    paper.published_on = publication.day_of_entry(
        paper, paper.item, clock, on=on, followed=followed
    )


def _when(paper: Paper) -> tuple[Any, ...]:
    return paper.is_to_follow, paper.received_on, paper.published_on, paper.late_reason


def _faults_of_label(paper: Paper, meeting: Meeting) -> publication.Faults:
    if not paper.label.strip():
        return {}
    others = Paper.objects.filter(item__meeting=meeting).exclude(pk=paper.pk)
    others = list(others.exclude(label="").select_related("item").order_by(*IN_ORDER))
    if missing := paper_labels.missing_paper_of(paper.label, [each.label for each in others]):
        return {"label": _no_such_paper(missing, [each.label for each in others])}
    taken = next((each for each in others if paper_labels.same(each.label, paper.label)), None)
    if taken is None:
        return {}
    free = paper_labels.instead_of(paper.label, [each.label for each in others])
    return {
        "label": f"{taken.label} is already on this agenda, under item {taken.item.number}. "
        f"The next label that is free: {free}"
    }


def _no_such_paper(missing: str, labels: list[str]) -> str:
    begins = f"There is no {missing} on this agenda"
    if not labels:
        return f"{begins}: no other paper on it has a label"
    return f"{begins}. These are: {', '.join(labels)}"

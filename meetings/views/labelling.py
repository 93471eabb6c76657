"""Saying what became of the labels of papers after the agenda was changed."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from .. import actions
from ..agenda import labelled
from ..models import AgendaItem, Meeting, Paper

View = Callable[..., HttpResponse]


def tells_labels(view: View) -> View:
    """Let a view on a meeting, an item or a paper say which labels changed by what it did, and
    which words on the agenda still name the old ones."""

    @wraps(view)
    def telling(request: HttpRequest, thing: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, thing, **kwargs)
        meeting = _meeting_of(thing)
        before = actions.labels_of(meeting)
        response = view(request, thing, **kwargs)
        _tell(request, meeting, labelled.changes(before, actions.labels_of(meeting)))
        return response

    return telling


def _meeting_of(thing: Meeting | AgendaItem | Paper) -> Meeting:
    if isinstance(thing, Paper):
        return thing.item.meeting
    return thing.meeting if isinstance(thing, AgendaItem) else thing


def _tell(request: HttpRequest, meeting: Meeting, changed: dict[str, str]) -> None:
    if not changed:
        return
    said = labelled.said(changed)
    messages.info(request, f"Labels follow the order of the agenda. {said}")
    for sentence in labelled.to_check(changed, _texts(meeting)):
        messages.warning(request, sentence)


def _texts(meeting: Meeting) -> Iterator[labelled.Text]:
    """The words that people wrote on an agenda: what items ask, and papers that are written."""
    for item in meeting.items.order_by("position", "pk"):
        yield labelled.Text(f"Item {item.number}", f"{item.title} {item.purpose}")
    papers = Paper.objects.filter(item__meeting=meeting, kind=Paper.WRITTEN)
    for paper in papers.order_by("item__position", "position", "pk"):
        yield labelled.Text(f"The text of “{paper.title}”", paper.text)

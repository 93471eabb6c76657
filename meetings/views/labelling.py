"""Saying what became of the labels of papers after the agenda was changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from .. import actions
from ..agenda import labelled
from ..models import AgendaItem, Meeting, Paper

View = Callable[..., HttpResponse]


@contextmanager
def telling_labels(request: HttpRequest, meeting: Meeting) -> Iterator[None]:
    """Say which labels of its papers changed by what is done meanwhile, and which words on the
    agenda still name the old ones."""
    before = actions.labels_of(meeting)
    yield
    changed = labelled.changes(before, actions.labels_of(meeting))
    if not changed:
        return
    said = labelled.said(changed)
    messages.info(request, f"Labels follow the order of the agenda. {said}")
    for sentence in labelled.to_check(changed, _texts(meeting)):
        messages.warning(request, sentence)


def tells_labels(view: View) -> View:
    """Let a view on a meeting, an item or a paper say it of what it does."""

    @wraps(view)
    def telling(request: HttpRequest, thing: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, thing, **kwargs)
        with telling_labels(request, _meeting_of(thing)):
            return view(request, thing, **kwargs)

    return telling


def _meeting_of(thing: Meeting | AgendaItem | Paper) -> Meeting:
    if isinstance(thing, Paper):
        return thing.item.meeting
    return thing.meeting if isinstance(thing, AgendaItem) else thing


def _texts(meeting: Meeting) -> Iterator[labelled.Text]:
    """The words that people wrote on an agenda: what items ask, and papers that are written."""
    for item in meeting.items.order_by("position", "pk"):
        yield labelled.Text(f"Item {item.number}", f"{item.title} {item.purpose}")
    papers = Paper.objects.filter(item__meeting=meeting, kind=Paper.WRITTEN)
    for paper in papers.order_by("item__position", "position", "pk"):
        yield labelled.Text(f"The text of “{paper.title}”", paper.text)

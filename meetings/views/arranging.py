"""Arranging the agenda: the whole order at once, or one item by one place."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from pcp_scrutiny.access import gate

from .. import actions
from ..agenda import arrangement, ordering
from ..models import AgendaItem, Meeting
from ..permissions import can_edit_item, can_edit_meeting
from .answers import attempt
from .labelling import tells_labels


@gate(can_edit_meeting, of=Meeting)
@tells_labels
def arrange_agenda(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Put the agenda into another order: by buttons, by keys or by dragging. Nothing is changed
    before the order is saved."""
    items = list(meeting.items.all())
    if request.method != "POST":
        there = actions.order_of(items)
        return _page(request, meeting, items, order=there, seen=there)
    try:
        seen = ordering.read(request.POST.get("seen", ""))
        order = ordering.read(request.POST.get("order", ""))
    except ValueError:
        messages.error(request, "The order could not be read. Arrange the agenda again.")
        return redirect(request.path)
    if move := request.POST.get("move"):
        return _move(request, meeting, items, order=order, seen=seen, move=move)
    return _save(request, meeting, items, order=order, seen=seen)


def _move(
    request: HttpRequest,
    meeting: Meeting,
    items: list[AgendaItem],
    *,
    order: ordering.Order,
    seen: ordering.Order,
    move: str,
) -> HttpResponse:
    key, _, way = move.partition(":")
    pressed = (int(key), way) if key.isdecimal() else None
    if pressed:
        order = ordering.moved(ordering.fitted(order, actions.order_of(items)), *pressed)
    return _page(request, meeting, items, order=order, seen=seen, pressed=pressed)


def _save(
    request: HttpRequest,
    meeting: Meeting,
    items: list[AgendaItem],
    *,
    order: ordering.Order,
    seen: ordering.Order,
) -> HttpResponse:
    try:
        actions.rearrange(meeting, order, seen=seen, by=request.user)
    except actions.Rearranged as meanwhile:
        mine = ordering.fitted(order, meanwhile.order)
        theirs = {"who": meanwhile.who, "rows": arrangement.rows(items, meanwhile.order)}
        return _page(request, meeting, items, order=mine, seen=meanwhile.order, theirs=theirs)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(request.path)
    messages.success(request, "The agenda is in its new order.")
    return redirect(f"{meeting.get_absolute_url()}#agenda")


def _page(
    request: HttpRequest,
    meeting: Meeting,
    items: list[AgendaItem],
    *,
    order: ordering.Order,
    seen: ordering.Order,
    pressed: tuple[int, str] | None = None,
    theirs: dict | None = None,
) -> HttpResponse:
    context = {
        "meeting": meeting,
        "rows": arrangement.rows(items, order, pressed=pressed),
        "order": ordering.written(order),
        "seen": ordering.written(seen),
        "is_unsaved": order != seen,
        "theirs": theirs,
    }
    return render(request, "meetings/arrange.html", context)


@gate(can_edit_item, of=AgendaItem)
@require_POST
@tells_labels
def move_item(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Move an item up or down by one place, and go back to the button that was pressed."""
    way = "up" if request.POST.get("direction") == "up" else "down"
    attempt(request, lambda: actions.move_item(item, up=way == "up", by=request.user))
    query = urlencode({"moved": item.pk, "way": way})
    return redirect(f"{item.meeting.get_absolute_url()}?{query}")

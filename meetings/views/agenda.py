"""The items of an agenda."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions
from ..forms import ItemForm
from ..models import AgendaItem, Meeting
from ..permissions import can_edit_item, can_edit_meeting
from .answers import attempt, confirm
from .labelling import tells_labels


@gate(can_edit_meeting, of=Meeting)
@tells_labels
def add_item(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Put an item on the agenda."""
    after = request.GET.get("after", "")
    new = AgendaItem(meeting=meeting, position=0, is_part="part" in request.GET)
    form = ItemForm(request.POST or None, instance=new, initial={"place": after})
    if request.method == "POST" and saved(
        form, lambda: actions.add_item(form.instance, after=form.after, by=request.user)
    ):
        messages.success(request, f"Item {form.instance.number} is on the agenda.")
        return redirect(form.instance)
    context = {
        "title": "Add an agenda item",
        "form": form,
        "cancel_url": meeting.get_absolute_url(),
    }
    return render(request, "form.html", context)


@gate(can_edit_item, of=AgendaItem)
@tells_labels
def edit_item(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Change an item."""
    form = ItemForm(request.POST or None, instance=item)
    if request.method == "POST" and saved(
        form,
        lambda: actions.change_item(item, by=request.user, seen=form.stamp, opening=form.opening),
    ):
        messages.success(request, f"Item {item.number} has been changed.")
        return redirect(item)
    context = {
        "title": f"Change item {item.number}",
        "form": form,
        "cancel_url": item.get_absolute_url(),
    }
    return render(request, "form.html", context)


@gate(can_edit_item, of=AgendaItem)
@tells_labels
def delete_item(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Take an item off the agenda."""
    if request.method == "POST":
        meeting = item.meeting
        attempt(
            request,
            lambda: actions.remove_item(item, by=request.user),
            done="The item has been taken off the agenda.",
        )
        return redirect(meeting)
    return confirm(
        request,
        title=f"Take item {item.number}, {item.title}, off the agenda",
        cancel_url=item.get_absolute_url(),
    )

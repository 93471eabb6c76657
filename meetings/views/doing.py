"""What people are to do: all of it, who and by when, and what was done."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions
from ..forms import ActionFilters, ActionForm, CompletionForm
from ..models import Action
from ..permissions import can_complete_action, can_view_meetings

A_PAGE = 50


@gate(can_view_meetings)
def action_list(request: HttpRequest) -> HttpResponse:
    """Every action and undertaking, narrowed by how it stands, whose it is and where it was
    agreed."""
    today, visible = timezone.localdate(), Action.objects.visible_to(request.user)
    form = ActionFilters(request.GET, found=visible)
    pages = Paginator(form.narrow(visible, on=today), A_PAGE)
    context = {"form": form, "page": pages.get_page(request.GET.get("page")), "today": today}
    return render(request, "meetings/actions.html", context)


@gate(can_complete_action, of=Action)
def edit_action(request: HttpRequest, action: Action) -> HttpResponse:
    """Say who is to do it, and by when."""
    form = ActionForm(request.POST or None, instance=action)
    if request.method == "POST" and saved(
        form,
        lambda: actions.change_action(
            action, why=form.cleaned_data["why"], by=request.user, seen=form.stamp
        ),
    ):
        messages.success(request, "Who is to do it, and by when, is saved.")
        return redirect("meetings:actions")
    context = {
        "title": "Who is to do it, and by when",
        "introduction": action.entry.text,
        "form": form,
        "cancel_url": action.entry.get_absolute_url(),
    }
    return render(request, "form.html", context)


@gate(can_complete_action, of=Action)
def complete_action(request: HttpRequest, action: Action) -> HttpResponse:
    """Record what was done about an action or an undertaking, and when."""
    form = CompletionForm(request.POST or None, instance=action, today=timezone.localdate())
    if request.method == "POST" and saved(
        form, lambda: actions.complete_action(action, by=request.user, seen=form.stamp)
    ):
        messages.success(request, "What was done is recorded.")
        return redirect(action.entry)
    who = action.owner or "Nobody is named yet"
    context = {
        "title": "Record that it is done",
        "introduction": f"{who}: {action.entry.text}",
        "form": form,
        "cancel_url": action.entry.get_absolute_url(),
    }
    return render(request, "form.html", context)

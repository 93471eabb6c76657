"""The members of the panel."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions
from ..forms import MemberForm
from ..models import PanelMember
from ..permissions import can_arrange_meetings, can_edit_member, can_view_meetings


@gate(can_view_meetings)
def member_list(request: HttpRequest) -> HttpResponse:
    """Who serves, in order of office, and who did."""
    visible, today = PanelMember.objects.visible_to(request.user), timezone.localdate()
    serving = visible.serving(today).in_order_of_office()
    context = {"serving": serving, "others": visible.not_serving(today).order_by("name")}
    return render(request, "meetings/members.html", context)


@gate(can_arrange_meetings)
def add_member(request: HttpRequest) -> HttpResponse:
    """Enter a member."""
    form = MemberForm(request.POST or None, instance=PanelMember())
    if request.method == "POST" and saved(
        form, lambda: actions.add_member(form.instance, by=request.user)
    ):
        messages.success(request, f"{form.instance} is a member of the panel.")
        return redirect("meetings:members")
    context = {"title": "Add a member", "form": form, "cancel_url": reverse("meetings:members")}
    return render(request, "form.html", context)


@gate(can_edit_member, of=PanelMember)
def edit_member(request: HttpRequest, member: PanelMember) -> HttpResponse:
    """Change a member's entry, or end it."""
    form = MemberForm(request.POST or None, instance=member)
    if request.method == "POST" and saved(
        form, lambda: actions.change_member(member, by=request.user, seen=form.stamp)
    ):
        messages.success(request, f"{member} has been changed.")
        return redirect("meetings:members")
    context = {
        "title": "Change a member",
        "form": form,
        "cancel_url": reverse("meetings:members"),
    }
    return render(request, "form.html", context)

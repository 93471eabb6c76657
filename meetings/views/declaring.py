"""What interests people declared at a meeting."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions
from ..forms import DeclarationForm
from ..models import Declaration, Meeting
from ..permissions import can_edit_declaration, can_edit_meeting
from .answers import attempt, confirm


@gate(can_edit_meeting, of=Meeting)
def add_declaration(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Record an interest that someone declared."""
    form = DeclarationForm(request.POST or None, instance=Declaration(meeting=meeting))
    if request.method == "POST" and saved(
        form, lambda: actions.add_declaration(form.instance, by=request.user)
    ):
        messages.success(request, f"The interest that {form.instance.name} declared is recorded.")
        return redirect("meetings:attendance", pk=meeting.pk)
    return _page(request, form, title="Record a declaration of interest")


@gate(can_edit_declaration, of=Declaration)
def edit_declaration(request: HttpRequest, declaration: Declaration) -> HttpResponse:
    """Change what someone declared."""
    form = DeclarationForm(request.POST or None, instance=declaration)
    if request.method == "POST" and saved(
        form, lambda: actions.change_declaration(declaration, by=request.user, seen=form.stamp)
    ):
        messages.success(request, f"The interest that {declaration.name} declared is changed.")
        return redirect("meetings:attendance", pk=declaration.meeting_id)
    return _page(request, form, title="Change a declaration of interest")


def _page(request: HttpRequest, form: DeclarationForm, *, title: str) -> HttpResponse:
    back = reverse("meetings:attendance", args=[form.instance.meeting_id])
    return render(request, "form.html", {"title": title, "form": form, "cancel_url": back})


@gate(can_edit_declaration, of=Declaration)
def delete_declaration(request: HttpRequest, declaration: Declaration) -> HttpResponse:
    """Take a declaration back."""
    back = reverse("meetings:attendance", args=[declaration.meeting_id])
    if request.method == "POST":
        attempt(
            request,
            lambda: actions.remove_declaration(declaration, by=request.user),
            done="The declaration is no longer recorded.",
        )
        return redirect(back)
    return confirm(
        request,
        title=f"Remove the interest declared by {declaration.name}",
        quoted=declaration.interest,
        cancel_url=back,
    )

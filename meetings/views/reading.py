"""Bringing in minutes that were written elsewhere: sent in, read, checked, recorded."""

from pathlib import PurePath

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pcp_scrutiny.access import gate
from pcp_scrutiny.documents import holding

from .. import bringing_in
from ..forms.reading import BringInForm
from ..permissions import can_arrange_meetings

LONGEST_NAME = 80  # of a file that is held: its name is part of an address


@gate(can_arrange_meetings)
def bring_in(request: HttpRequest) -> HttpResponse:
    """Take minutes in. Nothing is recorded: they go on to be read and confirmed."""
    form = BringInForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        token = holding.hold(
            form.data_received,
            purpose=bringing_in.PURPOSE,
            name=_short(form.name),
            by=request.user,
            about={"pasted": form.is_pasted},
        )
        return redirect(f"{reverse('meetings:check_read')}?held={token}")
    return render(request, "meetings/read.html", {"form": form})


def _short(name: str) -> str:
    ending = PurePath(name).suffix[:LONGEST_NAME]
    return name.removesuffix(ending)[: LONGEST_NAME - len(ending)] + ending


@gate(can_arrange_meetings)
def check_read(request: HttpRequest) -> HttpResponse:
    """The minutes beside what was read from them, to correct and confirm."""
    token = request.GET.get("held", "")
    try:
        reading = bringing_in.read(token, by=request.user)
    except holding.NotHeldError:
        return render(request, "meetings/read_gone.html", status=404)
    forms = bringing_in.forms_for(reading, request.POST or None)
    if request.method == "POST" and (meeting := bringing_in.confirmed(forms, by=request.user)):
        holding.release(token, purpose=bringing_in.PURPOSE, by=request.user)
        messages.success(request, f"The minutes of {meeting} are on record, as notes.")
        return redirect("meetings:minutes", meeting.pk)
    context = {"reading": reading, "forms": forms, "form": forms.meeting, "formset": forms.items}
    return render(request, "meetings/read_check.html", context)

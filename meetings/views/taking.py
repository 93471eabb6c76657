"""The page on which minutes are taken while people talk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from pcp_scrutiny.access import gate
from pcp_scrutiny.components.templatetags.formats import count

from ..minuting import sheet
from ..models import Meeting
from ..permissions import can_edit_meeting


@gate(can_edit_meeting, of=Meeting)
def take(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The whole agenda with what is minuted; its scripts save as one types (taking_wire.py). A
    POST is the page sent by its button, where there are none."""
    failed: list[sheet.Row] = []
    if request.method == "POST":
        saved, failed = sheet.save(meeting, request.POST, by=request.user)
        words = f"Saved: {count(saved, 'entry,entries')}." if saved else "Nothing was changed."
        if not failed:
            messages.success(request, words)
            return redirect("meetings:take", pk=meeting.pk)
        if saved:
            messages.success(request, f"{words} The rest was not.")
    context = {"sheet": sheet.read(meeting, user=request.user, failed=failed), "meeting": meeting}
    return render(request, "meetings/take.html", context)

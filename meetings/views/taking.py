"""The page on which minutes are taken while people talk."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from pcp_scrutiny.access import gate
from pcp_scrutiny.components.templatetags.formats import count

from ..minuting import sheet
from ..models import Meeting
from ..permissions import can_edit_meeting, can_read_typed_words


@gate(can_read_typed_words, of=Meeting)
def take(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The whole agenda with what is minuted; its scripts save as one types (taking_wire.py). A
    POST is the page sent by its button, where there are none."""
    if not can_edit_meeting(request.user, meeting):
        return _only_kept(request, meeting)
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


def _only_kept(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Once the minutes are approved: what was typed in this browser and never sent, to read and
    copy. Nothing is taken any more."""
    if request.method != "GET":
        raise PermissionDenied
    return render(request, "meetings/take_kept.html", {"meeting": meeting})

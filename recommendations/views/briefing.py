"""The member's briefing before a meeting."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from meetings.models import Meeting
from pcp_scrutiny import pdf
from pcp_scrutiny.access import gate

from .. import permissions
from ..briefing import briefing_for, printing


@gate(permissions.can_view_recommendations)
def next_briefing(request: HttpRequest) -> HttpResponse:
    """On to the briefing for the next meeting: an address to keep."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    meeting = Meeting.objects.visible_to(request.user).upcoming(today).first()
    if meeting is None:
        return render(request, "recommendations/briefing_none.html")
    return redirect("recommendations:briefing", meeting.pk)


@gate(permissions.can_view_recommendation, of=Meeting)
def briefing(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The agenda, and for each item what to ask, what changed, what was promised, what is open."""
    found = briefing_for(meeting, user=request.user, today=timezone.localdate())
    context = {"meeting": meeting, "briefing": found}
    return render(request, "recommendations/briefing.html", context)


@gate(permissions.can_view_recommendation, of=Meeting)
def briefing_pdf(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The same as a tagged PDF."""
    found = briefing_for(meeting, user=request.user, today=timezone.localdate())
    try:
        content = printing.as_pdf(found, meeting)
    except pdf.Unavailable as refusal:
        messages.error(request, str(refusal))
        return redirect("recommendations:briefing", meeting.pk)
    headers = {"Content-Disposition": f'attachment; filename="{printing.file_name(meeting)}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)

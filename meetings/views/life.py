"""The steps of a meeting's life: begun, closed, its draft finished, back to notes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions, life, stages
from ..forms.life import ClosingForm, ReopeningForm
from ..life import Step
from ..models import Meeting
from ..permissions import (
    can_begin_meeting,
    can_close_meeting,
    can_finish_minutes,
    can_reopen_minutes,
)
from .answers import attempt


@gate(can_begin_meeting, of=Meeting)
@require_POST
def begin(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Say that the meeting has begun, and go on to its minutes."""
    if attempt(request, lambda: actions.begin_meeting(meeting, by=request.user)):
        return redirect("meetings:minutes", pk=meeting.pk)
    return redirect(meeting)


@gate(can_close_meeting, of=Meeting)
def close(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Say when the meeting closed."""
    form = ClosingForm(request.POST or None, instance=meeting)
    if request.method == "POST" and saved(
        form,
        lambda: actions.close_meeting(
            meeting, at=form.cleaned_data["closed_at"], by=request.user, seen=form.stamp
        ),
    ):
        messages.success(request, "It is recorded when the meeting closed.")
        return redirect(meeting)
    back = meeting.get_absolute_url()
    context = {"title": "Close the meeting", "form": form, "cancel_url": back}
    return render(request, "form.html", context)


@gate(can_finish_minutes, of=Meeting)
def finish(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Say that the minutes are a complete draft, having seen what they lack."""
    if request.method == "POST":
        attempt(
            request,
            lambda: actions.finish_minutes(meeting, by=request.user),
            done="The minutes are now a draft for the next meeting to approve.",
        )
        return redirect("meetings:minutes", pk=meeting.pk)
    facts = stages.facts(meeting, now=timezone.now())
    context = {
        "meeting": meeting,
        "obstacle": life.obstacle(Step.FINISH, facts),
        "missing": stages.missing(meeting),
    }
    return render(request, "meetings/finish.html", context)


@gate(can_reopen_minutes, of=Meeting)
def reopen(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Make a finished draft notes again."""
    form = ReopeningForm(request.POST or None)
    if request.method == "POST" and saved(
        form,
        lambda: actions.reopen_minutes(meeting, why=form.cleaned_data["why"], by=request.user),
    ):
        messages.success(request, "The minutes are notes again.")
        return redirect("meetings:minutes", pk=meeting.pk)
    context = {
        "title": "Go back to notes",
        "introduction": "The draft will not be finished any more, and its minutes are numbered "
        "anew once it is.",
        "form": form,
        "submit": "Go back to notes",
        "cancel_url": reverse("meetings:minutes", args=[meeting.pk]),
    }
    return render(request, "form.html", context)

"""What the panel decided about its recommendations: one by one, and several at one meeting."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from meetings.models import Meeting
from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions, permissions, register
from ..forms import JudgementForm, MinuteForm
from ..loop.docket import docket
from ..models import Judgement, Recommendation


@gate(permissions.can_record_judgement, of=Recommendation)
def judge(request: HttpRequest, recommendation: Recommendation) -> HttpResponse:
    """Record what the panel decided about a recommendation."""
    judgement = Judgement(recommendation=recommendation)
    form = JudgementForm(request.POST or None, instance=judgement)
    if request.method == "POST" and saved(
        form, lambda: actions.record_judgement(judgement, by=request.user)
    ):
        messages.success(request, "The panel’s judgement has been recorded.")
        return redirect(recommendation)
    context = {
        "title": f"The panel’s judgement of {recommendation}",
        "introduction": recommendation.text,
        "form": form,
        "cancel_url": recommendation.get_absolute_url(),
    }
    return render(request, "form.html", context)


@gate(permissions.can_record_judgement, of=Judgement)
def edit_judgement(request: HttpRequest, judgement: Judgement) -> HttpResponse:
    """Correct what was recorded of the panel's decision."""
    form = JudgementForm(request.POST or None, instance=judgement)
    if request.method == "POST" and saved(
        form,
        lambda: actions.correct_judgement(judgement, by=request.user, seen=form.stamp),
    ):
        messages.success(request, "The panel’s judgement has been saved.")
        return redirect(judgement)
    context = {
        "title": f"Correct the panel’s judgement of {judgement.recommendation}",
        "introduction": judgement.recommendation.text,
        "form": form,
        "cancel_url": judgement.get_absolute_url(),
    }
    return render(request, "form.html", context)


@gate(permissions.can_view_recommendation, of=Meeting)
def judge_meeting(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """What a meeting has judged, and what is open before it."""
    context = {
        "meeting": meeting,
        "docket": docket(meeting, on=timezone.localdate()),
        "minute_form": MinuteForm(meeting=meeting),
    }
    return render(request, "recommendations/judge_meeting.html", context)


@dataclass(frozen=True)
class AtMeeting:
    """A recommendation that a meeting is about to judge."""

    meeting: Meeting
    recommendation: Recommendation


def find_at_meeting(user: Any, meeting: int, recommendation: int) -> AtMeeting:
    """Both, among what someone may know of."""
    return AtMeeting(
        get_object_or_404(Meeting.objects.visible_to(user), pk=meeting),
        get_object_or_404(Recommendation.objects.visible_to(user), pk=recommendation),
    )


@gate(permissions.can_record_judgement, of=find_at_meeting)
def judge_at(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Judge one of several: the minute stays chosen, and saving leads to the next."""
    judgement = Judgement(recommendation=at.recommendation)
    form = JudgementForm(
        request.POST or None,
        instance=judgement,
        meeting=at.meeting,
        is_next=_begins_with_the_choice(request),
        initial={"entry": request.GET.get("minute")},
    )
    before = docket(at.meeting, on=timezone.localdate())
    following = before.after(at.recommendation.pk)
    if request.method == "POST" and saved(
        form, lambda: actions.record_judgement(judgement, by=request.user)
    ):
        decided = judgement.get_decision_display().lower()
        messages.success(request, f"{at.recommendation}: {decided}. Recorded.")
        return redirect(_address(at.meeting, following, minute=str(judgement.entry_id)))
    minute = request.GET.get("minute", "")
    context = {"at": at, "form": form, "docket": before, "following": following}
    context["position"] = register.position_of(at.recommendation, on=timezone.localdate())
    context["skip_url"] = _address(at.meeting, following, minute=minute)
    return render(request, "recommendations/judge_at.html", context)


def _begins_with_the_choice(request: HttpRequest) -> bool:
    """Whether the focus goes straight to the choice: where one follows another, and nothing stands
    at the top to be read first. A notice there takes the focus itself, and the choice is next."""
    return request.method == "GET" and "minute" in request.GET and not _told(request)


def _told(request: HttpRequest) -> bool:
    return bool(len(messages.get_messages(request)))


def _address(meeting: Meeting, following: register.Position | None, *, minute: str) -> str:
    """The page that judges the next one; the meeting's list after the last."""
    if following is None:
        return reverse("recommendations:judge_meeting", args=[meeting.pk])
    page = reverse("recommendations:judge_at", args=[meeting.pk, following.pk])
    return f"{page}?{urlencode({'minute': minute})}" if minute.isdecimal() else page

"""Meetings: the calendar, one meeting, and who was there."""

from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved
from pcp_scrutiny.panel.models import Panel

from .. import actions, packs, readiness, related
from ..forms import AttendanceForm, MeetingForm, MembersForm, PublicationForm
from ..models import Attendance, Meeting, PanelMember, Paper
from ..permissions import (
    can_arrange_meetings,
    can_edit_attendance,
    can_edit_meeting,
    can_publish_agenda,
    can_view_meeting,
    can_view_meetings,
)


@gate(can_view_meetings)
def meeting_list(request: HttpRequest) -> HttpResponse:
    """The meetings to come and those that were."""
    visible, now = Meeting.objects.visible_to(request.user), timezone.now()
    context = {"upcoming": visible.upcoming(now), "past": visible.past(now)}
    return render(request, "meetings/list.html", context)


@gate(can_arrange_meetings)
def add_meeting(request: HttpRequest) -> HttpResponse:
    """Call a meeting."""
    form = MeetingForm(request.POST or None, instance=Meeting(title=Panel.current().name))
    if request.method == "POST" and saved(
        form, lambda: actions.call_meeting(form.instance, by=request.user)
    ):
        messages.success(request, "The meeting is in the calendar. Now build its agenda.")
        return redirect(form.instance)
    context = {"title": "Add a meeting", "form": form, "cancel_url": reverse("meetings:list")}
    return render(request, "form.html", context)


@gate(can_view_meeting, of=Meeting)
def meeting(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """One meeting: its agenda with the papers, what is missing, who was there, its packs."""
    visible = Paper.objects.visible_to(request.user)
    papers = visible.select_related(None).select_related("minutes_of")
    items = list(meeting.items.prefetch_related(Prefetch("papers", queryset=papers)))
    made = list(meeting.packs.select_related("asked_by")[:6])
    context = {
        "meeting": meeting,
        "items": items,
        "item_links": related.item_links(request.user, items),
        "attendances": meeting.attendances.all(),
        "declarations": meeting.declarations.select_related("item"),
        "packs": made,
        "out_of_date": packs.out_of_date(meeting, made),
        "is_to_come": meeting.starts_at > timezone.now(),
        "notice": readiness.notice_of(meeting, panel=Panel.current(), on=timezone.localdate()),
        "missing": readiness.missing(meeting, items),
    }
    return render(request, "meetings/meeting.html", context)


@gate(can_edit_meeting, of=Meeting)
def edit_meeting(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Change when and where it is."""
    form = MeetingForm(request.POST or None, instance=meeting)
    if request.method == "POST" and saved(
        form, lambda: actions.change_meeting(meeting, by=request.user, seen=form.stamp)
    ):
        messages.success(request, "The meeting has been changed.")
        return redirect(meeting)
    context = {
        "title": "Change the meeting",
        "form": form,
        "cancel_url": meeting.get_absolute_url(),
    }
    return render(request, "form.html", context)


@gate(can_publish_agenda, of=Meeting)
def publish_agenda(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Record when the agenda was published, which stops the notice clock."""
    form = PublicationForm(request.POST or None, today=timezone.localdate())

    def publish() -> Meeting:
        return actions.publish_agenda(
            meeting, on=form.cleaned_data["published_on"], by=request.user
        )

    if request.method == "POST" and saved(form, publish):
        messages.success(request, "The agenda is recorded as published.")
        return redirect(meeting)
    context = {
        "title": "Record that the agenda was published",
        "form": form,
        "cancel_url": meeting.get_absolute_url(),
    }
    return render(request, "form.html", context)


@gate(can_edit_meeting, of=Meeting)
def attendance(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Mark who was there and who sent apologies."""
    everyone = list(meeting.attendances.all())
    recorded = {row.member_id: row for row in everyone if row.capacity == "member"}
    serving = PanelMember.objects.visible_to(request.user).serving(meeting.day).in_order_of_office()
    form = MembersForm(request.POST or None, members=list(serving), recorded=recorded)
    if request.method == "POST" and form.is_valid():
        actions.mark_members(meeting, form.marks(), by=request.user)
        messages.success(request, "Attendance has been recorded.")
        return redirect("meetings:attendance", pk=meeting.pk)
    others = [row for row in everyone if row.member_id not in {m.pk for m in form.members}]
    context = {"meeting": meeting, "form": form, "others": others}
    return render(request, "meetings/attendance.html", context)


@gate(can_edit_meeting, of=Meeting)
def add_attendance(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Record someone who is not a serving member."""
    form = AttendanceForm(request.POST or None, instance=Attendance(meeting=meeting))
    if request.method == "POST" and saved(
        form, lambda: actions.add_attendance(form.instance, by=request.user)
    ):
        messages.success(request, f"{form.instance.name} is recorded.")
        return redirect("meetings:attendance", pk=meeting.pk)
    back = reverse("meetings:attendance", args=[meeting.pk])
    context = {"title": "Add someone who was there", "form": form, "cancel_url": back}
    return render(request, "form.html", context)


@gate(can_edit_attendance, of=Attendance)
def delete_attendance(request: HttpRequest, attendance: Attendance) -> HttpResponse:
    """Take back that someone was there."""
    if request.method == "POST":
        actions.remove_attendance(attendance, by=request.user)
        messages.success(request, f"{attendance.name} is no longer recorded.")
        return redirect("meetings:attendance", pk=attendance.meeting_id)
    return confirm(
        request,
        title=f"Remove {attendance.name} from the attendance",
        cancel_url=reverse("meetings:attendance", args=[attendance.meeting_id]),
    )


def confirm(request: HttpRequest, **context: Any) -> HttpResponse:
    """The page that asks before something is removed."""
    return render(request, "meetings/confirm.html", context)

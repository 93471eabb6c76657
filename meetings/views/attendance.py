"""Who was at a meeting."""

from typing import Any

from django.contrib import messages
from django.forms import all_valid
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved
from pcp_scrutiny.panel.models import Panel

from .. import actions, stages
from ..forms import AttendanceForm
from ..forms.attendance import AgainForm, MembersForm, Newcomers, capacities
from ..models import Attendance, Meeting, PanelMember
from ..people import attended
from ..permissions import can_edit_attendance, can_edit_meeting
from .answers import attempt, confirm


@gate(can_edit_meeting, of=Meeting)
def attendance(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Mark who was there, in whose place, from when to when; and who sent apologies."""
    rows = list(meeting.attendances.as_recorded())
    forms = _forms(request, meeting, rows)
    form, again, newcomers = forms

    def record() -> bool:
        actions.record_attendance(
            meeting,
            marks=form.marks(rest="rest" in request.POST),
            others=[*again.people(), *newcomers.people(meeting)],
            by=request.user,
        )
        return True  # also where nothing was changed

    if request.method == "POST" and all_valid(forms) and saved(form, record):
        messages.success(request, "Attendance has been recorded.")
        return redirect("meetings:attendance", pk=meeting.pk)
    context = {
        "meeting": meeting,
        "form": form,
        "again": again,
        "formset": newcomers,
        "others": attended.beside(rows, [member.pk for member in form.members]),
        "declarations": meeting.declarations.select_related("item"),
        "quorum": stages.quorum_of(meeting, panel=Panel.current()),
    }
    return render(request, "meetings/attendance.html", context)


def _forms(
    request: HttpRequest, meeting: Meeting, rows: list[Attendance]
) -> tuple[MembersForm, AgainForm, Any]:
    """The members, those who were there last time, and lines for others: one page."""
    data = request.POST if request.method == "POST" else None
    serving = PanelMember.objects.visible_to(request.user).serving(meeting.day).in_order_of_office()
    form = MembersForm(
        data,
        members=list(serving),
        seats=attended.seats(rows),
        items=list(meeting.items.order_by("position", "pk")),
    )
    again = AgainForm(data, earlier=attended.of_the_last(meeting, rows), meeting=meeting)
    return form, again, Newcomers(data, prefix="new", form_kwargs={"choices": capacities()})


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
def edit_attendance(request: HttpRequest, attendance: Attendance) -> HttpResponse:
    """Change what is recorded of someone."""
    back = reverse("meetings:attendance", args=[attendance.meeting_id])
    if attendance.capacity == Attendance.Capacity.MEMBER:
        return redirect(back)  # members are marked on the page itself
    form = AttendanceForm(request.POST or None, instance=attendance)
    if request.method == "POST" and saved(
        form, lambda: actions.change_attendance(attendance, by=request.user, seen=form.stamp)
    ):
        messages.success(request, f"What is recorded of {attendance.name} has been changed.")
        return redirect(back)
    context = {"title": f"Change {attendance.name}", "form": form, "cancel_url": back}
    return render(request, "form.html", context)


@gate(can_edit_attendance, of=Attendance)
def delete_attendance(request: HttpRequest, attendance: Attendance) -> HttpResponse:
    """Take back that someone was there."""
    if request.method == "POST":
        attempt(
            request,
            lambda: actions.remove_attendance(attendance, by=request.user),
            done=f"{attendance.name} is no longer recorded.",
        )
        return redirect("meetings:attendance", pk=attendance.meeting_id)
    return confirm(
        request,
        title=f"Remove {attendance.name} from the attendance",
        cancel_url=reverse("meetings:attendance", args=[attendance.meeting_id]),
    )

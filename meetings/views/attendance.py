"""Who was at a meeting, and what interests they declared."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions
from ..forms import AttendanceForm, DeclarationForm, MembersForm
from ..models import Attendance, Declaration, Meeting, PanelMember
from ..permissions import can_edit_attendance, can_edit_declaration, can_edit_meeting
from .answers import attempt, confirm


@gate(can_edit_meeting, of=Meeting)
def attendance(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Mark who was there and who sent apologies."""
    everyone = list(meeting.attendances.all())
    recorded = {row.member_id: row for row in everyone if row.capacity == "member"}
    serving = PanelMember.objects.visible_to(request.user).serving(meeting.day).in_order_of_office()
    form = MembersForm(request.POST or None, members=list(serving), recorded=recorded)

    def mark() -> bool:
        actions.mark_members(meeting, form.marks(), by=request.user)
        return True  # also where nothing was changed

    if request.method == "POST" and saved(form, mark):
        messages.success(request, "Attendance has been recorded.")
        return redirect("meetings:attendance", pk=meeting.pk)
    others = [row for row in everyone if row.member_id not in {m.pk for m in form.members}]
    context = {
        "meeting": meeting,
        "form": form,
        "others": others,
        "declarations": meeting.declarations.select_related("item"),
    }
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


@gate(can_edit_meeting, of=Meeting)
def add_declaration(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Record an interest that someone declared."""
    form = DeclarationForm(request.POST or None, instance=Declaration(meeting=meeting))
    if request.method == "POST" and saved(
        form, lambda: actions.add_declaration(form.instance, by=request.user)
    ):
        messages.success(request, f"The interest that {form.instance.name} declared is recorded.")
        return redirect("meetings:attendance", pk=meeting.pk)
    back = reverse("meetings:attendance", args=[meeting.pk])
    context = {"title": "Record a declaration of interest", "form": form, "cancel_url": back}
    return render(request, "form.html", context)


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

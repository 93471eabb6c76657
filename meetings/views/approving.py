"""Having minutes approved by the meeting that approved them, and corrected by later ones.

One form for each, which grows by a correction at a time without scripts, and is checked before it
is done: approved minutes never change.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions, approving, life, stages
from ..forms.approving import ApprovalForm, CorrectingForm, usual_place
from ..life import Step
from ..minuting import corrections
from ..models import Meeting
from ..permissions import can_have_minutes_approved, can_have_minutes_corrected

WORDS = {
    Step.APPROVE: {
        "title": "Record the approval of the minutes",
        "do": "Approve the minutes",
        "done": "The minutes are approved.",
    },
    Step.CORRECT: {
        "title": "Correct approved minutes",
        "do": "Record the corrections",
        "done": "The corrections are recorded. They stand beside the minutes.",
    },
}


@gate(can_have_minutes_approved, of=Meeting)
def approve_minutes(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Record which meeting approved the minutes, and what it corrected."""
    make = partial(ApprovalForm, today=timezone.localdate())

    def act(form: ApprovalForm) -> Any:
        given, by = form.cleaned_data, request.user
        if form.is_elsewhere:
            return actions.approve_minutes(
                meeting, on=given["approved_on"], why=given["why"], by=by
            )
        others = form.other_corrections()
        return actions.approve_at(
            meeting, item=form.place, agreed=form.agreed(), others=others, by=by
        )

    return _converse(request, meeting, Step.APPROVE, make, act)


@gate(can_have_minutes_corrected, of=Meeting)
def correct_minutes(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Record what a later meeting found wrong in approved minutes."""

    def act(form: CorrectingForm) -> Any:
        agreed = form.agreed()
        return actions.correct_approved(meeting, item=form.place, agreed=agreed, by=request.user)

    return _converse(request, meeting, Step.CORRECT, CorrectingForm, act)


def _converse(
    request: HttpRequest,
    meeting: Meeting,
    step: Step,
    make: Callable[..., CorrectingForm],
    act: Callable[[Any], Any],
) -> HttpResponse:
    """Ask, let corrections be added and taken away, show what would happen, and do it."""
    if said := life.obstacle(step, stages.facts(meeting, now=timezone.now())):
        messages.error(request, said)
        return redirect("meetings:minutes", pk=meeting.pk)
    then = request.POST.get("then", "check")
    form = _form(request, meeting, make, then=then)
    if then in ("check", "do") and form.is_bound and form.is_valid():
        if then == "check":
            return _check(request, meeting, step, form)
        if saved(form, partial(act, form)):
            messages.success(request, WORDS[step]["done"])
            return redirect("meetings:minutes", pk=meeting.pk)
        form.show_again()
    context = {
        "meeting": meeting,
        "form": form,
        "words": WORDS[step],
        "is_approval": step is Step.APPROVE,
    }
    return render(request, "meetings/approve.html", context)


def _form(
    request: HttpRequest, meeting: Meeting, make: Callable[..., CorrectingForm], *, then: str
) -> CorrectingForm:
    places = approving.places(meeting, on=timezone.localdate())
    minutes = approving.known(meeting)
    if request.method != "POST":
        asked = request.GET.get("at") or usual_place(places)
        chosen = request.GET.getlist("minute")
        return make(places=places, minutes=minutes, chosen=chosen, initial={"item": asked})
    typed = request.POST.copy()
    chosen = typed.getlist("chosen")
    if then == "add":
        chosen.append(typed.pop("pick", [""])[-1])
    if then.startswith("drop-"):
        chosen = [pk for pk in chosen if pk != then.removeprefix("drop-")]
    is_asking = then not in ("check", "do")
    return make(typed, places=places, minutes=minutes, chosen=chosen, is_asking=is_asking)


def _check(request: HttpRequest, meeting: Meeting, step: Step, form: Any) -> HttpResponse:
    """The page that shows what would be done, before it is."""
    others = form.other_corrections() if step is Step.APPROVE else []
    points = approving.points(form.readings, others)
    text = (
        corrections.approval(meeting.day, has_points=bool(points))
        if step is Step.APPROVE
        else corrections.correction(meeting.day, one=len(points) == 1)
    )
    left_out = ("csrfmiddlewaretoken", "once", "then", "pick")
    context = {
        "meeting": meeting,
        "words": WORDS[step],
        "is_approval": step is Step.APPROVE,
        "place": form.place,
        "given": form.cleaned_data,
        "resolution": text,
        "points": points,
        "corrections": approving.shown(form.readings),
        "typed": [
            (name, value)
            for name, values in request.POST.lists()
            if name not in left_out
            for value in values
        ],
    }
    return render(request, "meetings/approve_check.html", context)

"""Long work on plans: a file being read, a comparison being brought up to date."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from pcp_scrutiny.access import gate

from .. import actions
from ..models import Comparison, Reading
from ..permissions import can_renew_comparison, can_view_plan, can_view_reading

PATIENCE = timedelta(minutes=15)
"""After this, whatever was reading a file has stopped."""

RESTS = (
    "It was not compared again. What became of a recommendation rests on a link that is no longer"
    " so: reject that outcome first, under What became of the panel’s points, and then ask again."
)


@gate(can_view_reading, of=Reading)
def reading(request: HttpRequest, reading: Reading) -> HttpResponse:
    """How far a file is; once it is read, the version. A script asks for this page until then."""
    is_under_way = reading.state in (Reading.State.WAITING, Reading.State.READING)
    context = {
        "reading": reading,
        "is_under_way": is_under_way,
        "has_stopped": is_under_way and reading.asked_at < timezone.now() - PATIENCE,
    }
    return render(request, "plans/reading.html", context)


@gate(can_view_plan, of=Comparison)
def comparison_progress(request: HttpRequest, comparison: Comparison) -> HttpResponse:
    """How far a comparison is, and nothing else: a script asks for it every few seconds."""
    return render(request, "plans/_awaited_status.html", {"comparison": comparison})


@gate(can_renew_comparison, of=Comparison)
@require_POST
def renew_comparison(request: HttpRequest, comparison: Comparison) -> HttpResponse:
    """Ask again for a comparison that has been awaited for too long."""
    try:
        actions.renew(comparison, by=request.user)
    except ValidationError:
        # The words of the comparison speak of a correction.
        messages.error(request, RESTS)
    else:
        messages.success(request, "The comparison has been asked for again.")
    return redirect(comparison)

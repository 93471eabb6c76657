"""Sending recommendations to the Commissioner."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved
from plans.models import PlanVersion

from .. import actions, permissions
from ..forms import SendForm
from ..models import Recommendation


@gate(permissions.can_record_recommendation, of=PlanVersion)
def send(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Record that the recommendations on a version went to the Commissioner."""
    return _send(request, version)


@gate(permissions.can_record_recommendation)
def send_others(request: HttpRequest) -> HttpResponse:
    """The same for those that are not about a plan."""
    return _send(request, None)


def _send(request: HttpRequest, version: PlanVersion | None) -> HttpResponse:
    unsent = Recommendation.objects.visible_to(request.user).about(version).unsent()
    form = SendForm(request.POST or None)
    if request.method == "POST":
        sent = saved(
            form,
            lambda: actions.send_recommendations(
                list(unsent), by=request.user, **form.cleaned_data
            ),
        )
        if sent is not None:
            messages.success(request, f"Recorded as sent: {sent}.")
            return redirect("recommendations:list")
    context = {"form": form, "version": version, "unsent": unsent}
    return render(request, "recommendations/send.html", context)

"""Assessing a version against what the panel said."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved
from plans.models import PlanVersion

from .. import actions, permissions
from ..forms import AssessmentForm
from ..models import Assessment, Recommendation


def find_assessment(user: Any, recommendation: int, version: int) -> Assessment:
    """The assessment of a recommendation against a version, new or existing."""
    keys = {
        "recommendation": get_object_or_404(
            Recommendation.objects.visible_to(user), pk=recommendation
        ),
        "version": get_object_or_404(PlanVersion.objects.visible_to(user), pk=version),
    }
    return Assessment.objects.filter(**keys).first() or Assessment(**keys)


@gate(permissions.can_record_recommendation, of=find_assessment)
def assess(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """The officer's view of a recommendation against a version."""
    form = AssessmentForm(request.POST or None, instance=assessment)
    if request.method == "POST" and saved(
        form, lambda: actions.assess(assessment, by=request.user, seen=form.stamp)
    ):
        messages.success(request, "The assessment has been saved.")
        return redirect(assessment.recommendation)
    context = {
        "title": f"Assess {assessment.recommendation} against the {assessment.version}",
        "introduction": assessment.recommendation.text,
        "form": form,
        "cancel_url": assessment.recommendation.get_absolute_url(),
    }
    return render(request, "form.html", context)

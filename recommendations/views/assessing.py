"""Assessing a version against what the panel said: one point, or a whole letter on one page."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from pcp_scrutiny.access import gate
from pcp_scrutiny.components.templatetags.formats import count
from pcp_scrutiny.history import now
from plans.models import PlanVersion

from .. import assessing, permissions
from ..forms import AssessmentForm
from ..models import Assessment, Recommendation


def find_assessment(user: Any, recommendation: int, version: int) -> Assessment:
    """The assessment of a recommendation against a version, new or existing."""
    visible = Recommendation.objects.visible_to(user).select_related("version")
    keys = {
        "recommendation": get_object_or_404(visible, pk=recommendation),
        "version": get_object_or_404(PlanVersion.objects.visible_to(user), pk=version),
    }
    found = Assessment.objects.filter(**keys).first() or Assessment()
    found.recommendation, found.version = keys["recommendation"], keys["version"]
    return found


@gate(permissions.can_assess, of=find_assessment)
def assess(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """The officer's view of a recommendation against a version."""
    form = AssessmentForm(request.POST or None, instance=assessment)
    if request.method == "POST" and assessing.save(form, by=request.user):
        messages.success(request, "The assessment has been saved.")
        if "another" in request.POST:  # the page comes back with room for one more comment
            return redirect(f"{request.path}#partners")
        return redirect(assessment.recommendation)
    context = {
        "assessment": assessment,
        "point": assessing.point_of(form),
        "form": form,
        "formset": form.partners,
    }
    return render(request, "recommendations/assess.html", context)


@gate(permissions.can_assess_version, of=PlanVersion)
def assess_all(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Every point made on what the version revises, each with its form."""
    sheet = assessing.sheet(version, user=request.user)
    if request.method == "POST":
        saved = assessing.save_all(sheet, request.POST, by=request.user)
        if not sheet.problems:
            words = f"Saved: {count(saved, 'assessment')}." if saved else "Nothing was changed."
            messages.success(request, words)
            page = reverse("recommendations:assess_all", args=[version.pk])
            return redirect(f"{page}{sheet.after(request.POST.get('save', ''))}")
        if saved:
            messages.success(request, f"Saved: {count(saved, 'assessment')}. The rest was not.")
    return render(request, "recommendations/assess_all.html", {"sheet": sheet, "version": version})


@gate(permissions.can_assess, of=find_assessment)
def assess_in_place(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """The form of one point as it stands on the page of all, for the script that saves it as one
    goes: 200 when it was saved, 409 when someone else changed it, 422 when something is wrong."""
    form = assessing.form_of(assessment, request.POST or None)
    status, saved_at = 200, None
    if request.method == "POST":
        if kept := assessing.save(form, by=request.user):
            form, saved_at = assessing.form_of(kept), now()
        else:
            status = 409 if form.is_stale else 422
    context = {"point": assessing.point_of(form), "saved_at": saved_at, "is_answer": True}
    return render(request, "recommendations/_assess_form.html", context, status=status)

"""Officers enter outcomes, and correct those that were proposed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved
from plans.compared.changes import Change
from plans.models import PlanVersion

from .. import actions, permissions
from ..forms import CorrectOutcomeForm, OutcomeForm
from ..models import Outcome, Recommendation
from ..outcomes import ancestry
from ..outcomes.unexplained import changes_in


@gate(permissions.can_decide_outcomes, of=PlanVersion)
def enter(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Say which recommendation led to a change, or what became of a recommendation.
    ``?recommendation=`` and ``?change=`` fill the form."""
    changes = changes_in(version, request.user)
    visible = Recommendation.objects.visible_to(request.user)
    earlier = list(visible.filter(version__in=ancestry.before(version)))
    form = OutcomeForm(
        request.POST or None,
        initial=request.GET.dict(),
        version=version,
        changes=changes,
        recommendations=earlier,
    )
    if request.method == "POST" and (
        outcome := saved(form, lambda: actions.enter_outcome(**_said(form), by=request.user))
    ):
        messages.success(request, f"Entered and confirmed: {outcome.in_words}.")
        return redirect(_page_of(outcome))
    context = {"version": version, "form": form, **_chosen(form, changes, earlier)}
    return render(request, "recommendations/outcome_enter.html", context)


@gate(permissions.can_decide_outcome, of=Outcome)
def correct(request: HttpRequest, outcome: Outcome) -> HttpResponse:
    """Say what an outcome should be, and why."""
    changes = changes_in(outcome.version, request.user)
    form = CorrectOutcomeForm(request.POST or None, outcome=outcome, changes=changes)
    if request.method == "POST" and (
        corrected := saved(
            form,
            lambda: actions.correct_outcome(outcome, **_said(form), by=request.user),
        )
    ):
        messages.success(request, f"Corrected and confirmed: {corrected.in_words}.")
        return redirect(_page_of(corrected))
    context = {"outcome": outcome, "form": form}
    return render(request, "recommendations/outcome_correct.html", context)


def _said(form: OutcomeForm | CorrectOutcomeForm) -> dict[str, Any]:
    said = {name: form.cleaned_data[name] for name in ("revision", "verdict", "note", "place")}
    if isinstance(form, CorrectOutcomeForm):
        return said | {"seen": form.stamp}
    return said | {"recommendation": form.cleaned_data["recommendation"], "version": form.version}


def _chosen(form: OutcomeForm, changes: list[Change], earlier: Any) -> dict[str, Any]:
    """What is chosen so far, to be read beside the form."""
    recommendation, change = (str(form[name].value()) for name in ("recommendation", "change"))
    return {
        "recommendation": next((r for r in earlier if str(r.pk) == recommendation), None),
        "change": next((c for c in changes if str(c.revision.pk) == change), None),
    }


def _page_of(outcome: Outcome) -> str:
    page = reverse("recommendations:outcomes", args=[outcome.version_id])
    return f"{page}#r{outcome.recommendation_id}"

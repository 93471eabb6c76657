"""Outcomes: what the response claims, held against the plan; an officer decides on each."""

from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Subquery, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from pcp_scrutiny import history
from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved
from plans.compared.changes import Change
from plans.models import PlanVersion

from .. import actions, loop, permissions
from ..forms import RejectForm, changed_meanwhile
from ..models import Outcome
from ..outcomes.suggesting import Suggesting, Suggestion
from ..outcomes.unexplained import changes_in, unexplained

# ``history.stamp`` of each outcome, in the query that fetches them.
LATEST = Subquery(
    Outcome.history.filter(id=OuterRef("pk")).order_by("-history_id").values("history_id")[:1]
)


@gate(permissions.can_view_recommendation, of=PlanVersion)
def outcomes(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Every outcome in a version, by recommendation, and the changes nobody accounts for."""
    found = Outcome.objects.visible_to(request.user).filter(version=version).with_evidence()
    found = found.annotate(stamp=LATEST)
    changes = changes_in(version, request.user)
    context = {
        "version": version,
        "groups": loop.by_recommendation(found),
        "summary": loop.summary(found),
        "unexplained": unexplained(changes),
        "likeliest": _likeliest(found, version, changes),
    }
    return render(request, "recommendations/outcomes.html", context)


def _likeliest(
    found: Iterable[Outcome], version: PlanVersion, changes: Sequence[Change]
) -> dict[int, list[Suggestion]]:
    """Where a response claims a change and names no place: the changes it may mean, by outcome."""
    placeless = [o for o in found if o.is_placeless and o.state != Outcome.State.REJECTED]
    if not placeless:
        return {}
    answered = [outcome.recommendation for outcome in placeless]
    prefetch_related_objects(answered, "responses")
    suggesting = Suggesting(version, changes, answered)
    return {outcome.pk: suggesting.changes_for(outcome.recommendation) for outcome in placeless}


@gate(permissions.can_decide_outcomes, of=PlanVersion)
@require_POST
def propose(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Look again for what the responses claim; what was decided stays."""
    try:
        proposed = actions.look_again(version, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, f"Looked again. New to confirm: {len(proposed)}.")
    return redirect("recommendations:outcomes", version.pk)


@gate(permissions.can_decide_outcome, of=Outcome)
@require_POST
def confirm(request: HttpRequest, outcome: Outcome) -> HttpResponse:
    """Vouch for an outcome."""
    # What went wrong is said at the top of the page, not beside the recommendation.
    page = redirect("recommendations:outcomes", outcome.version_id)
    try:
        actions.confirm_outcome(outcome, by=request.user, seen=request.POST.get("seen", "none"))
    except history.Stale as stale:
        messages.error(request, changed_meanwhile(stale))
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, f"Confirmed: {outcome.in_words}.")
        page = redirect(_back_to(outcome))
    return page


@gate(permissions.can_decide_outcome, of=Outcome)
def reject(request: HttpRequest, outcome: Outcome) -> HttpResponse:
    """Say that an outcome is not so, and why."""
    form = RejectForm(request.POST or None, instance=outcome)
    if request.method == "POST" and saved(
        form,
        lambda: actions.reject_outcome(
            outcome, note=form.cleaned_data["note"], by=request.user, seen=form.stamp
        ),
    ):
        messages.success(request, f"Rejected: {outcome.in_words}.")
        return redirect(_back_to(outcome))
    return render(request, "recommendations/reject.html", {"outcome": outcome, "form": form})


def _back_to(outcome: Outcome) -> str:
    page = reverse("recommendations:outcomes", args=[outcome.version_id])
    return f"{page}#r{outcome.recommendation_id}"

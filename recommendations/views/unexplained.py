"""The changes of a version that no recommendation accounts for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pcp_scrutiny.access import gate
from plans.compared.narrowing import Narrowed
from plans.models import PlanVersion

from .. import permissions
from ..models import Recommendation
from ..outcomes import ancestry
from ..outcomes.suggesting import Suggesting
from ..outcomes.unexplained import changes_in
from ..outcomes.unexplained import unexplained as nothing_accounts_for


@gate(permissions.can_view_recommendation, of=PlanVersion)
def unexplained(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """All of them, narrowed by kind and by heading. Those who may say what accounts for one see
    which recommendations are the likeliest to."""
    changes = changes_in(version, request.user)
    narrowed = Narrowed.by(request.GET, nothing_accounts_for(changes))
    may_decide = permissions.can_decide_outcomes(request.user)
    found = Recommendation.objects.none()
    if may_decide:
        visible = Recommendation.objects.visible_to(request.user)
        found = visible.filter(version__in=ancestry.before(version)).prefetch_related("responses")
    suggesting = Suggesting(version, changes, found)
    context = {
        "version": version,
        "number": len(changes),
        "narrowed": narrowed,
        "shown": [(change, suggesting.recommendations_for(change)) for change in narrowed.page],
    }
    return render(request, "recommendations/unexplained.html", context)

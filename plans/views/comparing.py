"""Two versions side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from pcp_scrutiny.access import gate

from ..changes import set_out
from ..models import Comparison, PlanVersion, Revision
from ..permissions import can_compare_version


@gate(can_compare_version, of=PlanVersion)
def compare(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """What became of each paragraph; ``?kind=`` shows one kind of change only."""
    comparison = get_object_or_404(
        Comparison.objects.visible_to(request.user), later=version, earlier=version.revises_id
    )
    counts = Revision.objects.visible_to(request.user).counts([version]).get(version.pk, {})
    kinds = [kind for kind in Revision.Kind if kind not in Revision.SAME_WORDS]
    asked = request.GET.get("kind", "")
    revisions = comparison.revisions.prefetch_related("earlier", "later")
    rows = set_out(
        revisions.order_by("position", "pk"),
        kinds=[asked] if asked in Revision.Kind.values else kinds,
    )
    context = {
        "version": version,
        "comparison": comparison,
        "rows": rows,
        "asked": asked if asked in Revision.Kind.values else "",
        "filters": [
            {"kind": kind, "words": kind.label, "number": counts[kind]}
            for kind in Revision.Kind
            if counts.get(kind)
        ],
        "changed": sum(counts.get(kind, 0) for kind in kinds),
    }
    return render(request, "plans/compare.html", context)

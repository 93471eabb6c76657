"""Two versions side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from pcp_scrutiny.access import gate

from ..changes import set_out
from ..models import Comparison, PlanVersion, Revision
from ..permissions import can_compare_version

CHANGES = [
    Revision.Kind.REWORDED,
    Revision.Kind.ADDED,
    Revision.Kind.REMOVED,
    Revision.Kind.MOVED,
    Revision.Kind.SPLIT,
    Revision.Kind.MERGED,
]


@gate(can_compare_version, of=PlanVersion)
def compare(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """What became of each paragraph; ``?kind=`` shows one kind of change only."""
    comparison = get_object_or_404(
        Comparison.objects.visible_to(request.user), later=version, earlier=version.revises_id
    )
    counts = Revision.objects.visible_to(request.user).counts([version]).get(version.pk, {})
    asked = request.GET.get("kind", "")
    kinds = [asked] if asked in Revision.Kind.values else CHANGES
    revisions = comparison.revisions.prefetch_related("earlier", "later")
    context = {
        "version": version,
        "comparison": comparison,
        "rows": set_out(revisions.order_by("position", "pk"), kinds=kinds),
        "asked": asked if kinds == [asked] else "",
        "changed": sum(counts.get(kind, 0) for kind in CHANGES),
        "filters": [
            {"kind": kind, "words": kind.label, "number": counts[kind]}
            for kind in (*CHANGES, *Revision.SAME_WORDS)
            if counts.get(kind)
        ],
    }
    return render(request, "plans/compare.html", context)

"""A comparison on paper: as a PDF of its own, and as a part of a larger document."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import slugify

from pcp_scrutiny import pdf
from pcp_scrutiny.panel.models import Panel

from .changes import set_out
from .models import Comparison, Revision


def fragment(comparison: Comparison, *, whole: bool, level: int = 2) -> SafeString:
    """What changed, as HTML whose highest heading is ``<h{level}>``.

    The changes only, or with ``whole`` every paragraph of the version in its place. It prints
    the same for the same record.
    """
    kinds = Revision.Kind.values if whole else CHANGES
    revisions = comparison.revisions.prefetch_related("earlier", "later")
    rows = set_out(revisions.order_by("position", "pk"), kinds=kinds)
    return render_to_string(
        "documents/_comparison.html",
        {
            "comparison": comparison,
            "changes": [row for row in rows if not hasattr(row, "changes")],
            "counts": _counts(comparison),
            "whole": whole,
            "level": level,
        },
    )


def as_pdf(comparison: Comparison, *, whole: bool) -> bytes:
    """The comparison as a tagged PDF. Raises pdf.Unavailable."""
    html = render_to_string(
        "documents/comparison.html",
        {
            "comparison": comparison,
            "panel": Panel.current(),
            "content": fragment(comparison, whole=whole),
        },
    )
    return pdf.render(html, foot=f"{comparison.later.plan}. {comparison.later}: what changed")


def file_name(comparison: Comparison) -> str:
    """What the PDF is called when it is downloaded."""
    later = comparison.later
    return f"{slugify(later.plan.title)}-{later.dated.isoformat()}-changes.pdf"


CHANGES = [kind.value for kind in Revision.Kind if kind not in Revision.SAME_WORDS]


def _counts(comparison: Comparison) -> list[dict[str, Any]]:
    found = Revision.objects.counts([comparison.later]).get(comparison.later_id, {})
    return [{"kind": kind.label, "number": found.get(kind, 0)} for kind in Revision.Kind]

"""A comparison on paper: as a PDF of its own, and as a part of a larger document."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import slugify

from pcp_scrutiny import pdf
from pcp_scrutiny.panel.models import Panel

from ..models import Comparison, Revision
from .changes import Change
from .links import Links
from .sections import Sections, outermost


def fragment(comparison: Comparison, *, whole: bool, level: int = 2) -> SafeString:
    """What changed, as HTML whose highest heading is ``<h{level}>``.

    The changes only, or with ``whole`` every paragraph of the version in its place. It prints
    the same for the same record, and nothing but what the two versions say.
    """
    links = Links.of([comparison])
    said = outermost([p.heading for p in links.paragraphs.get(comparison.later_id, ())]) + 1
    changes = [
        Change(revision, *links.joined(revision), headings_said=said)
        for revision in links.revisions.get(comparison.pk, ())
    ]
    sections = Sections(changes).set_out(changes, lambda change: whole or change.is_change)
    return render_to_string(
        "documents/_comparison.html",
        {
            "comparison": comparison,
            "sections": [section for section in sections if section.number],
            "counts": _counts(comparison),
            "whole": whole,
            "level": level,
            "below": level + 1,
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


def file_name(comparison: Comparison, *, whole: bool) -> str:
    """What the PDF is called when it is downloaded."""
    later = comparison.later
    kind = "whole-comparison" if whole else "changes"
    title = slugify(later.plan.title.replace("–", "-"))
    return f"{title}-{later.dated.isoformat()}-{kind}.pdf"


def _counts(comparison: Comparison) -> list[dict[str, Any]]:
    found = Revision.objects.counts([comparison.later]).get(comparison.later_id, {})
    return [
        {"kind": kind.label, "number": found[kind]} for kind in Revision.Kind if found.get(kind)
    ]

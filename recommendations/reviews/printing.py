"""The report as HTML: a part of a pack, a page of the screen, or a PDF of its own."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from pcp_scrutiny.panel.models import Panel

from ..papers.printing import ON_SCREEN, as_pdf
from .report import Report


def report(
    found: Report, *, level: int = ON_SCREEN, anchor: str = "", on_screen: bool = False
) -> SafeString:
    """The report; ``anchor`` goes before its ids."""
    context = {
        "report": found,
        "panel": Panel.current(),
        "anchor": anchor,
        "level": level,
        "below": level + 1,
        "on_screen": on_screen,
    }
    return render_to_string("documents/_review.html", context)


def titled(found: Report) -> str:
    """What the report is called. Two files of one report must not be taken for each other."""
    draft = "Draft report" if found.is_draft else "Report"
    return f"{draft}: {found.title}{' (public)' if found.is_public else ''}"


def report_as_pdf(found: Report) -> bytes:
    """The report as a tagged PDF. Raises pdf.Unavailable."""
    return as_pdf(titled(found), [report(found)])

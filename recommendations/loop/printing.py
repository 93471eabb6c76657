"""One recommendation on paper: where it stands, and all that happened to it."""

from datetime import date

from django.template.loader import render_to_string
from django.utils.text import slugify

from pcp_scrutiny import pdf
from pcp_scrutiny.panel.models import Panel

from .. import register
from ..models import Recommendation
from .records import gather
from .timeline import steps


def as_html(recommendation: Recommendation, *, on: date) -> str:
    """The whole document, as things stand on that day."""
    records = gather(recommendation)
    return render_to_string(
        "documents/recommendation.html",
        {
            "recommendation": records.recommendation,
            "position": register.position_of(recommendation, on=on),
            "steps": steps(records),
            "due_when_sent": records.due_when_sent,
            "restricted": records.restricted_under,
            "on": on,
            "panel": Panel.current(),
        },
    )


def as_pdf(recommendation: Recommendation, *, on: date) -> bytes:
    """The same as a tagged PDF. Raises pdf.Unavailable."""
    foot = f"{Panel.current().name}. Recommendation {recommendation.reference}"
    return pdf.render(as_html(recommendation, on=on), foot=foot)


def file_name(recommendation: Recommendation) -> str:
    """What the PDF is called when it is downloaded."""
    return f"recommendation-{slugify(recommendation.reference.replace('/', '-'))}.pdf"

"""The briefing on paper."""

from django.template.loader import render_to_string
from django.utils.text import slugify

from meetings.models import Meeting
from pcp_scrutiny import pdf
from pcp_scrutiny.components.templatetags.formats import date_gds
from pcp_scrutiny.panel.models import Panel

from .parts import Briefing


def as_pdf(briefing: Briefing, meeting: Meeting) -> bytes:
    """The briefing as a tagged PDF. Raises pdf.Unavailable."""
    context = {"briefing": briefing, "meeting": meeting, "panel": Panel.current()}
    foot = f"Briefing for the meeting of {date_gds(meeting.day)}"
    return pdf.render(render_to_string("documents/briefing.html", context), foot=foot)


def file_name(meeting: Meeting) -> str:
    """What the PDF is called when it is downloaded."""
    return f"briefing-{slugify(meeting.day.isoformat())}.pdf"

"""Documents of one part, numbered by themselves: the agenda alone, and minutes."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.text import slugify

from pcp_scrutiny import pdf
from pcp_scrutiny.panel.models import Panel

from .. import minutes
from ..models import Meeting
from . import contents


def make_minutes(meeting: Meeting, *, is_public: bool) -> bytes:
    """The minutes as a PDF, for the public or in full. Raises pdf.Unavailable."""
    read = minutes.read(meeting, is_public=is_public, office=Panel.current().office_title)
    html = render_to_string(
        "documents/minutes.html", {"minutes": read, **_facts(meeting), "level": 2}
    )
    kind = "Draft minutes" if read.is_draft else "Minutes"
    return pdf.render(html, foot=f"{named(meeting)}. {kind}")


def make_agenda(meeting: Meeting, *, is_public: bool) -> bytes:
    """The agenda by itself as a PDF, for the public or in full. Raises pdf.Unavailable."""
    content = contents.read(meeting, is_public=is_public, has_papers=False)
    html = render_to_string("documents/agenda.html", {"pack": content, **_facts(meeting)})
    return pdf.render(html, foot=f"{named(meeting)}. Agenda")


def file_name(meeting: Meeting, kind: str, *, ending: str = "pdf") -> str:
    """What a file about a meeting is called when it is downloaded. It holds no time of making."""
    return f"{slugify(meeting.title)}-{meeting.day.isoformat()}-{kind}.{ending}"


def named(meeting: Meeting) -> str:
    """A meeting as the feet of its papers name it."""
    day = meeting.day
    return f"{meeting.title}, {day.day} {day:%B %Y}"


def _facts(meeting: Meeting) -> dict[str, Any]:
    return {"meeting": meeting, "panel": Panel.current()}

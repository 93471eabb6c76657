"""A paper as a fragment of HTML, and the minutes of an earlier meeting as such a paper."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from pcp_scrutiny import prose
from pcp_scrutiny.panel.models import Panel

from .. import minutes, papers
from ..models import Meeting, Paper
from .refusals import CannotMake

PAPER_HEADINGS = 4  # the pack's title is <h1>, an item <h2>, a paper's title <h3>


def of(paper: Paper, *, is_public: bool) -> SafeString:
    """What a paper says, without its title. Raises CannotMake."""
    if paper.kind == Paper.WRITTEN:
        if not paper.text.strip():
            raise CannotMake(
                f"{paper} has no text yet. Write it, or remove it from the agenda, and ask again."
            )
        return prose.render(paper.text, level=PAPER_HEADINGS)
    try:
        return papers.build(paper, is_public=is_public)
    except LookupError as unknown:
        raise CannotMake(f"{paper} could not be made. {unknown}") from unknown


def _minutes_called(meeting: Meeting) -> str:
    return f"Minutes of the meeting held on {meeting.day.day} {meeting.day:%B %Y}"


OF_A_MEETING = papers.Of(
    "minutes_of",
    asks="Meeting whose minutes they are",
    hint="Those offered are approved or a finished draft",
    missing="Choose the meeting whose minutes they are",
    choices=lambda meeting: Meeting.objects.with_finished_minutes(before=meeting.starts_at),
    called=_minutes_called,
)


def link_minutes(paper: Paper) -> str:
    """Where the minutes of an earlier meeting are read on the screen."""
    return reverse("meetings:minutes", args=[paper.minutes_of_id]) if paper.minutes_of_id else ""


def build_minutes(paper: Paper, *, is_public: bool) -> SafeString:
    """The minutes of an earlier meeting, as a paper. Notes that nobody has finished are not for
    members' papers, and never for the public: they raise CannotMake."""
    if paper.minutes_of is None:
        raise CannotMake(f"{paper}: it is not said which meeting’s minutes these are.")
    if not paper.minutes_of.minutes_are_finished:
        raise CannotMake(
            f"{paper}: the minutes of {paper.minutes_of} are not finished. Finish their draft, or "
            "remove the paper from the agenda, and ask again."
        )
    office = Panel.current().office_title
    read = minutes.read(paper.minutes_of, is_public=is_public, office=office)
    return render_to_string("documents/_minutes.html", {"minutes": read, "level": PAPER_HEADINGS})

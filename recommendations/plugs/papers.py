"""Papers from the record that a clerk can place in a pack: the officers' analysis, the tracker,
the letter that sends recommendations."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from meetings import comparisons
from meetings import papers as offered
from meetings.models import Paper
from meetings.packs import PAPER_HEADINGS, CannotMake
from meetings.papers import Of
from plans.models import PlanVersion

from ..models import Recommendation
from ..papers import points, printing, sending, tracker


def register() -> None:
    """Offer them to the clerk."""
    offered.register(
        "analysis",
        "Officers’ analysis of a revised plan",
        build_analysis,
        link=lambda paper: _address("analysis", paper.version_id),
        of=OF_A_REVISED_VERSION,
    )
    offered.register(
        "tracker",
        "Recommendation tracker",
        build_tracker,
        link=lambda paper: _address("tracker", paper.item.meeting_id),
        is_wide=True,
    )
    offered.register(
        "letter",
        "Letter that sends recommendations",
        build_letter,
        link=lambda paper: _address("sent", paper.version_id),
        of=OF_A_VERSION_COMMENTED_ON,
    )


def build_analysis(paper: Paper, *, is_public: bool) -> SafeString:
    """The officers' analysis of a version. Raises CannotMake where the version revises no other
    or is not compared yet, and where the public would get nothing of it."""
    version = comparisons.compared(paper).later
    meeting = paper.item.meeting
    found = points.analysed(version, is_public=is_public, judged_before=meeting.day)
    if is_public and not found.points and _on(version.revises).exists():
        raise CannotMake(_all_exempt(paper))
    return printing.analysis(
        found,
        level=PAPER_HEADINGS,
        label=paper.label,
        taken=_other_labels(paper),
        anchor=_anchor(paper),
    )


def build_tracker(paper: Paper, *, is_public: bool) -> SafeString:
    """The tracker for the meeting whose pack it is."""
    found = tracker.read(paper.item.meeting, is_public=is_public)
    return printing.tracked(found, level=PAPER_HEADINGS, anchor=_anchor(paper))


def build_letter(paper: Paper, *, is_public: bool) -> SafeString:
    """The letters about a version: every one that was sent when the agenda was published, each on
    a page of its own, else the draft. Raises CannotMake where there is nothing to send, or nothing
    for the public."""
    version = comparisons.version_of(paper)
    letters = sending.of_version(version, is_public=is_public, by=_known_by(paper))
    if not letters:
        if is_public and _on(version).exists():
            raise CannotMake(_all_exempt(paper))
        raise CannotMake(
            f"{paper}: the panel has recommended nothing on {version}, so there is no letter to "
            "send. Choose another version, or remove the paper from the agenda, and ask again."
        )
    first, *others = printing.letters(letters, level=PAPER_HEADINGS, anchor=_anchor(paper))
    pages = format_html_join("", '<div class="doc-page">{}</div>', ((one,) for one in others))
    return first + pages


def commented_on(meeting: Any) -> QuerySet[PlanVersion]:  # noqa: ARG001
    """The locked versions on which the panel has recommended something."""
    said = Recommendation.objects.filter(version__isnull=False).values("version")
    return PlanVersion.objects.locked().filter(pk__in=said).select_related("plan")


OF_A_REVISED_VERSION = Of(
    "version",
    asks="Version of the plan that is analysed",
    hint="It is held against what the panel recommended on the version that it revises",
    missing="Choose the version of the plan that is analysed",
    choices=comparisons.revising,
    called=lambda version: (
        f"{version.plan}, {points.called(version)}: what became of the panel’s points"
    ),
)
OF_A_VERSION_COMMENTED_ON = Of(
    "version",
    asks="Version of the plan that the recommendations are about",
    hint="Those offered are versions on which the panel has recommended something",
    missing="Choose the version of the plan that the recommendations are about",
    choices=commented_on,
    called=lambda version: f"Recommendations on the {points.called(version)} of the {version.plan}",
)


def _address(name: str, pk: int | None) -> str:
    return reverse(f"recommendations:{name}", args=[pk]) if pk else ""


def _on(version: PlanVersion | None) -> QuerySet[Recommendation]:
    return Recommendation.objects.about(version)


def _all_exempt(paper: Paper) -> str:
    return (
        f"{paper}: all that it would print was said under restricted items. Mark the paper as not "
        "for publication, or remove it from the agenda, and ask again."
    )


def _anchor(paper: Paper) -> str:
    """What goes before its ids: several papers stand in one pack."""
    return f"paper-{paper.pk}-"


def _known_by(paper: Paper) -> date:
    """The day by which something was sent for the paper to say so."""
    meeting = paper.item.meeting
    return meeting.published_on or meeting.day


def _other_labels(paper: Paper) -> Collection[str]:
    """What the other papers of the agenda are called."""
    papers = Paper.objects.filter(item__meeting=paper.item.meeting_id).exclude(pk=paper.pk)
    return set(papers.values_list("label", flat=True))

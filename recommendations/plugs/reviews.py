"""The report of a scrutiny review as a paper of an agenda, and the way to it from its meeting."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString

from meetings import papers as offered
from meetings import related as meeting_related
from meetings.models import Meeting, Paper
from meetings.packs import PAPER_HEADINGS, CannotMake
from meetings.papers import Of

from .. import permissions
from ..models import ScrutinyReview
from ..reviews import printing, reading


def register() -> None:
    """Offer it to the clerk."""
    offered.register(
        reading.PAPER_KIND,
        "Report of a scrutiny review",
        build_report,
        link=lambda paper: reverse("reviews:report", args=[paper.about]) if paper.about else "",
        of=OF_A_REVIEW,
    )


def build_report(paper: Paper, *, is_public: bool) -> SafeString:
    """The report as it goes to the paper's meeting. Raises CannotMake where it is of no review."""
    reviews = ScrutinyReview.objects.select_related("adopted_under__meeting")
    review = reviews.filter(pk=paper.about).first()
    if review is None:
        raise CannotMake(
            f"{paper}: it is not said which review this is the report of. Choose one, or remove "
            "the paper from the agenda, and ask again."
        )
    found = reading.read(review, is_public=is_public, before=paper.item.meeting)
    return printing.report(found, level=PAPER_HEADINGS, anchor=f"paper-{paper.pk}-")


def reviews_to_report(meeting: Any) -> QuerySet[ScrutinyReview]:  # noqa: ARG001
    """Every review: the panel may be shown how far one is, too."""
    return ScrutinyReview.objects.all()


OF_A_REVIEW = Of(
    "about",
    asks="Review that it is the report of",
    missing="Choose the review that it is the report of",
    choices=reviews_to_report,
    called=lambda review: f"Report of the scrutiny review: {review}",
)


def links_of_meetings(
    user: Any, meetings: Sequence[Meeting]
) -> dict[int, list[meeting_related.Link]]:
    """From a meeting to the reviews whose report is before it, or was adopted there."""
    if not permissions.can_view_review(user):
        return {}
    kept = reading.meetings_of_reviews(meetings)
    named = {pk for found in kept.values() for pk in found}
    reviews = ScrutinyReview.objects.visible_to(user).in_bulk(named) if named else {}
    links: dict[int, list[meeting_related.Link]] = defaultdict(list)
    for meeting, found in kept.items():
        for pk in found:
            if review := reviews.get(pk):
                words = f"Scrutiny review: {review}"
                links[meeting].append(meeting_related.Link(words, review.get_absolute_url()))
    return dict(links)

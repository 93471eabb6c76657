"""A meeting adopts the report of a review: what it recommends enters the register."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from meetings.actions import add_paper
from meetings.actions.withholding import is_public_out
from meetings.models import AgendaItem, MinuteEntry, Paper
from pcp_scrutiny import history

from .. import citing
from ..models import Finding, Recommendation, ScrutinyReview
from ..reviews import reading, rules
from . import minuting
from .recording import record_recommendation
from .reviews import hold_review


def seen_for_adopting(review: ScrutinyReview) -> str:
    """What tells one state of what would be adopted from the next."""
    found = history.stamps(list(review.findings.all()))
    rows = [f"{pk}:{row}" for pk, row in sorted(found.items())]
    return " ".join([history.stamp(review), *rows])


@transaction.atomic
def adopt_report(
    review: ScrutinyReview,
    *,
    item: AgendaItem,
    route: str,
    references: Mapping[int, str],
    by: Any,
    seen: str | None = None,
) -> list[Recommendation]:
    """Record that the panel adopted the report under an item, with those recommendations that it
    agreed: ``references`` has the reference of each by the key of its ``Finding``.

    Each is minuted there, unless it was already, and recorded in the register. Raises
    ValidationError where the meeting cannot have adopted it, or where the words changed since
    they were ``seen``.
    """
    held = hold_review(review)
    if seen is not None and seen_for_adopting(held) != seen:
        raise ValidationError(
            "The report was changed after you opened this page. Nothing has been adopted. Read "
            "it again, and save again if the panel adopted these words."
        )
    if wrong := why_not_adopted_under(item, review=held):
        raise ValidationError(wrong)
    if not held.findings.exists():
        raise ValidationError("The report concludes and recommends nothing yet. Enter that first.")
    proposals = held.findings.filter(kind=Finding.Kind.RECOMMENDATION, pk__in=references)
    made = []
    for finding in proposals.select_related("version").order_by("position", "pk"):
        reference = references[finding.pk]
        finding.recommendation = _record(finding, reference, item=item, route=route, by=by)
        history.save(finding, by=by, why=f"Adopted at {item.meeting}")
        made.append(finding.recommendation)
    held.adopted_under = item
    history.save(held, by=by, why=f"Report adopted at {item.meeting}")
    return made


@transaction.atomic
def place_report(review: ScrutinyReview, *, item: AgendaItem, label: str, by: Any) -> Paper:
    """Put the report under an item of an agenda, as a paper made from the record."""
    title = f"Report of the scrutiny review: {review.title}"
    paper = Paper(
        item=item,
        position=0,  # the action puts it last
        kind=reading.PAPER_KIND,
        about=review.pk,
        label=label,
        title=title,
    )
    return add_paper(paper, by=by)


def why_not_adopted_under(item: AgendaItem, *, review: ScrutinyReview) -> str:
    """Why the report cannot have been adopted under that item; "" where it can."""
    meeting = item.meeting
    where = rules.Where(
        begun_on=review.started_on,
        held_on=meeting.day,
        minutes_are_approved=meeting.minutes_are_approved,
        is_restricted=item.restricted_under is not None or is_public_out(item),
    )
    return rules.against_adopting(where, today=timezone.localdate(history.now()))


def _record(
    finding: Finding, reference: str, *, item: AgendaItem, route: str, by: Any
) -> Recommendation:
    """Record one, under the minute that has its words where it was minuted as it was agreed. What
    came into the register with that minute gives way, or is the one if it was used already."""
    entry = _minute_of(finding, item)
    if entry:
        minuting.make_way(entry, reference=reference, by=by)
        if there := Recommendation.objects.filter(raised_in=entry).first():
            return there
    headings = citing.Paragraphs(finding.version).headings
    return record_recommendation(
        Recommendation(
            reference=reference,
            kind=Recommendation.Kind.RECOMMENDATION,
            route=route,
            text=finding.text,
            suggested_wording=finding.suggested_wording,
            theme=finding.theme,
            owner=finding.owner,
            version=finding.version,
        ),
        item=item,
        cites=citing.as_typed(citing.recognise(finding.text, headings=headings)),
        by=by,
        entry=entry,
    )


def _minute_of(finding: Finding, item: AgendaItem) -> MinuteEntry | None:
    minuted = item.entries.filter(kind=MinuteEntry.Kind.RECOMMENDATION)
    free = minuted.exclude(recommendations__finding__isnull=False).order_by("position", "pk")
    return next((one for one in free if one.text.split() == finding.text.split()), None)

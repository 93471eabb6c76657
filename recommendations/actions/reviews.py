"""Scrutiny reviews: what is planned, asked, filed, concluded and promised.

All raise ValidationError, in words for the person, where the record does not allow it: a review
whose report was adopted stands, but for what is done about the promises.
"""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Model, QuerySet

from meetings.actions.locking import next_position
from pcp_scrutiny import history
from pcp_scrutiny.documents.models import keep

from ..models import (
    AnswerPoint,
    Evidence,
    Finding,
    Promise,
    ReviewQuestion,
    ReviewSubject,
    ScrutinyReview,
)
from ..reviews import numbering, reading

Part = Model
"""A part of a review: it has a ``review``."""

ORDERED = (ReviewSubject, ReviewQuestion, AnswerPoint, Finding)
"""The parts that have a place among their siblings."""


@dataclass(frozen=True)
class Received:
    """A document as it came."""

    data: bytes
    name: str
    media_type: str


def hold_review(review: ScrutinyReview) -> ScrutinyReview:
    """Lock the review until the transaction ends, refusing one whose report was adopted."""
    held = ScrutinyReview.objects.select_for_update().get(pk=review.pk)
    if held.is_adopted:
        raise ValidationError(
            "The panel has adopted the report of this review, so it can no longer be changed."
        )
    return held


@transaction.atomic
def begin_review(review: ScrutinyReview, *, by: Any) -> ScrutinyReview:
    """Put a new review on record."""
    return history.save(review, by=by, why="Review begun")


@transaction.atomic
def change_review(review: ScrutinyReview, *, by: Any, seen: str | None = None) -> ScrutinyReview:
    """Change what it asks and how. Raises history.Stale if someone else did meanwhile."""
    hold_review(review)
    return history.save(review, by=by, why="Review changed", seen=seen)


@transaction.atomic
def remove_review(review: ScrutinyReview, *, by: Any) -> None:
    """Take a review away with all that belongs to it; its history stays."""
    held = hold_review(review)
    if paper := reading.papers_of(held).select_related("item__meeting").first():
        raise ValidationError(
            f"This review cannot be removed: its report is on the agenda of {paper.item.meeting}. "
            "Remove the paper from that agenda first."
        )
    history.delete(held, by=by, why="Review removed")


# --- Its parts ----------------------------------------------------------------------------------


@transaction.atomic
def add_part(part: Part, *, by: Any) -> Part:
    """Add a part after its siblings."""
    hold_review(part.review)
    if isinstance(part, ORDERED):
        part.position = next_position(siblings(part))
    return history.save(part, by=by, why=f"{_named(part)} added")


@transaction.atomic
def change_part(part: Part, *, by: Any, seen: str | None = None) -> Part:
    """Change a part. A question that goes to another subject comes last there."""
    hold_review(part.review)
    if isinstance(part, ORDERED):
        # Its place is not the form's to change: it may have been moved since that was opened.
        before = type(part).objects.get(pk=part.pk)
        stays = _parent(before) == _parent(part)
        part.position = before.position if stays else next_position(siblings(part))
    return history.save(part, by=by, why=f"{_named(part)} changed", seen=seen)


@transaction.atomic
def move_part(part: Part, *, up: bool, by: Any) -> None:
    """Change a part's place with its neighbour's; nothing where it is first or last already."""
    hold_review(part.review)
    found = {one.pk: one for one in siblings(part).order_by("position", "pk")}
    if part.pk not in found:
        raise ValidationError("This has been removed meanwhile.")
    order = numbering.moved(list(found), part.pk, up=up)
    for place, pk in enumerate(order, start=1):
        if found[pk].position != place:
            found[pk].position = place
            why = f"{_named(part)} moved {'up' if up else 'down'}"
            history.save(found[pk], by=by, why=why)


@transaction.atomic
def remove_part(part: Part, *, by: Any) -> None:
    """Take a part away with what is under it, unless something else rests on it."""
    hold_review(part.review)
    if named := history.referring_to(part):
        raise ValidationError(
            f"This cannot be removed: {named} to it. Change that first, then remove this."
        )
    history.delete(part, by=by, why=f"{_named(part)} removed")


@transaction.atomic
def file_evidence(
    evidence: Evidence, *, received: Received | None, by: Any, seen: str | None = None
) -> Evidence:
    """File evidence, or correct what was filed. A document is kept byte for byte as it came; one
    that is replaced stays in the record too."""
    hold_review(evidence.review)
    if received:
        evidence.file = keep(
            received.data, name=received.name, media_type=received.media_type, by=by
        )
    if evidence.pk is None:
        evidence.number = _next_number(evidence.review)
        return history.save(evidence, by=by, why="Evidence filed")
    return history.save(evidence, by=by, why="Evidence changed", seen=seen)


@transaction.atomic
def keep_promise(promise: Promise, *, by: Any, seen: str | None = None) -> Promise:
    """Record what was done about a promise, and when. The report may be adopted by then."""
    return history.save(promise, by=by, why="Recorded what was done", seen=seen)


def siblings(part: Part) -> QuerySet:
    """The parts that it stands among, itself too."""
    if isinstance(part, ReviewSubject):
        return part.review.subjects.all()
    if isinstance(part, ReviewQuestion):
        return part.subject.questions.all()
    if isinstance(part, AnswerPoint):
        return part.question.points.all()
    return part.review.findings.filter(kind=part.kind)


def _parent(part: Part) -> Any:
    return part.subject_id if isinstance(part, ReviewQuestion) else None  # the others stay


def _next_number(review: ScrutinyReview) -> int:
    """Numbers are not given again, also where what had one was removed."""
    given = Evidence.history.filter(review_id=review.pk).aggregate(last=Max("number"))["last"]
    return (given or 0) + 1


def _named(part: Part) -> str:
    kind = part.kind if isinstance(part, Finding) else str(part._meta.verbose_name)
    return kind.capitalize()

"""What officers, and partners, make of a version against what the panel said."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from pcp_scrutiny import history

from ..models import Assessment, PartnerComment, Recommendation


@dataclass(frozen=True)
class Said:
    """What a partner said on a point, and who it was."""

    source: str
    text: str


@transaction.atomic
def assess(
    assessment: Assessment, *, partners: Sequence[Said] = (), by: Any, seen: str | None
) -> Assessment:
    """Save an officer's view of a recommendation, with all that partners said on it.

    What is there already is not written again, so the same may be sent twice. Raises
    ``history.Stale`` where someone else has changed the view or a comment since it was ``seen``,
    or has given a first view meanwhile. The comments have no stamp of their own: whatever
    changes is saved with the view.
    """
    # There may be no assessment to hold yet, so what it is of is held.
    Recommendation.objects.select_for_update().get(pk=assessment.recommendation_id)
    there = Assessment.objects.filter(
        recommendation=assessment.recommendation_id, version=assessment.version_id
    ).first()
    if there is not None:
        if _words(there) == _words(assessment) and _said(there) == Counter(partners):
            return there
        if seen is None or history.stamp(there) != seen:
            raise history.Stale(there)
    history.save(assessment, by=by, why="Assessed")
    _settle(assessment, list(partners), by=by)
    return assessment


def _words(assessment: Assessment) -> list[str]:
    names = ("view", "comment", "questions", "suggested_wording", "wording_place")
    return [getattr(assessment, name) for name in names]


def _said(assessment: Assessment) -> Counter[Said]:
    return Counter(Said(c.source, c.text) for c in assessment.partner_comments.all())


def _settle(assessment: Assessment, partners: list[Said], *, by: Any) -> None:
    """Bring the comments to what they should be, leaving alone those that are so already."""
    to_change = []
    to_write = list(partners)
    for comment in assessment.partner_comments.all():
        said = Said(comment.source, comment.text)
        if said in to_write:
            to_write.remove(said)
        else:
            to_change.append(comment)
    for comment, said in zip(to_change, to_write, strict=False):
        comment.source, comment.text = said.source, said.text
        history.save(comment, by=by, why="Corrected")
    for comment in to_change[len(to_write) :]:
        history.delete(comment, by=by, why="Taken out of the assessment")
    for said in to_write[len(to_change) :]:
        history.create(
            PartnerComment,
            by=by,
            why="Received from the partner",
            assessment=assessment,
            source=said.source,
            text=said.text,
        )

"""All that a recommendation's page tells, asked of the database in a fixed number of queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from ..models import Assessment, DueDateRevision, Judgement, Recommendation, Response
from ..papers.sending import address
from . import past
from .corrections import Correction
from .outcomes import OutcomeShown, show


@dataclass(frozen=True)
class Records:
    """What there is of one recommendation. ``sent_by`` recorded that it was sent, ``letter`` is
    where the letter is that sent it ("" before), ``revised_by``
    each revision of its due date; ``assessed_on`` is the day each assessment was first saved."""

    recommendation: Recommendation
    due_when_sent: date | None
    sent_by: Any
    letter: str
    revisions: Sequence[DueDateRevision]
    revised_by: Mapping[int, Any]
    responses: Sequence[Response]
    outcomes: Sequence[OutcomeShown]
    assessments: Sequence[Assessment]
    assessed_on: Mapping[int, date]
    judgements: Sequence[Judgement]
    corrections: Sequence[Correction]

    @property
    def restricted_under(self) -> int | None:
        """The paragraph of Schedule 12A under which what the panel said of it, or decided, is not
        for publication; None where all of it is open."""
        entries = [self.recommendation.raised_in, *(j.entry for j in self.judgements)]
        found = (entry.restricted_under or entry.item.restricted_under for entry in entries)
        return next(filter(None, found), None)


def gather(recommendation: Recommendation) -> Records:
    """Everything about it that the timeline tells."""
    recommendation = (
        Recommendation.objects.select_related(
            "raised_in__item__meeting", "version__plan", "finding__review"
        )
        .prefetch_related("citations__paragraphs")
        .get(pk=recommendation.pk)
    )
    responses = list(
        recommendation.responses.select_related("letter").prefetch_related("citations")
    )
    rows = past.of_recommendation(recommendation)
    sent = next((row for row in rows if row.sent_on is not None), None)
    assessments = recommendation.assessments.select_related("version")
    return Records(
        recommendation=recommendation,
        due_when_sent=sent.due_on if sent else recommendation.due_on,
        sent_by=sent.history_user if sent else None,
        letter=_letter(recommendation),
        revisions=list(recommendation.due_date_revisions.all()),
        revised_by=_made_by(recommendation),
        responses=responses,
        outcomes=_outcomes(recommendation),
        assessments=list(assessments.prefetch_related("partner_comments")),
        assessed_on=_assessed_on(recommendation),
        judgements=list(recommendation.judgements.select_related("entry__item__meeting")),
        corrections=past.corrected(recommendation, rows, responses),
    )


def _letter(recommendation: Recommendation) -> str:
    if recommendation.sent_on is None:
        return ""
    return address(recommendation.sent_on, recommendation.version_id, recommendation.route).url


def _outcomes(recommendation: Recommendation) -> list[OutcomeShown]:
    standing = recommendation.outcomes.standing().select_related("version", "response")
    return [show(outcome) for outcome in standing.with_evidence()]


def _made_by(recommendation: Recommendation) -> dict[int, Any]:
    added = DueDateRevision.history.filter(recommendation_id=recommendation.pk, history_type="+")
    return {row.id: row.history_user for row in added.select_related("history_user")}


def _assessed_on(recommendation: Recommendation) -> dict[int, date]:
    added = Assessment.history.filter(recommendation_id=recommendation.pk, history_type="+")
    return {pk: timezone.localdate(at) for pk, at in added.values_list("id", "history_date")}

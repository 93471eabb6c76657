"""Keeping a letter with the answers that were read from it, and correcting them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from pcp_scrutiny import documents, history
from pcp_scrutiny.components.wording import lower_first
from pcp_scrutiny.documents.models import keep
from plans.models import PlanVersion

from .. import citing
from ..correspondence import receiving
from ..models import Recommendation, Response, ResponseLetter
from ..outcomes import proposing
from .outcomes import hold


@dataclass(frozen=True)
class Answer:
    """One point of a letter as an officer confirmed it. ``cites`` is the list of labels."""

    recommendation: Recommendation
    point: str
    text: str
    decision: str
    reason: str = ""
    cites: str = ""


@dataclass(frozen=True)
class ReceivedLetter:
    """A letter as it came: the bytes, the sender's name for them, and what its head says."""

    data: bytes
    name: str
    document: documents.Document
    dated: date
    reference: str = ""


@transaction.atomic
def confirm_letter(
    received: ReceivedLetter, answers: Sequence[Answer], *, version: PlanVersion | None, by: Any
) -> ResponseLetter:
    """Keep a letter and the answers that an officer confirmed, and propose their outcomes.

    ``version`` is the one that the panel commented on; None where the letter is not about a plan.
    Raises ValidationError where the same letter was added before, where nothing is answered, where
    one recommendation is answered twice or is about another version, or where the letter is older
    than what it answers.
    """
    _hold_answered(version, answers)
    _check_letter(received, answers, version)
    letter = history.create(
        ResponseLetter,
        by=by,
        why="Letter received",
        version=version,
        dated=received.dated,
        reference=received.reference,
        text=received.document.text,
        source=keep(
            received.data, name=received.name, media_type=received.document.media_type, by=by
        ),
    )
    paragraphs = citing.Paragraphs(version)
    for position, answer in enumerate(answers, start=1):
        _answer(letter, position, answer, paragraphs=paragraphs, by=by)
    _propose_on(version, by=by)
    return letter


def _hold_answered(version: PlanVersion | None, answers: Sequence[Answer]) -> None:
    """One letter on a version at a time, so that the same letter is not added twice at once."""
    if version is not None:
        hold(version)
    else:
        answered = [answer.recommendation.pk for answer in answers]
        list(Recommendation.objects.select_for_update().filter(pk__in=answered).order_by("pk"))


def _propose_on(version: PlanVersion | None, *, by: Any) -> None:
    """Propose what became of the recommendations on a version, in those that revise it."""
    if version is not None:
        for revised in version.revised_by.locked():
            proposing.propose(revised, by=by)


def _check_letter(
    received: ReceivedLetter, answers: Sequence[Answer], version: PlanVersion | None
) -> None:
    earlier = receiving.added_before(received.data, received.document.text, version)
    if earlier is not None:
        raise ValidationError(
            f"This letter was added before, as the {lower_first(str(earlier))}. "
            "Open that one to see what was read from it."
        )
    if not answers:
        raise ValidationError(
            "Match at least one answer to the recommendation it answers. "
            "If the letter answers none, leave without recording anything."
        )
    references = [answer.recommendation.reference for answer in answers]
    twice = sorted({reference for reference in references if references.count(reference) > 1})
    if twice:
        raise ValidationError(
            f"{', '.join(twice)} is answered twice. Put both answers into one, or leave one out."
        )
    answered = [answer.recommendation for answer in answers]
    receiving.check_version(answered, version)
    receiving.check_date(answered, received.dated)


def _answer(
    letter: ResponseLetter,
    position: int,
    answer: Answer,
    *,
    paragraphs: citing.Paragraphs,
    by: Any,
) -> None:
    response = history.create(
        Response,
        by=by,
        why="Read from the letter and confirmed",
        letter=letter,
        recommendation=answer.recommendation,
        position=position,
        point=answer.point,
        text=answer.text,
        decision=answer.decision,
        reason=answer.reason,
    )
    cited = citing.settle(answer.text, answer.cites, headings=paragraphs.headings)
    citing.write(response, cited, paragraphs=paragraphs, by=by, why="Cited in the response")


@transaction.atomic
def correct_letter(letter: ResponseLetter, *, by: Any, seen: str | None) -> ResponseLetter:
    """Correct the date or the reference of a letter. Raises ValidationError where it would be
    older than what it answers, and Stale as ``history.save`` does."""
    receiving.check_date(
        [r.recommendation for r in letter.responses.select_related("recommendation")], letter.dated
    )
    return history.save(letter, by=by, why="Corrected", seen=seen)


@transaction.atomic
def correct_response(response: Response, *, cites: str, by: Any, seen: str | None) -> Response:
    """Correct an answer that was confirmed from a letter, and propose its outcomes again; what
    was decided stays. Raises Stale as ``history.save`` does."""
    version = response.letter.version
    if version is not None:
        hold(version)
    history.save(response, by=by, why="Corrected", seen=seen)
    paragraphs = citing.Paragraphs(version)
    cited = citing.settle(response.text, cites, headings=paragraphs.headings)
    citing.write(response, cited, paragraphs=paragraphs, by=by, why="Corrected")
    _propose_on(version, by=by)
    return response

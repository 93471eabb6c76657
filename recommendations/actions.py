"""Verbs of the register: recording, sending, answering, deciding. Each says who and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from meetings.actions.locking import hold_open, next_position
from meetings.models import AgendaItem, MinuteEntry
from pcp_scrutiny import documents, history
from pcp_scrutiny.components.wording import lower_first
from pcp_scrutiny.documents.models import keep
from plans.models import PlanVersion

from . import citing, outcomes
from .models import Assessment, Judgement, Outcome, Recommendation, Response, ResponseLetter


@transaction.atomic
def record_recommendation(
    recommendation: Recommendation,
    *,
    item: AgendaItem,
    cites: str,
    by: Any,
    entry: MinuteEntry | None = None,
) -> Recommendation:
    """Record what the panel said under an item: its minute, the point, what it cites.

    ``cites`` is the officer's list of labels ("46(e), 52"). ``entry`` is the minute that records
    it already; without one it is minuted at the end of the item, and ValidationError is raised
    where the minutes of the meeting are approved.
    """
    recommendation.raised_in = entry or _minute(recommendation, item=item, by=by)
    history.save(recommendation, by=by, why=f"Recorded at {item.meeting}")
    _cite(recommendation, cites, by=by, why="Cited in the recommendation")
    return recommendation


def _minute(recommendation: Recommendation, *, item: AgendaItem, by: Any) -> MinuteEntry:
    hold_open(item.meeting)
    return history.create(
        MinuteEntry,
        by=by,
        why=f"Minuted with recommendation {recommendation.reference}",
        item=item,
        position=next_position(item.entries),
        kind=MinuteEntry.Kind.RECOMMENDATION,
        text=recommendation.text,
    )


@transaction.atomic
def correct_recommendation(
    recommendation: Recommendation, *, cites: str, by: Any, seen: str | None
) -> Recommendation:
    """Correct a recommendation. Raises Stale as ``history.save`` does."""
    history.save(recommendation, by=by, why="Corrected", seen=seen)
    _cite(recommendation, cites, by=by, why="Corrected")
    return recommendation


def _cite(recommendation: Recommendation, cites: str, *, by: Any, why: str) -> None:
    paragraphs = citing.Paragraphs(recommendation.version)
    cited = citing.settle(recommendation.text, cites, headings=paragraphs.headings)
    citing.write(recommendation, cited, paragraphs=paragraphs, by=by, why=why)


@transaction.atomic
def send_recommendations(
    recommendations: Sequence[Recommendation], *, sent_on: date, due_on: date | None, by: Any
) -> int:
    """Record that recommendations went to the Commissioner, and by when the panel asked for an
    answer (PRSRA 2011 s.29(3): a reasonable period that the panel determines). Answers with how
    many were recorded; one that was sent before keeps its dates."""
    held = Recommendation.objects.select_for_update().filter(pk__in=[r.pk for r in recommendations])
    unsent = [recommendation for recommendation in held if recommendation.sent_on is None]
    for recommendation in unsent:
        recommendation.sent_on, recommendation.due_on = sent_on, due_on
        history.save(recommendation, by=by, why="Sent")
    return len(unsent)


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
    Raises ValidationError where the same letter was added before, where nothing is answered, or
    where one recommendation is answered twice.
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
        _hold(version)
    else:
        answered = [answer.recommendation.pk for answer in answers]
        list(Recommendation.objects.select_for_update().filter(pk__in=answered).order_by("pk"))


def _hold(version: PlanVersion) -> None:
    PlanVersion.objects.select_for_update().get(pk=version.pk)


def _propose_on(version: PlanVersion | None, *, by: Any) -> None:
    """Propose what became of the recommendations on a version, in those that revise it."""
    if version is not None:
        for revised in version.revised_by.locked():
            outcomes.propose(revised, by=by)


def _check_letter(
    received: ReceivedLetter, answers: Sequence[Answer], version: PlanVersion | None
) -> None:
    earlier = ResponseLetter.objects.with_content(received.data).filter(version=version).first()
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
    """Correct the date or the reference of a letter. Raises Stale as ``history.save`` does."""
    return history.save(letter, by=by, why="Corrected", seen=seen)


@transaction.atomic
def correct_response(response: Response, *, cites: str, by: Any, seen: str | None) -> Response:
    """Correct an answer that was confirmed from a letter, and propose its outcomes again; what
    was decided stays. Raises Stale as ``history.save`` does."""
    version = response.letter.version
    if version is not None:
        _hold(version)
    history.save(response, by=by, why="Corrected", seen=seen)
    paragraphs = citing.Paragraphs(version)
    cited = citing.settle(response.text, cites, headings=paragraphs.headings)
    citing.write(response, cited, paragraphs=paragraphs, by=by, why="Corrected")
    _propose_on(version, by=by)
    return response


@transaction.atomic
def look_again(version: PlanVersion, *, by: Any) -> list[Outcome]:
    """Propose once more what became of the recommendations on what ``version`` revises, while no
    letter is being added; answers with the outcomes that are new."""
    if version.revises is not None:
        _hold(version.revises)
    return outcomes.propose(version, by=by)


@transaction.atomic
def confirm_outcome(outcome: Outcome, *, by: Any, seen: str | None = None) -> Outcome:
    """Vouch for an outcome. What is confirmed already stays as it is. Raises Stale where it is
    no longer what was ``seen``."""
    outcome = _hold_outcome(outcome, seen)
    if outcome.state == Outcome.State.CONFIRMED:
        return outcome
    outcome.state, outcome.note = Outcome.State.CONFIRMED, ""
    return _decide(outcome, by=by, why="Confirmed")


@transaction.atomic
def reject_outcome(outcome: Outcome, *, note: str, by: Any, seen: str | None = None) -> Outcome:
    """Reject an outcome, and say why. Raises ValidationError without a reason, and Stale where
    it is no longer what was ``seen``."""
    outcome = _hold_outcome(outcome, seen)
    outcome.state, outcome.note = Outcome.State.REJECTED, note.strip()
    return _decide(outcome, by=by, why=f"Rejected: {outcome.note}")


def _hold_outcome(outcome: Outcome, seen: str | None) -> Outcome:
    held = Outcome.objects.select_for_update().get(pk=outcome.pk)
    if seen is not None and history.stamp(held) != seen:
        raise history.Stale(held)
    return held


def _decide(outcome: Outcome, *, by: Any, why: str) -> Outcome:
    outcome.decided_by, outcome.decided_at = by, history.now()
    return history.save(outcome, by=by, why=why)


@transaction.atomic
def record_judgement(judgement: Judgement, *, by: Any) -> Judgement:
    """Record what the panel decided about a recommendation, in the minute that says so."""
    return history.save(judgement, by=by, why=f"Decided at {judgement.entry.item.meeting}")


@transaction.atomic
def assess(assessment: Assessment, *, by: Any, seen: str | None) -> Assessment:
    """Save an officer's view of a recommendation. Raises Stale as ``history.save`` does."""
    return history.save(assessment, by=by, why="Assessed", seen=seen)

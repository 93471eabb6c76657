"""The scrutiny review: begun, answered, heard and written up, each on its day."""

from typing import Any

from pcp_scrutiny.documents import kinds
from recommendations import actions
from recommendations.models import (
    AnswerPoint,
    Evidence,
    Finding,
    Invitation,
    Promise,
    ReviewQuestion,
    ReviewSubject,
    ScrutinyReview,
    Witness,
)

from .. import review as content
from .people import Cast


def begin(*, cast: Cast) -> ScrutinyReview:
    """Agree the question, and invite those who may know."""
    review = ScrutinyReview(
        title=content.TITLE,
        question=content.QUESTION,
        scope=content.SCOPE,
        method=content.METHOD,
        led_by=content.LED_BY,
        started_on=content.BEGUN,
    )
    actions.begin_review(review, by=cast.officer)
    for asked in content.INVITED:
        _add(
            Invitation(
                review=review,
                manner=asked.manner,
                name=asked.name,
                role=asked.role,
                invited_on=content.BEGUN,
            ),
            cast,
        )
    return review


def file_evidence(review: ScrutinyReview, *, cast: Cast) -> None:
    """File what was sent in, and note who declined."""
    for sent in content.EVIDENCE:
        data = sent.text.encode()
        received = actions.Received(data, sent.file, kinds.recognise(data).media_type)
        evidence = Evidence(
            review=review,
            number=sent.number,
            title=sent.title,
            source=sent.source,
            received_on=sent.received,
            invitation=_invitation(review, sent.invited),
            text="" if sent.file else sent.text,
            restricted_under=sent.restricted_under,
        )
        actions.file_evidence(evidence, received=received if sent.file else None, by=cast.officer)
    for asked in content.INVITED:
        if asked.answered:
            invitation = review.invitations.get(name=asked.name)
            invitation.answered_on, invitation.declined = asked.answered, asked.declined
            actions.change_part(invitation, by=cast.officer)


def hear(review: ScrutinyReview, *, cast: Cast) -> None:
    """Record who was heard at the session."""
    for heard in content.WITNESSES:
        _add(
            Witness(
                review=review,
                name=heard.name,
                role=heard.role,
                heard_on=content.SESSION,
                heard_at=content.HEARD_AT,
                invitation=_invitation(review, heard.invited) if heard.invited else None,
            ),
            cast,
        )


def write_up(review: ScrutinyReview, *, cast: Cast) -> None:
    """Write the report: answers by subject, what was promised, what is found."""
    review.summary = content.SUMMARY
    actions.change_review(review, by=cast.officer)
    heard = {one.key: review.witnesses.get(name=one.name) for one in content.WITNESSES}
    filed = {one.number: one for one in review.evidence.all()}
    for title, questions in content.SUBJECTS:
        subject = _add(ReviewSubject(review=review, position=0, title=title), cast)
        for asked in questions:
            put_to = heard.get(asked.put_to)
            question = ReviewQuestion(subject=subject, position=0, text=asked.text, put_to=put_to)
            _add(question, cast)
            for point in asked.points:
                said_by, evidence = heard.get(point.said_by), filed.get(point.evidence)
                parts = {"text": point.text, "said_by": said_by, "evidence": evidence}
                _add(AnswerPoint(question=question, position=0, **parts), cast)
    _promise(review, cast)
    for text in content.CONCLUSIONS:
        _add(Finding(review=review, kind="conclusion", position=0, text=text), cast)
    for found in content.RECOMMENDED:
        words = {"text": found.text, "theme": found.theme, "owner": found.owner}
        _add(Finding(review=review, kind="recommendation", position=0, **words), cast)


def _promise(review: ScrutinyReview, cast: Cast) -> None:
    for made in content.PROMISED:
        words = {"text": made.text, "promised_by": made.by, "due_on": made.due}
        promise = _add(Promise(review=review, **words), cast)
        if made.done:
            promise.done_on, promise.outcome = made.done, made.outcome
            actions.keep_promise(promise, by=cast.officer)


def _add(part: Any, cast: Cast) -> Any:
    return actions.add_part(part, by=cast.officer)


def _invitation(review: ScrutinyReview, key: str) -> Invitation:
    name = next(one.name for one in content.INVITED if one.key == key)
    return review.invitations.get(name=name)

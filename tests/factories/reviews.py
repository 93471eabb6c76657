"""Scrutiny reviews and their parts for tests."""

from datetime import date
from typing import Any

import factory

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
from tests.factories.records import RecordFactory


class ReviewFactory(RecordFactory):
    """A review that is being planned."""

    class Meta:
        model = ScrutinyReview

    title = factory.Sequence(lambda n: f"Review {n}")
    question = "Is the night bus safe?"
    started_on = date(2026, 5, 4)


class InvitationFactory(RecordFactory):
    """A letter that nobody has answered."""

    class Meta:
        model = Invitation

    review = factory.SubFactory(ReviewFactory)
    name = factory.Sequence(lambda n: f"Invited {n}")
    invited_on = date(2026, 5, 11)


class WitnessFactory(RecordFactory):
    """Someone heard at a session of the task group."""

    class Meta:
        model = Witness

    review = factory.SubFactory(ReviewFactory)
    name = factory.Sequence(lambda n: f"Witness {n}")
    heard_on = date(2026, 6, 1)


class EvidenceFactory(RecordFactory):
    """Words that were sent in."""

    class Meta:
        model = Evidence

    review = factory.SubFactory(ReviewFactory)
    number = factory.LazyAttribute(lambda made: made.review.evidence.count() + 1)
    title = factory.Sequence(lambda n: f"Statement {n}")
    source = factory.Sequence(lambda n: f"Sender {n}")
    received_on = date(2026, 5, 20)
    text = "The bus is late."


class SubjectFactory(RecordFactory):
    """The next subject of its review."""

    class Meta:
        model = ReviewSubject

    review = factory.SubFactory(ReviewFactory)
    position = factory.LazyAttribute(lambda made: made.review.subjects.count() + 1)
    title = factory.Sequence(lambda n: f"Subject {n}")


class QuestionFactory(RecordFactory):
    """The next question of its subject."""

    class Meta:
        model = ReviewQuestion

    subject = factory.SubFactory(SubjectFactory)
    position = factory.LazyAttribute(lambda made: made.subject.questions.count() + 1)
    text = factory.Sequence(lambda n: f"Why {n}?")


class PointFactory(RecordFactory):
    """The next point of the answer to its question."""

    class Meta:
        model = AnswerPoint

    question = factory.SubFactory(QuestionFactory)
    position = factory.LazyAttribute(lambda made: made.question.points.count() + 1)
    text = factory.Sequence(lambda n: f"Because {n}.")


class PromiseFactory(RecordFactory):
    """Something the bus company promised."""

    class Meta:
        model = Promise

    review = factory.SubFactory(ReviewFactory)
    text = "To light the stops."
    promised_by = "The bus company"
    due_on = date(2026, 9, 1)


class FindingFactory(RecordFactory):
    """The next recommendation of its review, proposed."""

    class Meta:
        model = Finding

    review = factory.SubFactory(ReviewFactory)
    kind = Finding.Kind.RECOMMENDATION
    position = factory.LazyAttribute(lambda made: made.review.findings.count() + 1)
    text = factory.Sequence(lambda n: f"That stop {n} be lit.")


SECRET = "Zanzibar"


def secretive(**fields: Any) -> ScrutinyReview:
    """A review with something open and something exempt of every kind; all that is exempt says
    ``SECRET``, and nothing else does."""
    review = ReviewFactory(**fields)
    InvitationFactory(review=review, name="Open invitee")
    InvitationFactory(review=review, name=SECRET, restricted_under=1)
    unnamed = InvitationFactory(review=review, name=f"Unnamed, of {SECRET}")
    witness = WitnessFactory(review=review, name="Open witness")
    hidden = WitnessFactory(review=review, name=f"{SECRET} witness", restricted_under=2)
    EvidenceFactory(review=review, title="Open statement")
    exempt = EvidenceFactory(
        review=review,
        title=f"{SECRET} statement",
        source=f"{SECRET} sender",
        text=SECRET,
        invitation=unnamed,
        restricted_under=3,
    )
    subject = SubjectFactory(review=review)
    question = QuestionFactory(subject=subject, text="Open question?", put_to=witness)
    QuestionFactory(subject=subject, text=f"{SECRET}?", restricted_under=7)
    put = QuestionFactory(subject=subject, text=f"{SECRET}, to the witness?", put_to=hidden)
    PointFactory(question=put, text=SECRET)
    PointFactory(question=question, text="Open point.")
    PointFactory(question=question, text=f"{SECRET} from evidence.", evidence=exempt)
    PointFactory(question=question, text=f"{SECRET} as said.", said_by=hidden)
    PromiseFactory(review=review, text="To do the open thing.")
    PromiseFactory(review=review, text=f"To do {SECRET}.", restricted_under=4)
    return review

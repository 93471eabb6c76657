"""Changing a review: order, numbers, what rests on what, and what stands."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from pcp_scrutiny import history
from recommendations import actions
from recommendations.models import Evidence, Finding, Invitation, ReviewQuestion, ScrutinyReview
from recommendations.reviews import reading
from tests.factories.meetings import PaperFactory
from tests.factories.recommendations import ItemFactory
from tests.factories.reviews import (
    EvidenceFactory,
    FindingFactory,
    InvitationFactory,
    PointFactory,
    PromiseFactory,
    QuestionFactory,
    ReviewFactory,
    SubjectFactory,
    secretive,
)

pytestmark = pytest.mark.django_db


def words(records):
    return [record.text for record in records.order_by("position")]


def test_part_is_added_after_its_siblings(officer):
    review = ReviewFactory()
    for text, kind in (("A", "conclusion"), ("B", "recommendation"), ("C", "conclusion")):
        actions.add_part(Finding(review=review, kind=kind, position=0, text=text), by=officer)
    found = review.findings.order_by("kind", "position").values_list("kind", "position", "text")
    assert list(found) == [
        ("conclusion", 1, "A"),
        ("conclusion", 2, "C"),
        ("recommendation", 1, "B"),
    ]


@pytest.mark.parametrize(("up", "order"), [(True, "BAC"), (False, "ACB")])
def test_part_moves_past_its_neighbour_with_history(officer, up, order):
    subject = SubjectFactory()
    _, middle, _ = (QuestionFactory(subject=subject, text=text) for text in "ABC")
    actions.move_part(middle, up=up, by=officer)
    assert words(subject.questions) == list(order)
    assert (
        middle.history.first().history_change_reason == f"Question moved {'up' if up else 'down'}"
    )


def test_points_move_within_their_question_only(officer):
    question = QuestionFactory()
    PointFactory(question=QuestionFactory(subject=question.subject), text="other")
    first, _ = PointFactory(question=question, text="a"), PointFactory(question=question, text="b")
    actions.move_part(first, up=False, by=officer)
    actions.move_part(first, up=False, by=officer)
    assert words(question.points) == ["b", "a"]


def test_change_leaves_a_part_where_it_was_moved_to_meanwhile(officer):
    subject = SubjectFactory()
    opened = QuestionFactory(subject=subject, text="A")
    QuestionFactory(subject=subject, text="B")
    actions.move_part(ReviewQuestion.objects.get(pk=opened.pk), up=False, by=officer)
    opened.text = "A, reworded"
    actions.change_part(opened, by=officer)
    assert words(subject.questions) == ["B", "A, reworded"]


def test_question_that_goes_to_another_subject_comes_last_there(officer):
    question = QuestionFactory(text="A")
    other = SubjectFactory(review=question.review)
    QuestionFactory(subject=other, text="B")
    question.subject = other
    actions.change_part(question, by=officer)
    assert words(other.questions) == ["B", "A"]


def test_numbers_of_evidence_are_never_given_again(officer):
    review = ReviewFactory()

    def file(title):
        evidence = Evidence(review=review, number=0, title=title, source="S", text="T")
        evidence.received_on = review.started_on
        return actions.file_evidence(evidence, received=None, by=officer)

    file("first")
    actions.remove_part(file("second"), by=officer)
    assert file("third").number == 3


def test_document_is_kept_as_it_came(officer):
    evidence = EvidenceFactory()
    received = actions.Received(b"%PDF- as sent", "sent.pdf", "application/pdf")
    actions.file_evidence(evidence, received=received, by=officer)
    with evidence.file.content.open() as file:
        assert file.read() == b"%PDF- as sent"
    assert (evidence.file.name, evidence.file.media_type) == ("sent.pdf", "application/pdf")


def test_what_something_rests_on_is_not_removed(officer):
    invitation = InvitationFactory()
    EvidenceFactory(review=invitation.review, invitation=invitation)
    with pytest.raises(ValidationError, match=r"the evidence 1: .* refers to it"):
        actions.remove_part(invitation, by=officer)
    assert Invitation.objects.filter(pk=invitation.pk).exists()


def test_whole_review_is_removed_with_what_rests_on_what(officer):
    review = secretive()
    actions.remove_review(review, by=officer)
    assert not ScrutinyReview.objects.exists()
    assert not Evidence.objects.exists()
    assert Evidence.history.filter(history_type="-").count() == 2


def test_review_whose_report_is_on_an_agenda_is_not_removed(officer):
    review = ReviewFactory()
    PaperFactory(kind=reading.PAPER_KIND, about=review.pk, text="")
    with pytest.raises(ValidationError, match="Remove the paper from that agenda first"):
        actions.remove_review(review, by=officer)


def test_change_that_someone_else_has_overtaken_is_refused(officer, clerk):
    review = ReviewFactory()
    seen = history.stamp(review)
    actions.change_review(ScrutinyReview.objects.get(), by=clerk)
    with pytest.raises(history.Stale):
        actions.change_review(review, by=officer, seen=seen)


# --- Once it is adopted -------------------------------------------------------------------------


@pytest.fixture
def adopted(officer):
    review = ReviewFactory()
    FindingFactory(review=review)
    references = {review.findings.get().pk: "2026/90"}
    item = ItemFactory()
    actions.adopt_report(review, item=item, route="s.28(6)", references=references, by=officer)
    review.refresh_from_db()
    return review


def test_nothing_of_an_adopted_review_changes_but_its_promises(officer, adopted):
    promise = PromiseFactory(review=adopted)
    finding = adopted.findings.get()
    for change in (
        lambda: actions.change_review(adopted, by=officer),
        lambda: actions.remove_review(adopted, by=officer),
        lambda: actions.add_part(Invitation(review=adopted, name="Late"), by=officer),
        lambda: actions.change_part(finding, by=officer),
        lambda: actions.move_part(finding, up=True, by=officer),
        lambda: actions.remove_part(finding, by=officer),
        lambda: actions.file_evidence(EvidenceFactory(review=adopted), received=None, by=officer),
    ):
        with pytest.raises(ValidationError, match="can no longer be changed"):
            change()
    promise.done_on, promise.outcome = adopted.adopted_under.meeting.day, "Done."
    assert actions.keep_promise(promise, by=officer).history.count() == 2


@pytest.mark.parametrize("model", [Finding, ScrutinyReview])
def test_database_itself_keeps_what_was_adopted(adopted, model):
    field = {Finding: "text", ScrutinyReview: "question"}[model]
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        model.objects.all().update(**{field: "Other words"})
    assert not model.objects.filter(**{field: "Other words"}).exists()

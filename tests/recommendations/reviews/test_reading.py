"""A review read from the record, in full and for the public."""

from datetime import UTC, date, datetime

import pytest

from recommendations import actions
from recommendations.models import Invitation
from recommendations.reviews import printing, reading
from recommendations.reviews.stages import Stage
from tests.factories.meetings import MeetingFactory, PaperFactory
from tests.factories.recommendations import ItemFactory
from tests.factories.reviews import (
    SECRET,
    EvidenceFactory,
    FindingFactory,
    InvitationFactory,
    PointFactory,
    PromiseFactory,
    QuestionFactory,
    ReviewFactory,
    SubjectFactory,
    WitnessFactory,
    secretive,
)

pytestmark = pytest.mark.django_db


def read(review, **how):
    return reading.read(review, **{"is_public": False, **how})


def test_whoever_sent_evidence_or_was_heard_has_answered():
    review = ReviewFactory()
    wrote, came, _silent = (InvitationFactory(review=review, name=n) for n in "abc")
    InvitationFactory(review=review, name="d", answered_on=date(2026, 5, 12), declined=True)
    call = InvitationFactory(review=review, name="e", manner=Invitation.Manner.OPEN_CALL)
    EvidenceFactory(review=review, invitation=wrote)
    EvidenceFactory(review=review, invitation=call)
    WitnessFactory(review=review, invitation=came)
    found = read(review)
    assert {one.name: one.has_answered for one in found.by_letter} == {
        "a": True,
        "b": True,
        "c": False,
        "d": True,
    }
    assert found.rate.in_brief == "3 of 4 (75%)"
    assert [list(one.filed) for one in found.open_calls] == [[2]]


def test_subjects_questions_and_points_are_numbered_in_their_order():
    review = ReviewFactory()
    later, earlier = (SubjectFactory(review=review, position=place) for place in (2, 1))
    QuestionFactory(subject=later, text="Second?", position=5)
    question = QuestionFactory(subject=later, text="First?", position=3)
    PointFactory(question=question, text="Said.", said_by=WitnessFactory(review=review, name="W"))
    PointFactory(question=question, text="Read.", evidence=EvidenceFactory(review=review))
    found = read(review).subjects
    assert [(one.number, one.pk) for one in found] == [("1", earlier.pk), ("2", later.pk)]
    assert [(q.number, q.text) for q in found[1].questions] == [
        ("2.1", "First?"),
        ("2.2", "Second?"),
    ]
    points = [(p.number, p.text, p.source) for p in found[1].questions[0].points]
    assert points == [("2.1.1", "Said.", "W"), ("2.1.2", "Read.", "Evidence 1")]


def test_witnesses_come_in_the_order_in_which_they_were_heard():
    review = ReviewFactory()
    WitnessFactory(review=review, name="to come", heard_on=None)
    meeting = MeetingFactory(starts_at=datetime(2026, 7, 1, 9, tzinfo=UTC))
    WitnessFactory(review=review, name="second", heard_on=None, meeting=meeting)
    WitnessFactory(review=review, name="first")
    assert [one.name for one in read(review).heard] == ["first", "second", "to come"]


# --- For the public -----------------------------------------------------------------------------


def test_public_report_says_nothing_that_is_exempt():
    review = secretive()
    html = printing.report(read(review, is_public=True))
    assert SECRET not in html
    for words in ("Open invitee", "Open witness", "Open statement", "Open question?", "open thing"):
        assert words in html
    assert SECRET in printing.report(read(review))


def test_public_report_keeps_the_numbers_of_what_it_withholds():
    review = secretive()
    public, full = read(review, is_public=True), read(review)
    assert [one.number for one in public.filed] == [one.number for one in full.filed]
    assert [(one.number, one.restricted_under) for one in public.filed if one.is_withheld] == [
        (2, 3)
    ]
    [subject] = public.subjects
    assert [(q.number, q.is_withheld) for q in subject.questions] == [
        ("1.1", False),
        ("1.2", True),
        ("1.3", True),
    ]
    withheld = [p.restricted_under for p in subject.questions[0].points if p.is_withheld]
    assert withheld == [3, 2]


def test_who_sent_exempt_evidence_is_left_out_of_the_public_rate():
    public = read(secretive(), is_public=True)
    assert [one.name for one in public.invited] == ["Open invitee"]
    assert (public.rate.asked, public.rate.answered) == (1, 0)
    assert list(public.withheld) == [1, 2, 3, 4]


def test_evidence_from_someone_whose_name_is_exempt_is_exempt():
    review = ReviewFactory()
    unnamed = InvitationFactory(review=review, name=SECRET, restricted_under=1)
    EvidenceFactory(review=review, title="Open", source=SECRET, invitation=unnamed)
    assert SECRET not in printing.report(read(review, is_public=True))


def test_exempt_answer_to_an_open_call_leaves_the_call():
    review = ReviewFactory()
    call = InvitationFactory(review=review, name="Call", manner=Invitation.Manner.OPEN_CALL)
    EvidenceFactory(review=review, invitation=call, restricted_under=2)
    EvidenceFactory(review=review, invitation=call)
    [one] = read(review, is_public=True).open_calls
    assert list(one.filed) == [2]


def test_report_that_holds_nothing_exempt_is_the_same_for_all():
    review = ReviewFactory()
    FindingFactory(review=review)
    full, public = (printing.report(read(review, is_public=p)) for p in (False, True))
    assert full == public
    assert not read(review).is_restricted
    assert read(secretive()).is_restricted


# --- As it goes to a meeting --------------------------------------------------------------------


def test_stage_follows_what_is_recorded():
    review = ReviewFactory()
    assert reading.stage_of(review) == Stage.PLANNED
    InvitationFactory(review=review)
    assert reading.stage_of(review) == Stage.EVIDENCE
    PaperFactory(kind=reading.PAPER_KIND, about=review.pk, text="")
    assert reading.stage_of(review) == Stage.REPORTED


def test_paper_says_the_same_after_the_meeting_has_adopted_it(officer):
    review, item = ReviewFactory(), ItemFactory()
    FindingFactory(review=review)
    PromiseFactory(review=review, due_on=None)
    before = printing.report(read(review, before=item.meeting))
    agreed = {one.pk: "2026/90" for one in review.findings.all()}
    actions.adopt_report(review, item=item, route="s.28(6)", references=agreed, by=officer)
    promise = review.promises.get()
    promise.done_on, promise.outcome = date(2026, 11, 1), "They are lit."
    actions.keep_promise(promise, by=officer)
    review.refresh_from_db()
    assert printing.report(read(review, before=item.meeting)) == before
    assert "DRAFT" in before
    after = printing.report(read(review))
    assert "DRAFT" not in after
    assert "2026/90" in after
    assert "They are lit." in after

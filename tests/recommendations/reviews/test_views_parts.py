"""The pages of the parts of a review."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pcp_scrutiny import history
from recommendations import actions
from recommendations.forms.review_parts import KINDS
from recommendations.models import Evidence, Finding, Invitation
from tests.factories.recommendations import ItemFactory
from tests.factories.reviews import (
    EvidenceFactory,
    FindingFactory,
    InvitationFactory,
    PromiseFactory,
    QuestionFactory,
    ReviewFactory,
    SubjectFactory,
)
from tests.recommendations.pages import filled, text

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"reviews:{name}", args=args)


@pytest.fixture
def of_officer(client_of, officer):
    return client_of(officer)


PARTS = {
    "invitations": {"manner": "letter", "name": "New"},
    "witnesses": {"name": "New"},
    "evidence": {
        "title": "New",
        "source": "S",
        "received_on_day": 1,
        "received_on_month": 6,
        "received_on_year": 2026,
        "text": "T",
    },
    "subjects": {"title": "New"},
    "questions": {"text": "New"},
    "points": {"text": "New"},
    "promises": {"text": "New", "promised_by": "S"},
    "conclusions": {"text": "New"},
    "recommendations": {"text": "New"},
}


def under(kind):
    review = ReviewFactory()
    subject = SubjectFactory(review=review)
    of = {"subject": subject, "question": None, "review": review}[KINDS[kind].under]
    return of or QuestionFactory(subject=subject)


@pytest.mark.parametrize("kind", KINDS)
def test_part_is_added_changed_and_removed(of_officer, kind):
    parent = under(kind)
    answer = of_officer.post(url("add_part", kind, parent.pk), PARTS[kind])
    part = KINDS[kind].model.objects.order_by("-pk").first()
    assert answer.url == part.get_absolute_url()
    form = filled(of_officer.get(url("edit_part", kind, part.pk)))
    name = next(field for field in ("name", "title", "text") if field in PARTS[kind])
    of_officer.post(url("edit_part", kind, part.pk), form | {name: "Reworded"})
    part.refresh_from_db()
    assert getattr(part, name) == "Reworded"
    of_officer.post(url("remove_part", kind, part.pk))
    assert not KINDS[kind].model.objects.filter(pk=part.pk).exists()
    assert part.history.filter(history_type="-").exists()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("persona", ["member", "chair", "nobody", "administrator"])
def test_only_officers_and_clerks_add_parts(client_of, request, kind, persona):
    client = client_of(request.getfixturevalue(persona))
    parent = under(kind)
    before = KINDS[kind].model.objects.count()
    assert client.post(url("add_part", kind, parent.pk), PARTS[kind]).status_code in (403, 404)
    assert KINDS[kind].model.objects.count() == before


def test_part_is_added_one_after_the_other(of_officer):
    address = url("add_part", "invitations", ReviewFactory().pk)
    assert of_officer.post(address, {**PARTS["invitations"], "another": "yes"}).url == address


@pytest.mark.parametrize("kind", ["nonsense", "reviews"])
def test_kind_that_is_none_is_not_found(of_officer, kind):
    assert of_officer.get(url("add_part", kind, ReviewFactory().pk)).status_code == 404
    assert of_officer.get(url("edit_part", kind, 1)).status_code == 404


def test_conclusion_is_not_found_among_recommendations(of_officer):
    finding = FindingFactory(kind=Finding.Kind.CONCLUSION)
    assert of_officer.get(url("edit_part", "recommendations", finding.pk)).status_code == 404
    assert of_officer.get(url("edit_part", "conclusions", finding.pk)).status_code == 200


def test_part_is_moved_by_a_button(of_officer):
    review = ReviewFactory()
    FindingFactory(review=review, text="A")
    last = FindingFactory(review=review, text="B")
    of_officer.post(url("move_part", "recommendations", last.pk), {"direction": "up"})
    assert [one.text for one in review.findings.order_by("position")] == ["B", "A"]


def test_what_has_no_place_is_not_moved(of_officer):
    assert of_officer.post(url("move_part", "promises", PromiseFactory().pk)).status_code == 404


def test_what_others_rest_on_says_why_it_stays(of_officer):
    evidence = EvidenceFactory()
    invitation = InvitationFactory(review=evidence.review)
    evidence.invitation = invitation
    history.save(evidence, by=None, why="Made for a test")
    address = url("remove_part", "invitations", invitation.pk)
    assert "This cannot be removed" in text(of_officer.post(address, follow=True))
    assert Invitation.objects.filter(pk=invitation.pk).exists()


def test_document_is_handed_back_as_it_came(of_officer):
    review = ReviewFactory()
    form = {**PARTS["evidence"], "text": "", "upload": SimpleUploadedFile("a.pdf", b"%PDF-1.7")}
    of_officer.post(url("add_part", "evidence", review.pk), form)
    answer = of_officer.get(url("evidence_source", Evidence.objects.get().pk))
    assert b"".join(answer.streaming_content) == b"%PDF-1.7"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="a.pdf"'


def test_evidence_without_a_document_has_none_to_hand_back(of_officer):
    assert of_officer.get(url("evidence_source", EvidenceFactory().pk)).status_code == 404


def test_document_need_not_be_chosen_twice(of_officer):
    address = url("add_part", "evidence", ReviewFactory().pk)
    form = {**PARTS["evidence"], "text": "", "title": ""}
    page = of_officer.post(address, form | {"upload": SimpleUploadedFile("a.pdf", b"%PDF-1.7")})
    of_officer.post(address, filled(page) | {"title": "Mended"})
    assert Evidence.objects.get().file.name == "a.pdf"


def test_promise_is_kept_also_after_the_report_is_adopted(of_officer, officer):
    promise = PromiseFactory()
    finding = FindingFactory(review=promise.review)
    how = {"item": ItemFactory(), "route": "s.28(6)", "references": {finding.pk: "2026/90"}}
    actions.adopt_report(promise.review, by=officer, **how)
    done = {"done_on_day": 1, "done_on_month": 10, "done_on_year": 2026, "outcome": "Lit."}
    of_officer.post(url("keep_promise", promise.pk), done | {"seen": history.stamp(promise)})
    page = text(of_officer.get(promise.review.get_absolute_url()))
    assert "Done on 1 October 2026: Lit." in page
    assert of_officer.get(url("edit_part", "promises", promise.pk)).status_code == 403

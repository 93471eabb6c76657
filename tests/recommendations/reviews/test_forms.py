"""What the forms of reviews ask, and what they say of bad input."""

from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from recommendations.forms import (
    AdoptionForm,
    EvidenceForm,
    InvitationForm,
    PlaceForm,
    PromiseKeptForm,
    QuestionForm,
    WitnessForm,
)
from recommendations.forms.review_parts import KINDS, kind_of
from recommendations.models import Evidence, Invitation, ReviewQuestion, Witness
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PaperFactory
from tests.factories.recommendations import ItemFactory, RecommendationFactory
from tests.factories.reviews import (
    EvidenceFactory,
    FindingFactory,
    InvitationFactory,
    PromiseFactory,
    ReviewFactory,
    SubjectFactory,
    WitnessFactory,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 30)


def day(name, on):
    parts = ("day", "month", "year") if on else ()
    return {f"{name}_{part}": getattr(on, part) for part in parts}


def errors(form):
    return {name: list(found) for name, found in form.errors.items()}


def test_a_welsh_panel_is_offered_its_own_paragraphs(officer):
    panel = Panel.current()
    panel.nation = "WLS"
    history.save(panel, by=None, why="For a test")
    review = ReviewFactory()
    forms = (
        InvitationForm(instance=Invitation(review=review)),
        EvidenceForm(instance=Evidence(review=review), by=officer),
    )
    for form in forms:
        field = form.fields["restricted_under"]
        assert [number for number, _ in field.choices] == ["", 12, 13, 14, 15, 16, 17, 18]
        assert "Part 4 of Schedule 12A" in field.help_text


# --- Invitations and witnesses ------------------------------------------------------------------


def invitation(**data):
    form = InvitationForm(
        {"manner": "letter", "name": "N", **data}, instance=Invitation(review=ReviewFactory())
    )
    return errors(form)


def test_whoever_declined_did_so_on_a_day():
    assert invitation(declined="on") == {"answered_on": ["Enter the day on which they declined"]}
    assert invitation(declined="on", **day("answered_on", TODAY)) == {}


def test_nobody_declines_an_open_call():
    found = invitation(manner="open call", declined="on", **day("answered_on", TODAY))
    assert found == {"declined": ["Nobody declines an open call: they just do not answer it"]}


def test_answer_comes_after_the_invitation():
    dates = day("invited_on", TODAY) | day("answered_on", date(2026, 6, 29))
    assert "must have come after" in invitation(**dates)["answered_on"][0]


def test_witness_is_heard_at_one_session():
    data = {"name": "W", "meeting": MeetingFactory().pk, "heard_at": "Elsewhere"}
    form = WitnessForm(data, instance=Witness(review=ReviewFactory()))
    assert "not both" in errors(form)["meeting"][0]


def test_form_offers_only_what_its_own_review_has():
    review = ReviewFactory()
    own, _other = WitnessFactory(review=review), WitnessFactory()
    subject = SubjectFactory(review=review)
    form = QuestionForm(instance=ReviewQuestion(subject=subject, position=0))
    assert list(form.fields["put_to"].queryset) == [own]
    assert "subject" not in form.fields


# --- Evidence -----------------------------------------------------------------------------------


def evidence(officer, upload=None, instance=None, **data):
    filled = {"title": "T", "source": "S", **day("received_on", TODAY), **data}
    instance = instance or Evidence(review=ReviewFactory(), number=0)
    files = {"upload": upload} if upload else None
    return EvidenceForm(filled, files, instance=instance, by=officer)


def test_evidence_is_a_document_or_words(officer):
    assert errors(evidence(officer)) == {
        "upload": ["Choose the document, or enter what it says below"]
    }
    assert evidence(officer, text="It says so.").is_valid()
    form = evidence(officer, SimpleUploadedFile("a.pdf", b"%PDF-1.7"))
    assert form.is_valid()
    assert (form.received.name, form.received.media_type) == ("a.pdf", "application/pdf")


def test_empty_document_is_refused(officer):
    [said] = errors(evidence(officer, SimpleUploadedFile("a.pdf", b"")))["upload"]
    assert said == "'a.pdf' is empty. Check that it is the right file"


def test_evidence_of_any_kind_is_kept(officer):
    form = evidence(officer, SimpleUploadedFile("a.wav", b"RIFF\x00\x01\x02"))
    assert form.is_valid()
    assert form.received.media_type == "application/octet-stream"


def test_document_waits_while_the_form_is_mended(officer, clerk):
    form = evidence(officer, SimpleUploadedFile("a.pdf", b"%PDF-1.7"), title="")
    assert not form.is_valid()
    form.hold_document()
    assert "'a.pdf' is kept for you" in str(form["upload"].help_text)
    held = form.data["held"]
    mended = evidence(officer, held=held)
    assert mended.is_valid()
    assert (mended.received.data, mended.received.name) == (b"%PDF-1.7", "a.pdf")
    theirs = evidence(clerk, held=held)
    assert "kept no longer" in errors(theirs)["upload"][0]


def test_correcting_evidence_asks_for_no_document_again(officer):
    assert evidence(officer, instance=EvidenceFactory(text="Words."), text="Words.").is_valid()


# --- Promises -----------------------------------------------------------------------------------


def test_promise_is_kept_once_it_has_happened():
    late = {"outcome": "Done.", **day("done_on", date(2026, 7, 1))}
    form = PromiseKeptForm(late, instance=PromiseFactory(), today=TODAY)
    assert errors(form) == {"done_on": ["The day it was done must be today or earlier"]}


# --- Adopting -----------------------------------------------------------------------------------


@pytest.fixture
def review():
    found = ReviewFactory()
    FindingFactory(review=found, text="That stops be lit.")
    FindingFactory(review=found, text="That buses be counted.")
    return found


def adoption(review, data=None):
    return AdoptionForm(data, review=review, today=TODAY)


def filled(form, item, **data):
    first, second = (one.pk for one in form.proposals)
    return {
        "item": item.pk,
        "route": "s.28(6)",
        "seen": form.initial["seen"],
        f"agreed_{first}": "on",
        f"reference_{first}": "2026/91",
        f"agreed_{second}": "on",
        f"reference_{second}": "2026/92",
        **{name.replace("second", str(second)): value for name, value in data.items()},
    }


def test_references_that_follow_on_are_proposed(review):
    RecommendationFactory(reference="2026/41", raised_in__item__meeting=MeetingFactory())
    ItemFactory()
    form = adoption(review)
    proposed = [form[f"reference_{one.pk}"].value() for one in form.proposals]
    assert proposed == ["2026/42", "2026/43"]


def test_item_that_has_the_report_as_a_paper_is_chosen_first(review):
    ItemFactory()
    item = ItemFactory()
    PaperFactory(item=item, kind="review", about=review.pk, text="")
    assert adoption(review).initial["item"] == item.pk


def test_nothing_can_be_recorded_before_a_meeting_was_held(review):
    AgendaItemFactory(meeting=MeetingFactory(starts_at=datetime(2199, 1, 4, 9, tzinfo=UTC)))
    ItemFactory(restricted_under=1)
    assert "No meeting can have adopted it yet" in adoption(review).obstacle


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("", "Enter its reference in the register"),
        ("2026/91", "Two recommendations cannot both be 2026/91"),
        ("2026/07", "Another recommendation is 2026/07 already"),
    ],
)
def test_each_recommendation_has_a_reference_of_its_own(review, reference, said):
    RecommendationFactory(reference="2026/07")
    item, form = ItemFactory(), adoption(review)
    data = filled(form, item, reference_second=reference)
    found = errors(adoption(review, data))
    assert said in found[f"reference_{form.proposals[1].pk}"]


def test_recommendation_that_was_not_agreed_needs_no_reference(review):
    item, form = ItemFactory(), adoption(review)
    data = filled(form, item, reference_second="")
    del data[f"agreed_{form.proposals[1].pk}"]
    bound = adoption(review, data)
    assert bound.is_valid()
    assert bound.references == {form.proposals[0].pk: "2026/91"}


def test_report_goes_under_an_item_still_to_come():
    past = ItemFactory()
    coming = AgendaItemFactory(meeting=MeetingFactory(starts_at=datetime(2199, 1, 4, tzinfo=UTC)))
    assert errors(PlaceForm({"item": past.pk}))
    form = PlaceForm({"item": coming.pk})
    assert form.is_valid()
    assert form.chosen == coming


# --- The kinds of parts -------------------------------------------------------------------------


def test_every_kind_knows_its_own():
    for name, kind in KINDS.items():
        under = {"subject": SubjectFactory, "question": None}.get(kind.under, ReviewFactory)
        if under is not None:
            assert kind_of(kind.new(under())) is KINDS[name]


def test_invitation_that_is_answered_by_evidence_is_offered_there(officer):
    invited = InvitationFactory()
    form = EvidenceForm(instance=Evidence(review=invited.review, number=0), by=officer)
    assert list(form.fields["invitation"].queryset) == [invited]

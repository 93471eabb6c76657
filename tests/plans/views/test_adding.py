"""Adding a plan and its versions in the browser: what comes in, what is refused, what is kept."""

import io
from datetime import date
from uuid import uuid4

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plans.models import Plan, PlanVersion
from tests.factories.plans import PlanFactory, PlanVersionFactory

TEXT = "Our plan\n\n1. We will answer every call.\n\n2. We will say what happened next.\n"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_file(*paragraphs, name="plan.docx"):
    document = docx.Document()
    document.add_heading("Neighbourhoods", 1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    data = io.BytesIO()
    document.save(data)
    return SimpleUploadedFile(name, data.getvalue(), WORD)


def filled(**changes):
    """The form as an officer fills it in, without file or text."""
    fields = {"kind": "draft", "dated_day": "5", "dated_month": "5", "dated_year": "2026"}
    return {**fields, **changes}


@pytest.fixture
def plan(db):
    return PlanFactory()


@pytest.fixture
def send(client_of, officer, plan):
    """Send the form of a new version; answers with the response."""
    client = client_of(officer)
    url = reverse("plans:add_version", args=[plan.pk])
    return lambda **fields: client.post(url, filled(**fields))


def test_a_plan_is_added_and_its_first_version_asked_for(client_of, officer):
    response = client_of(officer).post(reverse("plans:add"), {"title": "Safer together"})
    plan = Plan.objects.get(title="Safer together")
    assert response.url == reverse("plans:add_version", args=[plan.pk])


def test_a_plan_of_a_known_title_is_refused_in_words(client_of, officer, plan):
    response = client_of(officer).post(reverse("plans:add"), {"title": plan.title})
    assert "There is a plan with this title already" in response.content.decode()
    assert Plan.objects.count() == 1


def test_a_word_document_becomes_a_version(send, plan):
    response = send(upload=word_file("1. We will answer every call.", "2. We will listen."))
    version = plan.versions.get()
    assert response.url == reverse("plans:correct", args=[version.pk])
    assert [p.label for p in version.paragraphs.order_by("position")] == ["1", "2"]
    assert version.paragraphs.first().heading == ["Neighbourhoods"]
    assert (version.kind, version.dated) == ("draft", date(2026, 5, 5))
    assert (version.source.name, version.source.media_type) == ("plan.docx", WORD)


def test_a_text_file_becomes_a_version(send, plan):
    send(upload=SimpleUploadedFile("plan.txt", TEXT.encode(), "text/plain"))
    assert plan.versions.get().paragraphs.count() == 2


def test_pasted_text_becomes_a_version(send, plan):
    send(pasted=TEXT)
    version = plan.versions.get()
    assert version.paragraphs.count() == 2
    assert version.source.content.read().decode() == TEXT.strip()


def test_the_latest_version_is_offered_as_the_one_it_revises(client_of, officer, plan):
    PlanVersionFactory(plan=plan)
    latest = PlanVersionFactory(plan=plan, dated=date(2026, 6, 1))
    page = client_of(officer).get(reverse("plans:add_version", args=[plan.pk]))
    assert page.context["form"]["revises"].value() == latest.pk


def test_a_version_of_another_plan_cannot_be_revised(send):
    response = send(pasted=TEXT, revises=str(PlanVersionFactory().pk))
    assert response.status_code in (200, 302)
    assert not PlanVersion.objects.filter(revises__isnull=False).exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Upload a file, or paste the text below"),
        (
            {"upload": SimpleUploadedFile("a.txt", b"1. One."), "pasted": TEXT},
            "Upload a file or paste the text, not both",
        ),
        ({"upload": SimpleUploadedFile("a.docx", b"")}, "empty"),
        (
            {"upload": SimpleUploadedFile("a.docx", b"PK\x03\x04 not a zip")},
            "is not a Word document",
        ),
        (
            {"upload": SimpleUploadedFile("a.docx", bytes(range(256)) * 40)},
            "is not a Word document",
        ),
        ({"pasted": TEXT, "kind": ""}, "Select kind of version"),
        ({"pasted": TEXT, "dated_year": ""}, "Date of the version must include a year"),
        ({"pasted": "\u200b"}, "no text"),
    ],
)
def test_what_cannot_be_added_is_refused_in_words(fields, words, send, plan):
    for upload in (value for value in fields.values() if hasattr(value, "seek")):
        upload.seek(0)
    response = send(**fields)
    assert response.status_code == 200
    assert words in response.content.decode()
    assert not plan.versions.exists()


def test_what_was_typed_is_kept_when_something_is_wrong(send):
    page = send(pasted=TEXT, dated_day="31", dated_month="2").content.decode()
    assert "Date of the version must be a real date" in page
    assert "We will say what happened next." in page
    assert 'value="31"' in page


def test_a_file_need_not_be_chosen_again_when_something_else_is_wrong(send, plan):
    upload = word_file("1. We will answer every call.")
    page = send(upload=upload, kind="")
    assert "<strong>plan.docx</strong> has been received" in page.content.decode()
    send(held=page.context["form"]["held"].value())
    version = plan.versions.get()
    assert version.source.name == "plan.docx"
    assert version.paragraphs.get().text == "We will answer every call."


def test_a_file_that_someone_else_sent_in_is_not_found(send, client_of, clerk, plan):
    page = send(upload=word_file("1. We will answer every call."), kind="")
    token = page.context["form"]["held"].value()
    clerk.is_officer = True
    clerk.save()
    url = reverse("plans:add_version", args=[plan.pk])
    page = client_of(clerk).post(url, filled(held=token)).content.decode()
    assert "Upload a file, or paste the text below" in page


def test_a_plan_without_numbers_is_added_only_when_the_officer_says_so(send, plan):
    prose = "Our plan\n\nWe will answer every call.\n\nWe will say what happened next.\n"
    response = send(pasted=prose)
    assert "No paragraph has a number" in response.content.decode()
    assert "We will say what happened next." in response.content.decode()
    assert not plan.versions.exists()
    send(pasted=prose, unnumbered="on")
    assert plan.versions.get().paragraphs.exists()


def test_the_same_file_twice_is_refused_naming_the_version(send, plan):
    send(pasted=TEXT)
    response = send(pasted=TEXT, kind="issued")
    assert "which is in this plan already" in response.content.decode()
    assert plan.versions.count() == 1


def test_a_double_submission_adds_one_version(send, plan):
    token = str(uuid4())
    first, second = send(pasted=TEXT, once=token), send(pasted=TEXT, once=token)
    assert plan.versions.count() == 1
    assert first.url == second.url


def test_a_refused_form_can_be_sent_again_with_its_token(send, plan):
    token = str(uuid4())
    send(once=token)
    send(pasted=TEXT, once=token)
    assert plan.versions.count() == 1

"""A long file: received at once, read in the background, found again."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny import history
from plans import actions
from plans.models import Reading
from tests.factories.plans import ComparisonFactory, PlanFactory, ReadingFactory
from tests.plans.views.test_adding import filled

LONG_TEXT = "Our plan\n\n" + "\n\n".join(
    f"{n}. We will answer every call of street {n}, and say what happened next to those who called."
    for n in range(1, 2001)
)


@pytest.fixture
def plan(db):
    return PlanFactory()


def send(client, plan, data, name="plan.txt"):
    upload = SimpleUploadedFile(name, data)
    return client.post(reverse("plans:add_version", args=[plan.pk]), filled(upload=upload))


def test_a_long_file_is_received_at_once(client_of, officer, plan):
    response = send(client_of(officer), plan, LONG_TEXT.encode())
    reading = Reading.objects.get()
    assert response.url == reverse("plans:reading", args=[reading.pk])
    assert reading.state == Reading.State.WAITING
    assert (reading.source.name, reading.source.media_type) == ("plan.txt", "text/plain")
    assert not plan.versions.exists()


def test_a_long_file_becomes_a_version(
    client_of, officer, plan, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        response = send(client_of(officer), plan, LONG_TEXT.encode())
    page = client_of(officer).get(response.url).content.decode()
    assert "The file has been read." in page
    assert reverse("plans:correct", args=[plan.versions.get().pk]) in page
    assert plan.versions.get().paragraphs.count() == 2000


def test_a_long_file_that_cannot_be_read_is_refused_at_once(client_of, officer, plan):
    response = send(client_of(officer), plan, b"\x89PNG" + bytes(200_000), "plan.pdf")
    assert "is not a PDF: it looks like a picture" in response.content.decode()
    assert not Reading.objects.exists()


def test_a_long_file_that_is_a_version_already_is_refused_at_once(
    client_of, officer, plan, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        send(client_of(officer), plan, LONG_TEXT.encode())
    response = send(client_of(officer), plan, LONG_TEXT.encode())
    assert "which is in this plan already" in response.content.decode()


def test_a_long_file_need_not_be_chosen_again(client_of, officer, plan):
    url = reverse("plans:add_version", args=[plan.pk])
    upload = SimpleUploadedFile("plan.txt", LONG_TEXT.encode())
    page = client_of(officer).post(url, filled(upload=upload, kind=""))
    assert "<strong>plan.txt</strong> has been received" in page.content.decode()
    client_of(officer).post(url, filled(held=page.context["form"]["held"].value()))
    assert Reading.objects.get().source.name == "plan.txt"


def test_the_page_says_how_far_it_is(client_of, officer):
    reading = ReadingFactory(state=Reading.State.READING)
    actions.tell_pages(reading.pk, 40, 300)
    page = client_of(officer).get(reading.get_absolute_url()).content.decode()
    assert "page 40 of 300" in page
    assert '<progress class="app-progress" max="300" value="40"' in page
    assert "data-in-the-making" in page


def test_the_page_says_when_the_reader_has_stopped(client_of, officer):
    with history.as_at(timezone.now() - timedelta(hours=1)):
        reading = ReadingFactory(state=Reading.State.READING)
    page = client_of(officer).get(reading.get_absolute_url()).content.decode()
    assert "seems to have stopped" in page


def test_the_page_of_one_that_failed_says_why(client_of, officer):
    reading = ReadingFactory(state=Reading.State.FAILED, failure="It has no text.")
    page = client_of(officer).get(reading.get_absolute_url()).content.decode()
    assert "It has no text." in page
    assert "Send in another file" in page
    assert "data-in-the-making" not in page


def test_the_page_of_a_version_that_was_deleted_says_so(client_of, officer):
    reading = ReadingFactory(state=Reading.State.DONE)
    page = client_of(officer).get(reading.get_absolute_url()).content.decode()
    assert "has been deleted since" in page


def test_home_shows_officers_what_is_being_read(client_of, officer, member):
    ReadingFactory()
    ReadingFactory(state=Reading.State.FAILED, failure="It has no text.")
    ReadingFactory(state=Reading.State.DONE)
    page = client_of(officer).get("/").content.decode()
    assert page.count(": waiting to be read") == 1
    assert page.count(": could not be read") == 1
    assert "waiting to be read" not in client_of(member).get("/").content.decode()


def test_a_comparison_can_be_asked_for_again(client_of, officer, member):
    comparison = ComparisonFactory()
    url = reverse("plans:renew_comparison", args=[comparison.pk])
    assert client_of(member).post(url).status_code == 403
    assert client_of(officer).get(url).status_code == 405
    assert client_of(officer).post(url).url == comparison.get_absolute_url()


def test_the_progress_of_a_comparison_is_said_in_few_words(client_of, member):
    comparison = ComparisonFactory(awaited_since=timezone.now(), percent=55)
    url = reverse("plans:comparison_progress", args=[comparison.pk])
    page = client_of(member).get(url).content.decode()
    assert "are being compared: half done" in page
    assert "data-in-the-making" in page


def test_a_comparison_that_failed_says_why_and_is_not_asked_for_again_by_itself(client_of, member):
    comparison = ComparisonFactory(awaited_since=timezone.now(), failure="Try it again.")
    page = client_of(member).get(comparison.get_absolute_url()).content.decode()
    assert "could not be compared. Try it again." in page
    assert "data-in-the-making" not in page

"""A version: its file as received, locking it, deleting it."""

import hashlib
from uuid import uuid4

from django.urls import reverse

from pcp_scrutiny import history
from plans import actions, events
from plans.models import PlanVersion
from tests.factories.plans import (
    ComparisonFactory,
    PlanVersionFactory,
    ReceivedFileFactory,
)
from tests.plans.views.pages import page_of


def test_the_file_as_received_is_downloaded_never_shown(member_client):
    data = b"<html><script>alert(1)</script>"
    source = ReceivedFileFactory(name="the plan.html", data=data)
    version = PlanVersionFactory(source=source)
    response = member_client.get(reverse("plans:source", args=[version.pk]))
    assert b"".join(response.streaming_content) == data
    assert response["Content-Disposition"] == 'attachment; filename="the plan.html"'
    assert response["X-Content-Type-Options"] == "nosniff"
    page = page_of(member_client, "version", version.pk)
    assert hashlib.sha256(data).hexdigest() in page


def test_a_version_is_locked_only_when_confirmed(officer_client, version):
    page_of(officer_client, "lock", version.pk)
    assert not PlanVersion.objects.get(pk=version.pk).is_locked
    response = officer_client.post(reverse("plans:lock", args=[version.pk]))
    assert response.url == version.get_absolute_url()
    assert PlanVersion.objects.get(pk=version.pk).is_locked


def test_a_double_submission_locks_once(officer_client, version):
    url, token = reverse("plans:lock", args=[version.pk]), {"once": str(uuid4())}
    first = officer_client.post(url, token)
    second = officer_client.post(url, token)
    assert (first.status_code, second.status_code) == (302, 302)
    assert second.url == first.url
    assert version.history.count() == 2


def test_the_lock_page_warns_of_what_is_unsure_and_of_what_other_apps_know(
    officer_client, version, second, plain
):
    second.unsure = "Is 2 its number?"
    history.save(second, by=None, why="Made unsure")
    events.lock_warnings.append(lambda *_: ["R3 and R7 have no response."])
    page = page_of(officer_client, "lock", version.pk)
    assert "1 paragraph is still marked to be checked." in page
    assert "R3 and R7 have no response." in page


def test_the_lock_page_leads_to_the_version_that_must_be_locked_first(officer_client):
    comparison = ComparisonFactory()
    page = page_of(officer_client, "lock", comparison.later_id)
    assert reverse("plans:lock", args=[comparison.earlier_id]) in page
    assert "<button" in page
    assert "Lock this version" not in page


def test_a_version_is_deleted_only_when_confirmed(officer_client, version):
    assert "added by mistake" in page_of(officer_client, "delete_version", version.pk)
    assert PlanVersion.objects.filter(pk=version.pk).exists()
    response = officer_client.post(reverse("plans:delete_version", args=[version.pk]))
    assert response.url == version.plan.get_absolute_url()
    assert not PlanVersion.objects.filter(pk=version.pk).exists()


def test_open_versions_wait_on_the_officers_home_page(
    officer, officer_client, member_client, version
):
    url = reverse("plans:correct", args=[version.pk])
    assert url in officer_client.get(reverse("home")).content.decode()
    assert url not in member_client.get(reverse("home")).content.decode()
    actions.lock_version(version, by=officer)
    assert url not in officer_client.get(reverse("home")).content.decode()

"""The history page of any record."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import MeetingFactory
from tests.factories.plans import PlanFactory, PlanVersionFactory


def url_of(record) -> str:
    meta = record._meta
    return reverse("history:record", args=[meta.app_label, meta.model_name, record.pk])


def test_history_shows_who_when_why_old_and_new(client_of, administrator):
    panel = history.create(Panel, by=administrator, why="Set up", pk=1, name="Old name")
    panel.name = "New name"
    history.save(panel, by=administrator, why="Renamed by the host authority")
    page = client_of(administrator).get(url_of(panel)).content.decode()
    for words in ("Old name", "New name", "Renamed by the host authority", administrator.name):
        assert words in page


def test_history_of_what_one_may_not_see_is_not_found(client_of, administrator, officer):
    assert client_of(officer).get(url_of(administrator)).status_code == 404


def test_history_never_tells_a_password(client_of, administrator, officer):
    officer.set_password("another pass-phrase")
    history.save(officer, by=administrator, why="Password set")
    page = client_of(administrator).get(url_of(officer)).content.decode()
    assert officer.password not in page
    assert "assword" not in page.replace("Password set", "")


def test_record_that_gives_no_reason_cannot_be_written(db):
    with pytest.raises(ValueError, match="Say why this panel changes"):
        Panel.objects.create(pk=1)


def test_reason_of_one_write_is_not_the_next_ones(db):
    panel = history.create(Panel, by=None, why="Set up", pk=1)
    with pytest.raises(ValueError, match="Say why"):
        panel.save()


def test_history_of_no_such_model_is_not_found(client_of, administrator):
    for app, model in (("plans", "nothing"), ("nowhere", "user"), ("sessions", "session")):
        url = reverse("history:record", args=[app, model, 1])
        assert client_of(administrator).get(url).status_code == 404


def test_history_of_what_was_deleted_can_still_be_read(client_of, officer, nobody):
    plan = PlanFactory(title="A plan nobody wants")
    address = url_of(plan)
    history.delete(plan, by=officer, why="Added by mistake")
    page = client_of(officer).get(address).content.decode()
    for words in ("A plan nobody wants", "has been deleted", "Added by mistake"):
        assert words in page
    assert client_of(nobody).get(address).status_code == 404


def test_history_of_a_record_names_what_was_deleted_from_it(client_of, officer):
    version = PlanVersionFactory(texts=["Kept words.", "Unwanted words."])
    paragraph = version.paragraphs.last()
    address = url_of(paragraph)
    history.delete(paragraph, by=officer, why="A page header")
    page = client_of(officer).get(url_of(version)).content.decode()
    assert "A page header" in page
    assert address in page


def test_history_tells_times_as_the_clock_on_the_wall_has_them(client_of, officer):
    meeting = MeetingFactory(starts_at=datetime(2026, 6, 12, 9, 0, tzinfo=UTC))
    page = client_of(officer).get(url_of(meeting)).content.decode()
    assert "12 June 2026 at 10am" in page

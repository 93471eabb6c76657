"""Who may open and do what: every page of the app, for every persona and stage."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from meetings.models import Meeting
from pcp_scrutiny import history
from tests.factories.accounts import UserFactory
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    DeclarationFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PackFactory,
    PaperFactory,
)

READERS = ["officer", "clerk", "member", "chair"]
ARRANGERS = ["officer", "clerk"]
STRANGERS = ["administrator", "nobody"]


def published_pack():
    return PackFactory(
        state="made",
        sha256="0" * 64,
        pages=1,
        version=1,
        published_at=datetime(2026, 12, 3, 9, tzinfo=UTC),
        published_by=UserFactory(is_clerk=True),
        clear_days=5,
    )


def of_meeting(**fields):
    return lambda: MeetingFactory(**fields).pk


READ = [
    ("detail", of_meeting()),
    ("agenda_pdf", of_meeting()),
    ("minutes", of_meeting()),
    ("paper", lambda: PaperFactory().pk),
    ("pack", lambda: published_pack().pk),
]
ARRANGE = [
    ("edit", of_meeting()),
    ("publish_agenda", of_meeting()),
    ("attendance", of_meeting()),
    ("add_attendance", of_meeting()),
    ("edit_attendance", lambda: AttendanceFactory().pk),
    ("delete_attendance", lambda: AttendanceFactory().pk),
    ("add_declaration", of_meeting()),
    ("edit_declaration", lambda: DeclarationFactory().pk),
    ("delete_declaration", lambda: DeclarationFactory().pk),
    ("close", of_meeting(state="in progress")),
    ("finish", of_meeting()),
    ("reopen", of_meeting(state="draft minutes")),
    ("add_item", of_meeting()),
    ("arrange_agenda", of_meeting()),
    ("standing_items", of_meeting()),
    ("edit_item", lambda: AgendaItemFactory().pk),
    ("delete_item", lambda: AgendaItemFactory().pk),
    ("add_paper", lambda: AgendaItemFactory().pk),
    ("edit_paper", lambda: PaperFactory().pk),
    ("delete_paper", lambda: PaperFactory().pk),
    ("add_entry", lambda: AgendaItemFactory().pk),
    ("edit_entry", lambda: MinuteEntryFactory().pk),
    ("delete_entry", lambda: MinuteEntryFactory().pk),
    ("approve_minutes", of_meeting(state="draft minutes")),
]
PRESS = [
    ("move_item", lambda: AgendaItemFactory().pk),
    ("copy_standing_items", of_meeting()),
    ("make_pack", of_meeting()),
]
# A pack that is not published is known to those who make packs alone.
OF_A_DRAFT = ["pack", "publish_pack", "pack_file", "read_pack"]


@pytest.fixture
def status(request, client_of):
    def get(persona, name, make, method="get"):
        user = request.getfixturevalue(persona) if persona else None
        url = reverse(f"meetings:{name}", args=[make()])
        return getattr(client_of(user), method)(url).status_code

    return get


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("persona", READERS)
@pytest.mark.parametrize(("name", "make"), READ)
def test_those_with_a_role_read(status, persona, name, make):
    assert status(persona, name, make) == 200


@pytest.mark.parametrize("persona", ARRANGERS)
@pytest.mark.parametrize(("name", "make"), ARRANGE)
def test_officers_and_clerks_arrange(status, persona, name, make):
    assert status(persona, name, make) == 200


@pytest.mark.parametrize("persona", ["member", "chair"])
@pytest.mark.parametrize(("name", "make"), ARRANGE)
def test_members_may_not_arrange(status, persona, name, make):
    assert status(persona, name, make) == 403


@pytest.mark.parametrize(("name", "make"), PRESS)
def test_members_may_not_press(status, name, make):
    assert status("member", name, make, "post") == 403


@pytest.mark.parametrize("name", OF_A_DRAFT)
def test_members_do_not_find_a_pack_that_is_not_published(status, name):
    assert status("member", name, lambda: PackFactory().pk) == 404


def test_members_find_no_pack_to_cancel(status):
    assert status("member", "cancel_pack", lambda: PackFactory().pk, "post") == 404


@pytest.mark.parametrize(("name", "make"), PRESS)
def test_what_is_pressed_is_not_opened(status, name, make):
    assert status("officer", name, make) == 405


@pytest.mark.parametrize("persona", STRANGERS)
@pytest.mark.parametrize(("name", "make"), [*READ, *ARRANGE, *PRESS])
def test_those_without_a_role_find_nothing(status, persona, name, make):
    assert status(persona, name, make) == 404
    assert status(persona, name, make, "post") == 404


@pytest.mark.parametrize(("name", "make"), [*READ, *ARRANGE, *PRESS])
def test_the_public_is_asked_to_sign_in(status, name, make):
    assert status(None, name, make) == 302
    assert status(None, name, make, "post") == 302


@pytest.mark.parametrize("name", ["list", "add"])
def test_the_pages_of_no_meeting(name, request, client_of):
    url = reverse(f"meetings:{name}")
    expected = {
        "officer": 200,
        "clerk": 200,
        "member": 200 if name == "list" else 403,
        "administrator": 403,
        "nobody": 403,
    }
    for persona, status in expected.items():
        assert client_of(request.getfixturevalue(persona)).get(url).status_code == status
    assert client_of(None).get(url).status_code == 302


@pytest.mark.parametrize(
    ("name", "make"),
    [pair for pair in ARRANGE if pair[0] not in ("approve_minutes", "delete_attendance")],
)
def test_nothing_is_arranged_once_the_minutes_are_approved(name, make, officer, client_of):
    url = reverse(f"meetings:{name}", args=[make()])
    meeting = Meeting.objects.get()
    meeting.state, meeting.approved_at = "approved minutes", datetime(2027, 2, 5, tzinfo=UTC)
    history.save(meeting, by=officer, why="Approved for a test")
    assert client_of(officer).get(url).status_code == 403


@pytest.mark.parametrize("state", ["waiting", "making", "failed"])
def test_a_pack_is_not_downloaded_before_it_is_made(state, status):
    fields = {"state": state, "failure": "Why" if state == "failed" else ""}
    assert status("officer", "pack_file", lambda: PackFactory(**fields).pk) == 403

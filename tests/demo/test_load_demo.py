"""``manage.py load_demo`` on a database that is empty, and on one that is not."""

from datetime import UTC, datetime

import pytest
from django.core.management import CommandError

from demo import content, loading
from meetings.models import Meeting
from pcp_scrutiny import history
from pcp_scrutiny.accounts.models import User
from plans.models import Plan
from tests.demo.command import load_demo, rows_of_history


def test_load_demo_names_those_who_can_sign_in(db, client):
    said = load_demo()
    for account in content.ACCOUNTS:
        email = content.person(account.person).email
        [line] = [line for line in said.splitlines() if email in line]
        assert content.PASSWORD in line
        assert account.try_this in line
        assert client.login(email=email, password=content.PASSWORD)


def add_user() -> None:
    history.create(User, by=None, why="Test", email="a@panel.example", name="A", password="x")


def add_plan() -> None:
    history.create(Plan, by=None, why="Test", title="Another plan")


def add_meeting() -> None:
    at = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    history.create(Meeting, by=None, why="Test", starts_at=at, venue="Town Hall")


@pytest.mark.parametrize(
    ("add", "kind"), [(add_user, "person"), (add_plan, "plan"), (add_meeting, "meeting")]
)
def test_load_demo_does_not_touch_other_data(db, add, kind):
    add()
    before = rows_of_history()
    with pytest.raises(CommandError, match=rf"holds other data.*nothing was changed.*{kind}"):
        load_demo()
    assert rows_of_history() == before


def test_load_that_fails_leaves_nothing(db, monkeypatch):
    monkeypatch.setattr(content, "SENT", None)  # it fails half way through
    with pytest.raises(TypeError):
        load_demo()
    assert set(rows_of_history().values()) == {0}
    assert not loading.is_loaded()
    assert not loading.other_data()

"""Personas, and what every test stands on."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.test.utils import setup_databases, teardown_databases

from pcp_scrutiny.accounts.models import User
from tests.demo.conftest import demo_once, loaded
from tests.factories.accounts import UserFactory

__all__ = ["demo_once", "loaded"]  # the demo panel, for tests of the whole site


def pytest_addoption(parser: pytest.Parser) -> None:
    """For the second database: pure functions answer the same on every one."""
    parser.addoption(
        "--only-database", action="store_true", help="leave out the tests that touch no database"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what ``--only-database`` says."""
    if config.getoption("only_database"):
        chosen = [item for item in items if _touches_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(chosen)])
        items[:] = chosen


def _touches_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    ways = {"db", "transactional_db", "live_server", "loaded"}
    return bool(fixtures & ways) or item.get_closest_marker("django_db") is not None


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment, django_db_blocker, django_db_modify_db_settings
) -> Iterator[None]:
    """Always make the database: pytest-django's own looks only for tests that ask for ``db``, and
    the demo panel is loaded by a fixture that is wider than a test."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True)
def _quiet_surroundings(settings, tmp_path):
    """Files go to a folder of the test's own; tasks run at once; passwords hash fast."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def officer(db) -> User:
    """Supports the panel: enters plans, minutes and letters."""
    return UserFactory(name="Olive Officer", email="officer@panel.example", is_officer=True)


@pytest.fixture
def clerk(db) -> User:
    """Arranges meetings and makes packs."""
    return UserFactory(name="Clem Clerk", email="clerk@panel.example", is_clerk=True)


@pytest.fixture
def member(db) -> User:
    """Reads before the meeting."""
    return UserFactory(name="Merle Member", email="member@panel.example", is_member=True)


@pytest.fixture
def chair(db) -> User:
    """A member who chairs the panel."""
    return UserFactory(name="Chris Chair", email="chair@panel.example", is_member=True)


@pytest.fixture
def administrator(db) -> User:
    """Looks after people and settings, and has no part in the panel's work."""
    return UserFactory(name="Ada Admin", email="admin@panel.example", is_administrator=True)


@pytest.fixture
def nobody(db) -> User:
    """Has signed in, and has been given no role."""
    return UserFactory(name="Noah Nobody", email="nobody@panel.example")


@pytest.fixture
def client_of() -> Callable[[User | None], Client]:
    """A browser in which someone has signed in; None for the public."""

    def sign_in(user: User | None) -> Client:
        client = Client()
        if user is not None:
            client.force_login(user)
        return client

    return sign_in

"""Personas, and what every test stands on."""

from collections.abc import Callable

import pytest
from django.test import Client

from pcp_scrutiny.accounts.models import User
from tests.factories.accounts import UserFactory


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

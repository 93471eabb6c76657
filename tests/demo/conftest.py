"""The demo panel, loaded."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.test import override_settings

from demo import loading
from demo.loading.people import Cast


@pytest.fixture
def demo(db) -> Cast:
    """The demo panel, loaded for this test alone; those who take part, by key."""
    return loading.load()


@dataclass(frozen=True)
class Loaded:
    """Those who take part, and the folder of the files that were received."""

    cast: Cast
    media: str


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Loaded]:
    """The demo panel, loaded once for a module and gone after it.

    The ``db`` fixture closes the connection after each test, and so cannot be used beside it.
    """
    media = str(tmp_path_factory.mktemp("media"))
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=media, PASSWORD_HASHERS=quick),
        transaction.atomic(),
    ):
        yield Loaded(loading.load(), media)
        transaction.set_rollback(True)


@pytest.fixture
def demo_once(loaded: Loaded, settings) -> Iterator[None]:
    """The demo panel as loaded: what this test writes is undone, and the next finds it so too."""
    settings.MEDIA_ROOT = loaded.media
    with transaction.atomic():
        yield
        transaction.set_rollback(True)

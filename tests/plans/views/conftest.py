"""Browsers and versions for the pages of plans."""

import pytest

from plans import events, explanations, margin, related
from tests.factories.plans import PlanVersionFactory


@pytest.fixture
def officer_client(client_of, officer):
    return client_of(officer)


@pytest.fixture
def member_client(client_of, member):
    return client_of(member)


@pytest.fixture
def version(db):
    return PlanVersionFactory(texts=["One.", "Two.", "Three."])


@pytest.fixture
def second(version):
    return version.paragraphs.get(label="2")


@pytest.fixture
def plain(monkeypatch):
    """Pages without what other apps add to them."""
    for registry in (explanations, margin, related):
        monkeypatch.setattr(registry, "sources", [])
    monkeypatch.setattr(events, "version_locked", [])
    monkeypatch.setattr(events, "lock_warnings", [])

"""Who may write, at every page of recommendations that does."""

import pytest
from django.urls import reverse

from recommendations.models import Recommendation
from tests.recommendations.pages import LIST, OTHERS, READERS, counts, url

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("persona", OTHERS)
def test_only_officers_write(request, client_of, writing, persona):
    before = counts(), Recommendation.history.count()
    client = client_of(request.getfixturevalue(persona))
    knows = persona in READERS
    for page, form in writing.items():
        assert client.post(page, form).status_code == (403 if knows else 404), page
    assert (counts(), Recommendation.history.count()) == before


def test_public_is_sent_to_sign_in(client_of, writing):
    before = counts()
    for page, form in writing.items():
        assert client_of(None).post(page, form).url.startswith(reverse("accounts:sign_in"))
    assert counts() == before


def test_officer_may_do_each(client_of, officer, writing):
    for page, form in writing.items():
        assert client_of(officer).post(page, form).status_code == 302, page


def test_get_writes_nothing(client_of, officer, writing, looped):
    before = counts(), Recommendation.history.count()
    for page in [LIST, looped.get_absolute_url(), *writing]:
        assert client_of(officer).get(page).status_code == 200
    assert (counts(), Recommendation.history.count()) == before


@pytest.mark.parametrize("name", ["detail", "edit", "judge", "add", "send"])
def test_unknown_pk_is_not_found(client_of, officer, name):
    assert client_of(officer).get(url(name, 9999)).status_code == 404

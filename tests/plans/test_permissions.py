"""Who may do what: by role, and by the state of the version."""

import pytest
from django.urls import reverse

from plans import permissions
from tests.factories.plans import ComparisonFactory, ParagraphFactory, PlanVersionFactory

READING = ["list", "detail", "version", "source"]
WRITING = ["add", "add_version"]
CORRECTING = ["correct", "lock", "edit_version", "delete_version"]
PARAGRAPH = [
    "edit_paragraph",
    "approve_paragraph",
    "add_paragraph",
    "delete_paragraph",
    "join_paragraph",
    "split_paragraph",
]


def url_of(name, version):
    if name in ("list", "add"):
        return reverse(f"plans:{name}")
    if name in ("detail", "add_version"):
        return reverse(f"plans:{name}", args=[version.plan_id])
    if name in PARAGRAPH:
        return reverse(f"plans:{name}", args=[version.paragraphs.first().pk])
    return reverse(f"plans:{name}", args=[version.pk])


@pytest.fixture
def version(db):
    return PlanVersionFactory(texts=["One.", "Two."])


@pytest.fixture
def locked(db):
    return PlanVersionFactory(texts=["One.", "Two."], locked=True)


@pytest.fixture
def persona(request):
    """The user that the test's parameter names."""
    return request.getfixturevalue(request.param)


def statuses(client, names, version, method="get"):
    return {name: getattr(client, method)(url_of(name, version)).status_code for name in names}


def all_of(names, status):
    return dict.fromkeys(names, status)


@pytest.mark.parametrize("persona", ["officer", "clerk", "member", "chair"], indirect=True)
def test_everyone_with_a_role_reads_plans(persona, version, client_of):
    assert statuses(client_of(persona), READING, version) == all_of(READING, 200)


@pytest.mark.parametrize("persona", ["nobody", "administrator"], indirect=True)
def test_those_without_a_role_do_not_know_of_plans(persona, version, client_of):
    names = ["detail", "version", "source", *CORRECTING, *PARAGRAPH]
    assert statuses(client_of(persona), names, version) == all_of(names, 404)
    assert statuses(client_of(persona), ["list", "add"], version) == all_of(["list", "add"], 403)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("persona", ["clerk", "member", "chair"], indirect=True)
def test_only_officers_bring_in_and_correct(persona, method, version, client_of):
    names = [*WRITING, *CORRECTING, *PARAGRAPH]
    assert statuses(client_of(persona), names, version, method) == all_of(names, 403)
    assert [p.text for p in version.paragraphs.order_by("position")] == ["One.", "Two."]


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_corrects_a_locked_version(method, locked, client_of, officer):
    names = [*CORRECTING, *PARAGRAPH]
    assert statuses(client_of(officer), names, locked, method) == all_of(names, 403)


def test_the_public_is_asked_to_sign_in(version, client_of):
    names = [*READING, *WRITING, *CORRECTING, *PARAGRAPH]
    assert statuses(client_of(None), names, version) == all_of(names, 302)


def test_a_version_that_revises_none_has_no_comparison(version, client_of, member):
    url = reverse("plans:compare", args=[version.pk])
    assert client_of(member).get(url).status_code == 403


def test_members_read_the_comparison(client_of, member):
    later = ComparisonFactory().later
    url = reverse("plans:compare", args=[later.pk])
    assert client_of(member).get(url).status_code == 200


def test_what_does_not_exist_is_not_found(client_of, officer):
    for name in ("version", "correct", "lock", "source", "compare", "edit_paragraph"):
        assert client_of(officer).get(reverse(f"plans:{name}", args=[999_999])).status_code == 404


def test_may_correct_a_paragraph_follows_its_version(officer, member, version, locked):
    assert permissions.can_correct_paragraph(officer, ParagraphFactory(version=version))
    assert not permissions.can_correct_paragraph(member, version.paragraphs.first())
    assert not permissions.can_correct_paragraph(officer, locked.paragraphs.first())

"""Who may do what with recommendations."""

import pytest
from django.contrib.auth.models import AnonymousUser

from recommendations import permissions
from tests.factories.accounts import UserFactory

READING = ["view_recommendations", "view_recommendation"]
WRITING = [
    "record_recommendation",
    "add_letter",
    "correct_letter",
    "decide_outcomes",
    "decide_outcome",
    "record_judgement",
]
PERSONAS = ["officer", "clerk", "member", "chair", "administrator", "nobody"]


def ask(name, user):
    can = getattr(permissions, f"can_{name}")
    return can(user) if name == "view_recommendations" else can(user, None)


@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("persona", PERSONAS)
def test_reading_takes_a_role(request, name, persona):
    allowed = persona in ("officer", "clerk", "member", "chair")
    assert ask(name, request.getfixturevalue(persona)) is allowed


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("persona", PERSONAS)
def test_writing_takes_an_officer(request, name, persona):
    assert ask(name, request.getfixturevalue(persona)) is (persona == "officer")


@pytest.mark.parametrize("name", READING + WRITING)
def test_public_may_do_nothing(name):
    assert not ask(name, AnonymousUser())


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.django_db
def test_officer_who_is_also_a_clerk_may_write(name):
    assert ask(name, UserFactory(is_officer=True, is_clerk=True))


def test_every_question_of_the_app_is_asked_here():
    asked = {name.removeprefix("can_") for name in vars(permissions) if name.startswith("can_")}
    assert asked == {*READING, *WRITING}

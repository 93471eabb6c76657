"""Who may do what with recommendations."""

import pytest
from django.contrib.auth.models import AnonymousUser

from recommendations import permissions
from recommendations.models import Assessment
from tests.factories.accounts import UserFactory
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import RecommendationFactory
from tests.factories.reviews import ReviewFactory

READING = ["view_recommendations", "view_recommendation"]
WRITING = [
    "record_recommendation",
    "add_letter",
    "correct_letter",
    "decide_outcomes",
    "decide_outcome",
    "record_judgement",
    "change_many",
]
OF_A_VERSION = ["assess", "assess_version"]
OF_REVIEWS = [
    "edit_review",
    "edit_review_part",
    "keep_promise",
    "place_report",
    "adopt_report",
    "view_review",
    "arrange_reviews",
]
PERSONAS = ["officer", "clerk", "member", "chair", "administrator", "nobody"]


def ask(name, user):
    can = getattr(permissions, f"can_{name}")
    return can(user) if name in ("view_recommendations", "change_many") else can(user, None)


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


@pytest.mark.parametrize("persona", PERSONAS)
@pytest.mark.parametrize(
    ("locked", "revising", "may"), [(True, True, True), (False, True, False), (True, False, False)]
)
@pytest.mark.django_db
def test_assessing_takes_an_officer_and_a_version_that_stands(
    request, persona, locked, revising, may
):
    draft = PlanVersionFactory(locked=True)
    version = PlanVersionFactory(
        plan=draft.plan, revises=draft if revising else None, locked=locked
    )
    user = request.getfixturevalue(persona)
    said = RecommendationFactory(version=draft)
    expected = persona == "officer"
    assert permissions.can_assess_version(user, version) is (expected and may)
    assessment = Assessment(recommendation=said, version=version)
    assert permissions.can_assess(user, assessment) is (expected and locked)
    assert not permissions.can_assess(user, Assessment(recommendation=said, version=draft))


@pytest.mark.parametrize("persona", PERSONAS)
@pytest.mark.django_db
def test_reviews_are_kept_by_those_who_arrange_and_adopted_by_officers(request, persona):
    user = request.getfixturevalue(persona)
    review = ReviewFactory()
    arranges = persona in ("officer", "clerk")
    assert permissions.can_view_review(user, review) is (arranges or persona in ("member", "chair"))
    assert permissions.can_arrange_reviews(user) is arranges
    assert permissions.can_edit_review(user, review) is arranges
    assert permissions.can_place_report(user, review) is arranges
    assert permissions.can_adopt_report(user, review) is (persona == "officer")


def test_every_question_of_the_app_is_asked_here():
    asked = {name.removeprefix("can_") for name in vars(permissions) if name.startswith("can_")}
    assert asked == {*READING, *WRITING, *OF_A_VERSION, *OF_REVIEWS}

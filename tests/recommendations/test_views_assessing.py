"""Entering what officers make of a recommendation, through the client: one point at a time."""

import pytest

from recommendations.models import Assessment, PartnerComment
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import AssessmentFactory, RecommendationFactory, version_of
from tests.recommendations.pages import OTHERS, filled, text, url

pytestmark = pytest.mark.django_db

PARTNER = {"partners-0-source": "Board", "partners-0-text": "Too late."}


@pytest.fixture
def page(draft, issued) -> str:
    """The page of one recommendation on the draft, against the issued plan."""
    return url("assess", RecommendationFactory(version=draft).pk, issued.pk)


@pytest.fixture
def place(page) -> str:
    """The part of the page of all that is about the same."""
    return f"{page}form/"


def test_assessment_of_what_is_not_there_is_not_found(client_of, officer, draft, issued):
    recommendation = RecommendationFactory(version=draft)
    for pair in [(9999, issued.pk), (recommendation.pk, 9999)]:
        assert client_of(officer).get(url("assess", *pair)).status_code == 404


@pytest.mark.parametrize("name", ["assess", "assess_in_place"])
def test_assessment_against_what_cannot_meet_it_is_refused(client_of, officer, draft, name):
    on_draft, not_on_a_plan = (
        RecommendationFactory(version=draft),
        RecommendationFactory(version=None),
    )
    still_open = version_of([("1", "Patrols.")], revises=draft, by=officer, lock=False)
    another_plan = PlanVersionFactory()
    client = client_of(officer)
    for recommendation, version in [
        (on_draft, draft),
        (on_draft, still_open),
        (on_draft, another_plan),
        (not_on_a_plan, draft),
    ]:
        address = url(name, recommendation.pk, version.pk)
        assert client.get(address).status_code == 403
        assert client.post(address, {"view": "met"}).status_code == 403
    assert not Assessment.objects.exists()


@pytest.mark.parametrize("persona", OTHERS)
def test_others_may_not_assess(request, client_of, page, place, issued, persona):
    """Nor by the address that the script asks: members read, they do not write."""
    client = client_of(request.getfixturevalue(persona))
    for address in (page, place, url("assess_all", issued.pk)):
        refused = {403, 404} if persona in ("administrator", "nobody") else {403}
        assert client.get(address).status_code in refused
        assert client.post(address, {"view": "met"}).status_code in refused
    assert not Assessment.objects.exists()


# --- The page of one ----------------------------------------------------------------------------


def test_assess_makes_a_view_and_then_changes_it(client_of, officer, page):
    client = client_of(officer)
    assert client.post(page, filled(client.get(page)) | {"view": "not met"}).status_code == 302
    again = filled(client.get(page))
    assert again["view"] == "not met"
    assert client.post(page, again | {"view": "met"}).status_code == 302
    assert Assessment.objects.get().view == "met"


def test_assess_keeps_wording_questions_and_what_partners_said(client_of, officer, page):
    client = client_of(officer)
    entered = {
        "view": "partly met",
        "questions": "When?",
        "suggested_wording": "By June.",
        "wording_place": "Paragraph 2",
    }
    client.post(page, filled(client.get(page)) | entered | PARTNER)
    assessment = Assessment.objects.get()
    assert {name: getattr(assessment, name) for name in entered} == entered
    assert [str(comment.source) for comment in assessment.partner_comments.all()] == ["Board"]
    assert entered.items() <= filled(client.get(page)).items()


def test_assess_adds_partners_one_after_another_and_takes_one_out(client_of, officer, page):
    client = client_of(officer)
    entered = filled(client.get(page)) | {"view": "met", "another": "yes"} | PARTNER
    response = client.post(page, entered)
    assert response.url == f"{page}#partners"
    second = {"partners-1-source": "Council", "partners-1-text": "We agree."}
    client.post(page, filled(client.get(page)) | second)
    assert PartnerComment.objects.count() == 2
    client.post(page, filled(client.get(page)) | {"partners-0-DELETE": "on"})
    assert [comment.source for comment in PartnerComment.objects.all()] == ["Council"]


def test_assess_by_two_at_once_shows_both(client_of, officer, draft, issued):
    """Neither had a row to be stale against when the form was opened."""
    recommendation = RecommendationFactory(version=draft)
    page, client = url("assess", recommendation.pk, issued.pk), client_of(officer)
    mine = filled(client.get(page)) | {"view": "met", "comment": "Mine."}
    AssessmentFactory(
        recommendation=recommendation, version=issued, view="not met", comment="Theirs."
    )
    response = client.post(page, mine)
    assert "Nothing has been overwritten" in text(response)
    assert "Theirs." in text(response)
    assert Assessment.objects.get().comment == "Theirs."
    assert client.post(page, filled(response)).status_code == 302
    assert Assessment.objects.get().comment == "Mine."


def test_assess_without_a_view_keeps_the_comment(client_of, officer, page):
    response = client_of(officer).post(page, {"comment": "Kept."})
    assert "Select your view" in text(response)
    assert filled(response)["comment"] == "Kept."


def test_assess_with_half_a_partner_comment_keeps_it(client_of, officer, page):
    client = client_of(officer)
    half = {"view": "met", "partners-0-text": "Too late."}
    response = client.post(page, filled(client.get(page)) | half)
    assert "Enter who said this" in text(response)
    assert filled(response)["partners-0-text"] == "Too late."
    assert not Assessment.objects.exists()


# --- As the script asks -------------------------------------------------------------------------


def prefixed(place: str, **fields: str) -> dict[str, str]:
    """What the script sends for one point."""
    prefix = f"r{place.split('/')[2]}"
    counts = {"partners-TOTAL_FORMS": "1", "partners-INITIAL_FORMS": "0"}
    return {f"{prefix}-{name}": value for name, value in {**counts, **fields}.items()}


def seen_in(response) -> str:
    sent = filled(response.__class__(b'<form method="post">' + response.content + b"</form>"))
    return next(value for name, value in sent.items() if name.endswith("-seen"))


def test_place_is_shown_as_it_now_is(client_of, officer, place):
    response = client_of(officer).get(place)
    assert response.status_code == 200
    assert "Not assessed yet" in text(response)
    assert "<html" not in text(response)


def test_place_is_saved_and_says_when(client_of, officer, place):
    response = client_of(officer).post(place, prefixed(place, view="met", comment="Yes."))
    assert response.status_code == 200
    assert "Saved at" in text(response)
    assert seen_in(response)
    assert Assessment.objects.get().comment == "Yes."


def test_place_sent_twice_is_saved_once(client_of, officer, place):
    client = client_of(officer)
    for _ in range(2):
        assert client.post(place, prefixed(place, view="met")).status_code == 200
    assert Assessment.history.count() == 1


def test_place_goes_on_from_the_stamp_that_it_was_given(client_of, officer, place):
    client = client_of(officer)
    seen = seen_in(client.post(place, prefixed(place, view="met")))
    response = client.post(place, prefixed(place, view="not met", seen=seen))
    assert response.status_code == 200
    assert Assessment.objects.get().view == "not met"
    assert seen_in(response) != seen


def test_place_that_is_wrong_says_so_and_writes_nothing(client_of, officer, place):
    response = client_of(officer).post(place, prefixed(place, comment="No view yet."))
    assert response.status_code == 422
    assert "Not saved yet. Select your view." in text(response)
    assert not Assessment.objects.exists()


def test_place_that_someone_else_changed_shows_both(client_of, officer, clerk, place, issued):
    client = client_of(officer)
    seen = seen_in(client.post(place, prefixed(place, view="met", comment="First.")))
    other = type(officer).objects.create(email="o@panel.example", name="Orla", is_officer=True)
    theirs = prefixed(place, view="met", comment="Theirs.", seen=seen)
    assert client_of(other).post(place, theirs).status_code == 200
    response = client.post(place, prefixed(place, view="met", comment="Mine.", seen=seen))
    assert response.status_code == 409
    assert "Orla changed this after you opened it" in text(response)
    assert "Theirs." in text(response)
    assert "Mine." in text(response)
    assert Assessment.objects.get().comment == "Theirs."
    mine = prefixed(place, view="met", comment="Mine.", seen=seen_in(response))
    assert client.post(place, mine).status_code == 200
    assert Assessment.objects.get().comment == "Mine."


def test_place_of_someone_signed_out_leads_to_sign_in(client_of, place):
    response = client_of(None).post(place, prefixed(place, view="met"))
    assert response.status_code == 302
    assert "sign-in" in response.url

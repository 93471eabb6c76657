"""All points of a plan assessed on one page, through the client and without scripts."""

import pytest

from recommendations.models import Assessment, PartnerComment
from tests.factories.recommendations import (
    AssessmentFactory,
    RecommendationFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)
from tests.recommendations.pages import filled, text, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def points(draft):
    """Two points on the draft, and one on another plan."""
    RecommendationFactory()
    return [RecommendationFactory(version=draft, reference=f"2026/{n}") for n in (9, 10)]


@pytest.fixture
def page(points, issued) -> str:
    """The page of all."""
    return url("assess_all", issued.pk)


def entered(point, **fields: str) -> dict[str, str]:
    return {f"r{point.pk}-{name}": value for name, value in fields.items()}


def test_page_has_the_points_of_the_version_before_in_their_order(client_of, officer, page):
    shown = text(client_of(officer).get(page))
    assert 0 < shown.index(">2026/9<") < shown.index(">2026/10<")
    assert shown.count("<section class=") == 2
    assert "<span data-count>0</span> of 2 assessed" in shown


def test_page_shows_answer_verdict_and_words_before_and_after(client_of, officer, draft):
    made = recommend(draft, by=officer, cites="2", text="Say more on patrols.")
    letter_with(answer(made, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    issued = version_of(
        [("1", "Every ward has an officer."), ("2", "Patrols by night.")], revises=draft, by=officer
    )
    shown = text(client_of(officer).get(url("assess_all", issued.pk)))
    assert "Say more on patrols." in shown
    assert "I have amended Para 2." in shown
    assert "Borne out" in shown
    assert "by night" in shown


def test_page_of_a_version_that_revises_none_is_refused(client_of, officer, draft):
    assert client_of(officer).get(url("assess_all", draft.pk)).status_code == 403


def test_page_of_a_version_still_open_is_refused(client_of, officer, draft):
    still_open = version_of([("1", "Patrols.")], revises=draft, by=officer, lock=False)
    assert client_of(officer).get(url("assess_all", still_open.pk)).status_code == 403


def test_page_without_points_says_so(client_of, officer, issued):
    assert "nothing to assess" in text(client_of(officer).get(url("assess_all", issued.pk)))


def test_save_writes_what_was_touched_and_goes_on_to_the_next(client_of, officer, page, points):
    client = client_of(officer)
    form = filled(client.get(page)) | entered(points[0], view="met") | {"save": f"r{points[0].pk}"}
    response = client.post(page, form)
    assert response.url == f"{page}#r{points[1].pk}"
    assert [a.recommendation for a in Assessment.objects.all()] == [points[0]]
    assert "<span data-count>1</span> of 2 assessed" in text(client.get(page))


def test_save_after_the_last_and_save_all_come_back_to_the_page(client_of, officer, page, points):
    client = client_of(officer)
    last = filled(client.get(page)) | entered(points[1], view="met") | {"save": f"r{points[1].pk}"}
    assert client.post(page, last).url == page
    both = filled(client.get(page)) | entered(points[0], view="met")
    assert client.post(page, both).url == page
    assert Assessment.objects.count() == 2


def test_save_all_twice_writes_once(client_of, officer, page, points):
    client = client_of(officer)
    form = filled(client.get(page)) | entered(points[0], view="met", comment="Yes.")
    assert client.post(page, form).url == client.post(page, form).url
    assert client.post(page, form | {"once": ""}).status_code == 302
    assert Assessment.history.count() == 1


def test_save_all_with_nothing_touched_writes_nothing(client_of, officer, page, points, issued):
    AssessmentFactory(recommendation=points[0], version=issued, comment="One.\nTwo.")
    client = client_of(officer)
    response = client.post(page, filled(client.get(page)), follow=True)
    assert "Nothing was changed" in text(response)
    assert Assessment.history.count() == 1


def test_save_all_keeps_the_rest_when_one_is_wrong(client_of, officer, page, points):
    client = client_of(officer)
    wrong, right = points
    form = filled(client.get(page))
    form |= entered(wrong, comment="No view.") | entered(right, view="met", comment="Fine.")
    response = client.post(page, form)
    assert "2026/9: Select your view" in text(response)
    assert "The rest was not" in text(response)
    assert Assessment.objects.get().recommendation == right
    again = filled(response)
    assert again[f"r{wrong.pk}-comment"] == "No view."
    assert again[f"r{right.pk}-seen"]
    assert client.post(page, again | entered(wrong, view="met")).status_code == 302
    assert Assessment.objects.count() == 2


def test_save_all_shows_both_where_someone_was_there_before(
    client_of, officer, page, points, issued
):
    client = client_of(officer)
    form = filled(client.get(page)) | entered(points[0], view="met", comment="Mine.")
    AssessmentFactory(recommendation=points[0], version=issued, comment="Theirs.", view="not met")
    response = client.post(page, form)
    assert "Theirs." in text(response)
    assert filled(response)[f"r{points[0].pk}-comment"] == "Mine."
    assert client.post(page, filled(response)).status_code == 302
    assert Assessment.objects.get().comment == "Mine."


def test_save_all_takes_what_partners_said(client_of, officer, page, points):
    client = client_of(officer)
    partner = {"partners-0-source": "Board", "partners-0-text": "Too late."}
    client.post(page, filled(client.get(page)) | entered(points[0], view="met", **partner))
    assert PartnerComment.objects.get().assessment.recommendation == points[0]
    again = filled(client.get(page))
    assert again[f"r{points[0].pk}-partners-0-source"] == "Board"
    assert again[f"r{points[0].pk}-partners-1-source"] == ""


@pytest.mark.parametrize("number", [1, 3])
def test_page_takes_a_fixed_number_of_queries(
    client_of, officer, draft, number, django_assert_num_queries
):
    made = [recommend(draft, by=officer, cites="2") for _ in range(number)]
    letter_with(
        *[answer(one, f"I have amended Para 2. ({one})", "accepted", cites="2") for one in made],
        by=officer,
    )
    issued = version_of(
        [("1", "Every ward has an officer."), ("2", "Patrols by night.")], revises=draft, by=officer
    )
    for one in made:
        AssessmentFactory(recommendation=one, version=issued)
    client = client_of(officer)
    client.get(url("assess_all", issued.pk))
    with django_assert_num_queries(12):
        client.get(url("assess_all", issued.pk))

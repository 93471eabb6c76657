"""The pages of reviews."""

import pytest
from django.urls import reverse

from recommendations import actions
from recommendations.models import Recommendation, ScrutinyReview
from tests.factories.recommendations import ItemFactory
from tests.factories.reviews import (
    SECRET,
    EvidenceFactory,
    FindingFactory,
    InvitationFactory,
    PointFactory,
    PromiseFactory,
    QuestionFactory,
    ReviewFactory,
    SubjectFactory,
    WitnessFactory,
    secretive,
)
from tests.recommendations.pages import filled, text

pytestmark = pytest.mark.django_db

LIST = reverse("reviews:list")


def url(name, *args):
    return reverse(f"reviews:{name}", args=args)


@pytest.fixture
def of_officer(client_of, officer):
    return client_of(officer)


def busy_review():
    review = ReviewFactory()
    invitation = InvitationFactory(review=review)
    WitnessFactory(review=review, invitation=invitation)
    EvidenceFactory(review=review)
    FindingFactory(review=review)
    return review


# --- All of them --------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_as_much_for_three_as_for_one(
    client_of, member, number, django_assert_num_queries
):
    for _ in range(number):
        busy_review()
    client = client_of(member)
    client.get(LIST)
    with django_assert_num_queries(9):  # two for who looks, one for the panel, six for reviews
        answer = client.get(LIST)
    assert text(answer).count("1 of 1 (100%)") == number


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_as_much_for_three_parts_as_for_one(
    client_of, officer, number, django_assert_num_queries
):
    review = ReviewFactory()
    for _ in range(number):
        witness, evidence = WitnessFactory(review=review), EvidenceFactory(review=review)
        InvitationFactory(review=review)
        question = QuestionFactory(subject=SubjectFactory(review=review), put_to=witness)
        PointFactory(question=question, evidence=evidence)
        PromiseFactory(review=review)
        FindingFactory(review=review)
    client = client_of(officer)
    client.get(review.get_absolute_url())
    with django_assert_num_queries(17):
        client.get(review.get_absolute_url())


def test_list_says_where_each_review_is(client_of, member):
    ReviewFactory(title="Planned one")
    busy_review()
    page = text(client_of(member).get(LIST))
    for words in ("Planned one", "Being planned", "Nobody invited", "Taking evidence"):
        assert words in page
    assert "Add a review" not in page


# --- One ----------------------------------------------------------------------------------------


def test_review_is_begun_and_changed(of_officer):
    answer = of_officer.post(url("add"), {"title": "Buses", "question": "Are they safe?"})
    review = ScrutinyReview.objects.get()
    assert answer.url == review.get_absolute_url()
    form = filled(of_officer.get(url("edit", review.pk)))
    of_officer.post(url("edit", review.pk), form | {"scope": "By night"})
    review.refresh_from_db()
    assert review.scope == "By night"
    assert review.history.count() == 2


def test_review_without_a_question_keeps_what_was_typed(of_officer):
    page = text(of_officer.post(url("add"), {"title": "Buses"}))
    assert "Enter the question it sets out to answer" in page
    assert 'value="Buses"' in page


def test_words_of_two_people_are_both_shown(of_officer, clerk):
    review = ReviewFactory(scope="Mine")
    form = filled(of_officer.get(url("edit", review.pk)))
    review.scope = "Theirs"
    actions.change_review(review, by=clerk)
    page = text(of_officer.post(url("edit", review.pk), form | {"scope": "Yours"}))
    assert f"{clerk} changed this after you opened it" in page.replace(clerk.name, str(clerk))
    assert "Theirs" in page
    assert "Yours" in page
    assert ScrutinyReview.objects.get().scope == "Theirs"


def test_members_read_without_being_offered_to_change(client_of, member):
    review = secretive()
    page = text(client_of(member).get(review.get_absolute_url()))
    assert SECRET in page
    for words in ("Change", "Remove", "Move up", "Add a", "Record that"):
        assert words not in page


def test_review_is_removed_after_asking(of_officer):
    review = secretive()
    assert "Its history is kept" in text(of_officer.get(url("remove", review.pk)))
    assert of_officer.post(url("remove", review.pk)).url == LIST
    assert not ScrutinyReview.objects.exists()


# --- The report ---------------------------------------------------------------------------------


def test_public_report_says_nothing_exempt(of_officer):
    review = secretive()
    address = url("report", review.pk)
    assert SECRET in text(of_officer.get(address))
    assert SECRET not in text(of_officer.get(f"{address}?public"))


def test_files_of_the_two_reports_are_told_apart(of_officer):
    review = ReviewFactory(title="Night buses")
    address = url("report_pdf", review.pk)
    names = [
        of_officer.get(a).headers["Content-Disposition"] for a in (address, f"{address}?public")
    ]
    assert names == [
        'attachment; filename="draft-report-night-buses.pdf"',
        'attachment; filename="draft-report-night-buses-public.pdf"',
    ]


def test_report_is_adopted_and_followed_in_the_register(of_officer):
    review, item = ReviewFactory(), ItemFactory()
    FindingFactory(review=review, text="That stops be lit.")
    form = filled(of_officer.get(url("adopt", review.pk))) | {"item": item.pk}
    page = text(of_officer.post(url("adopt", review.pk), form, follow=True))
    made = Recommendation.objects.get()
    for words in ("1 recommendation entered the register", made.reference, "Not sent", "Schedule"):
        assert words in page
    back = text(of_officer.get(made.get_absolute_url()))
    assert 'It comes from the scrutiny review <a class="govuk-link"' in back
    assert review.title in back


def test_report_that_changed_meanwhile_is_shown_again(of_officer, clerk):
    review, item = ReviewFactory(), ItemFactory()
    finding = FindingFactory(review=review)
    form = filled(of_officer.get(url("adopt", review.pk))) | {"item": item.pk}
    finding.text = "Otherwise."
    actions.change_part(finding, by=clerk)
    page = of_officer.post(url("adopt", review.pk), form)
    assert "Nothing has been adopted" in text(page)
    assert "Otherwise." in text(page)
    of_officer.post(url("adopt", review.pk), filled(page))
    assert Recommendation.objects.get().text == "Otherwise."


@pytest.mark.parametrize("persona", ["clerk", "member", "nobody"])
def test_only_officers_record_the_adoption(client_of, request, persona):
    review = ReviewFactory()
    FindingFactory(review=review)
    client = client_of(request.getfixturevalue(persona))
    assert client.post(url("adopt", review.pk), {}).status_code in (403, 404)

"""The pages on which officers enter and correct outcomes, and see what is unexplained."""

import pytest
from django.urls import reverse

from pcp_scrutiny import history
from plans.models import Revision
from recommendations.models import Outcome
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import answer, letter_with, recommend, version_of
from tests.recommendations.pages import filled, text

pytestmark = pytest.mark.django_db
WARD = "Every ward will have a named officer whom residents can reach by telephone."
HOURS = "I will publish each quarter the number of hours that officers spend on foot patrol."
HOURS_NOW = HOURS.replace("quarter", "month").replace("hours", "hours and miles")
NEW = "A rural team will meet farm watch groups in the spring and in the autumn of each year."
READERS = ["officer", "clerk", "member", "chair"]


def url(name, pk):
    return reverse(f"recommendations:{name}", args=[pk])


@pytest.fixture
def point(officer):
    """A recommendation whose response names no place, on a plan of which two changes followed."""
    draft = version_of([("1", WARD), ("2", HOURS)], by=officer)
    point = recommend(draft, by=officer, text="Publish miles and hours of patrol each month.")
    letter_with(answer(point, "I have amended the Plan to reflect this.", "accepted"), by=officer)
    version_of([("1", WARD), ("2", HOURS_NOW), ("3", NEW)], revises=draft, by=officer)
    return point


@pytest.fixture
def issued(point):
    return point.version.revised_by.get()


def change(issued, label):
    return Revision.objects.get(comparison__later=issued, later__label=label)


# --- Offered ------------------------------------------------------------------------------------


def test_likeliest_change_is_offered_where_no_place_is_named(client_of, officer, point, issued):
    page = text(client_of(officer).get(url("outcomes", issued.pk)))
    assert "Changes it may mean" in page
    assert "What changed in paragraph 2 has “miles”" in page
    query = f"?recommendation={point.pk}&amp;change={change(issued, '2').pk}"
    assert f"{url('enter_outcome', issued.pk)}{query}" in page
    assert "I have amended</mark> the Plan to reflect this." in page


def test_reader_sees_what_is_likeliest_and_is_asked_to_decide_nothing(client_of, member, issued):
    page = text(client_of(member).get(url("outcomes", issued.pk)))
    assert "Changes it may mean" in page
    assert url("enter_outcome", issued.pk) not in page
    assert "Correct" not in page


def test_one_that_is_picked_is_entered(client_of, officer, point, issued):
    client, page = client_of(officer), url("enter_outcome", issued.pk)
    shown = client.get(page, {"recommendation": point.pk, "change": change(issued, "2").pk})
    assert "Publish miles and hours" in text(shown)
    assert "and miles" in text(shown)
    response = client.post(page, filled(shown) | {"note": "It says miles."}, follow=True)
    assert "Entered and confirmed" in text(response)
    outcome = Outcome.objects.get()
    assert (outcome.place, outcome.basis, outcome.state) == ("2", "officer", "confirmed")
    assert "Entered by Olive Officer: It says miles." in text(response)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"recommendation": ""}, "Select a recommendation"),
        ({"change": "999"}, "not in the comparison any more"),
        ({"change": ""}, "Choose a change, or enter a paragraph below"),
        ({"paragraph": "1"}, "not both"),
        ({"change": "", "paragraph": "80"}, "There is no 80 in the"),
        ({"change": "", "paragraph": "1"}, "word for word the same"),
        ({"change": "", "paragraph": "1", "verdict": "not found"}, "choose another verdict"),
    ],
)
def test_errors_record_nothing_and_keep_what_was_typed(
    client_of, officer, point, issued, sent, words
):
    client, page = client_of(officer), url("enter_outcome", issued.pk)
    before = Outcome.history.count()
    chosen = {"recommendation": point.pk, "change": change(issued, "2").pk}
    form = filled(client.get(page, chosen)) | {"note": "As I said."} | sent
    response = client.post(page, form)
    assert words in text(response)
    assert "As I said." in text(response)
    assert Outcome.history.count() == before


def test_paragraph_that_did_not_change_is_entered_by_its_number(client_of, officer, point, issued):
    client, page = client_of(officer), url("enter_outcome", issued.pk)
    form = filled(client.get(page, {"recommendation": point.pk}))
    client.post(page, form | {"paragraph": "1", "verdict": "as stated"})
    outcome = Outcome.objects.get()
    assert (outcome.place, outcome.verdict, outcome.revision.kind) == (
        "1",
        "as stated",
        "unchanged",
    )


def test_page_ignores_what_an_address_makes_up(client_of, officer, issued):
    page = url("enter_outcome", issued.pk)
    response = client_of(officer).get(page, {"recommendation": "x", "change": "\x00"})
    assert response.status_code == 200


# --- Corrected ----------------------------------------------------------------------------------


def test_outcome_is_corrected_on_its_page(client_of, officer, issued):
    outcome = Outcome.objects.get()
    client, page = client_of(officer), url("correct_outcome", outcome.pk)
    assert page in text(client.get(url("outcomes", issued.pk)))
    form = filled(client.get(page)) | {"change": change(issued, "2").pk, "paragraph": ""}
    form |= {"verdict": "borne out", "note": "It is at 2."}
    assert "Corrected and confirmed" in text(client.post(page, form, follow=True))
    outcome.refresh_from_db()
    assert (outcome.place, outcome.verdict, outcome.state) == ("2", "borne out", "confirmed")


def test_correction_without_a_reason_is_refused(client_of, officer, issued):
    client, page = client_of(officer), url("correct_outcome", Outcome.objects.get().pk)
    form = filled(client.get(page)) | {"change": change(issued, "2").pk, "note": ""}
    assert "Enter why it is corrected" in text(client.post(page, form))


def test_correction_of_what_moved_on_says_so_and_can_then_be_sent(client_of, officer, issued):
    outcome = Outcome.objects.get()
    client, page = client_of(officer), url("correct_outcome", outcome.pk)
    form = filled(client.get(page)) | {"change": change(issued, "2").pk, "note": "It is at 2."}
    form |= {"verdict": "borne out"}
    outcome.verdict = "not borne out"
    history.save(outcome, by=officer, why="Looked again: found otherwise")
    refused = client.post(page, form)
    assert "Nothing has been recorded." in text(refused)
    assert client.post(page, filled(refused) | {"verdict": "borne out"}).status_code == 302
    outcome.refresh_from_db()
    assert outcome.verdict == "borne out"


# --- Unexplained --------------------------------------------------------------------------------


@pytest.mark.parametrize("persona", READERS)
def test_unexplained_changes_are_listed_with_what_changed(request, client_of, issued, persona):
    page = client_of(request.getfixturevalue(persona)).get(url("unexplained", issued.pk))
    assert [change.title for change, _ in page.context["shown"]] == ["Paragraph 2", "Paragraph 3"]
    assert "accounts for 2 of the 2 changes" in text(page)
    assert ("It may answer" in text(page)) is (persona == "officer")


def test_unexplained_changes_are_narrowed_by_kind_and_by_heading(client_of, member, issued):
    client, page = client_of(member), url("unexplained", issued.pk)
    shown = client.get(page, {"kind": "added"})
    assert [change.title for change, _ in shown.context["shown"]] == ["Paragraph 3"]
    assert "Reworded (1)" in text(shown)
    shown = client.get(page, {"section": "priorities"})
    assert len(shown.context["shown"]) == 2


def test_change_that_an_officer_links_is_no_longer_unexplained(client_of, officer, point, issued):
    client, page = client_of(officer), url("enter_outcome", issued.pk)
    form = filled(client.get(page, {"change": change(issued, "3").pk}))
    client.post(page, form | {"recommendation": point.pk})
    shown = client.get(url("unexplained", issued.pk))
    assert [change.title for change, _ in shown.context["shown"]] == ["Paragraph 2"]


def test_version_in_which_nothing_changed_says_so(client_of, member):
    page = text(client_of(member).get(url("unexplained", PlanVersionFactory().pk)))
    assert "This version revises no other" in page


@pytest.mark.parametrize("number", [1, 3])
def test_unexplained_takes_a_fixed_number_of_queries(
    client_of, officer, django_assert_num_queries, number
):
    parts = [(str(n), f"{HOURS} Town number {n}.") for n in range(1, 5)]
    draft = version_of(parts, by=officer)
    for _ in range(number):
        recommend(draft, by=officer)
    now = [(n, t.replace("quarter", "month") if int(n) <= number else t) for n, t in parts]
    issued = version_of(now, revises=draft, by=officer)
    client = client_of(officer)
    client.get(url("unexplained", issued.pk))
    with django_assert_num_queries(15):
        client.get(url("unexplained", issued.pk))

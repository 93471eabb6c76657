"""The page of outcomes, and deciding on each, through the client."""

from uuid import uuid4

import pytest
from django.urls import reverse

from pcp_scrutiny import history
from plans.models import Revision
from recommendations.models import Outcome
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import (
    OutcomeFactory,
    answer,
    decided,
    letter_with,
    recommend,
    version_of,
)
from tests.recommendations.pages import filled, text

pytestmark = pytest.mark.django_db
WARD = "Every ward will have a named officer whom residents can reach by telephone."
HOURS = "I will publish each quarter the number of hours that officers spend on foot patrol."
THEFT = "Shop theft will be recorded when it is reported and visited within two working days."
NEW = "A rural team will meet farm watch groups in the spring and in the autumn of each year."
READERS = ["officer", "clerk", "member", "chair"]
OTHERS = ["clerk", "member", "chair", "administrator", "nobody"]


def url(name, pk):
    return reverse(f"recommendations:{name}", args=[pk])


@pytest.fixture
def issued(officer):
    """Two points answered: one amended as claimed, one not; and a new paragraph besides."""
    draft = version_of([("1", WARD), ("2", HOURS), ("3", THEFT)], by=officer)
    first, second = (
        recommend(draft, by=officer, text=f"On {what}.") for what in ("hours", "theft")
    )
    letter_with(
        answer(first, "I have amended Para 2.", "accepted", cites="2"),
        answer(second, "I have amended Para 3.", "accepted", cites="3"),
        by=officer,
    )
    now = [("1", WARD), ("2", HOURS.replace("quarter", "month")), ("3", THEFT), ("4", NEW)]
    return version_of(now, revises=draft, by=officer)


def seen(outcome):
    """What the form of an outcome sends when the page was opened just now."""
    return {"seen": history.stamp(outcome)}


def found_otherwise(outcome, *, by):
    """Someone looks again, and the verdict is another."""
    theirs = Outcome.objects.get(pk=outcome.pk)
    theirs.verdict = "not borne out"
    history.save(theirs, by=by, why="Looked again: found otherwise")


def state(outcome):
    return Outcome.objects.values_list("state", flat=True).get(pk=outcome.pk)


# --- The page -----------------------------------------------------------------------------------


@pytest.mark.parametrize("persona", READERS)
def test_page_shows_each_verdict_its_evidence_and_what_is_unexplained(
    request, client_of, issued, persona
):
    page = client_of(request.getfixturevalue(persona)).get(url("outcomes", issued.pk))
    for words in ("Borne out", "Not borne out", "word for word the same", "Proposed by the system"):
        assert words in text(page)
    assert [change.title for change in page.context["unexplained"]] == ["Paragraph 4"]
    assert page.context["summary"]["to_confirm"] == 2


@pytest.mark.parametrize(
    ("persona", "may"), [("officer", True), ("member", False), ("clerk", False)]
)
def test_page_offers_to_decide_only_to_those_who_may(request, client_of, issued, persona, may):
    page = text(client_of(request.getfixturevalue(persona)).get(url("outcomes", issued.pk)))
    outcome = Outcome.objects.first()
    for route, pk in [
        ("confirm_outcome", outcome.pk),
        ("reject_outcome", outcome.pk),
        ("propose", issued.pk),
    ]:
        assert (url(route, pk) in page) is may


def test_page_of_a_version_without_outcomes_says_so(client_of, member):
    page = text(client_of(member).get(url("outcomes", PlanVersionFactory().pk)))
    assert "No response claims a change in this version yet." in page
    assert "Every change in this version is accounted for" in page


def test_page_shows_who_decided_and_why(client_of, member, officer):
    outcome = decided("rejected", decided_by=officer)
    decided("confirmed", decided_by=officer, version=outcome.version)
    page = text(client_of(member).get(url("outcomes", outcome.version_id)))
    assert "Rejected by Olive Officer: It is about another paragraph." in page
    assert "Confirmed by Olive Officer." in page


@pytest.mark.parametrize("number", [1, 3])
def test_page_takes_a_fixed_number_of_queries(
    client_of, officer, django_assert_num_queries, number
):
    parts = [(str(n), f"{HOURS} Town number {n}.") for n in range(1, 5)]
    draft = version_of(parts, by=officer)
    answers = [
        answer(recommend(draft, by=officer), f"I have amended Para {n}.", "accepted", cites=str(n))
        for n in range(1, number + 1)
    ]
    letter_with(*answers, by=officer)
    now = [(n, words.replace("quarter", "month")) for n, words in parts]
    issued = version_of(now, revises=draft, by=officer)
    client = client_of(officer)
    client.get(url("outcomes", issued.pk))
    with django_assert_num_queries(14):
        client.get(url("outcomes", issued.pk))


# --- Deciding -----------------------------------------------------------------------------------


def test_confirm_says_who_and_leads_back_to_the_point(client_of, officer, issued):
    outcome = Outcome.objects.first()
    client, page = client_of(officer), url("confirm_outcome", outcome.pk)
    response = client.post(page, seen(outcome), follow=True)
    [(led_to, _)] = response.redirect_chain
    assert led_to == f"{url('outcomes', issued.pk)}#r{outcome.recommendation_id}"
    assert "Confirmed: 2026/01, paragraph 2: borne out." in text(response)
    assert "Confirmed by Olive Officer." in text(response)
    assert state(outcome) == "confirmed"


def test_confirm_sent_twice_decides_once(client_of, officer, issued):
    outcome = Outcome.objects.first()
    form = {"once": str(uuid4()), **seen(outcome)}
    client = client_of(officer)
    first, second = (client.post(url("confirm_outcome", outcome.pk), form) for _ in range(2))
    assert first.url == second.url
    assert outcome.history.count() == 2


def test_reject_asks_why_and_keeps_the_answer(client_of, officer, issued):
    outcome = Outcome.objects.first()
    page, client = url("reject_outcome", outcome.pk), client_of(officer)
    shown = client.get(page)
    assert outcome.evidence in text(shown).replace("&#x27;", "'")
    response = client.post(page, filled(shown) | {"note": "It names another town."}, follow=True)
    assert "Rejected by Olive Officer: It names another town." in text(response)
    assert state(outcome) == "rejected"


@pytest.mark.parametrize("note", ["", "   "])
def test_reject_without_a_reason_comes_back(client_of, officer, issued, note):
    outcome = Outcome.objects.first()
    response = client_of(officer).post(url("reject_outcome", outcome.pk), {"note": note})
    assert response.status_code == 200
    assert "Enter why this is not so" in text(response)
    assert state(outcome) == "proposed"


def test_page_holds_the_state_of_each_outcome(client_of, officer, issued):
    page = text(client_of(officer).get(url("outcomes", issued.pk)))
    for outcome in Outcome.objects.all():
        assert f'name="seen" value="{history.stamp(outcome)}"' in page


def test_confirm_of_what_was_found_otherwise_meanwhile_says_so(client_of, officer, clerk, issued):
    outcome = Outcome.objects.first()
    form = seen(outcome)
    found_otherwise(outcome, by=clerk)
    response = client_of(officer).post(url("confirm_outcome", outcome.pk), form, follow=True)
    assert response.redirect_chain == [(url("outcomes", issued.pk), 302)]  # where it is said
    for words in (
        "Nothing has been recorded. Clem Clerk changed this outcome",
        "(Looked again: found otherwise)",
        "2026/01, paragraph 2: not borne out",
    ):
        assert words in text(response)
    assert state(outcome) == "proposed"


def test_confirm_without_saying_what_was_seen_is_refused(client_of, officer, issued):
    outcome = Outcome.objects.first()
    client_of(officer).post(url("confirm_outcome", outcome.pk))
    assert state(outcome) == "proposed"


def test_reject_of_what_was_found_otherwise_meanwhile_keeps_the_reason(
    client_of, officer, clerk, issued
):
    outcome = Outcome.objects.first()
    page, client = url("reject_outcome", outcome.pk), client_of(officer)
    form = filled(client.get(page)) | {"note": "As I see it."}
    found_otherwise(outcome, by=clerk)
    response = client.post(page, form)
    assert "Clem Clerk changed this outcome after you opened the page" in text(response)
    assert state(outcome) == "proposed"
    again = filled(response)
    assert again["note"] == "As I see it."
    assert client.post(page, again).status_code == 302
    assert state(outcome) == "rejected"


def test_confirm_that_the_records_refuse_says_why(client_of, officer, issued):
    """A revision that someone corrected to word for word the same bears nothing out."""
    outcome = Outcome.objects.get(verdict="borne out")
    outcome.revision.kind = Revision.Kind.UNCHANGED
    history.save(outcome.revision, by=officer, why="Corrected in a test")
    page = url("confirm_outcome", outcome.pk)
    response = client_of(officer).post(page, seen(outcome), follow=True)
    assert "bears nothing out" in text(response)
    assert state(outcome) == "proposed"


def test_propose_again_says_how_many_are_new(client_of, officer, issued):
    client = client_of(officer)
    response = client.post(url("propose", issued.pk), follow=True)
    assert "New to confirm: 0." in text(response)
    assert Outcome.objects.count() == 2


def test_propose_again_leaves_decisions_alone(client_of, officer, issued):
    confirmed, rejected = Outcome.objects.order_by("pk")
    client = client_of(officer)
    client.post(url("confirm_outcome", confirmed.pk), seen(confirmed))
    client.post(url("reject_outcome", rejected.pk), {"note": "No.", **seen(rejected)})
    assert {o.state for o in Outcome.objects.all()} == {"confirmed", "rejected"}
    before = list(Outcome.objects.order_by("pk").values())
    client.post(url("propose", issued.pk))
    assert list(Outcome.objects.order_by("pk").values()) == before


# --- Who may ------------------------------------------------------------------------------------


@pytest.mark.parametrize("persona", OTHERS)
@pytest.mark.parametrize("route", ["confirm_outcome", "reject_outcome", "propose"])
def test_only_officers_decide(request, client_of, issued, persona, route):
    outcome = Outcome.objects.first()
    pk = issued.pk if route == "propose" else outcome.pk
    client = client_of(request.getfixturevalue(persona))
    response = client.post(url(route, pk), {"note": "No."})
    assert response.status_code == (403 if persona in READERS else 404)
    assert state(outcome) == "proposed"
    assert outcome.history.count() == 1


def test_public_is_sent_to_sign_in(client_of):
    outcome = OutcomeFactory()
    response = client_of(None).post(url("confirm_outcome", outcome.pk))
    assert response.url.startswith(reverse("accounts:sign_in"))
    assert state(outcome) == "proposed"


@pytest.mark.parametrize("route", ["confirm_outcome", "propose"])
def test_get_of_what_only_takes_a_post_is_refused(client_of, officer, route):
    outcome = OutcomeFactory()
    pk = outcome.version_id if route == "propose" else outcome.pk
    response = client_of(officer).get(url(route, pk))
    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"
    assert state(outcome) == "proposed"


@pytest.mark.parametrize("route", ["outcomes", "propose", "confirm_outcome", "reject_outcome"])
def test_unknown_pk_is_not_found(client_of, officer, route):
    assert client_of(officer).post(url(route, 9999)).status_code == 404


def test_get_writes_nothing(client_of, officer, issued):
    before = Outcome.history.count()
    client = client_of(officer)
    for page in (url("outcomes", issued.pk), url("reject_outcome", Outcome.objects.first().pk)):
        assert client.get(page).status_code == 200
    assert Outcome.history.count() == before

"""Changing several recommendations from the register, through the client."""

from datetime import date
from html import unescape

import pytest

from pcp_scrutiny import history
from recommendations import actions
from recommendations.models import DueDateRevision, Outcome, Recommendation
from recommendations.register.choosing import VERBS
from tests.factories.recommendations import OutcomeFactory, RecommendationFactory, ResponseFactory
from tests.recommendations.pages import LIST, OTHERS, READERS, filled, text, url

pytestmark = pytest.mark.django_db
BULK = url("bulk")
SENT = {"sent_on": date(2026, 6, 15), "due_on": date(2026, 7, 15)}
GIVEN = {
    "send": {"sent_on_day": 20, "sent_on_month": 6, "sent_on_year": 2026},
    "revise": {
        "due_on_day": 15,
        "due_on_month": 8,
        "due_on_year": 2026,
        "decided_on_day": 1,
        "decided_on_month": 7,
        "decided_on_year": 2026,
        "reason": "An election was called.",
    },
    "confirm": {},
    "theme": {"theme": "Patrol"},
    "owner": {"owner": "Chief Constable"},
}


@pytest.fixture
def chosen():
    """One not sent, one sent and due, one answered with an outcome to confirm."""
    RecommendationFactory(reference="R1")
    RecommendationFactory(reference="R2", **SENT)
    answered = RecommendationFactory(reference="R3", **SENT)
    ResponseFactory(recommendation=answered)
    OutcomeFactory(recommendation=answered, evidence="Word for word the same.")
    return {r.reference: r.pk for r in Recommendation.objects.all()}


def address(verb, pks, **more):
    together = "&".join(f"chosen={pk}" for pk in pks)
    rest = "".join(f"&{name}={value}" for name, value in more.items())
    return f"{BULK}?verb={verb}&{together}{rest}"


def rows():
    models = (Recommendation, Outcome, DueDateRevision)
    return [model.history.count() for model in models]


# --- The page before ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verb", "can", "cannot"),
    [
        ("send", ["R1"], {"R2": "It was sent on", "R3": "It was sent on"}),
        ("revise", ["R2"], {"R1": "It has not been sent", "R3": "It was answered on"}),
        ("confirm", ["R3"], {"R1": "no outcome to confirm", "R2": "no outcome to confirm"}),
        ("theme", ["R1", "R2", "R3"], {}),
        ("owner", ["R1", "R2", "R3"], {}),
    ],
)
def test_page_names_what_will_be_done_to_which_and_why_not(
    client_of, officer, chosen, verb, can, cannot
):
    response = client_of(officer).get(address(verb, chosen.values()))
    task = response.context["task"]
    assert [row.position.reference for row in task.can] == can
    assert {row.position.reference for row in task.cannot} == set(cannot)
    page = unescape(text(response))
    assert f"{VERBS[verb]} – " in page
    for sentence in cannot.values():
        assert sentence in page


def test_page_of_outcomes_shows_each_with_its_evidence(client_of, officer, chosen):
    page = text(client_of(officer).get(address("confirm", [chosen["R3"]])))
    assert "Paragraph 2" in page
    assert "Not borne out" in page
    assert "Word for word the same." in page


def test_page_shows_what_would_change(client_of, officer, chosen):
    client = client_of(officer)
    assert "Due by 15 July 2026" in text(client.get(address("revise", [chosen["R2"]])))
    assert "No theme" in text(client.get(address("theme", [chosen["R2"]])))
    assert "To act: PCC" in text(client.get(address("owner", [chosen["R2"]])))


def test_page_of_nothing_that_can_be_done_has_no_button(client_of, officer, chosen):
    page = text(client_of(officer).get(address("send", [chosen["R2"]]))).split("<main")[1]
    assert "This cannot be done" in page
    assert "<form" not in page
    assert f'href="{LIST}"' in page


@pytest.mark.parametrize(
    "query",
    [
        "",
        "verb=send",
        "verb=shout&chosen=1",
        "verb=send&chosen=x",
        "verb=send&chosen=9999",
        "verb=send&all=,,x",
        "verb=send&chosen=99999999999999999999999",
    ],
)
def test_nothing_chosen_leads_back_and_says_so(client_of, officer, chosen, query):
    response = client_of(officer).get(f"{BULK}?{query}&back=?kind=concern", follow=True)
    assert response.redirect_chain == [(f"{LIST}?kind=concern", 302)]
    assert "Choose at least one recommendation" in text(response)


@pytest.mark.parametrize(
    "back", ["https://example.org/", "//example.org", "?x=javascript:alert(1)"]
)
def test_back_is_always_the_register(client_of, officer, chosen, back):
    page = client_of(officer).get(BULK, {"verb": "theme", "chosen": chosen["R1"], "back": back})
    assert page.context["task"].back == LIST


def test_all_of_a_page_are_chosen_together(client_of, officer, chosen):
    together = ",".join(str(pk) for pk in chosen.values())
    response = client_of(officer).get(BULK, {"verb": "theme", "all": together, "chosen": "1"})
    assert len(response.context["task"].can) == 3


# --- Doing it -----------------------------------------------------------------------------------


def test_form_on_the_register_leads_to_the_page(client_of, officer, chosen):
    """Without JavaScript: what the browser would send with a box ticked."""
    register = text(client_of(officer).get(LIST))
    assert f'<form method="get" action="{BULK}"' in register
    assert f'name="chosen" type="checkbox" value="{chosen["R1"]}"' in register


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("send", "Recorded as sent: 1 recommendation."),
        ("revise", "Due date revised: 1 recommendation."),
        ("confirm", "Confirmed: 1 outcome."),
        ("theme", "Theme set: 3 recommendations."),
        ("owner", "Who is to act has been set: 3 recommendations."),
    ],
)
def test_each_is_done_once_and_leads_back_to_where_one_was(client_of, officer, chosen, verb, words):
    client, page = client_of(officer), address(verb, chosen.values(), back="?sort=-due")
    form = filled(client.get(page)) | GIVEN[verb]
    before = rows()
    response = client.post(page, form, follow=True)
    assert response.redirect_chain == [(f"{LIST}?sort=-due", 302)]
    assert words in text(response)
    done = rows()
    assert done != before
    assert client.post(page, form).url == f"{LIST}?sort=-due"
    assert rows() == done


def test_each_writes_what_was_given(client_of, officer, chosen):
    client = client_of(officer)
    for verb, given in GIVEN.items():
        page = address(verb, chosen.values())
        assert client.post(page, filled(client.get(page)) | given).status_code == 302, verb
    one = Recommendation.objects.get(reference="R1")
    assert (one.sent_on, one.theme, one.owner) == (date(2026, 6, 20), "Patrol", "Chief Constable")
    assert DueDateRevision.objects.filter(recommendation__reference="R2").exists()
    assert Outcome.objects.get().state == "confirmed"
    assert one.history.latest().history_user == officer


@pytest.mark.parametrize("verb", VERBS)
def test_what_moved_on_meanwhile_is_shown_again_before_anything_is_done(
    client_of, officer, clerk, chosen, verb
):
    client, page = client_of(officer), address(verb, chosen.values())
    form = filled(client.get(page)) | GIVEN[verb]
    for record in (*Recommendation.objects.all(), *Outcome.objects.all()):
        history.save(record, by=clerk, why="Meanwhile")
    if verb == "revise":
        other = {"due_on": date(2026, 9, 9), "decided_on": date(2026, 7, 1), "reason": "Asked."}
        actions.revise_due_date(Recommendation.objects.get(reference="R2"), **other, by=clerk)
    before = rows()
    response = client.post(page, form)
    assert response.status_code == 200
    assert "Nothing has been recorded. Clem Clerk changed R" in text(response)
    assert rows() == before
    assert client.post(page, filled(response) | GIVEN[verb]).status_code == 302
    assert rows() != before


def test_what_was_sent_meanwhile_is_not_sent_again(client_of, officer, chosen):
    client, page = client_of(officer), address("send", chosen.values())
    form = filled(client.get(page)) | GIVEN["send"]
    one = Recommendation.objects.get(reference="R1")
    one.sent_on = date(2026, 6, 16)
    history.save(one, by=officer, why="Sent")
    response = client.post(page, form)
    assert "Nothing has been recorded" in text(response)
    assert [row.position.reference for row in response.context["task"].can] == []
    one.refresh_from_db()
    assert one.sent_on == date(2026, 6, 16)


@pytest.mark.parametrize(
    ("verb", "given", "sentence"),
    [
        ("send", {}, "Enter the day they were sent"),
        ("send", {**GIVEN["send"], "sent_on_month": 1}, "R1 was raised on 12 June 2026"),
        ("revise", {**GIVEN["revise"], "reason": ""}, "Enter why the date was revised"),
        ("revise", {**GIVEN["revise"], "due_on_month": 1}, "cannot be due before that day"),
        ("theme", {"theme": "x" * 101}, "Theme must be 100 characters or less"),
    ],
)
def test_what_is_wrong_comes_back_as_typed(client_of, officer, chosen, verb, given, sentence):
    before = rows()
    page = address(verb, chosen.values())
    client = client_of(officer)
    response = client.post(page, filled(client.get(page)) | given)
    assert response.status_code == 200
    assert sentence in unescape(text(response))
    assert rows() == before


@pytest.mark.parametrize("seen", ["", "x:y", "9999:1", "²:1"])
def test_nothing_is_done_to_what_was_not_on_the_page(client_of, officer, chosen, seen):
    before = rows()
    response = client_of(officer).post(address("theme", chosen.values()), {"seen": seen})
    assert "nothing that this can be done to" in text(response)
    assert rows() == before


def test_only_those_of_the_address_are_changed(client_of, officer, chosen):
    """The hidden field of a form may say anything."""
    client, page = client_of(officer), address("theme", [chosen["R1"]])
    everything = history.stamps(list(Recommendation.objects.all()))
    seen = ",".join(f"{pk}:{stamp}" for pk, stamp in everything.items())
    client.post(page, {"seen": seen, "theme": "Patrol"})
    assert [r.reference for r in Recommendation.objects.filter(theme="Patrol")] == ["R1"]


# --- Who may ------------------------------------------------------------------------------------


@pytest.mark.parametrize("persona", OTHERS)
@pytest.mark.parametrize("verb", VERBS)
def test_no_one_but_officers_changes_several(request, client_of, chosen, persona, verb):
    before = rows()
    client, page = client_of(request.getfixturevalue(persona)), address(verb, chosen.values())
    assert client.get(page).status_code == 403
    assert client.post(page, GIVEN[verb]).status_code == 403
    assert rows() == before
    assert persona not in READERS or BULK not in text(client.get(LIST))


def test_public_is_sent_to_sign_in(client_of, chosen):
    assert client_of(None).post(address("theme", chosen.values())).status_code == 302
    assert not Recommendation.objects.exclude(theme="").exists()


@pytest.mark.parametrize("verb", VERBS)
def test_get_writes_nothing(client_of, officer, chosen, verb):
    before = rows()
    assert client_of(officer).get(address(verb, chosen.values())).status_code == 200
    assert rows() == before


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("verb", "queries"), [("send", 14), ("revise", 14), ("confirm", 14)])
def test_page_takes_a_fixed_number_of_queries(
    client_of, officer, django_assert_num_queries, number, verb, queries
):
    fields = SENT if verb != "send" else {}
    made = [RecommendationFactory(**fields) for _ in range(number)]
    for one in made if verb == "confirm" else ():
        ResponseFactory(recommendation=one)
        OutcomeFactory(recommendation=one)
    client = client_of(officer)
    with django_assert_num_queries(queries):
        response = client.get(address(verb, [one.pk for one in made]))
    assert len(response.context["task"].can) == number

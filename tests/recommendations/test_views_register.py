"""The page of the register, through the client."""

from datetime import date
from html import unescape

import pytest

from recommendations import actions
from recommendations.models import Recommendation
from tests.factories.recommendations import (
    EntryFactory,
    JudgementFactory,
    OutcomeFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.recommendations.pages import LIST, READERS, text, url

pytestmark = pytest.mark.django_db


def references(response):
    return [position.reference for position in response.context["page"]]


@pytest.fixture
def three(officer):
    """One overdue, one answered and to be confirmed, one not about a plan and not sent."""
    late = {"sent_on": date(2026, 6, 15), "due_on": date(2026, 7, 15)}
    RecommendationFactory(reference="2026/7", theme="Roads", text="Speeding on the coast.", **late)
    answered = RecommendationFactory(reference="2026/10", theme="Patrol", owner="Force", **late)
    ResponseFactory(recommendation=answered, decision="deferred")
    OutcomeFactory(recommendation=answered)
    RecommendationFactory(
        reference="2026/9", kind="concern", route="s.28(6)", version=None, theme=""
    )
    return {r.reference: r for r in Recommendation.objects.all()}


# --- What it shows ------------------------------------------------------------------------------


@pytest.mark.parametrize("persona", READERS)
def test_register_lists_where_each_stands(request, client_of, three, persona):
    page = text(client_of(request.getfixturevalue(persona)).get(LIST))
    for words in ("2026/7", "Overdue", "Deferred", "to be confirmed", "3 recommendations"):
        assert words in page


def test_register_stands_as_people_count(client_of, member, three):
    assert references(client_of(member).get(LIST)) == ["2026/7", "2026/9", "2026/10"]


def test_register_without_recommendations_says_where_they_come_from(client_of, member):
    page = text(client_of(member).get(LIST))
    assert "None has been recorded yet" in page
    assert "<form class" not in page.split("</header>")[1]


def test_register_is_paged(client_of, member):
    entry = EntryFactory()
    for n in range(51):
        RecommendationFactory(reference=f"R{n:02}", raised_in=entry, version=None)
    client = client_of(member)
    assert len(client.get(LIST).context["page"]) == 50
    second = client.get(LIST, {"page": 2, "kind": "recommendation"})
    assert references(second) == ["R50"]
    assert "page 2 of 2" in text(second)
    assert "page=1&amp;kind=recommendation" in text(second)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("query", "queries"), [("", 15), ("?words=plan&response=accepted", 16)])
def test_register_takes_a_fixed_number_of_queries(
    client_of, officer, django_assert_num_queries, number, query, queries
):
    for _ in range(number):
        recommendation = ResponseFactory().recommendation
        OutcomeFactory(recommendation=recommendation, version=recommendation.version)
        JudgementFactory(recommendation=recommendation)
    client = client_of(officer)
    client.get(LIST)
    with django_assert_num_queries(queries):
        assert len(client.get(f"{LIST}{query}").context["page"]) == number


# --- Narrowing ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("response=overdue", ["2026/7"]),
        ("response=overdue&response=deferred", ["2026/7", "2026/10"]),
        ("effect=not+a+plan+matter", ["2026/9"]),
        ("judgement=open", ["2026/7", "2026/9", "2026/10"]),
        ("schedule=overdue", ["2026/7"]),
        ("schedule=no+date+set", ["2026/9"]),
        ("kind=concern", ["2026/9"]),
        ("route=s.28(6)", ["2026/9"]),
        ("theme=Roads", ["2026/7"]),
        ("theme=-", ["2026/9"]),
        ("owner=Force", ["2026/10"]),
        ("owner=-", ["2026/7", "2026/9"]),
        ("plan=-", ["2026/9"]),
        ("to_confirm=yes", ["2026/10"]),
        ("words=COAST+speed", ["2026/7"]),
        ("words=zebra", []),
        ("kind=concern&response=overdue", []),
        ("verdict=not+borne+out", ["2026/10"]),
        ("answer=overdue", ["2026/7"]),
        ("answer=unanswered", ["2026/7", "2026/9"]),
        ("sort=-reference", ["2026/10", "2026/9", "2026/7"]),
        ("sort=theme", ["2026/10", "2026/7", "2026/9"]),
    ],
)
def test_register_shows_what_its_address_asks_for(client_of, member, three, query, expected):
    response = client_of(member).get(f"{LIST}?{query}")
    assert references(response) == expected
    assert response.context["problems"] == []


@pytest.mark.parametrize("facet", ["meeting", "plan", "version"])
def test_register_narrows_to_a_meeting_a_plan_or_a_version(client_of, member, three, facet):
    one = three["2026/7"]
    pk = {
        "meeting": one.raised_in.item.meeting_id,
        "plan": one.version.plan_id,
        "version": one.version_id,
    }[facet]
    assert references(client_of(member).get(LIST, {facet: pk})) == ["2026/7"]
    assert references(client_of(member).get(LIST, {facet: 9999})) == []


def test_register_says_what_is_chosen_and_how_to_take_it_away(client_of, member, three):
    query = {"response": ["overdue", "deferred"], "words": "coast"}
    response = client_of(member).get(LIST, query)
    assert [(tag.legend, tag.words, tag.href) for tag in response.context["shown"].tags] == [
        ("Words", "coast", "?response=deferred&response=overdue"),
        ("Response", "Overdue", "?words=coast&response=deferred"),
        ("Response", "Deferred to a later refresh", "?words=coast&response=overdue"),
    ]
    assert "1 recommendation of 3" in text(response)


def test_register_counts_what_each_choice_would_show(client_of, member, three):
    shown = client_of(member).get(LIST, {"response": "overdue"}).context["shown"]
    numbers = {f.name: {c.words: c.number for c in f.choices} for f in shown.facets}
    assert numbers["response"] == {
        "Not sent": 1,
        "Overdue": 1,
        "Deferred to a later refresh": 1,
    }
    assert numbers["kind"] == {"Recommendation": 1, "Concern": 0}
    assert numbers["theme"] == {"Patrol": 0, "Roads": 1, "No theme": 0}
    assert numbers["owner"] == {"Force": 0, "PCC": 1}


def test_register_form_leads_to_an_address_fit_to_be_kept(client_of, member, three):
    client = client_of(member)
    form = {
        "words": "",
        "route": "",
        "response": ["overdue"],
        "theme": "Roads",
        "sort": "reference",
    }
    response = client.get(LIST, form)
    assert response.url == f"{LIST}?response=overdue&theme=Roads"
    assert client.get(response.url).status_code == 200
    assert client.get(LIST, {"words": ""}).url == f"{LIST}?"
    assert client.get(LIST, {"words": "", "kind": "zzz"}).status_code == 200


def test_register_that_finds_nothing_offers_a_way_back(client_of, member, three):
    page = text(client_of(member).get(LIST, {"words": "zebra", "sort": "due"}))
    assert "Nothing fits" in page
    assert f'href="{LIST}?sort=due">show all 3<' in page


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("kind=shout", "There is no kind “shout”"),
        ("response=zzz", "There is no response “zzz”"),
        ("version=x", "There is no version of a plan “x”"),
        ("sort=zzz", "There is no way to sort “zzz”"),
        ("page=zzz", "There is no page “zzz”. This is page 1."),
        ("page=99", "There is no page “99”. This is page 1."),
        ("page=-1", "There is no page “-1”"),
    ],
)
def test_register_leaves_out_what_it_did_not_offer_and_says_so(
    client_of, member, three, query, sentence
):
    response = client_of(member).get(f"{LIST}?{query}")
    assert response.status_code == 200
    assert len(references(response)) == 3
    assert sentence in text(response)


@pytest.mark.parametrize("query", ["words=%00", "theme=%3Cscript%3E", f"words={'x ' * 500}", "a=b"])
def test_register_copes_with_strange_words(client_of, member, three, query):
    page = client_of(member).get(f"{LIST}?{query}")
    assert page.status_code == 200
    assert "<script>" not in text(page)


def test_register_headings_sort_and_say_how(client_of, member, three):
    page = text(client_of(member).get(LIST, {"sort": "raised", "kind": "concern"}))
    assert 'aria-sort="ascending"' in page
    assert f'href="{LIST}?kind=concern&amp;sort=-raised"' in page
    assert f'href="{LIST}?kind=concern&amp;sort=due"' in page


def test_register_rows_lead_on_to_the_next_of_the_same(client_of, member, three):
    client, one = client_of(member), three["2026/7"].get_absolute_url()
    assert f'href="{one}"' in text(client.get(LIST))
    narrowed = text(client.get(LIST, {"kind": "recommendation", "sort": "theme"}))
    assert f'href="{one}?kind=recommendation&amp;sort=theme"' in narrowed


# --- Charts -------------------------------------------------------------------------------------


def test_register_draws_what_is_shown_and_says_it_in_words(client_of, member, three):
    page = unescape(text(client_of(member).get(LIST)))
    assert page.count('role="img"') == 4
    assert ">Not sent: 1; Overdue: 1; Deferred to a later refresh: 1</desc>" in page
    assert "1 answered late" in page
    assert " style=" not in page


def test_register_charts_have_their_tables_which_lead_on(client_of, member, three):
    page = unescape(text(client_of(member).get(LIST, {"kind": "recommendation"})))
    assert page.count("<caption") == 5
    assert f'href="{LIST}?response=overdue&kind=recommendation">Overdue<' in page


def test_register_without_due_dates_has_no_chart_of_them(client_of, member):
    RecommendationFactory()
    assert text(client_of(member).get(LIST)).count('role="img"') == 3


# --- Choosing several ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("persona", "may"), [("officer", True), ("clerk", False), ("member", False), ("chair", False)]
)
def test_register_offers_to_change_several_to_officers_alone(
    request, client_of, three, persona, may
):
    page = text(client_of(request.getfixturevalue(persona)).get(LIST))
    assert (f'action="{url("bulk")}"' in page) is may
    assert ('name="chosen"' in page) is may


def test_register_offers_all_on_its_page(client_of, officer, three):
    page = text(client_of(officer).get(LIST, {"kind": "recommendation"}))
    both = f"{three['2026/7'].pk},{three['2026/10'].pk}"
    assert f'name="all" type="checkbox" value="{both}"' in page
    assert "All 2 on this page" in page
    assert 'name="back" value="?kind=recommendation"' in page


def test_register_of_what_was_sent_in_between_moves_with_the_record(client_of, officer, three):
    """What was worked out for one reader is never shown to the next when it is out of date."""
    client = client_of(officer)
    assert references(client.get(LIST, {"response": "not sent"})) == ["2026/9"]
    actions.send_recommendations(
        [three["2026/9"]], sent_on=date(2026, 6, 20), due_on=None, by=officer
    )
    assert references(client.get(LIST, {"response": "not sent"})) == []

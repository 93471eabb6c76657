"""The register's address: what it asks for, what is left out of it, and what fits it."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.models import Judgement, Outcome, Recommendation, Response
from recommendations.register.narrowing import (
    DECISIONS,
    FACETS,
    LONGEST,
    MANY,
    NONE,
    UNANSWERED,
    VERDICTS,
    VOCABULARY,
    Asked,
    among,
    read,
    value_of,
)
from tests.factories.positions import position


def asked(query):
    """What an address asks for; it must be understood whole."""
    found, problems = read(parse_qs(query))
    assert problems == []
    return found


# --- Reading an address -------------------------------------------------------------------------


def test_address_that_asks_for_nothing():
    found = asked("")
    assert found == Asked()
    assert not found.is_narrowed
    assert (found.pairs, found.query) == ([], "?")


@pytest.mark.parametrize("facet", FACETS)
def test_address_asks_for_a_value_of_each_facet(facet):
    value = VOCABULARY.get(facet, ("7",))[0]
    found = asked(f"{facet}={value}")
    assert found.chosen == {facet: {value}}
    assert found.is_narrowed


@pytest.mark.parametrize("facet", sorted(VOCABULARY))
def test_address_takes_every_word_there_is(facet):
    for value in VOCABULARY[facet]:
        assert asked(f"{facet}={value}").chosen[facet] == {value}


@pytest.mark.parametrize("facet", MANY)
def test_address_takes_several_states_at_once(facet):
    one, two = VOCABULARY[facet][:2]
    assert asked(f"{facet}={one}&{facet}={two}").chosen[facet] == {one, two}


def test_address_takes_the_last_of_what_there_can_be_one_of():
    assert asked("theme=Patrol&theme=Victims").chosen == {"theme": {"Victims"}}
    assert asked("words=hills&words=coast").words == "coast"


@pytest.mark.parametrize("facet", ["meeting", "plan", "version", "theme", "owner"])
def test_address_asks_for_what_has_none(facet):
    assert asked(f"{facet}={NONE}").chosen == {facet: {NONE}}


@pytest.mark.parametrize(
    ("answer", "meant"),
    [("overdue", {"overdue"}), ("unanswered", set(UNANSWERED)), ("deferred", {"deferred"})],
)
def test_address_of_before_still_asks_for_an_answer(answer, meant):
    assert asked(f"answer={answer}").chosen == {"response": meant}


def test_address_asks_for_a_verdict_a_sort_and_a_day():
    found = asked("verdict=not borne out&sort=-raised&as_at=2026-07-25")
    assert (found.verdict, found.sort, found.as_at) == ("not borne out", "-raised", "2026-07-25")
    assert found.is_narrowed


def test_address_that_is_only_sorted_is_not_narrowed():
    assert not asked("sort=-raised&as_at=2026-07-25").is_narrowed


@pytest.mark.parametrize(
    ("query", "called"),
    [
        ("response=zzz", "no response “zzz”"),
        ("effect=zzz", "no effect on the plan “zzz”"),
        ("judgement=zzz", "no judgement “zzz”"),
        ("schedule=zzz", "no state against the due date “zzz”"),
        ("kind=zzz", "no kind “zzz”"),
        ("route=zzz", "no statutory route “zzz”"),
        ("to_confirm=zzz", "no answer about outcomes to confirm “zzz”"),
        ("meeting=x", "no meeting “x”"),
        ("plan=1.5", "no plan “1.5”"),
        ("version=²", "no version of a plan “²”"),
        ("verdict=zzz", "no verdict “zzz”"),
        ("sort=zzz", "no way to sort “zzz”"),
        ("sort=--raised", "no way to sort “--raised”"),
        ("answer=zzz", "no response “zzz”"),
    ],
)
def test_address_leaves_out_what_is_not_understood_and_says_so(query, called):
    found, [problem] = read(parse_qs(query))
    assert found == Asked()
    assert problem == f"There is {called}, so that part of the address was left out."


def test_address_keeps_what_is_understood_beside_what_is_not():
    found, problems = read(parse_qs("kind=zzz&kind=concern"))
    assert found.chosen == {"kind": {"concern"}}
    assert len(problems) == 1


def test_address_is_read_without_what_no_one_types():
    assert asked("words=%00  patrols%0A in \x07the hills ").words == "patrols in the hills"
    assert len(asked(f"words={'x' * 1000}").words) == LONGEST
    assert asked("kind=&theme= ") == Asked()


@given(
    st.dictionaries(
        st.sampled_from([*FACETS, "words", "sort", "verdict", "as_at"]),
        st.lists(st.text(max_size=8), max_size=3),
    )
)
def test_address_is_never_too_strange_to_read(query):
    found, _ = read(query)
    again, problems = read(parse_qs(found.query.removeprefix("?")))
    assert problems == []
    assert again == found


# --- Writing one --------------------------------------------------------------------------------


def test_asked_can_be_changed_in_each_part():
    found = asked("response=overdue&response=awaiting&theme=Patrol&sort=due")
    assert found.choosing("response", "noted").chosen == {
        "response": {"noted"},
        "theme": {"Patrol"},
    }
    assert found.choosing("response").chosen == {"theme": {"Patrol"}}
    assert found.without("response", "overdue").chosen["response"] == {"awaiting"}
    assert "theme" not in found.without("theme", "Patrol").chosen
    assert found.but(sort="reference").query == "?response=awaiting&response=overdue&theme=Patrol"


def test_address_is_the_same_for_the_same_meaning():
    one = asked("kind=concern&response=noted&response=awaiting&words=a b")
    two = asked("words=a+b&response=awaiting&kind=concern&response=noted&sort=reference")
    assert one.query == two.query == "?words=a+b&response=awaiting&response=noted&kind=concern"


# --- Its words are those of the records ---------------------------------------------------------


def test_vocabulary_is_that_of_the_records():
    assert list(DECISIONS) == Response.Decision.values
    assert list(VERDICTS) == Outcome.Verdict.values
    assert set(VOCABULARY["judgement"]) == set(Judgement.Decision.values)
    assert list(VOCABULARY["kind"]) == Recommendation.Kind.values
    assert list(VOCABULARY["route"]) == Recommendation.Route.values


# --- Over positions -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facet", "fields", "value"),
    [
        ("response", {"response": "overdue"}, "overdue"),
        ("meeting", {"meeting": 12}, "12"),
        ("plan", {"plan": None}, NONE),
        ("theme", {"theme": ""}, NONE),
        ("owner", {"owner": "Chief Constable"}, "Chief Constable"),
        ("to_confirm", {"to_confirm": True}, "yes"),
        ("to_confirm", {"to_confirm": False}, "no"),
    ],
)
def test_value_is_as_addresses_write_it(facet, fields, value):
    assert value_of(position(**fields), facet) == value


def test_among_keeps_what_a_search_found():
    one, two = position(), position()
    assert among([one, two], {two.pk}) == [two]
    assert among([one, two], set()) == []
    assert among([one, two], None) == [one, two]

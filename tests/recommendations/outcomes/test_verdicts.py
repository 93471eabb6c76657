from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.claims import Claim, Kind
from recommendations.outcomes.verdicts import Place, verdict

KINDS = ["unchanged", "renumbered", "reworded", "moved", "split", "merged", "added", "removed"]


def claim(kind, label="40", cited_by="response"):
    return Claim(kind, label, "Some words.", cited_by)


def decided(kind, place, decision="", cited_by="response"):
    finding = verdict(
        claim(kind, cited_by=cited_by), place, office="Commissioner", decision=decision
    )
    return finding and finding.verdict


@pytest.mark.parametrize(
    ("kind", "place", "expected"),
    [
        ("amended", Place("40", True, "reworded", True), "borne out"),
        ("amended", Place("40", True, "unchanged"), "not borne out"),
        ("amended", Place("40", True, "renumbered"), "not borne out"),
        ("amended", Place("40", True, "moved"), "not borne out"),
        ("amended", Place("40", True, "moved", True), "borne out"),
        ("amended", Place("40", True, "renumbered", True), "borne out"),
        ("amended", Place("40", True, "split"), "borne out"),
        ("amended", Place("40", True, "merged"), "borne out"),
        ("amended", Place("40", True, "added", True), "borne out"),
        ("amended", Place("80", False), "not found"),
        ("amended", Place("67", False, "removed", True), "not borne out"),
        ("amended", Place("Foreword", True, "removed", True), "borne out"),  # a part of it went
        ("removed", Place("67", False, "removed", True), "borne out"),
        ("removed", Place("67", True, "unchanged"), "not borne out"),
        ("removed", Place("67", True, "reworded", True), "not borne out"),
        ("removed", Place("80", False), "not found"),
        ("added", Place("71", True, "added", True), "borne out"),
        ("added", Place("67", False, "removed", True), "not borne out"),
        ("added", Place("71", True, "reworded", True), "borne out"),
        ("added", Place("71", True, "unchanged"), "not borne out"),
        ("added", Place("71", False), "not found"),
        ("moved", Place("24", True, "moved"), "borne out"),
        ("moved", Place("24", True, "unchanged"), "not borne out"),
        ("moved", Place("24", True, "renumbered"), "not borne out"),
        ("already covered", Place("57", True, "unchanged"), "as stated"),
        ("already covered", Place("57", True, "renumbered"), "as stated"),
        ("already covered", Place("57", True, "reworded", True), "changed without being claimed"),
        ("already covered", Place("57", True, "added", True), "changed without being claimed"),
        ("already covered", Place("80", False), "not found"),
        ("declined", Place("46", True, "reworded", True), "changed without being claimed"),
        ("declined", Place("46", False, "removed"), "changed without being claimed"),
        ("declined", Place("46", True, "unchanged"), None),
        ("declined", Place("46", True, "renumbered"), None),
        ("declined", Place("46", False), None),
        ("deferred", Place("46", True, "reworded", True), "changed without being claimed"),
        ("deferred", Place("46", True, "unchanged"), None),
        ("already covered", Place("67", False, "removed", True), "changed without being claimed"),
        ("none", Place("34", True, "reworded", True), "changed without being claimed"),
        ("none", Place("34", True, "unchanged"), "as stated"),
        ("none", Place("34", False), "not found"),
        ("amended", None, None),
    ],
)
def test_verdict_follows_the_table(kind, place, expected):
    assert decided(kind, place) == expected


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("accepted", "borne out"),
        ("accepted in part", "borne out"),
        ("not accepted", "changed without being claimed"),
        ("already covered", "changed without being claimed"),
        ("deferred", "changed without being claimed"),
        ("noted", "changed without being claimed"),
    ],
)
def test_verdict_on_a_place_only_referred_to_hangs_on_the_decision(decision, expected):
    assert decided("none", Place("7", True, "reworded", True), decision) == expected
    assert decided("none", Place("7", True, "unchanged"), decision) == "as stated"
    assert decided("none", Place("7", False, "removed"), decision).startswith("changed without")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("7", True, "reworded", True), "changed without being claimed"),
        (Place("7", False, "removed"), "changed without being claimed"),
        (Place("7", True, "unchanged"), None),
        (Place("7", False), None),
    ],
)
def test_place_that_only_the_point_names_is_reported_where_it_changed(place, expected):
    assert decided("none", place, "noted", cited_by="point") == expected


def test_evidence_says_that_an_accepted_place_was_only_referred_to():
    place = Place("7", True, "reworded", True)
    finding = verdict(claim("none"), place, office="Mayor", decision="accepted")
    assert finding.evidence == (
        "The Mayor accepts the point and refers to paragraph 7, and its words are different in the"
        " later version."
    )


def test_evidence_is_a_sentence_with_the_offices_own_title():
    finding = verdict(claim("amended"), Place("40", True, "unchanged"), office="Deputy Mayor")
    assert finding.evidence == (
        "The Deputy Mayor says that a change was made at paragraph 40, but it is word for word the"
        " same in the later version."
    )


@pytest.mark.parametrize(
    ("label", "named"),
    [
        ("46(e)", "at paragraph 46(e)"),
        ("Foreword", "in the Foreword"),
        ("page 27", "on page 27"),
        ("Annex A", "in Annex A"),
    ],
)
def test_evidence_names_the_place_as_people_do(label, named):
    finding = verdict(claim("amended", label), Place(label, False), office="Commissioner")
    assert f" {named}, but the later version has no such place." in finding.evidence


@given(
    st.sampled_from(get_args(Kind)),
    st.builds(Place, st.just("9"), st.booleans(), st.sampled_from(KINDS), st.booleans()),
)
def test_verdicts_keep_the_invariants(kind, place):
    outcome = decided(kind, place)
    if outcome == "borne out":
        assert place.found or (kind, place.kind) == ("removed", "removed")
        assert place.kind != "unchanged" or place.words_changed
    if outcome == "as stated":
        assert place.found
    if outcome == "not found":
        assert not place.found

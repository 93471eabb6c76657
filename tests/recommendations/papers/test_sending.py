"""The letter that sends recommendations: its draft, and as it was sent."""

from datetime import date

import pytest

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from recommendations import actions
from recommendations.models import Recommendation
from recommendations.papers import printing, sending
from tests.factories.meetings import PanelMemberFactory
from tests.factories.recommendations import (
    CitationFactory,
    EntryFactory,
    RecommendationFactory,
)
from tests.recommendations.papers.conftest import SECRET

pytestmark = pytest.mark.django_db

SENT, DUE = date(2026, 6, 19), date(2026, 7, 24)


@pytest.fixture
def panel():
    return history.create(
        Panel,
        by=None,
        why="Set up",
        pk=1,
        name="Eastmere Panel",
        office_title="Police, Fire and Crime Commissioner",
        contact_name="Una Clerk",
    )


def send(*points, by, **fields):
    actions.send_recommendations(points, by=by, **{"sent_on": SENT, "due_on": DUE} | fields)


def only(version, *, is_public=False):
    """The one letter about a version."""
    [letter] = sending.of_version(version, is_public=is_public, by=SENT)
    return letter


def printed(letter):
    return printing.letter(letter)


def test_letter_says_all_that_was_sent(officer, draft, panel):
    point = RecommendationFactory(
        version=draft, reference="R1", text="Say more.", suggested_wording="Ten hours a week."
    )
    CitationFactory(recommendation=point, words="Para 2")
    PanelMemberFactory(authority="Westbrook Council")
    PanelMemberFactory(authority="", is_co_opted=True)
    send(point, by=officer)
    html = printed(only(draft, is_public=True))
    for words in (
        "Police, Fire and Crime Commissioner",
        "Eastmere Panel",
        "Una Clerk",
        "19 June 2026",
        "section 28(3)",
        "Section 5(6)",
        "section 29(3)",
        "24 July 2026",
        "R1",
        "Minute 1.1, 12 June 2026",
        "Cites Para 2.",
        "Say more.",
        "Suggested wording",
        "Ten hours a week.",
        "section 28(7) to (9)",
        "Copies to: Westbrook Council.",
    ):
        assert words in html
    assert "DRAFT" not in html


@pytest.mark.parametrize(
    ("kinds", "made", "what"),
    [
        (["recommendation"], "made the recommendation set", "recommendation"),
        (["recommendation"] * 2, "made the 2 recommendations set", "recommendations"),
        (["request for information"] * 2, "made the 2 requests for", "requests for information"),
        (
            ["comment", "recommendation", "concern", "recommendation"],
            "made the 2 recommendations, 1 concern and 1 comment set",
            "recommendations and comments",
        ),
        (["comment", "concern"], "made the 1 concern and 1 comment set", "comments"),
    ],
)
def test_letter_calls_what_was_said_by_its_kind(draft, kinds, made, what):
    points = [RecommendationFactory(version=draft, kind=kind) for kind in kinds]
    [letter] = sending.drafts(points, sent_on=SENT, due_on=DUE)
    assert letter.what == what
    assert made in printed(letter)
    assert "Police Reform and Social Responsibility Act 2011" in printed(letter)


def test_letter_as_sent_keeps_its_words_and_its_day(officer, draft):
    point = RecommendationFactory(version=draft, text="As it was sent.")
    send(point, by=officer)
    point.refresh_from_db()
    point.text = "As it was corrected."
    history.save(point, by=officer, why="Corrected")
    [sent] = only(draft).sent
    assert (sent.text, sent.due_on) == ("As it was sent.", DUE)


def test_date_set_later_is_not_in_the_letter(officer, draft):
    point = RecommendationFactory(version=draft)
    send(point, by=officer, due_on=None)
    agreed = {"due_on": DUE, "decided_on": SENT, "reason": "Forgotten."}
    actions.set_due_date(point, by=officer, **agreed)
    letter = only(draft)
    assert [due.on for due in letter.due] == [None]
    assert "has set no date" in printed(letter)


def test_letter_gives_each_day_its_recommendations(officer):
    points = [RecommendationFactory(version=None, route="s.28(6)", reference=f"R{n}") for n in "12"]
    send(points[0], by=officer)
    send(points[1], by=officer, due_on=date(2026, 12, 4))
    letter = sending.as_sent(Recommendation.objects.about(None), sent_on=SENT)
    assert [(due.on, due.references) for due in letter.due] == [
        (DUE, ["R1"]),
        (date(2026, 12, 4), ["R2"]),
    ]


def test_drafts_are_one_for_each_version_and_route(draft):
    points = [
        RecommendationFactory(version=draft),
        RecommendationFactory(version=draft, route="s.28(6)"),
        RecommendationFactory(version=None, route="s.28(4)"),
        RecommendationFactory(version=None, route="Sch 5"),
    ]
    found = sending.drafts(points, sent_on=None, due_on=None)
    assert sorted((letter.subject, tuple(letter.provisions)) for letter in found) == [
        ("Annual report", ("section 28(4)",)),
        (str(draft.plan), ("section 28(3)", "section 28(6)")),
        ("Proposed precept", ("Schedule 5",)),
    ]
    assert all("DRAFT" in printed(letter) for letter in found)


def test_recommendations_are_numbered_as_people_count(draft):
    points = [RecommendationFactory(version=draft, reference=f"2026/{n}") for n in (10, 9)]
    [letter] = sending.drafts(points, sent_on=SENT, due_on=DUE)
    assert [one.reference for one in letter.sent] == ["2026/9", "2026/10"]


def test_of_version_is_every_letter_by_a_day_else_the_draft(officer, draft):
    first, second = (RecommendationFactory(version=draft, reference=f"R{n}") for n in "12")
    assert only(draft).is_draft
    send(first, by=officer)
    send(second, by=officer, sent_on=date(2026, 6, 26))
    letters = sending.of_version(draft, is_public=False, by=date(2026, 6, 26))
    assert [(one.sent_on, [sent.reference for sent in one.sent]) for one in letters] == [
        (SENT, ["R1"]),
        (date(2026, 6, 26), ["R2"]),
    ]
    assert not any(letter.is_draft for letter in letters)
    assert only(draft).sent_on == SENT
    assert sending.of_version(draft, is_public=False, by=date(2026, 6, 18)) == []


def test_of_version_is_nothing_where_nothing_was_said(draft):
    assert sending.of_version(draft, is_public=False, by=SENT) == []


def test_public_letter_has_nothing_restricted(officer, draft):
    public = RecommendationFactory(version=draft, reference="R1")
    private = RecommendationFactory(
        version=draft, text=SECRET, raised_in=EntryFactory(item__restricted_under=3)
    )
    send(public, private, by=officer)
    full, public = (printed(only(draft, is_public=which)) for which in (False, True))
    assert SECRET in full
    assert "Not for publication: paragraph 3" in full
    assert SECRET not in public
    assert "ot for publication" not in public


def test_public_gets_no_draft_where_a_letter_was_sent_in_private(officer, draft):
    RecommendationFactory(version=draft)
    private = RecommendationFactory(version=draft, raised_in=EntryFactory(item__restricted_under=3))
    send(private, by=officer)
    assert not only(draft).is_draft
    assert sending.of_version(draft, is_public=True, by=SENT) == []


def test_addresses_are_of_each_letter_once_the_latest_first(draft):
    for day in (SENT, SENT, date(2026, 7, 1)):
        RecommendationFactory(version=draft, sent_on=day)
    found = sending.addresses(Recommendation.objects.about(draft))
    assert [one.sent_on for one in found] == [date(2026, 7, 1), SENT]

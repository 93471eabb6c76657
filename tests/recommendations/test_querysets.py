"""Named questions about recommendations, outcomes and letters."""

from datetime import date

import pytest

from recommendations.models import Outcome, Recommendation, ResponseLetter
from tests.factories.plans import PlanVersionFactory, ReceivedFileFactory
from tests.factories.recommendations import (
    EntryFactory,
    LetterFactory,
    OutcomeFactory,
    RecommendationFactory,
    ResponseFactory,
    decided,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 1)


def references(found):
    return [recommendation.reference for recommendation in found]


# --- Who may know of what -----------------------------------------------------------------------


@pytest.mark.parametrize("model", [Recommendation, Outcome, ResponseLetter])
def test_visible_to_those_with_a_role(model, officer, clerk, member, chair, administrator, nobody):
    OutcomeFactory(recommendation=ResponseFactory().recommendation)
    for person in (officer, clerk, member, chair):
        assert model.objects.visible_to(person).count() == model.objects.count() == 1
    for person in (administrator, nobody):
        assert not model.objects.visible_to(person).exists()


def test_public_leaves_out_what_was_raised_under_a_restricted_item():
    RecommendationFactory(reference="open")
    RecommendationFactory(raised_in=EntryFactory(item__restricted_under=3))
    assert references(Recommendation.objects.public()) == ["open"]


# --- Recommendations ----------------------------------------------------------------------------


@pytest.fixture
def three():
    """One not sent, one sent and due, one sent, due and answered."""
    RecommendationFactory(reference="A")
    sent = {"sent_on": date(2026, 6, 20), "due_on": date(2026, 6, 30)}
    RecommendationFactory(reference="B", **sent)
    ResponseFactory(recommendation=RecommendationFactory(reference="C", **sent))


def test_unsent_and_unanswered(three):
    objects = Recommendation.objects
    assert references(objects.unsent()) == ["A"]
    assert references(objects.unanswered()) == ["A", "B"]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 6, 30), []),
        (date(2026, 7, 1), ["B", "C"]),
        (date(2026, 7, 20), ["B"]),  # the day of the letter that answers the other
    ],
)
def test_overdue_from_the_day_after_until_the_answer(three, on, expected):
    assert references(Recommendation.objects.overdue(on)) == expected


def test_overdue_needs_to_have_been_sent():
    RecommendationFactory(due_on=date(2026, 6, 1))
    assert not Recommendation.objects.overdue(DAY).exists()


def test_overdue_needs_a_day():
    RecommendationFactory(sent_on=date(2026, 1, 1))
    assert not Recommendation.objects.overdue(DAY).exists()


def test_with_verdict_leaves_out_what_was_rejected():
    stands = OutcomeFactory(verdict="not found").recommendation
    decided("rejected", verdict="not found")
    OutcomeFactory(verdict="not borne out")
    assert Recommendation.objects.with_verdict("not found").get() == stands


def test_with_verdict_is_not_misled_by_another_outcome():
    """One place rejected, another standing with another verdict: neither makes the first so."""
    recommendation = decided("rejected", verdict="not found").recommendation
    OutcomeFactory(recommendation=recommendation, verdict="not borne out", place="9")
    assert not Recommendation.objects.with_verdict("not found").exists()


def test_with_verdict_finds_each_once():
    recommendation = OutcomeFactory(place="1").recommendation
    OutcomeFactory(recommendation=recommendation, place="2")
    assert Recommendation.objects.with_verdict("not borne out").count() == 1


def test_about_a_version():
    version = PlanVersionFactory()
    found = RecommendationFactory(version=version)
    RecommendationFactory()
    RecommendationFactory(version=None)
    assert Recommendation.objects.about(version).get() == found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("patrol", ["A"]),
        ("PATROL hours", ["A"]),
        ("patrol burglary", []),
        ("roads", ["B"]),  # its theme
        ("refresh", ["B"]),  # its answer
        ("roads refresh", ["B"]),
        ("B", ["B"]),
        ("%", []),  # no wildcard
        ("", ["A", "B"]),
    ],
)
def test_matching_wants_every_word(words, expected):
    RecommendationFactory(reference="A", text="Hours on patrol.")
    found = RecommendationFactory(reference="B", text="Speed.", theme="Roads")
    for text in ("At the next refresh.", "At the following refresh."):
        ResponseFactory(recommendation=found, text=text)
    assert references(Recommendation.objects.matching(words)) == expected


@pytest.mark.parametrize("word", ["policing", "accountability", "engagement", "the"])
def test_matching_finds_a_word_by_every_beginning_of_it(word):
    RecommendationFactory(reference="R", text=f"More of {word} in towns.")
    for letters in range(2, len(word) + 1):
        assert references(Recommendation.objects.matching(word[:letters])) == ["R"]


# --- Outcomes and letters -----------------------------------------------------------------------


def test_outcomes_by_their_state():
    OutcomeFactory(place="proposed")
    for state in ("confirmed", "rejected"):
        decided(state, place=state)

    def places(found):
        return sorted(outcome.place for outcome in found)

    assert places(Outcome.objects.proposed()) == ["proposed"]
    assert places(Outcome.objects.decided()) == ["confirmed", "rejected"]
    assert places(Outcome.objects.standing()) == ["confirmed", "proposed"]


def test_letters_with_content_are_those_of_the_very_same_bytes():
    letter = LetterFactory(source=ReceivedFileFactory(data=b"Dear Chair"))
    assert ResponseLetter.objects.with_content(b"Dear Chair").get() == letter
    assert not ResponseLetter.objects.with_content(b"Dear Chair ").exists()


def test_letters_with_counts_of_their_answers():
    letter = LetterFactory()
    for _ in range(2):
        ResponseFactory(letter=letter, recommendation=RecommendationFactory(version=letter.version))
    LetterFactory()
    counted = ResponseLetter.objects.with_counts().order_by("pk")
    assert [one.points for one in counted] == [2, 0]
